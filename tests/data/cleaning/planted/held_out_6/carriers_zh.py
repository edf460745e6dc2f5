"""Chinese sentences around an identity, sixth kept part: forum questions, consultations, nurses' and clerks' notes,
discharge papers, letters and chat. Rules are judged on them; rule authors do not read this file. Same layout as
`planted.open_part.carriers_zh`.
"""

from planted.held_out_6.carriers_zh_names import NAMES

CLAUSES = {
    "phone": """家属手机{phone}，白天都能接
有结果麻烦打我{phone}
我老伴的号是{phone}，她接电话方便
联系方式：{phone}
紧急联系人：{patient_name}（女儿）{phone}
随访电话{phone}，无人接听
拨打{phone}可以预约床位
病区护士站：{phone}
科里座机{phone}，上班时间打
打了好几次{phone}没人接
你加一下，{phone}，微信同号
换号了，现在用{phone}
预留手机号：{phone}⏎取号时间：{8-11}点
{date}致电{phone}，家属诉仍咳嗽
术后有事打{phone}，我一直开机
☎{phone} 白班护士接
TEL：{phone}⏎地址同前
健康热线咨询：{phone}（内分泌门诊）
本人电话{phone}
您方便的话留个电话，我的是{phone}
挂号咨询请致电{phone}
电话是 {phone} 儿子接
工作单位：退休 手机：{phone}
这是我妈的手机号{phone}，她耳朵背，多响几声
短信发到{phone}就行
护工小组长电话{phone}
检验科分机打不通，就打{phone}
门诊办：{phone:short}
本地座机{phone:short}，外地加区号
家里电话{phone:short}
传真{phone}，收件请注明病案科
有需要的病友可以打{phone}互相交流""",
    "id_card": """身份证号：{id_card}，民族：汉，婚姻：已婚
身份证{id_card}，帮忙查下报告
患者证件号码 {id_card} 已核对
登记用的证件：居民身份证 {id_card}
我的身份证号码是{id_card}，挂号老提示错误
{patient_name}，{id_card}
医保参保人证件号{id_card}
实名认证填{id_card}总通不过
办慢病卡，身份证号{id_card}
公民身份号码{id_card}
ID号（身份证）：{id_card}⏎费别：城乡居民
孩子户口本上的身份证号{id_card}
出生证明上母亲身份证：{id_card}
建档时登记身份证{id_card}，{date}
证件类型：身份证；证件号：{id_card}
监护人{patient_name}，身份证：{id_card}
核酸登记 {patient_name} {id_card} {phone}
麻烦用身份证号查：{id_card}
代办人身份证号{id_card}
死亡证明需填身份证号{id_card}
异地就医备案：{id_card}
给您报一下身份证，{id_card}
凭{id_card}到窗口打印病历
病案首页：身份证号 {id_card}
残疾证办理，本人身份证{id_card}
医生说把身份证发过来，{id_card}，谢谢
新农合证上写的是{id_card}
身份证号{id_card}⏎民族：汉""",
    "email": """报告发我邮箱{email}
邮箱：{email}，电子发票发这里
片子发到{email}可以吗
请把病历扫描后发至{email}
我把检查单都发到您的邮箱{email}了，请查收
E-mail：{email}（请注明病案号）
email {email} 求资料
电子邮箱{email}，用于接收检验报告
邮件联系：{email}
投稿邮箱{email}，病例讨论用
楼主能发一份食谱给我吗 {email}
通信作者：{doctor_name}，{email}
Email: {email}⏎职称：副主任医师
上个月我从{email}给您发过一封
注册邮箱是{email}，密码忘了
联系邮箱（{email}）
会诊资料请寄电子版到{email}
有问题写信给我{email}
把照片传到{email}吧，平台上传不了
填错邮箱了，应该是{email}
求发电子发票，{email}
病理切片的图发您{email}了
复诊问卷请回复到{email}
我女儿的邮箱{email}，她会收
科室公用邮箱：{email}
课题组联系方式 {email}
志愿者报名发简历到{email}
mail：{email}，标题写床号""",
    "url": """片子在这里{url}
链接：{url} 提取码见下
舌苔照片{url}
您点开看看 {url}
我把CT传网盘了，{url}
检查结果图：{url}
视频里是发作时的样子{url}
云影像地址{url}
之前的提问在{url}
{url} 这是皮疹的图
微信打不开的话复制{url}到浏览器
问卷填一下{url}
病理报告见{url}
这是孩子走路的录像：{url}
复制链接看原图→{url}
心电图上传在{url}里
超声图片网址：{url}
大夫的主页{url:page}
我的出诊时间见{url:page}
详细介绍请看{url:page}
网上预约：{url:page}
可登录{url:page}查看
科室网站{url:page}，里面有挂号方法
个人网站：{url:page}
扫不了码就进{url}
文件太大，放在{url}了
照片传不上来，发了个帖子{url}
化验单拍照放这儿：{url}""",
    "wechat": """微信号：{wechat}，病友互助
我的微信{wechat}，备注床号
加我微信：{wechat}
vx：{wechat}
v：{wechat}，晚上回
薇信{wechat}，拉你进病友群
WX {wechat}
您能加下我的微信吗？{wechat}
加V {wechat} 聊
微信{wechat}，照片发这里清楚些
绿泡泡号{wechat}
微信ID：{wechat}⏎非诚勿扰
wechat：{wechat}
术后随访请加微信{wechat}
➕v:{wechat}
有同样情况的姐妹加{wechat}（微信）
我vx是{wechat}
在微信里搜{wechat}，头像是荷花
手机没带，加微信{wechat}
助理微信 {wechat}
客服微信号{wechat}，工作日回复
想进群的加管理员微信：{wechat}
家属微信:{wechat}
咨询减重餐单加微{wechat}
留个微信吧，{wechat}
weixin：{wechat}，写清楚几床
微❤{wechat}
我微信号就是{wechat}，随时联系""",
    "qq": """QQ：{qq}，常年在线
我qq{qq}
加我QQ {qq} 细聊
qq号是{qq}
扣扣{qq}，我是二群群主
企鹅号：{qq}
Q：{qq}
病友Q群{qq}
群号{qq}，验证写病名
QQ群：{qq}（二群）
请加QQ{qq}传片子
联系qq:{qq}
大夫您QQ多少，我的{qq}
ＱＱ：{qq}（晚八点后）
用QQ发给我吧，{qq}
有经验的朋友加q {qq}
我的扣扣号{qq}，晚上在线
求助！QQ{qq}
qq {qq} 备注高血压
本人QQ号码{qq}
客服QQ：{qq}
术后交流群（QQ）{qq}
可以加我q聊聊 {qq}
QQ同号{qq}
传文件走QQ吧 {qq}
照片太多，加下QQ：{qq}
QQ号{qq}⏎暗号：康复""",
    "bank_card": """银行卡号：{bank_card}，请在三日内退款
卡号{bank_card}，户名{patient_name}
退费请打到{bank_card}
押金退回银行卡{bank_card}
农行卡{bank_card}
工行{bank_card} {patient_name}
医保报销打款账户 {bank_card}
开户行：交通银行桥南支行⏎账号：{bank_card}
我的卡号是{bank_card}，住院费退这张
建行卡号 {bank_card}
报销款转到{bank_card}这张卡
绑定的卡{bank_card}
收款账号：{bank_card}
爱心捐款账户{bank_card}
请核对卡号{bank_card}是否有误
缴费卡：{bank_card}
信用卡{bank_card}扣了两次押金
邮政储蓄{bank_card}
大病救助打卡，账号{bank_card}
户名：{patient_name}；账号：{bank_card}
储蓄卡 {bank_card} 余额不足
用{bank_card}这张银行卡付的
刷的招商银行卡{bank_card}
理赔款收款卡号{bank_card}
生育津贴发放账号：{bank_card}
我把钱汇到{bank_card}了，请查收
药费付款账户{bank_card}，{date}到账""",
    "record_number": """住院号：{record_number} 科别：肾内
门诊号{record_number}
病案号 {record_number}
病历号：{record_number}⏎入院日期：{date}
登记号{record_number}，{patient_name}
我的住院号是{record_number}，想复印病历
就诊卡号{record_number}，余额不足
诊疗卡：{record_number}
影像号{record_number}，可在自助机打印
CT号：{record_number}，层厚{1-5}mm
超声号 {record_number}
病理号：{record_number}
标本号{record_number}，已送检
检查号：{record_number}⏎检查部位：膝关节
条码号：{record_number}
医保卡号{record_number}，刷卡失败
社保号 {record_number}
处方编号：{record_number}
挂号单号{record_number}
档案号：{record_number}
体检号{record_number}，{date}体检
ID：{record_number}⏎姓名：{patient_name:sheet}
患者ID {record_number}
放射号{record_number}
您的病历号{record_number}查不到
孕妇手册编号{record_number}
麻烦查住院号{record_number}的病理
申请单号：{record_number}
门诊病历号{record_number}，复诊
内镜号：{record_number}，术前准备良好
入院登记号：{record_number}
床号{1-60} 住院号{record_number}
报告单编号{record_number}""",
    "birth_date": """出生日期：{birth_date}；职业：工人
{birth_date}出生
我是{birth_date}生的
本人生于{birth_date}
出生年月{birth_date}
生日{birth_date}，阳历
宝宝{birth_date:baby}出生，足月顺产
出生时间：{birth_date:baby}
孩子是{birth_date:baby}生的，{2-9}斤{1-9}两
患者，{birth_date}出生，汉族
我妈{birth_date}生人，属相不记得了
女，生于{birth_date}
我的生日是{birth_date}，正好做手术那天
身份证上的出生日期是{birth_date}，实际小一岁
出生：{birth_date}⏎婚姻：已婚
出生年月日：{birth_date}
{patient_name}，男，{birth_date}出生
生辰{birth_date}，属龙
小儿子生日{birth_date:baby}，疫苗没打全
DOB：{birth_date}；血型O
我老公{birth_date}出生的，今年查出{word:disease_zh_6}
二胎{birth_date:baby}出生，黄疸一直不退
新生儿出生日期：{birth_date:baby}
我{birth_date}出生，现在要备孕
籍贯河北，{birth_date}生
大宝{birth_date:baby}生，对牛奶过敏
爸爸的出生日期写错了，应为{birth_date}
出生于{birth_date}，农民
我女朋友{birth_date}的，例假一直不准""",
    "address": """家庭住址：{address} 职业：个体
住址{address}，邻居可代收
现住{address}
我家在{address}
地址：{address}⏎邮编：{#6}
麻烦把中药寄到{address}
快递地址 {address}，{patient_name}收
户籍地址：{address}
我住在{address}，去医院不方便
收货地址：{address}
常住地址：{address}
通讯地址：{address}，复查通知寄此
门诊部地址{address}
我们诊所搬到{address}了
报告邮寄到{address}，电话{phone}
上门换药，{address}
120吗，{address}，有人晕倒了
居住地：{address}
联系地址{address}
护士上门抽血的地址是{address}
工作室在{address}，欢迎来坐坐
出院后住{address}女儿家
租住于{address}
患者系{address}居民
把轮椅送到{address}
坐诊地点：{address}
膏药麻烦发{address}，{patient_name}，{phone}
母亲一个人住{address}
寄件人地址：{address}""",
    "hospital": """在{hospital}住了{3-20}天
去{hospital}查的，说是{word:disease_zh_6}
{date}于{hospital}行{word:exam_zh_6}
曾就诊于{hospital}，予{word:drug_zh_6}治疗
前年在{hospital}切的胆
送检单位：{hospital}
{hospital}的检查结果出来了
{hospital}⏎出院记录
现在人在{hospital}
{hospital}开的{word:drug_zh_6}
转{hospital}进一步治疗
医院：{hospital}
我在{hospital}上班
{hospital}门诊以“{word:disease_zh_6}”收入院
想去{hospital}看看，好挂号吗
听说{hospital}看这个病不错
从{hospital}转到{hospital}
就诊医院：{hospital}⏎科室：心内科
昨天到{hospital}急诊
我是{hospital}的，您可以来找我
{hospital}，普外科
{hospital}建议住院，我没同意
外院（{hospital}）{word:exam_zh_6}示未见异常
孩子在{hospital}出生
家门口的{hospital}拍不了核磁
{date}，{hospital}{word:exam_zh_6}：正常
您是在{hospital}出诊吗
上周在{hospital}挂了水
{hospital}的大夫让我观察，我还是不踏实
报告是{hospital}出的""",
    **NAMES,
}

