"""Chinese sentences around an identity, fifth kept part: forum questions, consultations, ward and telephone notes,
letters, messages of relatives. Rules are judged on them; rule authors do not read this file. Same layout as
`planted.open_part.carriers_zh`.
"""

from planted.held_out_5.carriers_zh_names import NAMES

CLAUSES = {
    "phone": """我手机{phone}，随时可以接
请您打我电话{phone}
我的联系电话是{phone}，麻烦通知我
电话：{phone}⏎职业：退休
联系电话 {phone}
有床位了给我打{phone}
不方便接电话就发短信到{phone}
您的电话是{phone}吗？我打了没人接
我老公手机号{phone}，他在医院陪着
这是我女儿的号码{phone}，我眼睛看不清
{phone}，我电话，谢谢医生
手机号{phone}注册的，收不到验证码
家里座机{phone:local}，白天有人
病房电话{phone}，家属晚上八点前打
科室电话：{phone}，预约请提前一天
预约挂号电话{phone}
护士站{phone}，有事可以问
诊所电话是{phone}，上午九点开门
我换号了，现在用{phone}
刚才{phone}给我打电话说是医院的，是真的吗
120接线员让我留个号，我留的{phone}
麻烦把结果告诉我爱人，{phone}
家属电话{phone}（儿子）
留电话：{phone}，{patient_name}
{patient_name}，电话{phone}，预约{date}
回访电话{phone}，无人接听
我的号码{phone}，加微信也是这个号
办公室{phone:local}，找谁都行
可以电话咨询吗？我的号是{phone}
快递员打{phone}就行，药我下楼拿""",
    "id_card": """我身份证号{id_card}，帮我查下报告
身份证号码：{id_card}
患者身份证：{id_card}，医保类型：职工
证件号码{id_card}⏎证件类型：身份证
挂号要身份证，我的是{id_card}
给我妈建档，她身份证号是{id_card}
孩子的身份证号{id_card}，刚上的户口
身份证{id_card}，住院押金已交
医保卡丢了，用身份证{id_card}能不能看病
登记时身份证号写成{id_card}，最后一位错了
{patient_name}，{id_card}，要办出院
我叫{patient_name}，身份证号是{id_card}
麻烦核对一下身份证{id_card}
核酸登记的身份证号码{id_card}
接种人证件号：{id_card}
入院登记　身份证号　{id_card}
办慢病卡提交的身份证是{id_card}
代取报告需要患者身份证号，{id_card}
身份证 {id_card} 电话 {phone}
我爸的身份证号您要吗？{id_card}
伤残鉴定申请人身份证号{id_card}
陪护证登记：{id_card}
复印病历，本人身份证{id_card}
您看这个身份证号{id_card}对应的是哪个住院记录
新生儿母亲身份证：{id_card}
退休证和身份证号{id_card}都带着
查询条件：身份证={id_card}""",
    "email": """我的邮箱是{email}，麻烦发一份
报告能发我邮箱吗？{email}
请将检查结果发至{email}
邮箱：{email}⏎备注：急
E-mail：{email}
片子太大，我发到您邮箱{email}了
联系邮箱{email}，一般当天回复
您的邮箱{email}我发了三次都退回来
想要一份饮食指导，邮箱{email}
病历资料寄到{email}就可以，会诊中心统一收
我用{email}给您写过信
我孩子在国外，邮箱{email}
邮箱地址：{email}，电话：{phone}
知情同意书请扫描后发{email}
投诉可发邮件到{email}
出国看病要英文病历，发我{email}
课题组邮箱{email}，招募志愿者
{email} 是我常用邮箱
写信给{email}，附上化验单
登录名{email}，密码忘了
已发送到{email}，请查收
文献我发您，给个邮箱？——{email}
化验单电子版：发{email}谢谢
会议报名{email}
上次那个邮箱不用了，改成{email}
通讯邮箱 {email}""",
    "url": """我的片子在这里：{url}
CT影像链接{url}，您点开能看
孩子抽的时候拍了视频，{url}
皮疹照片{url}
网盘链接：{url} 提取码{#4}
{url}，这个是我的电子胶片
大夫麻烦打开{url}看一下
链接发您了{url}，七天有效
我在别处发过帖子{url}
看了这篇{url}说不能吃鸡蛋，是真的吗
我的主页{url:home}，上面有出诊时间
请在{url:home}上预约
医院官网{url:home}
诊所网址：{url:home}
您在网上的个人网站{url:home}停更了吗
伤口照片传到{url}
我整理的病程都在{url}
这个视频{url}里的动作能做吗
报告图片地址{url}
朋友转给我的{url}，讲的是同一种手术
我的微博{url}，每天记录抗癌日记
医生科普见{url:home}
扫码或访问{url:home}填问卷
病理切片扫描：{url}
动态心电图看{url}，密码是生日
B超录像在{url}""",
    "wechat": """我微信{wechat}，加一下方便发图
加微信{wechat}，备注肺结节
微信号：{wechat}，备用
您的微信号是多少？我的{wechat}
能加您微信吗，我是{wechat}
我加您了，微信名叫{wechat}
医生微信 {wechat}，术后随访用
术后群管理员的微信号{wechat}
请添加助理微信{wechat}进群
我爱人的微信：{wechat}
WX：{wechat}
wx号{wechat}，谢谢
vx {wechat} 有空聊
微信：{wechat}　电话：{phone}
可以微信联系我，{wechat}
我微信号换了，新的是{wechat}
方便的话加我微信，号是{wechat}
护士加我微信吧：{wechat}
我不常上这个平台，微信{wechat}
搜微信号{wechat}就能找到我
微信号{wechat}，头像是一朵荷花
请问这个微信{wechat}是您本人吗
有人自称是您，微信号{wechat}，让我转账
健康管理师微信：{wechat}
产后康复预约微信{wechat}
孩子爸爸微信{wechat}，他懂英文
加我v：{wechat}""",
    "qq": """我QQ{qq}，可以传片子
QQ号：{qq}
加我QQ {qq}，我把CT发过去
您有QQ吗，我的是{qq}
病友QQ群{qq}，欢迎进来
我的QQ是{qq}，不用微信
qq：{qq}，验证写咨询
qq号码{qq}，在线时间晚上
老年人只会用QQ，号是{qq}
扣扣{qq}，帮忙看看检查单
联系QQ {qq}
用QQ发过去了，我这边是{qq}
QQ {qq} 或者电话{phone}
大夫加下我qq{qq}
科室的QQ：{qq}，周一到周五有人
我以前用{qq}这个QQ问过您
您的QQ号{qq}我找不到
本人QQ：{qq}，微信没有
康复交流群QQ{qq}已满
QQ在线咨询：{qq}
孩子的QQ号{qq}，让他自己跟您讲
把图发我QQ吧，{qq}
Q：{qq}，谢谢大夫
我用小号QQ{qq}加的您
客服QQ：{qq}，退款找她
助理QQ号是{qq}""",
    "bank_card": """我的银行卡号{bank_card}，退费打这张
退款账号：{bank_card}
请把押金退到银行卡{bank_card}
卡号 {bank_card}，户名{patient_name}
报销款打到{bank_card}，农行的
开户行：建设银行⏎账号：{bank_card}
医保报销用的银行卡{bank_card}
社保卡金融账户{bank_card}未激活
扣款银行卡号{bank_card}，扣了两次
住院费是用信用卡{bank_card}刷的
爱心筹款账号{bank_card}
户名{patient_name}，工行卡{bank_card}
银行账号：{bank_card}（本人）
您把钱转到{bank_card}这个卡上就行
对方让我汇款到{bank_card}，说是会诊费
我妈的工资卡{bank_card}
退到原卡{bank_card}即可
银行卡：{bank_card}，邮储银行
理赔款请汇至{bank_card}
交费失败，卡号{bank_card}余额够的
绑定的银行卡是{bank_card}
生育津贴打在{bank_card}上
救助金收款卡号：{bank_card}
招商银行 {bank_card}
我用储蓄卡{bank_card}付的挂号费
账户{bank_card}什么时候能到账""",
    "record_number": """住院号：{record_number}⏎入院方式：平车
我的住院号{record_number}，您可以调病历
门诊号{record_number}，{date}看的
病历号：{record_number}⏎科别：普外科
病案号 {record_number}，复印病历用
就诊卡号{record_number}，卡丢了
登记号：{record_number}，自费
病人ID：{record_number}，检验科接收
检查号{record_number}，片子还没拿
病理号{record_number}，加做免疫组化
超声号：{record_number}
影像号：{record_number}，层厚5mm
标本号{record_number}，未检出
患者编号{record_number}
医保卡号{record_number}，异地的
社保卡号：{record_number}
报告编号：{record_number}，审核时间：{date}
住院号 {record_number} 姓名{patient_name}
{patient_name}，住院号{record_number}，今日出院
我住院号是{record_number}，去年冬天住的
挂号单上的门诊号是{record_number}
档案号{record_number}，孕妇建册
预约号{record_number}，明天上午
诊疗卡号{record_number}绑不上
条形码下面的病历号{record_number}
内镜号：{record_number}
放射号{record_number}，急诊加急
输血申请：病案号{record_number}
您查一下病历号{record_number}就知道了
体检编号{record_number}，报告没收到""",
    "birth_date": """出生日期：{birth_date}⏎籍贯：外省
我是{birth_date}出生的，男
出生年月：{birth_date}⏎民族：汉
生日{birth_date}，属马
孩子{birth_date:child}出生，顺产
宝宝生日是{birth_date:child}，什么时候打第三针
我{birth_date}生，末次月经不准
出生于{birth_date}，久居本地
女儿{birth_date:child}出生，出生体重{2.1-4.3}kg
患者{birth_date}生，否认疫区接触史
妈妈{birth_date}生人，绝经{2-20}年
我是{birth_date}生的，打算要二胎
老公生日{birth_date}
姓名：{patient_name}　出生：{birth_date}
真实生日和证件不一样，证件写{birth_date}
系统里出生日期写成了{birth_date}
病人出生日期 {birth_date}
小孩是{birth_date:child}生的，现在还不会翻身
双胞胎，{birth_date:child}剖的
我老伴{birth_date}出生，今年住了{2-5}次院
出生日期{birth_date}，身高{150-182}cm
农村老人，户口本生日{birth_date}
二宝{birth_date:child}出生，黄疸一直不退
父亲出生年月是{birth_date}
受试者出生日期：{birth_date}
接种证：出生日期{birth_date:child}
{patient_name}，{birth_date}出生""",
    "address": """我家住{address}
家庭住址：{address}⏎文化：小学
住址：{address}⏎婚姻：已婚
现住址 {address}，电话{phone}
膏药给我寄到{address}
地址：{address}，收件人{patient_name}
请把病历复印件邮到{address}
我住在{address}，过去要两个小时
老人一个人住在{address}
快递地址{address}，谢谢
户口所在地：{address}
通讯地址：{address}
叫了救护车，地址报的{address}
上门抽血，地址{address}
收货地址：{address}，放驿站
患者住{address}，近两周未外出
人在{address}，能不能先线上开药
家在{address}，附近没有大医院
工作单位地址：{address}
我们药店在{address}，有货
中药代煎，送到{address}
居住地址变更为{address}
寄出地是{address}，到付
{patient_name}，{address}，{phone}
护工住{address}，可以马上到
搬到{address}以后就开始过敏
从{address}打车过来{20-90}块""",
    "hospital": """检查是我自己去{hospital}做的
{date}在{hospital}住院
{hospital}的医生说要手术
就诊于{hospital}，诊断为{word:disease_zh_5}
曾在{hospital}治疗，效果不佳
检查医院：{hospital}
医院名称：{hospital}⏎科室：骨科
我们这儿的{hospital}看不了
想去{hospital}看，您认识那里的大夫吗
您是{hospital}的医生吗
{hospital}出院记录
转到{hospital}ICU了
{hospital}和{hospital}的结果不一样
在{hospital}生的孩子
片子是{hospital}拍的，您能看吗
去{hospital}挂您的号要怎么挂
{hospital}说没事，我不放心
从{hospital}转过来的病人
{hospital}专家会诊意见：继续抗感染
{hospital}体检中心，B超提示囊肿
疫苗在{hospital}打的
当时120送到{hospital}抢救
{hospital}化验单，白蛋白{20-39}
我爱人在{hospital}工作
本院（{hospital}）病理科
{hospital}让我加做{word:exam_zh_5}
欢迎到{hospital}面诊
前年在{hospital}放过支架
{hospital}门诊病历""",
} | NAMES

