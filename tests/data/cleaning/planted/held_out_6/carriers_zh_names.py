"""Chinese sentences around a name, sixth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """姓名：{patient_name:sheet}⏎性别：女⏎年龄：{18-90}岁
姓名 {patient_name:sheet} 性别 男 年龄 {18-90}
患者姓名：{patient_name}
患者{patient_name}，男，{30-90}岁，因反复胸闷{2-10}天入院
患者 {patient_name} 女 {20-85}岁 已婚
病人{patient_name}，{40-80}岁，糖尿病{3-20}年
{patient_name}，女，{25-80}岁，{date}入院
{patient_name}，{30-85}岁，农民，右利手
{patient_name}（男，{40-80}岁）
{patient_name:sheet} 女 {18-85}岁 {1-60}床
{1-50}床{patient_name}，今晨测体温{36.2-39.5}度
{1-40}床 {patient_name} 术后第{1-7}天
床头卡：{patient_name}，一级护理
我叫{patient_name}，今年{18-80}了
您好，我是{patient_name}，上周三在您那看过
大夫您好，我叫{patient_name}，来自农村
我是{patient_name}的女儿，想问下化验结果
我是患者{patient_name}的爱人
我是{patient_name}的家属，他现在吃不下饭
这里是{patient_name}家属，刚才电话断了
医生，我是昨天的{patient_name}，药买不到
{patient_name}的报告出来了吗
请问{patient_name}的病理什么时候能取
帮我查一下{patient_name}的化验单
{patient_name}的检查单我拿错了
我爸{patient_name}，{55-85}岁，老烟民
我妈叫{patient_name}，{50-80}岁
母亲{patient_name}，去年做过心脏支架
我老公{patient_name}，体检发现{word:disease_zh_6}
我爱人叫{patient_name}，{25-60}岁
爷爷{patient_name}卧床{1-5}年了
岳母{patient_name}，{50-80}岁，刚查出{word:disease_zh_6}
弟弟叫{patient_name}，{8-30}岁，从小多病
我姐{patient_name}怀孕{5-39}周
我婆婆{patient_name}做了{word:exam_zh_6}
孩子叫{patient_name:baby}，{2-12}岁了还尿床
我女儿{patient_name:baby}，{1-10}岁，反复咳嗽
儿子{patient_name:baby}今年上小学，鼻子老堵
宝宝姓名：{patient_name:baby}
患儿{patient_name:baby}，男，{1-13}岁，因发热{1-5}天就诊
患儿姓名{patient_name:baby}，体重{6-40}kg
我家{patient_name:pet}昨晚又烧了
{patient_name:pet}妈妈：孩子拉肚子{2-5}天
我们家{patient_name:pet}{3-30}个月了，还不会爬
小名{patient_name:pet}，大名{patient_name:baby}
双胞胎姐姐{patient_name:baby}也有同样的疹子
{patient_name:surname}女士，{25-70}岁，入睡困难
{patient_name:surname}先生，您的结果都正常
{patient_name:surname}先生您好，{word:drug_zh_6}要饭后吃
{patient_name:surname}阿姨，{50-75}岁，退休教师
{patient_name:surname}大爷最近老忘事
{patient_name:surname}奶奶，血压还高吗
小{patient_name:surname}你好，先别着急
老{patient_name:surname}，药记得按时吃
病人{patient_name:surname}某，男，{30-70}岁
{patient_name}女士您好，报告已出
{patient_name}先生，请于{date}前来复诊
尊敬的{patient_name}女士：感谢您参加本次体检
{patient_name}同志，因{word:disease_zh_6}需休息{3-30}天
兹证明{patient_name}于{date}在我科住院
诊断证明⏎{patient_name}，诊断为{word:disease_zh_6}
联系人：{patient_name}（夫妻）
联系人{patient_name}，关系：父子
家属签字：{patient_name}
患者或家属签名 {patient_name} {date}
陪护人：{patient_name}
监护人：{patient_name}⏎与患儿关系：母亲
监护人姓名{patient_name}
病史由其子{patient_name}代诉
由妻子{patient_name}陪同来院
委托人{patient_name}代为办理出院
告知其丈夫{patient_name}手术风险
受检者：{patient_name}
受检人 {patient_name} 女 {30-65}岁
就诊人：{patient_name}⏎初诊/复诊：复诊
产妇{patient_name}，{22-42}岁，孕{36-41}周
孕妇姓名：{patient_name}
供者{patient_name}，与患者为兄妹
{patient_name}之女，生后{1-20}天，皮肤黄染
投保人：{patient_name}
缴费人 {patient_name}
同病房的{patient_name}也是{word:disease_zh_6}
隔壁床的{patient_name:surname}大姐说这个药好
患者签名：{patient_name}
此致 敬礼⏎{patient_name}⏎{date}
患者：{patient_name}敬上
您的病人{patient_name}
我真名{patient_name}，别写出来
名字：{patient_name}，症状：头晕
电话随访：{patient_name}，仍有胸闷
@{patient_name} 你的化验单到了
护士喊{patient_name}进诊室，我没听见
叫号屏上显示{patient_name}，那就是我
收件人{patient_name}
病人是我同学{patient_name}
我和我老公{patient_name}都查了，没问题""",
    "doctor_name": """主治医师：{doctor_name}⏎查房时间：{date}
