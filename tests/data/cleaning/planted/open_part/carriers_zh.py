"""Chinese sentences around an identity, open part: rules may be developed on them.

One clause a line; `{kind}` is an identity, `{kind:surname#a}` twice is the same one twice, ⏎ a line break; the other
slots are noise (`planted.templates`).
"""

CLAUSES = {
    "phone": """我的电话是{phone}
手机{phone}
电话：{phone}
联系电话:{phone},随时可以打
麻烦您有空打{phone}给我
{phone}，这是我爱人的号码
{phone}是我的手机号
有结果了请拨打{phone}通知我
我手机号码{phone}谢谢医生
留个电话{phone}吧，方便您联系
血糖{5.1-15.9}手机{phone}体温{36.1-39.9}
白细胞{4.0-18.9}×10⁹/L，电话{phone}，血小板{100-300}×10⁹/L
打{phone}就能找到我
可以加我好友，{phone}
tel:{phone}
Tel：{phone}
☎{phone}
TEL {phone} 找我妈
家里座机{phone}，白天都有人
科室的电话还是{phone}吗，我打了没人接
{phone}
您方便的话发短信到{phone}，我看到就回
我和我爱人的手机分别是{phone}和{phone}
住院部护士站{phone}我打过了
（{phone}）
我的号码“{phone}”没换
急！！{phone}""",
    "id_card": """身份证{id_card}
身份证号：{id_card}
我的身份证号码是{id_card}，能帮我查一下报告吗
{id_card}是孩子的身份证号
身份证号码{id_card}，挂号用
用{id_card}这个证件号查不到检查结果
证件号:{id_card}
公民身份号码 {id_card}
办住院要填身份证，我填的{id_card}
⏎身份证：{id_card}⏎
（身份证{id_card}）
体重{40-90}身份证{id_card}身高{150-190}
我爸身份证号{id_card}，他没有手机
{id_card}
本人证件{id_card}，申请复印病历""",
    "email": """邮箱{email}
我的邮箱是{email}，片子可以发过去吗
请把报告发到{email}
E-mail:{email}
email：{email}谢谢
发邮件给{email}就行
{email}是我的常用邮箱
资料发{email}了，您收到了吗
电子邮件 {email}
{email}
CT片子我已经发给{email}了
麻烦发一份饮食表到我邮箱{email}，太感谢了
（邮箱：{email}）
Email地址为{email}""",
    "url": """片子在{url} 您看一下
检查报告的链接：{url}
网址{url}
照片传到{url}了
{url}
我在{url}上写了病程
点{url}可以看到孩子的皮疹
化验单见{url}。
详细情况在我的空间 {url} ，请您指点
（{url}）""",
    "wechat": """微信{wechat}
微信号：{wechat}
加我微信{wechat}
我的微信是{wechat}，发照片方便
v信{wechat}
VX:{wechat}
vx{wechat}，备注皮肤病
加v：{wechat}
加我微信详聊，{wechat}
微信号{wechat}谢谢
wx {wechat}
WeChat：{wechat}
薇信{wechat}
我微信同号，也就是{wechat}
{wechat}（微信）
血压{110-160}/{60-99}，微信{wechat}，心率{60-110}
方便加个微信吗？{wechat}
weixin：{wechat}""",
    "qq": """QQ{qq}
我的QQ号是{qq}
加我qq{qq}
qq：{qq}，片子发您
QQ号码:{qq}
扣扣{qq}
加扣扣{qq}聊
企鹅号{qq}
Q Q：{qq}
qq号{qq}谢谢
有空加一下QQ，{qq}
{qq}是我的qq
体温{36.1-39.9}度，QQ{qq}
企鹅：{qq}""",
    "bank_card": """银行卡号{bank_card}
卡号：{bank_card}
退费请退到我的卡{bank_card}
工商银行{bank_card}，退款打这里
我的建行卡号是{bank_card}
银行卡{bank_card}被多扣了一次挂号费
押金是用{bank_card}这张卡交的
报销打到{bank_card}
农行账号 {bank_card}
（银行卡：{bank_card}）""",
    "record_number": """住院号{record_number}
住院号：{record_number}
病历号{record_number}
我的病历号是{record_number}，麻烦查一下
病案号:{record_number}
门诊号{record_number}，昨天做的B超
就诊卡号{record_number}
登记号：{record_number}
住院号为{record_number}
MRN{record_number}
病历号 {record_number} 床位是{1-60}床
血红蛋白{70-160}g/L住院号{record_number}
住院号是{record_number}，出院小结丢了
就诊卡 {record_number}
门诊病历号（{record_number}）
患者ID：{record_number}""",
    "birth_date": """出生日期{birth_date}
出生日期：{birth_date}
我是{birth_date}出生的
孩子{birth_date}出生，现在不爱吃奶
{birth_date}生，女，未婚
生于{birth_date}
生日{birth_date}
我生日是{birth_date}，算算多少周岁
宝宝出生日期是{birth_date}，足月顺产
出生年月日:{birth_date}
{birth_date}出生，男
DOB：{birth_date}
女儿的出生日期为{birth_date}
性别男，出生{birth_date}，身高{100-190}cm""",
    "address": """地址：{address}
我住在{address}
家住{address}，离医院很远
地址是{address}，药可以寄过来吗
请把药寄到{address}
收货地址{address}
家庭住址:{address}
现住址：{address}
住址{address}
药快递到{address}，谢谢
我们家在{address}
通讯地址 {address}
户籍地址{address}，现在在外地打工
救护车请到{address}""",
    "patient_name": """我叫{patient_name}
我叫{patient_name}，今年{18-80}岁
患者{patient_name}，男，{18-80}岁
患者：{patient_name}
病人{patient_name}
病人叫{patient_name}
姓名：{patient_name}
姓名:{patient_name} 性别:女 年龄:{18-80}
我是{patient_name}，上周找您看过
患儿{patient_name}，{1-12}岁，发热{2-7}天
我的名字是{patient_name}
我儿子叫{patient_name}，{3-15}岁
我妈妈叫{patient_name}，高血压{3-20}年
患者姓名{patient_name}
名字{patient_name}
本人{patient_name}，因腹痛就诊
孩子名叫{patient_name}
我叫{patient_name}体重{40-90}公斤
您好我叫{patient_name}头痛{2-9}天了
免贵姓{patient_name:surname}
我姓{patient_name:surname}，之前来过
{patient_name:surname}女士，{20-70}岁
{patient_name:surname}先生您好，报告我看了
病人姓名：{patient_name}⏎主诉：咳嗽{2-9}天""",
    "doctor_name": """{doctor_name:surname}医生您好
{doctor_name:surname}主任您好
{doctor_name:surname}大夫你好
谢谢{doctor_name:surname}医生
谢谢{doctor_name:surname}主任的耐心解答
找{doctor_name}大夫看的
我想挂{doctor_name}主任的号
{doctor_name}医生说要手术
上次是{doctor_name:surname}教授给看的
请问{doctor_name}教授什么时候出诊
{doctor_name:surname}护士长人很好
主治医生{doctor_name}
主治医师：{doctor_name}
主刀医生是{doctor_name}
{doctor_name:surname}主任，我又来打扰您了
{doctor_name:surname}院长亲自会诊的
{doctor_name:surname}医生，{doctor_name:surname}主任都看过了
听{doctor_name:surname}大夫的，{doctor_name:surname}大夫开了{2-5}盒药
尊敬的{doctor_name:surname}主任
请{doctor_name:surname}医生帮忙看看
{doctor_name:surname#a}主任早上好，{doctor_name:surname#a}主任我吃完药了
{doctor_name:surname}医生您好！我白细胞{3.0-18.9}正常吗
复诊还是找{doctor_name:surname}医生吗
医生：{doctor_name}⏎科室：内科""",
    "hospital": """在{hospital}看过
我在{hospital}做的检查
{hospital}说是炎症
去年在{hospital}住院{5-20}天
{hospital}确诊的
想转到{hospital}行吗
出院诊断是{hospital}写的""",
}

