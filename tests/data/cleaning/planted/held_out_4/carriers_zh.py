"""Chinese sentences around an identity, fourth kept part: first posts, further turns, replies, discharge notes pasted
in, relatives who write for a patient, typing without punctuation. Rules are judged on them; rule authors do not read
this file. Same layout as `planted.open_part.carriers_zh`.
"""

from planted.held_out_4.carriers_zh_names import NAMES

CLAUSES = {
    "phone": """我电话{phone}您看到了回一个行吗
打这个{phone}找我儿子，他懂一些
座机{phone:short}，区号您知道的
怎么联系您呢？我的是{phone}
没接到您的来电，换个号打吧，{phone}
{phone}这是我爱人的手机，他陪床
主任，我把联系方式留下：{phone}
联系人电话：{phone}⏎与患者关系：夫妻
病人不识字，有事打家属{phone}
联系方式：{phone}（微信同号）
想电话沟通一下，{phone}，晚上七点以后有空
护士站{phone:short}，床位问他们
本人手机号码{phone}，已欠费，短信能收
您拨{phone}转{2-9}号分机
药店说缺货，让我留{phone}等通知
急诊电话{phone}，二十四小时有人
电话号码是{phone}，记得备注一下
办住院打{phone}，找护士小{doctor_name:surname}就行
入院须知⏎科室电话：{phone}⏎陪护一人
出院后有问题拨打病区电话{phone}
方便的话打我妈手机吧{phone}她耳朵有点背您大声点
我的号是{phone}，不是原来那个了
咨询热线{phone}，您报名字就行
已给您发了短信，我的号码尾数对不上的话就用{phone}
家里电话{phone}没人接再打手机{phone}
患者留的手机号{phone}打过去是空号
{patient_name}  {phone}  下午三点左右到
回访没打通，请核对电话{phone}""",
    "id_card": """我的身份证号您记一下{id_card}
帮我爸预约，他身份证{id_card}，没有智能手机
身份证：{id_card}，查一下上次的病理
医生我身份证是{id_card}您在电脑里能看到
证件类型 居民身份证⏎证件号 {id_card}
户口本上的身份证号{id_card}，孩子还没身份证
患者身份证号{id_card}，异地医保备案用
身份证后面带字母的那个，{id_card}
建卡的时候身份证填错一位，应该是{id_card}
身份证号码{id_card} 姓名{patient_name} 您帮忙登记
报告上显示的证件号{id_card}是我婆婆的
特病门诊登记用的身份证{id_card}
您要的身份证{id_card}，照片发不上去
本人身份证{id_card}，电子健康码过期了
{patient_name}，身份证{id_card}，电话{phone}
出生证补办要父母身份证，父亲{id_card}
身份证号：{id_card}⏎参保类型：城镇职工
公民身份号码{id_card}，民族汉
请问凭身份证{id_card}可以打印报告吗
司机体检，身份证{id_card}
器官捐献登记的证件号{id_card}
我妈的身份证尾数输错了，全号{id_card}
异地就医备案：{patient_name}，{id_card}
申请慢病证的身份证号：{id_card}
学生体检表上的身份证号写的{id_card}
做基因检测填的身份证号是{id_card}""",
    "email": """发邮箱吧{email}，平台老是传失败
我把CT压缩包发您邮箱，您看{email}对不对
邮箱写成了别人的，应该是{email}
科室邮箱：{email}
能麻烦您把食谱发我邮箱吗，{email}
想参加临床试验，简历和病历发到{email}可以吗
{email}，这是我的邮箱，收到请回复
电子病历请投递{email}，注明床号
我邮箱 {email} 您发过来我打印
论文全文我发您了，我邮箱{email}
邮箱地址{email}，不常看，发完短信说一声
报告单电子版寄往{email}
主任的工作邮箱是{email}
留言太短写不下，详细情况写到{email}了
保险公司让把病历发到{email}
您好 我的电子邮箱是{email} 谢谢
进修申请表发{email}
孩子学校要证明，发班主任邮箱{email}
国外的专家意见是从{email}发来的
用{email}注册的账号，登不上去
注册邮箱：{email}⏎昵称：未设置
电子邮件：{email}，请勿电话
收到我从{email}发的片子了吗
随访问卷请填好发回{email}
体检中心把结果发到了{email}""",
    "url": """片子放网盘里了，{url}，麻烦您抽空看
点这个就能看我的核磁{url}
视频链接{url}，抽搐的时候录的
这个帖子说的和我一模一样 {url}
孩子走路的视频：{url}
云影像{url}⏎密码同上次
{url} 这是我在别处问的，您看那边医生说得对吗
您的文章{url:site}我都看过
停诊信息请看{url:site}
预约地址{url:site}，选普外科
我在小红书发的照片，{url}，疹子就是这样
我把病历都整理好放在{url}
我的主页在{url:site}，有问题可以留言
报告查询网址：{url:site}
胶片太大，复制到浏览器打开{url}
这是我之前记的病情日记{url}
医院网站{url:site}写的周四出诊
挂号平台{url:site}一直显示约满
看了这个视频不敢吃药了{url}
链接给您，{url}，一年的化验单都在里头
病友群转的文章{url}，说能根治
心电图传这里了：{url}
门诊排班表见{url:site}
官网{url:site}上您的照片很年轻
您点开{url}看第三张""",
    "wechat": """加我微信{wechat}，我把片子发您
微信：{wechat}，备注手术日期
我的微信 {wechat}，您扫不了就搜
可否加个微信？我的是{wechat}
护士长微信{wechat}，约床找她
您微信是{wechat}吗，搜出来是个风景头像
微信号码{wechat}，女儿的
V❤{wechat}，求通过
v信 {wechat} 麻烦通过
助手微信号：{wechat}，发“进群”
加微信{wechat}聊吧这里字数不够
{wechat}，这是我微信，换手机了
我的微信号是{wechat}，怕您找不到
康复群满了，先加群主微信{wechat}
薇信：{wechat}，晚上在线
我老公微信{wechat}，您跟他说，我听了害怕
WeChat: {wechat}, living overseas
我weixin是{wechat}
之前微信{wechat}被封了，没收到您消息
卖药的微信叫{wechat}，是不是骗人
换药预约加微信{wechat}
加了您的微信没通过，我是{wechat}
工作微信：{wechat}⏎工作时间：周一到周五
月子会所给的微信{wechat}
关注我的微信{wechat}，定期发健康知识""",
    "qq": """我的qq号{qq}，您要是有空加我
QQ：{qq}，加的时候写看片子
加一下QQ {qq} 发片子快
群号{qq}，QQ群，都是咱这个病的
孩子的QQ是{qq}，寄宿，周末才上
扣扣号{qq}
qq {qq} 谢谢大夫
我QQ号{qq}，在国外没有微信
病友群QQ：{qq}
用QQ传吧，{qq}
您有QQ吗，我的{qq}
Q号{qq}，备注皮肤科
有需要请加我的QQ号：{qq}
QQ邮箱没用过，QQ号倒有，{qq}
联系我QQ{qq}或者留言
我女儿用QQ，号码{qq}
抑郁症互助QQ群{qq}
{qq}是我的QQ号
糖友QQ群号码：{qq}，每晚有讲课
QQ联系{qq}，白天隐身
把问卷发我QQ上{qq}
加Q：{qq}，我是做手术那个
他的QQ{qq}一直没上线，我担心他
没有别的联系办法，QQ{qq}
填表的QQ写{qq}就可以""",
    "bank_card": """退款请退到我的银行卡{bank_card}
卡号{bank_card}，户主是我本人
中国银行 {bank_card}
住院费多扣了，退回卡里吧，{bank_card}
我爸的农村信用社卡{bank_card}，低保也发这个
报销账户：{bank_card}⏎开户名：{patient_name}
打款到{bank_card}，备注手术费
工行卡号{bank_card} 您核对下
医保报销的银行账号{bank_card}，半年没到账
刷的招商银行信用卡{bank_card}，重复扣费两次
交押金的卡{bank_card}丢了，怎么退
互助金收款卡号：{bank_card}
慈善援助项目要求填银行卡号，{bank_card}
账号{bank_card}，开户行城西支行
卡号给您：{bank_card}，麻烦财务处理
社保卡金融账号{bank_card}
户名 {patient_name} 账号 {bank_card} 建行
请往{bank_card}转，我截图给您
银行卡{bank_card}尾号对得上吗
陪护费转到护工的卡，{bank_card}
交通银行借记卡{bank_card}
预交金退款卡号：{bank_card}
病退工资发在{bank_card}
邮政储蓄卡号是{bank_card}，户名我妈的
试验补贴打到银行卡{bank_card}""",
    "record_number": """住院号{record_number}，{1-9}病区{1-60}床
病历号：{record_number}，初诊
我的就诊卡号：{record_number}，您查一下
门诊号：{record_number}⏎科室：消化内科
病案号{record_number}，想复印病历
放射号 {record_number}⏎胸部正侧位
病理号：{record_number}⏎送检物：胃窦黏膜
您输入登记号{record_number}能调出来
条码号{record_number}，标本血清
ID：{record_number}，核磁还没出
检查号{record_number}，甲状腺彩超
诊疗卡号{record_number}，余额退不了
我是上周出院的，住院号{record_number}
医保号{record_number}
医保卡号：{record_number}，能报多少
体检号{record_number}，有一项异常
处方号{record_number}，药房说没货
申请单号{record_number}⏎标本：痰
报告编号：{record_number}
居民健康卡号{record_number}，扫码没反应
患者编号{record_number}，入组第{2-12}周
门诊病历号是{record_number}，麻烦大夫看看
建档号{record_number}，孕{12-38}周
MR号：{record_number}⏎检查项目：颅脑平扫
心电图号{record_number}，窦性心律
登记号：{record_number}   姓名：{patient_name:form}
透析号{record_number}，每周三次
住院号忘了，病历上写的是{record_number}，病案号吧应该""",
    "birth_date": """我的出生日期是{birth_date}，系统里填错了
生于{birth_date}，绝经{2-20}年
孩子生日{birth_date:young}，预防针都打了
宝宝是{birth_date:young}出生的，剖腹产
{birth_date}出生，男，未婚
出生日期：{birth_date}   籍贯：农村
患者{birth_date}出生，退休教师
我{birth_date}生，老公{birth_date}生，都算高龄了吧
出生年月日{birth_date}，职业司机
小孩{birth_date:young}生人，个子一直矮
生日：{birth_date}⏎血型：不详
父亲{birth_date}生的，烟龄{20-50}年
儿子出生于{birth_date:young}，早产{2-7}周
阳历生日{birth_date}，打算备孕
出生：{birth_date}，身高{150-185}
女，{birth_date}出生，头痛{2-9}年
大宝{birth_date:young}生，二宝{birth_date:young}生，都过敏
唐筛报告上出生日期写的{birth_date}
我丈夫出生日期{birth_date}，精子活力低
患儿出生日期：{birth_date:young}⏎喂养方式：母乳
养老院登记的生日是{birth_date}
姓名：{patient_name}⏎出生日期：{birth_date}
她的生日是{birth_date}，今年刚做过体检
出生时间{birth_date:young}，阿氏评分满分
我娘{birth_date}出生，属龙""",
    "address": """住址：{address}⏎文化程度：初中
药请寄{address}，收件人{patient_name}
家庭地址：{address}⏎职业：务农
快递到{address}，放门卫
我们家在{address}，离您医院不远
住{address}，隔离在家出不去
病历寄到{address}可以吗，邮费到付
上门护理的地址是{address}
{patient_name} {phone} {address}
常住地址：{address}，户别：农业
发货地址填{address}
母亲独居在{address}，怕她摔倒
请120到{address}来接
现居住地：{address}
您诊所是在{address}吗
户籍地址{address}，人户分离
居家氧疗设备送到{address}
搬家了，新地址{address}
收件地址{address}，电话{phone}
流调：患者居住于{address}
联系地址{address}，邮编不记得了
我老家{address}的，现在外面打工
疫苗本寄错了，应该是{address}
家住{address}，步行来诊
化验结果请邮寄：{address}
患者地址：{address}，未婚""",
    "hospital": """在{hospital}看的，开了点药
我是{date}在{hospital}做的肠镜
{hospital}的专家让我手术
现住{hospital}，想转院
就诊医院：{hospital}，检查做了不少
曾就诊于{hospital}，予以保守治疗
{hospital}⏎出院小结
外院（{hospital}）CT示结节
去过{hospital}和{hospital}，说法不一样
{hospital}拍的片子能用吗
当地的{hospital}没有这个设备
您在{hospital}坐诊吗
我去{hospital}能挂到您的号不
门诊地点：{hospital}东院区
{hospital}急诊科，凌晨送来的
{hospital}说是{word:disease_zh_4}
孩子生下来就送{hospital}了
报告单位：{hospital}
{hospital}神经内科主治医师为您解答
上午刚从{hospital}出来，医生让回家养
我在{hospital}上班，是后勤的
{date}，{hospital}，血常规正常
{hospital}检验报告单
家门口是{hospital}，小医院
转诊至{hospital}进一步诊治
去年在{hospital}装的支架
{hospital}做的病理，需要借片会诊
体检是{hospital}的""",
} | NAMES