我的主治医生{doctor_name}很细心
主任医师 {doctor_name}
管床医生：{doctor_name}
经治医师：{doctor_name}⏎记录时间：{date}
住院医师{doctor_name}
上级医师：{doctor_name}
主刀：{doctor_name}
排的主刀医生是{doctor_name}，还没见到人
手术者：{doctor_name}⏎助手：{doctor_name}
术者 {doctor_name} 一助 {doctor_name}
麻醉医师：{doctor_name}
麻醉：{doctor_name}
器械护士：{doctor_name}⏎巡回护士：{doctor_name}
报告医师：{doctor_name}
报告医生 {doctor_name} 审核医生 {doctor_name}
审核者：{doctor_name}
诊断医师{doctor_name}，{date}
检查医生：{doctor_name}
检验者：{doctor_name}
送检医生：{doctor_name}
申请医师 {doctor_name}
医师签名：{doctor_name}（盖章有效）
医生签字 {doctor_name}
医师：{doctor_name}⏎处方：{word:drug_zh_6}
开单医生：{doctor_name}
责任护士：{doctor_name}，一级护理
护士：{doctor_name}
护士长{doctor_name}来看过
护士签名{doctor_name}
药师：{doctor_name}
调配药师 {doctor_name}
接诊医生：{doctor_name}；诊室：{1-30}
首诊医生{doctor_name}
录入员：{doctor_name}
记录者：{doctor_name}，{date}
导医{doctor_name}带我去的
会诊医师：{doctor_name}，心内科
{doctor_name}主任查房：继续目前治疗
{doctor_name}主治医师查房记录
{doctor_name:surname}主任查房后示：加用{word:drug_zh_6}
今日{doctor_name}副主任医师查房
示教：{doctor_name}教授
{doctor_name}医生您好，我是外地的
{doctor_name}大夫你好
{doctor_name:surname}医生好，打扰了
{doctor_name:surname}大夫，您看这个片子严重吗
{doctor_name:surname}主任您好，上回问您的事有结果了
尊敬的{doctor_name:surname}教授
敬爱的{doctor_name}医生
{doctor_name:surname}院长，救救孩子
真的谢谢{doctor_name:surname}医生，大半夜还回我
感谢{doctor_name}主任的耐心解答
非常感谢{doctor_name:surname}主任
多亏了{doctor_name}大夫
我是{doctor_name}医生，您的问题我看到了
我是{doctor_name:surname}大夫的助理
您好，我是心内科{doctor_name}
你好，我是{doctor_name:surname}医生
我是儿科医生{doctor_name}
以上仅供参考，{doctor_name}医生
{doctor_name}医生回复：可以吃
{doctor_name:surname}医生：先做个{word:exam_zh_6}
我挂的是{doctor_name}的号
挂了{doctor_name:surname}主任的专家号
想约{doctor_name}主任的手术
找{doctor_name:surname}医生看的
一直在{doctor_name}大夫那里看
请{doctor_name:surname}教授会诊
让{doctor_name:surname}大夫给开的{word:drug_zh_6}
给我做手术的是{doctor_name}医生
手术是{doctor_name}主任做的，很成功
上次是{doctor_name:surname}医生给我看的
问了{doctor_name:surname}护士，她说正常
{doctor_name:surname}护士给打的针
{doctor_name:surname}护士长人特别好
{doctor_name:surname}老师说不用忌口
{doctor_name:surname}药师提醒别和酒一起
中医{doctor_name}给开了{word:formula_zh_6}
老中医{doctor_name:surname}大夫号脉说湿气重
专家{doctor_name}，周二上午出诊
{doctor_name}，主任医师，擅长{word:disease_zh_6}
{doctor_name} 副主任医师 骨科
{doctor_name}教授团队
科主任：{doctor_name}
请问{doctor_name}医生什么时候出诊
{doctor_name:surname}医生今天停诊了
有人认识{doctor_name:surname}大夫吗
您和{doctor_name:surname}主任是一个科的吗
{doctor_name:surname}医生让我来找您
推荐消化科的{doctor_name}大夫
转给{doctor_name:surname}医师处理
{date}由{doctor_name}医师接班
交班医师：{doctor_name}
值班医生{doctor_name}已处理
已通知{doctor_name:surname}医师
请到{doctor_name}诊室就诊
指导老师：{doctor_name}""",
}
