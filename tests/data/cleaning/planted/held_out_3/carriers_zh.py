"""Chinese sentences around an identity, third kept part: online consultations, telephone notes, discharge letters and
forms. Rules are judged on them; rule authors do not read this file. Same layout as `planted.open_part.carriers_zh`.
"""

CLAUSES = {
    "phone": """医生能加个班给我打个电话吗，我的号码是{phone}
号码{phone}，打不通就打我老公的{phone}
患者联系方式：{phone}
家属电话：{phone}（女儿）
我这边信号不好，您打{phone}试试
已经付费了，请您拨打{phone}
紧急联系人{patient_name}，{phone}
预约挂号请打我们门诊{phone}
咱们科的电话是{phone:local}，上班时间都有人接
办公室座机{phone:local}，您找护士长就行
有情况随时打给我，{phone}
昨天给您发短信的{phone}就是我
我手机{phone}24小时开机
麻烦您记一下我的电话{phone}
可以短信告诉我吗，{phone}，上班不方便接
医生您的电话是{phone}吗，刚才没接到
TEL：{phone}
病房电话{phone}，探视前先打一个
老人自己没手机，联系我就行{phone}
以下是我的信息⏎姓名：{patient_name}⏎性别：女⏎年龄：{19-78}岁⏎手机：{phone}
随访电话：{phone}，每{2-6}个月随访一次
留个电话吧{phone}，出结果了通知我一声
要是名额满了麻烦通知我，电话是{phone}
送药的话打{phone}，我下楼拿
复诊前请致电{phone}确认床位
电话：{phone}，代诉人：患者儿子""",
    "id_card": """身份证号：{id_card}，麻烦您查一下
我的身份证是{id_card}，帮我查下核酸结果
挂号要用身份证吧，{id_card}
姓名{patient_name}，身份证{id_card}，麻烦帮忙加个号
孩子还没办卡，用我的身份证号{id_card}可以吗
证件号码：{id_card}⏎就诊卡：{record_number}
入院登记：{patient_name}，身份证号码{id_card}，医保类型：居民
办转诊要填的身份证号我发您，{id_card}
患者身份证号为{id_card}
报销单上身份证写错了，正确的是{id_card}
实名认证一直不过，身份证号{id_card}
我妈的身份证号码 {id_card} 您看能建档吗
身份证：{id_card} 电话：{phone}
我和老公的身份证是{id_card}和{id_card}，做婚检用
流行病学调查表⏎姓名：{patient_name}⏎身份证号：{id_card}
新农合登记的身份证{id_card}，系统查不到
疫苗接种记录查不到，我身份证{id_card}
居民身份证{id_card}，户籍外省""",
    "email": """联系邮箱：{email}
片子太大传不上来，您给我发个邮件吧{email}
我的邮箱是{email}，报告发这里就行
请把病理报告的电子版发送至{email}
能不能发我邮箱{email}，微信打不开
病历我已经发到{email}了，请查收
课题合作请联系{email}
E-mail: {email}
投诉和建议请发邮件到{email}
DICOM文件压缩后发{email}，注明姓名和病区
电子发票开好了发到{email}
出国用的英文病历麻烦发{email}
我邮箱换了，现在用{email}
邮件{email}，主题写姓名加床号
您的邮箱是{email}吧，我把彩超图发过去
填了问卷，我的邮箱{email}
英文版报告请抄送{email}""",
    "url": """核磁的图像我传网盘了{url}
您看下这个链接 {url} 里面是他发作时的视频
我的个人网站{url:site}，有科普文章
预约请登录{url:site}
报告的链接：{url}
网上有人说这个药能治，{url}，是真的吗
病友发给我的{url}，您帮忙看看靠不靠谱
可以到我的主页{url:site}看出诊时间
步态的视频在这{url}
片子在{url}，密码发您私信了
医院官网{url:site}上能查到停诊通知
电子胶片地址：{url}
孩子抽动的样子录下来了，在{url}
详见{url:site}
我在{url:site}上看到您的文章才来的
扫码不成功的话直接打开{url}
公众号和网站 {url:site} 每周更新停诊信息
大便的照片发到{url}了，怕影响别人""",
    "wechat": """我微信{wechat}，您方便加一下吗
加我微信吧，{wechat}
我的微信号：{wechat}，昵称是真名
vx：{wechat}，备注床号
可以加您微信吗，我的是{wechat}
微信{wechat}，通过一下谢谢医生
助理微信 {wechat}，入群请备注疾病
【微信】{wechat}
我们病友群的群主微信是{wechat}
平台发不了视频，加V信{wechat}发给您
微信搜{wechat}就能找到我
我加您了，头像是一朵花，微信名后面是{wechat}
v：{wechat}
留个微信{wechat}，以后复查方便
wx {wechat} 您加我
术后换药有问题加我的工作微信{wechat}""",
    "qq": """我的QQ：{qq}，在线时间晚八点后
我qq是{qq}，传片子快一点
加Q{qq}
病友QQ群{qq}，进群要写病种
QQ号{qq}，验证写复查
可以用QQ视频吗，我的QQ号码是{qq}
我不用微信，QQ {qq}
扣扣{qq}，晚上都在
孩子的qq号{qq}，她愿意跟您聊
联系QQ：{qq}（请注明来意）
我女儿的QQ {qq}，她在外地上学
资料传到我QQ{qq}行吗
患教群：{qq}（QQ）
您加我QQ，号是{qq}
qq{qq}同微信""",
    "bank_card": """退费退到这张卡：{bank_card}
银行卡号：{bank_card} 开户行：县支行
户名{patient_name}，卡号{bank_card}，建设银行
我把卡号发您，{bank_card}，挂号费退这里
农行卡{bank_card}，钱一直没退回来
报销款打到{bank_card}，谢谢
大病救助的银行账号填{bank_card}对吗
卡号是{bank_card}，开户行在老家
用的工商银行储蓄卡{bank_card}缴的押金
收款账户：{bank_card}
住院押金是从{bank_card}这张卡扣的
开户行：邮政储蓄 账号：{bank_card}
爱心捐款请汇至{bank_card}，户名{patient_name}
我的卡{bank_card}，平台说三天内到账
报销要复印银行卡，卡号{bank_card}""",
    "record_number": """住院号：{record_number}  入院时间：{date}
门诊号{record_number}，您在系统里能看到我的片子
病案号：{record_number}  床号：{1-60}
我的就诊卡号是{record_number}
就诊卡{record_number}，上周三拍的CT
病历号{record_number}，麻烦您调一下
检查号：{record_number}⏎检查部位：胸部
病理号{record_number}，结果出来了吗
登记号 {record_number}，还没出报告
CT号：{record_number}⏎扫描方式：平扫
在您那住过院，住院号{record_number}，{2-6}月出的院
医保卡号{record_number}，刷不出来
影像号{record_number}，手机上看不到图
社保卡号：{record_number}，职工医保
ID号{record_number}，请帮我看一下甲状腺的结果
姓名：{patient_name}⏎住院号：{record_number}⏎科别：呼吸内科⏎床号：{1-50}床
超声号：{record_number}，提示胆囊息肉
挂号单上的登记号是{record_number}
体检编号{record_number}，报告说有结节
患者ID：{record_number}⏎检查项目：肝胆胰脾彩超""",
    "birth_date": """出生日期：{birth_date}⏎民族：汉
我是{birth_date}出生的，算高龄吗
患者男，{birth_date}生，因咳嗽{3-20}天入院
宝宝{birth_date:child}出生，足月顺产
生日是{birth_date}，麻烦帮我改一下资料
出生年月：{birth_date}
孩子{birth_date:child}生的，现在还不会翻身
我爱人{birth_date}的生日，这个年纪还能做试管吗
母亲，生于{birth_date}，有高血压
孕妇出生日期{birth_date}，唐筛用的就是这个
{patient_name}，女，{birth_date}出生，汉族
出生时间：{birth_date:child}，出生体重{2.5-4.2}kg
我女儿，{birth_date:child}出生的，一直湿疹
身份证上的生日{birth_date}不对，差一年""",
    "address": """家庭住址：{address}⏎入院方式：步行
我家在{address}，去您那坐车要{3-9}个小时
药寄到{address}
收货地址：{address}，{patient_name}，{phone}
现住址：{address}，近期无外出
地址{address}，请尽快发货谢谢
我住{address}，最近的发热门诊在哪
户口所在地{address}
病历复印件邮寄到{address}就可以
联系地址：{address}
救护车到{address}接的人
患者家住{address}，农民
快递写{address}，别放驿站
住址：{address}⏎职业：退休
工作单位及住址：{address}
我们从{address}赶过来的，能加个号吗""",
    "patient_name": """我叫{patient_name}，昨天刚挂过您的号
患者{patient_name}，男，{18-88}岁，因反复上腹痛{2-9}月就诊
病人姓名：{patient_name:form}
姓名：{patient_name:form} 性别：男 年龄：{20-80}
我是{patient_name}的家属
您好，我是上周找您看过的{patient_name}
就诊人{patient_name}，关系：父亲
我爸{patient_name}，做的胃大部切除
我妈妈叫{patient_name}，{55-80}岁，糖尿病{5-20}年
孩子名字叫{patient_name}，{2-12}岁
替我老公{patient_name}问一下
{patient_name}，女，{20-80}岁
患儿{patient_name}，{3-11}岁，发热{2-6}天
昨天给{patient_name}做的手术，今天能喝水吗
{9-60}床{patient_name}今天体温{36.1-38.9}
挂的是{patient_name}的名字，其实是给我婆婆看的
请叫{patient_name}来拿报告
{patient_name}的病理报告出来了没有
{patient_name}家属，请到医生办公室来一下
我是{patient_name}，之前咨询过乳腺结节的事
上次住院登记的名字是{patient_name}
{patient_name:surname}女士，您的情况不用太担心
{patient_name:surname}先生您好，看了您的片子
{patient_name:surname}阿姨，最近睡得怎么样
我姓{patient_name:surname}，约的下午的号
小{patient_name:surname}啊，你这个不用手术
{patient_name:surname}大爷出院后血压控制得挺好
患者：{patient_name:form}⏎主诉：头晕{2-9}天
患者姓名：{patient_name}，住院号：{record_number}
联系人：{patient_name}（妻子）
我朋友{patient_name}也是您做的手术
知情同意书是{patient_name}签的字，我是他爱人
我奶奶{patient_name}今年{70-92}了，摔了一跤
{patient_name}，{birth_date}出生，男
签字：{patient_name}（儿子）
报告单上的名字是{patient_name}，没错吧
我儿子{patient_name}下个月中考，最近总头疼
{patient_name}您好，您的加号申请已通过
兹有我院患者{patient_name}因病需休息{3-14}天
诊断证明书⏎姓名：{patient_name:form}⏎诊断：急性支气管炎
麻烦问一下{patient_name}住在几号病房
我们家{patient_name}不爱吃饭，瘦得厉害
患者 {patient_name} 于{date}入院
她叫{patient_name}，在您那里做过化疗
老伴{patient_name}，肺癌术后{2-5}年
我妹{patient_name}怀孕{8-36}周了
账号是我女儿{patient_name}注册的
转给{patient_name:surname}女士：明早空腹抽血
尊敬的{patient_name:surname}先生，您预约的检查改到{date}
申请人{patient_name}，申请封存病历
出院小结⏎姓名：{patient_name:form}  性别：男  出生日期：{birth_date}⏎住院号：{record_number}⏎入院日期：{date}
新生儿登记：{patient_name}之子，体重{2.6-4.1}kg
被保险人{patient_name}
献血者姓名{patient_name}，血型O型
检查单上写成了{patient_name}，其实是同名的另一个人
孕妇{patient_name}，G2P1，孕{12-39}周
受检者：{patient_name:form}
病人{patient_name}，诉夜间阵发性咳嗽
病员{patient_name}今日步行出院
{patient_name}，你好，请按时服药，一周后复诊
帮{patient_name}问的，他不会用手机
姓  名：{patient_name}    科  室：心内科""",
    "doctor_name": """{doctor_name}医生您好
{doctor_name:surname}医生，打扰您了
谢谢{doctor_name:surname}主任
{doctor_name:surname}大夫您好，我又来麻烦您了
{doctor_name:surname}教授，上次您让我查的甲功出来了
我的主治医生是{doctor_name}，他说再观察
挂的{doctor_name}主任的号
主刀医生：{doctor_name}
我是呼吸科{doctor_name}，您的资料我看过了
当地的{doctor_name:surname}医生说没什么大问题
管床的{doctor_name:surname}医生让我来问您
想请{doctor_name}教授会诊
听说{doctor_name:surname}主任退休了，是真的吗
门诊医师：{doctor_name}
主治医师：{doctor_name}⏎住院医师：{doctor_name}
报告医师：{doctor_name}  审核医师：{doctor_name}
{doctor_name}主任医师的专家门诊是周几
{doctor_name:surname}老师您好，我是您的老病号
责任护士：{doctor_name}
护士长{doctor_name}给我们安排的床位
多亏了{doctor_name:surname}医生，我爸才保住命
祝{doctor_name:surname}大夫工作顺利身体健康
{doctor_name}大夫好，请问还需要加药吗
是{doctor_name:surname}主任介绍我来的
我们医院骨科的{doctor_name}主任技术很好
您认识省医的{doctor_name}医生吗
手术者：{doctor_name}，麻醉方式：全麻
{doctor_name}主任团队为您服务
{doctor_name:surname}主任，化疗第{2-6}次做完了，下一步怎么办
祝好，{doctor_name}医生
推荐您去看一下风湿科的{doctor_name}教授
今天{doctor_name:surname}主任查房说可以出院了
复诊找{doctor_name}，周{word:weekday_zh}上午
{doctor_name:surname}院长亲自给做的支架
我挂过{doctor_name:surname}教授的特需，开的中药
带组的{doctor_name:surname}主任同意转科
会诊医师{doctor_name}意见：继续抗感染
接诊医生{doctor_name}已回复
签名：{doctor_name}（主治医师）
心内科{doctor_name}副主任医师，从医{10-30}年
{doctor_name}医生的助理回复：请上传检查报告
{doctor_name:surname#a}大夫，{doctor_name:surname#a}大夫，在吗
去年就是{doctor_name}给我妈做的白内障
听您的口气跟{doctor_name:surname}医生很像啊
麻醉医师：{doctor_name}，ASA {1-3}级
我找{doctor_name:surname}大夫开过这个药
给我们上课的{doctor_name:surname}教授讲过这种病
{doctor_name:surname}医师建议观察，{doctor_name:surname}主任建议切除
回访人：{doctor_name}（护士）
{date}，{doctor_name}主任医师查房：患者神志清
感谢{doctor_name}医生及全体护士
送检医生{doctor_name}，送检科室：普外科
{doctor_name:surname}主任
{doctor_name:surname}大夫，还在吗
希望获得的帮助：请{doctor_name:surname}主任看看片子，要不要手术
好的，谢谢{doctor_name:surname}教授
您好，{doctor_name:surname}主任..我妈又开始喘了
{doctor_name:surname}医生说先消炎，再看肺部吸收情况
出院记录⏎姓名：{patient_name}  性别：女  住院号：{record_number}⏎主治医师：{doctor_name}""",
    "hospital": """已就诊医院及科室：{hospital} 心血管内科
在{hospital}做的手术
{hospital}的医生说要换药
我现在在{hospital}住院
出院医院：{hospital}
去{hospital}复查能报销吗
{date}在{hospital}查的血
从{hospital}转到{hospital}的
{hospital} 门诊病历
{hospital}出院记录⏎入院日期：{date}
您是不是每周还在{hospital}出诊
片子是{hospital}拍的，不太清楚
我们这最好的就是{hospital}了
先去的{hospital}，说看不了
{hospital}给的诊断是{word:disease_zh_3}
挂不上{hospital}的号
孩子在{hospital}出生的，当时有点黄疸""",
}