NEUTRAL = """医生您好，右下腹隐隐作痛{2-9}天了，走路快了更明显，不拉肚子
病情描述：间断头晕{2-9}年，加重半个月，伴恶心
疾病名称：{word:disease_zh_4}
您好，不需要太紧张，先完善一下检查
这个药饭前吃还是饭后吃
我刚查完，结果还没出来
目前口服{word:drug_zh_4}，一天{1-3}次，效果一般
多长时间了，夜里会痛醒吗
有{5-20}年了，时好时坏
体重比去年轻了{3-10}斤
夜尿{2-5}次，白天还行
考虑{word:disease_zh_4}可能，建议门诊面诊
孩子精神还好，就是不肯吃奶
老人吃不下饭，整天迷迷糊糊
血压{130-175}/{75-105}，心率{55-110}
今早量的体温{36.2-38.9}
以前做过阑尾手术，没有别的病
不抽烟，偶尔喝点酒
吃了{word:patent_zh_4}没什么变化
伤口还有点渗液，要不要拆线
那我还需要做增强吗
建议低盐低脂饮食，适当运动，一个月后复查
月经提前了{3-9}天，量少，发黑
一吃凉的就胃胀，打嗝
不好意思打扰您休息了
嗓子有痰咳不出，像有东西堵着
脚后跟疼，早上下地第一步最疼
情绪不好，老想哭，什么都不想做
皮肤痒，抓了起一道道红印
入院查体：神清，心肺未见明显异常，腹软
出院医嘱：按时服药，门诊随诊
图看到了，边界清楚，目前不像恶性
可以的，先吃两周看看
那就麻烦您了，等您消息
听力下降，耳朵嗡嗡响
腿抽筋，补钙也没用
没有，从来没有对药过敏
化疗后恶心，吐了{2-6}次
我查了资料，越看越害怕
医保能报多少，大概住几天
胆子小，怕做胃镜
复查的片子比上次好一些了"""