NEUTRAL = """孩子发烧{1-7}天了，最高{38.1-40.5}度
最近总是头晕，睡不好
血常规白细胞{4.0-18.9}，中性粒细胞{50-90}%
早上空腹血糖{4.1-13.9}mmol/L
吃了{word:drug_zh}{2-9}天，没有好转
血压{110-180}/{60-110}mmHg
请问需要做手术吗
胃镜显示慢性浅表性胃炎
这个病能根治吗
皮肤上起红疹，很痒
{date}做的B超，结节{3-20}mm
月经推迟{3-20}天，有点担心
怀孕{6-38}周，见红少量
心电图提示窦性心律不齐
每次{1-3}片，一天{2-3}次
夜里咳得厉害，痰是黄的
大便不成形，一天{3-8}次
腰疼得直不起来，贴膏药没用
需要忌口吗
{word:disease_zh}会遗传吗
吃{word:drug_zh}{0.1-0.9}g可以吗
注意休息，多喝水，三天后复查
建议做个增强CT再看
肌酐{60-180}μmol/L，尿素氮{3.1-15.9}
甲状腺彩超4A类
不用太紧张，先观察
拍片没有骨折
转氨酶{41-320}U/L，乙肝阴性
右下腹压痛，没有反跳痛
打了{2-5}天点滴还是没退烧
饭后胃胀，反酸
谢谢医生的回复
这药饭前吃还是饭后吃
手脚发麻有半年了
尿频尿急{2-9}天
头孢过敏，能用什么药
术后第{2-15}天，伤口有点渗液
听力下降，耳鸣
做过两次核磁，没问题
谢谢"""
