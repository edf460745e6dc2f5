"""Chinese sentences around an identity, kept apart: rules are judged on them. Rule authors do not read this file.

Same layout as `planted.open_part.carriers_zh`.
"""

CLAUSES = {
    "phone": """想了解得更清楚些的话call我{phone}
本机{phone}
移动号{phone}全天开机
我妈没微信，您直接打她电话{phone}，她耳朵背，多响几声
号码报给您：{phone}
报告出来打个电话行不？{phone}（白天）
{phone}⏎这个号一直能打通
{phone}找老伴接
ph：{phone}
小灵通早不用了，换成{phone}了
联系方式如下⏎{phone}⏎
尾款付了，回拨{phone}
肌酐{60-180}、尿酸{200-600}、电话{phone}、血钾{3.1-5.9}
我在外地，{phone}，能远程看吗
紧急联系人手机→{phone}
问诊电话您记一下，{phone}，别记错
电 话 {phone}
电联{phone}
短信我{phone}也行
热线打不通，打我私人的{phone}吧
今天{1-12}点以后打，{phone}
传真{phone}
手機：{phone}
家属联系:{phone}/{phone}""",
    "id_card": """医保系统里登记的是{id_card}
sfz：{id_card}
居民身份证编号{id_card}
二代证号码{id_card}有没有建档
证号{id_card}，麻烦核对
我给您念一下证件上那串数字，{id_card}
ID card：{id_card}
身份證號碼{id_card}
户口本上孩子那一页写的{id_card}
麻烦按这个查核酸结果⏎{id_card}
身份证后面报销要用，{id_card}，姓名待会儿发
{id_card}，这个是身份证，不是社保卡""",
    "email": """mail一下{email}
伊妹儿{email}
电邮：{email}
電郵{email}
片子太大传不上来，能发您邮箱不？我的是{email}
把食谱传我，{email}，非常感激
抄送{email}
邮 箱：{email}⏎
有论文的话发我学习学习 {email}
投诉信我寄到{email}去了
病理扫描件→{email}""",
    "url": """传送门{url}
视频我放网盘了，{url}，密码是病名拼音
个人主页→{url}
您搜一下这个：{url}
戳 {url}
影像云胶片地址{url}
打开 {url} 登录后就是我的片子
宝宝的图都在这儿了⏎{url}⏎麻烦看看""",
    "wechat": """威信{wechat}
卫星号{wechat}
绿泡泡：{wechat}
➕V {wechat}
V❤{wechat}
徽信{wechat}详聊
wei xin {wechat}
Ｖ信：{wechat}
绿色聊天软件搜{wechat}
wechat id is {wechat}
搜{wechat}加我微信，验证写“复诊”
微❤：{wechat}
微信搜索 {wechat}
微 信 号 {wechat}
＋wx{wechat}发舌苔照片
我不常上这里，有事微我{wechat}
vx号:{wechat}
薇❤{wechat}互相交流病情""",
    "qq": """叩叩{qq}
秋秋{qq}
🐧{qq}
球球号：{qq}
扣我{qq}
抠抠号{qq}
ＱＱ：{qq}
小企鹅{qq}，上线就回
q:{qq}
我加不上您，您加我的Q吧 {qq}
QQ/{qq}
联系qq→{qq}""",
    "bank_card": """钱退这个储蓄卡里：{bank_card}
招商卡{bank_card}尾号别抄错
开户行邮政，号{bank_card}
打款信息⏎{bank_card}
卡号我再发一遍，{bank_card}，户名是我本人
信用卡{bank_card}刷的住院费
互助金汇入{bank_card}即可""",
    "record_number": """影像号{record_number}
检查号：{record_number}
片号{record_number}的胶片找不到了
诊疗卡{record_number}
病员号 {record_number}
住院编号{record_number}
超声号{record_number}，图像不清楚
CT号：{record_number}
标本送检条码号{record_number}
病理号{record_number}，会诊用
医保卡号{record_number}
健康卡号{record_number}
登记ID{record_number}
体检编号：{record_number}
您在系统里输{record_number}，那是我的病历号
住院號{record_number}""",
    "birth_date": """出生于{birth_date}，户口上大一岁
我家老二{birth_date}落地的
身份证上的生日是{birth_date}
阳历生日{birth_date}
出生时间：{birth_date}凌晨
{birth_date}生人
公历{birth_date}出生，属龙
宝宝是{birth_date}剖腹产生下来的
出 生 日 期：{birth_date}
date of birth {birth_date}，护照上是这个
闺女{birth_date}生，早产
生辰{birth_date}""",
    "address": """药麻烦发顺丰，{address}
我们租的房子在{address}，甲醛超标
收件：{address}
老家{address}，就一个卫生所
居住地{address}
送到{address}门口的快递柜
坐标{address}，附近有好医院吗
120让我报位置，我说{address}
现居{address}
籍贯及住处：{address}
单位地址在{address}，粉尘大
上门采血来{address}""",
    "patient_name": """我家宝宝大名{patient_name}
挂号用的名字是{patient_name}
——{patient_name}
署名：{patient_name}
代{patient_name}咨询
我替我姐{patient_name}问一下
就诊人：{patient_name}
就诊人{patient_name}，{18-80}岁
家属{patient_name}签的字
俺叫{patient_name}，俺是种地的
我老公{patient_name}，昨晚喝酒后胃疼
药是开给{patient_name}的
给{patient_name}做的检查，不是我
您还记得{patient_name}吗，就是{1-60}床那个
患者信息：{patient_name}/女/{18-80}岁
受检者 {patient_name}
姓 名：{patient_name}
姓名（{patient_name}）
患者名称：{patient_name}
敝姓{patient_name:surname}
我老公姓{patient_name:surname}
{patient_name:surname}小姐，{20-40}岁
{patient_name:surname}阿姨的报告出来了
{patient_name:surname}同学，学校体检发现的
此致⏎{patient_name}⏎{date}
我是{patient_name}的女儿，替她问问
叫我{patient_name}就行""",
    "doctor_name": """{doctor_name:surname}医师您好
{doctor_name:surname}副主任医师
给我看病的是{doctor_name}医生
是{doctor_name:surname}老师带的学生给我换的药
责任护士{doctor_name}
经治医师签名：{doctor_name}
主任{doctor_name}亲自做的
@{doctor_name}医生
向{doctor_name}医生致敬
{doctor_name:surname}博士的门诊太难挂
{doctor_name:surname}专家在吗
{doctor_name:surname}doctor，帮忙看看片子
敬爱的{doctor_name}大夫：
一直在{doctor_name}那里调理，他是主任医师
手术医生：{doctor_name}，麻醉：{doctor_name}
{doctor_name:surname}药师说这两种药隔开吃
{doctor_name:surname}护士给扎的针
检查者：{doctor_name}
报告医师{doctor_name} 审核医师{doctor_name}
{doctor_name:surname} 医生 您好
{doctor_name:surname}大夫,{doctor_name:surname}大夫的意见不一样
祝{doctor_name:surname}主任工作顺利
让{doctor_name:surname}医生费心了
我妈是{doctor_name:surname}主任的老病号
多亏了{doctor_name}主任医师
{doctor_name:surname}醫生你好""",
    "hospital": """挂的是{hospital}的专家号
{hospital}的片子
从{hospital}转过来的
转诊单：{hospital}
{hospital}那边没床位
目前在{hospital}进修的亲戚说没事""",
}

