"""The words that tell that an identity may stand next to them, by what they tell. In lower case."""

from __future__ import annotations

from medtune.data.cleaning.identity.chinese_names import CALLED, NICKNAMES
from medtune.data.cleaning.identity.name_words import DOUBLE_SURNAMES, OTHER_NAMES


def _words(text: str) -> tuple[str, ...]:
    """Split at bars, as a cue may begin or end with a blank."""
    return tuple(word for line in text.splitlines() for word in line.split("|") if word)


_KIN = tuple(
    f"是我{word}"
    for word in _words("""
爸|爸爸|妈|妈妈|爹|娘|父亲|母亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|哥|哥哥|姐|姐姐|弟|弟弟|妹|妹妹|儿子|女儿|老公|老婆|妻子|丈夫|爱人|
先生|太太|朋友|同事|同学|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|侄子|侄女|孙子|孙女|外甥|姑姑|姨妈|舅舅|叔叔|伯伯|嫂子|婶婶|岳母|岳父|
对象|男朋友|女朋友|闺蜜|邻居
""")
)
CUES: dict[str, tuple[str, ...]] = {
    "wechat": _words("""
|微信|薇信|威信|维信|徽信|微心|v信|v芯|v心|w信|vx|wx|v x|w x|微x|微❤|wechat|weixin|we chat|加v|
|加微|+v|加薇|加威|
|微我|wei信|微xin|薇xin|喂信|巍信|嶶信|v我|v:|v：|v❤|v♥|v号|➕v|＋v|+微|＋微|➕微|卫星|卫信|威芯|薇❤|微♥|维心|唯信|
|v x|wx号|vx号|绿色聊天|绿色软件|
|微 信|徵信|v.x|绿泡泡|weix|wei xin|加我|加好友|加个好友|私聊|薇|加微聊|我的微|
"""),
    "qq": _words("""
|qq|q q|扣扣|企鹅号|企鹅|q号|球球|抠抠|扣号|口口号|加q|秋秋|
|扣我|敲我|小鹅|鹅厂号|腾讯号|球号|邱邱|丘丘|qq。|qq点|qq dot|q:|q：|q=|q→|q号|q码|qq:|
|q|鹅号|叩叩|蔻蔻|🐧|q q号|群号|qq群|
"""),
    "account": _words("""
|whatsapp|telegram|skype|line id|facebook|instagram|snapchat|twitter|抖音号|小红书号|支付宝|微博|钉钉|
|快手号|淘宝号|用户名|username|user name|
"""),
    "phone": _words("""
|电话|手机|座机|致电|联系方式|拨打|来电|热线|传真|短信|手机号|手机号码|电话号码|tel|telephone|phone|
|mobile|cell phone|cell number|cell no|cell:|call me|fax|contact|text me|ring me|reach me|☎|call|
|办公室|值班室|护士站|服务台|咨询台|号码|联系我|联系|打给|call back|helpline|hotline|cell|
|联系号码|回电|打我|致电给|拨|找我|whats app|dial|ph|mob|landline|extension|sms|work number|
|home number|my number|number is|reach us|tele|
"""),
    "id": _words("""
|证件写|证件上写|证件写的|证件上是|身份证写|身份证上写|身份证上是|户口本上|户口上写|户口本写|身份证|身份證|身分证|sfz|证号|證號|证件上|证件号|证件号码|护照|通行证|军官证|驾驶证|身份号码|社会保障号|公民身份|
|id number|id no|
|id card|identity card|national id|passport|ssn|social security|driver's license|driver license|
|driving licence|nhs number|nhs no|aadhaar|identity number|soc sec|soc. sec|s.s.n|ss#|ss no|
|social|sin|tax id|national insurance|medicare number|medicare id|medicaid id|license number|
|license no|dl number|居民身份|身份证件|公民身份号|证件|
"""),
    "bank": _words("""
|银行卡|卡号|账号|帐号|账户|帐户|储蓄卡|信用卡|工行|建行|农行|中行|招行|开户行|card number|card no|
|account number|account no|acct|iban|bank account|credit card|debit card|my card|
|尾号|ending in|ending with|last four|last 4|visa|mastercard|amex|routing number|sort code|a/c|
|account #|card #|card:|卡：|打款|转账|汇款|借记卡|存折|收款|
"""),
    "record": _words("""
|policy|claim|member|certificate|号|編號|编号|登记id|id|no|number|uhid|mrn)|(mrn|opd no|accession|hosp id|pt id|
|account number|file|under|
|病歷號|住院號|住院号|病历号|门诊号|病案号|就诊卡|就诊号|登记号|档案号|检查号|影像号|标本号|病理号|医保号|医保卡|
|社保号|社保卡|诊疗卡|健康卡|挂号单|就诊卡号|患者编号|病人编号|患者id|病人id|预约号|诊疗号|体检号|
|超声号|ct号|x光号|放射号|条码号|保单号|id号|病历本号|病历编号|病例号|mrn|medical record|
|record number|record no|patient id|patient number|patient no|chart number|chart no|hospital number|
|hospital no|policy number|policy no|insurance number|member id|case number|case no|
|file number|file no|insurance id|health card|ur number|patient identifier|hospital id|insurance no|
|registration number|registration no|admission number|admission no|mr no|mr number|
|chart #|chart|encounter|visit number|visit id|case id|case #|file #|claim number|claim no|claim #|
|policy #|member #|member number|group number|specimen|hospital #|unit number|检验号|报告号|申请单号|
|检验条码|标本条码|样本号|样本编号|标本编号|申请号|报告编号|检查编号|影像编号|胶片号|片子编号|流水号|住院流水号|
|患者号|病人号|患者代码|参保号|医保编号|医保编码|医疗证号|农合证号|处方号|腕带号|手环号|就诊码|预约码|登记码|会员号|
|病历卡号|门诊卡号|门诊卡|就医卡|档案编号|健康档案|慢病卡|
|病理编号|b超号|mr号|片号|住院编号|门诊编号|门诊病历|病案编号|登记编号|建档号|腕带|病历本|就诊编号|
|住院卡|诊疗证|体检编号|medical number|lab number|lab no|lab id|sample id|sample no|sample number|specimen id|
|specimen number|encounter number|requisition|requisition number|nhi|health number|subscriber id|beneficiary|group id|
|case reference|reference|confirmation number|confirmation no|confirmation code|your ref|our ref|my ref|
|your reference|our reference|my reference|reference number|reference no|ref number|ref no|ref. no|
|patient ref|patient reference|hospital ref|booking ref|booking reference|booking number|booking no|appointment ref|
|appointment number|referral number|referral no|referral id|admission ref|folder number|folder no|dossier|account ref|
|registration id|uhid no|ip no|ip number|op no|op number|ipd no|opd number|crn|hn no|hn number|case ref|unit no|
|prescription number|rx number|rx #|patient account|appointment id|visit no|patient #|record #|mrn #|admission id|
"""),
    "birth": _words("""
|出生日期|出生年月|出生年月日|出生时间|出生于|生于|生日|出生|dob|d.o.b|date of birth|birth date|
|birthdate|birthday|born on|born in|born|生|
|出生在|生人|诞辰|生辰|公历|农历|阴历|阳历|降生|落地|剖腹产生下|产生下来|剖宫产生|顺产生下|产下|生下|出 生|属相|
|证件写|证件上写|证件写的|证件上是|身份证写|身份证上写|身份证上是|户口本上|户口上写|户口本写|
|剖的|剖腹产的|剖宫产的|剖腹的|剖出来|顺产的|顺的|出世|真实生日|实际生日|户口登记|
|d/o/b|birth|was born|arrived on|born:|birth day|bday|b-day|year of birth|yob|
"""),
    "url": _words("""
|http|www.|.com|.cn|.net|.org|.edu|.gov|.io|.cc|.top|.info|.me|.co|.vip|.xyz|.club|.tv|点com|点cn|
|。com|[.]|(.)|【.】|点net|点org|.be/|.gl/|.to/|.ai/|.so/|.la/|.mobi|.wang|.store|.pro/|.tech|.biz|.us/|.uk|.de/|
|.health|.clinic|.shop|.site|.online|.app|.link|.jp|.hk|.tw|.eu|.ca/|.au|
|.in/|.ly/|
"""),
    "email": _words("""
|@|(at)|[at]| at |艾特|（at）|#qq.|#163.|#126.|＃|邮箱|at】|at）|at)|at]|at}|email|e-mail|at#|#at|
|(at|[at|<at>|_at_|{at|*at*|-at-|
|圈a|ⓐ|小老鼠|爱特|🐭|🐁|gmail|hotmail|outlook|yahoo|foxmail|icloud|163点|126点|qq点|qq dot|163 dot|126 dot|{at}| dot |
|(a)|/at/|-a-|qq。|163。|126。|sina|sohu|aliyun|@符号|at符号|dot>|dot)|dot]|
"""),
    "address": _words("""
|收件|收货|现居|坐标|老家|单位地址|送到|报位置|定位|籍贯|住处|居住地|上门|residence|addr|deliver|come to|over to|
|my place|lived|
|住址|现住址|家庭住址|家庭地址|通讯地址|收货地址|户籍地址|联系地址|地址|家住|现住|住在|家在|户籍|寄到|邮寄|寄往|
|快递到|居住|常住|住|
|户口所在地|所在地|工作单位及住址|现居住地|暂住地|
|address|live at|lives at|
|living at|reside|residing at|resides at|mailing|ship to|mail to|lives in|live in|home is|send it to|
|staying at|located at|
"""),
    "place": _words("""
|宿舍|生产队|胡同|po box|p.o. box|p.o.box|p o box|路|街|大道|巷|弄|胡同|村|小区|花园|公寓|苑|新村|号院|号楼|家园|栋|
|座|#|宿舍楼|交叉口|交汇处|交界处|二环|三环|四环|五环|
|幢|单元|
"""),
    "hospital": _words("""
|医院|卫生院|hospital|clinic|medical center|medical centre|保健院|诊所|卫生所|卫生服务中心|门诊部|
|卫生服务站|防治院|疗养院|
"""),
    "strong": _words("""
|我叫|姓名|名叫|名字|联系人|签名|署名|收件人|就诊人|监护人|户名|持卡人|收货人|叫做|真名|本名|大名|
|全名|受检者|送检者|签字|患者姓名|病人姓名|报告医生|审核医生|接诊医生|开单医生|经治医生|管床医生|申请医生|记录医生|
|诊断医生|检查医生|责任护士|孩子叫|宝宝叫|小孩叫|女儿叫|儿子叫|名是|登记名|实名|
|孩子姓名|宝宝姓名|本人姓名|我姓名|医生姓名|他姓名|她姓名|主任姓名|先生姓名|患者名|病人名|称呼|曾用名|寄件人|紧急联系人|陪护人|家长姓名|户主|开户名|受检人|检查人|挂号人|送检人|预约人|
|就诊者|挂号人|落款|产妇姓名|小名|乳名|姓 名|姓　名|
"""),
    "weak": (
        *_KIN,
        *_words("""
|患者|病人|患儿|我是|本人|孩子|宝宝|儿子|女儿|老公|妻子|丈夫|老婆|母亲|父亲|妈妈|爸爸|家属|您是|你是|
|他叫|她叫|病员|姐姐|妹妹|哥哥|弟弟|丈母娘|婆婆|岳父|报告人|审核|记录者|检查者|这是|
|产妇|孕妇|老人|老伴|爱人|媳妇|女婿|儿媳|外甥|侄子|侄女|孙子|孙女|姥姥|姥爷|外婆|外公|岳母|公公|表哥|
|表姐|表弟|表妹|同事|朋友|邻居|男友|女友|男朋友|女朋友|主刀|接诊|陪同|护工|义工|
"""),
    ),
    "surname": _words("""
|我姓|姓|敝姓|免姓|免贵姓|本人姓|患者姓|他姓|她姓|先生姓|医生姓|孩子姓|主任姓|病人姓|
"""),
    "doctor": _words("""
|医生|大夫|主任|教授|院长|护士|护士长|医师|主任医师|副主任|副主任医师|主治医师|主治医生|住院医师|专家|
|博士|药师|治疗师|副教授|医助|副院长|住院医生|主治|规培医生|技师|营养师|心理师|咨询师|
|醫生|醫師|護士|主任醫師|教授|doctor|医助|医士|护师|主管护师|中医师|住院总|主治医|麻醉师|检验师|博导|
"""),
    "person": _words("""
|先生|女士|小姐|老师|同志|太太|
"""),
    "region": _words("""
|省|自治区|
"""),
    "double surname": tuple(DOUBLE_SURNAMES),
    "other name": tuple(OTHER_NAMES),
    "nickname": NICKNAMES,
    "child": _words("""
|我家|我们家|俺家|咱家|我娃|我宝|小名叫|小名|乳名叫|乳名|我儿子|我女儿|我闺女|我孙子|我孙女|患儿|孩子|宝宝|
"""),
    "parent": _words("""
|妈妈|爸爸|妈咪|家长|
"""),
    "somebody": _words("""
|某|**|xx|××|
"""),
    "dot": _words("""
|·|•|・|‧|
"""),
    # What doctors do: a full name may stand before it.
    "act": _words("""
|主刀|接诊|坐诊|会诊|出诊|给我做|给我看|给我开|的号|的专家号|的门诊|团队|工作室|敬上|敬启|拜上|
"""),
    # Said of a name that stands before it; see `name_evidence`.
    "kin": _KIN,
    "relative": _words("""
|老，|老,|老您|老你|奶奶|爷爷|大爷|大妈|大姐|大叔|伯伯|阿姨|叔叔|师傅|同学|大哥|大嫂|大伯|老伯|叔|婶|姨|老板|经理|
|老太|老爷子|老先生|
|老开|老给|老看|老说|老教授|老中医|老专家|老主任|
|老太太|哥|姐|同事|校长|队长|主管|护工|院士|处长|科长|局长|
"""),
    # Only weighed evidence tells whether a name follows; see `name_evidence`.
    "role": (*sorted(CALLED), *"者员：:", "谢谢", "敬礼", "敬上", "祝好"),
    # Words that hold another cue; as the longest cue wins, it is not read there.
    "nothing": _words("""
|住院|住院部|住院楼|注册证号|许可证号|批准证号|合格证号|登记证号|准字号|批准文号|病名叫|药名叫|药叫|病叫|出生史|出生后|出生时|出生体重|
|出生缺陷|生产批号|生产日期|生产厂家|生产企业|生产单位|生产商|新生儿|百姓|姓氏|同姓|改姓|发生于|产生于|发生|产生|新生|再生|老师傅|百姓|美女|男女|女性|男性|妇女|女人|
|男人|
"""),
    "sex": _words("""
|男|女|
"""),
    "english doctor": _words("""
|dr|drs|doc|doctor|prof|professor|nurse|surgeon|physician|gp|consultant|cardiologist|neurologist|
|attending|provider|psychiatrist|dermatologist|oncologist|gynecologist|pediatrician|dentist|urologist|
|radiologist|endocrinologist|rheumatologist|nephrologist|gastroenterologist|ophthalmologist|resident|
|registrar|specialist|therapist|midwife|pharmacist|matron|
"""),
    "english person": _words("""
|mr|mrs|ms|miss|mister|madam|
|mx|sister|sir|master|uncle|aunt|aunty|auntie|
"""),
    "english sure": _words("""
|full name|i am called|my name is|name :|name is|name's|name:|patient name|
|patient's name|name of patient|name on file|last name|first name|surname|given name|family name|
|cardholder|account holder|policyholder|next of kin|they call me|people call me|everyone calls me|
"""),
    "english": _words("""
|named|call me|signed|this is|i am|i'm|im|regards|sincerely|yours truly|patient|best wishes|
|son|daughter|husband|wife|mother|father|brother|sister|client|contact|guardian|thanks,|love,|
|cheers|
|yours faithfully|best regards|kind regards|warm regards|respectfully|yours|attn|c/o|dear|hello|hi|
|under the care of|seen by|treated by|referred by|operated by|examined by|signed by|spoke with|
|spoke to|on behalf of|emergency contact|spouse|partner|boyfriend|girlfriend|friend|colleague|
|neighbor|neighbour|grandson|granddaughter|fiance|fiancee|roommate|toddler|newborn|mom|mum|dad|grandmother|
|ordered by|reviewed by|reported by|verified by|dictated by|performed by|prescribed by|collected by|witnessed by|
|approved by|authorized by|authorised by|requested by|interpreted by|transcribed by|administered by|supervised by|cc:|
|belongs to|under the name|under the name of|name on the bottle is|her name is|his name is|
|applicant|claimant|certifies that|certify that|donor|recipient|enrollee|call back|referred patient|
|name of the patient|little|baby boy|baby girl|infant|
|grandfather|niece|nephew|cousin|baby|caregiver|insured|subscriber|pt|
"""),
    "degree": _words("""
| md| m.d| mbbs| frcs| phd| rn| facc| mrcp| dnb| lpn| bsn| msn| aprn| arnp| crna| cnm| np| fnp| pa-c| lcsw| lmft| lpc|
| mbchb| frcp| facs| facp| mrcs| mrcgp| psyd| pharmd| dds| dmd| dpm| dpt| r.n|
"""),
    # A name may stand before it.
    "personal": _words("""
|dob|d.o.b|date of birth|ssn|mrn|born|y/o|year old|years old|year-old|
"""),
}
"""The groups of `after_cues`, `addresses` (address, place, hospital) and `person_names` (the rest)."""