NEUTRAL = """医生，我胃胀气{2-9}个月了，饭后更重
最近总是心慌，一活动就喘
发病时间：{date}，无明显诱因
疾病：{word:disease_zh_5}
您好，您的情况我了解了，不用过度担心
这个检查疼不疼，要不要打麻药
想问一下需不需要手术
结果出来了，比上次低一点
现在吃着{word:drug_zh_5}，每天{1-2}次
请问有没有发热、咳痰
大约{2-15}年前得过肺结核
这半年掉了{4-12}斤秤
晚上要起来{2-5}趟
初步考虑{word:disease_zh_5}，需要进一步检查
吃奶还行，就是爱哭闹
老人家胃口差，不爱说话
血压最高{150-190}，低压{85-110}
体温{36.3-39.4}，咽部充血
有剖腹产史，没有外伤
偶尔抽烟，酒戒了{2-9}年
喝了{word:patent_zh_5}感觉好一点
刀口有点红，按着疼
需要住院吗，大概几天
少吃油腻，多走路，三个月后查一次
月经推迟{5-20}天，验孕棒是一条杠
吃辣的就反酸，躺下更厉害
真的太感谢了
嗓子干痒，咳起来没完
蹲下去站不起来，膝盖响
睡不着，脑子里停不下来
身上起红疙瘩，一抓一大片
体格检查：双肺呼吸音粗，腹平软
嘱其注意休息，不适随诊
片子看了，骨头没有问题
可以，按说明书减量就行
好的，我明天去抽血
左耳像塞了棉花
小腿晚上抽筋，白天没事
没有青霉素过敏，头孢也能用
放疗{10-30}次，口腔溃疡疼得吃不下
这个遗传吗，要不要让孩子也查
门诊开药能不能多开几盒
我有点怕，做完会不会瘫
比上个月的片子吸收了一些"""