NEUTRAL = """半夜腿抽筋，补钙也不管用
宝宝{2-11}个月，奶量掉到{60-150}ml
复查肝功，ALT降到{30-80}了
这两天嗓子像吞刀片
体检说尿酸{420-620}
{date}摔了一跤，脚踝肿
低烧{37.2-37.9}，没精神
伤口拆线后能碰水吗
肺部结节{3-9}mm要紧不
B超：子宫肌瘤{12-60}×{10-45}mm
激素药膏用了{2-6}周
心率{90-130}，走路喘
化疗{2-6}个疗程后白细胞只有{1.1-2.9}
口服{word:drug_zh}，早晚各{1-2}粒
{word:disease_zh}还能喝酒吗
血红蛋白才{60-95}g/L
眼压{15-30}mmHg
尿蛋白两个加号
最近压力大，老是心慌
孕酮{8.1-30.9}ng/ml，HCG翻倍不好
打呼噜憋醒
拔牙后第{2-6}天还肿
别熬夜，清淡饮食
按时吃药，下周门诊复查
先做个幽门螺杆菌吹气试验
必要时穿刺活检
没有发热，可以居家观察
您描述的情况考虑过敏
片子清楚，暂时不用处理
胆固醇{5.3-7.9}，甘油三酯{1.8-6.9}
腿上有青紫，血小板{20-90}×10⁹/L
口腔溃疡反反复复
我爷爷{70-90}岁了，不想吃饭
好的，明白了"""