NEUTRAL = """最近总是觉得乏力
吃完饭就胀，打嗝
大便{1-4}天一次，有点干
夜里起来小便{2-5}次
体温{36.5-39.8}度
疼了{2-20}天了
吃了{word:drug_zh_6}没什么效果
查了{word:exam_zh_6}，没看出问题
需要手术吗
会不会遗传
能不能吃海鲜
建议先做个{word:exam_zh_6}
平时注意休息，少熬夜
按时吃药，{2-8}周后复查
血压{110-170}/{65-105}
考虑{word:disease_zh_6}可能
谢谢，辛苦了
一直没怀上，着急
月经推迟了{4-20}天
宝宝不爱喝奶
睡眠很差，多梦
没有药物过敏史
神志清，精神可
腹软，无压痛
双肺呼吸音清
饮食二便可
{date}开始不舒服的
走路多了膝盖响
头晕，站起来眼前发黑
可以打疫苗吗
之前有{word:disease_zh_6}病史
中药是空腹喝还是吃完饭喝
我真的很担心
多喝水，清淡饮食
不用太紧张
换药后好多了
嗓子里像有东西堵着
手麻，早上明显
左边乳房有个小疙瘩
伤口恢复得挺好
停药{3-12}天又犯了
目前口服{word:drug_zh_6}
一般情况可，准予出院
是不是该挂{5-100}块钱的专家号
咳嗽有痰，白色的
体重掉了{3-15}斤"""