NEUTRAL = """大夫您好，我胃不舒服有{2-9}个多月了，吃完饭就胀，打嗝，反酸，夜里偶尔会疼醒
疾病：{word:disease_zh_3}⏎病情描述：反复发作{2-10}年，近一周加重
希望获得的帮助：是否需要手术，平时要注意什么
患病多久：一月内
用药情况：{word:drug_zh_3}，一天{1-3}次，一次{1-3}片，吃了{3-30}天
过敏史：无
既往史：{word:disease_zh_3}{2-20}年，规律服药
怀孕情况：未怀孕
老人今年{65-90}岁，腿肿得厉害，走几步就喘
您好，根据您的描述考虑是{word:disease_zh_3}，建议先做个检查
那个药还要继续吃吗，吃了胃里烧得慌
平时抽烟，一天一包，喝酒不多
孩子夜里咳得睡不着，白天还好，没发烧
血压早上{130-165}/{80-99}，晚上能降一点
体温{36.2-38.9}，嗓子疼，浑身没劲
片子我看了，问题不大，定期复查就可以
建议清淡饮食，多喝水，避免熬夜
麻烦您帮忙看看，急，谢谢
大便一天{3-8}次，稀的，没有血
月经推迟了{5-20}天，测了是阴性
手术后第{2-9}天，伤口有点渗液，不红不肿
请问这种情况严重吗，会不会是癌
今天又去拍了个片子，说比上次吸收了一些
按时吃药，三个月后来复查，有不舒服随时就诊
辅助检查：白细胞{3.5-15.9}×10^9/L，余未见明显异常
查体：双肺呼吸音粗，未闻及干湿性啰音
图片已上传，请看一下第二张
早上起来手指发僵，活动半小时以后好一些
谢谢您的耐心解答，祝您工作顺利
还没有，我明天去查，查完再来问您
腰疼，坐久了更厉害，左腿发麻
最近压力大，总是失眠，一晚上睡{2-5}个小时
{word:drug_zh_3}先停，换成{word:drug_zh_3}试试
出院诊断：{word:disease_zh_3}；出院医嘱：注意休息，不适随诊
没有家族史，父母身体都好
饭后两小时血糖{7.1-16.9}，空腹{5.1-9.9}
您好，请问拍片了吗？有没有发烧？
嗯嗯好的，那我先观察几天
对了，她对青霉素过敏，打头孢也起过疹子
就诊时间不长，当时没说清楚，想再问问您
近期体重下降了{2-9}公斤，胃口也差
考虑良性可能性大，不放心可以半年后做增强"""
