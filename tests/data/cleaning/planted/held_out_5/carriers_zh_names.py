"""Chinese sentences around a name, fifth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """您好，我是昨天问诊的{patient_name}
我叫{patient_name}，{22-76}岁，在厂里上班
大夫，我老公叫{patient_name}，前年做的搭桥
患者：{patient_name:form}，性别：男，年龄：{18-90}岁
患者{patient_name}，女，{19-89}岁，主因“反复咳嗽{2-9}周”入院
姓名 {patient_name:form} 性别 女 年龄 {16-88}
病人姓名：{patient_name:form}⏎床号：{1-60}
{patient_name}，女，{20-85}岁，农民，已婚
孩子姓名：{patient_name:child}⏎体重：{8-40}kg
小朋友叫{patient_name:child}，{2-12}岁，半夜磨牙
我儿子{patient_name:child}今年上初二，个头只有{135-150}
我女儿{patient_name:child}打小体质弱
宝宝叫{patient_name:home}，吃奶粉的，{2-11}个月大
我家{patient_name:home}昨晚烧到{38.5-40.5}，吃了退烧药降下来了
我们家{patient_name:home}是早产儿
{patient_name:home}妈妈，您把奶量记一下
孩子{patient_name:home}这两天大便怎么样了
{patient_name:surname}先生您好，看了您发的图片
您好，{patient_name:surname}女士，这个指标偏高一点不要紧
{patient_name:surname}阿姨，您的药可不能自己停
{patient_name:surname}叔叔今天感觉怎么样
老{patient_name:surname}，上次跟你说戒酒，戒了没
小{patient_name:surname}同学你好，青春痘不要用手挤
{patient_name:surname}大爷，您把血糖本拍给我看看
我姓{patient_name:surname}，就是那个从外地来做支架的
本人姓{patient_name:surname}，男，{30-80}岁
{patient_name:surname}姐您好，孕酮可以先不补
好的{patient_name:surname}老师，下周把片子带来
我母亲{patient_name}，糖尿病{5-25}年，脚趾发黑
父亲名叫{patient_name}，{60-92}岁，去年查出食管有问题
奶奶{patient_name}摔了一跤以后就起不来了
我岳母{patient_name}一直在吃{word:drug_zh_5}
我嫂子{patient_name}怀二胎，{12-36}周
丈夫{patient_name}陪我来的，他签的字
家属{patient_name}（女儿）代诉
联系人：{patient_name}　关系：配偶
监护人姓名：{patient_name}
陪护人员：{patient_name}，体温正常
紧急联系人{patient_name} {phone}
代表患者{patient_name}来问一下
替我同事{patient_name}咨询，他不会打字
我朋友{patient_name}也是这个病
我闺蜜{patient_name}介绍我来的
室友{patient_name}说我打呼噜会憋气
病友{patient_name}吃中药好了很多
老乡{patient_name}在您那儿开过刀
我表弟{patient_name}{17-30}岁，查出来小三阳
我是{patient_name}的女儿，他现在说不了话
我是患者{patient_name}的家属，请问能探视吗
您好！{patient_name}的爸爸，报告已经收到
{patient_name}家长：孩子的过敏原结果出来了
请{patient_name}到B超室门口等候
下一位，{patient_name}
{patient_name}，您预约的{date}胃镜请空腹前来
{patient_name}您好，您在我院的检查结果已出具
【复诊提醒】{patient_name}，距上次就诊已{2-6}个月
尊敬的{patient_name}患者：您的病理会诊已完成
{patient_name}（住院患者）今日办理出院
今收治患者{patient_name}，神志清楚，步入病房
{date}查房：{patient_name}诉夜间仍有胸闷
交班：{2-60}床{patient_name}，术后第{1-5}天，引流通畅
转入患者{patient_name}，生命体征平稳
出院诊断证明书　姓名：{patient_name}
检查申请单⏎姓名：{patient_name:form}⏎申请科室：呼吸科
检验报告　姓名：{patient_name}　标本：血清
受检者：{patient_name:form}，体检日期：{date}
产妇：{patient_name}，孕{1-4}产{1-3}
供精者和受者{patient_name}血型一致
缴费人{patient_name}，退费原路返回
挂号人写的是{patient_name}，其实是给我看
就诊卡上的名字是{patient_name}，是我妹妹
参保人：{patient_name}，类别：居民医保
授权委托书：本人{patient_name}委托儿子办理
以上情况属实，签名：{patient_name}
患者签字：{patient_name}　{date}
家属{patient_name}已知情，同意手术
祝您工作顺利！患者{patient_name}敬上
麻烦您了，{patient_name}留
落款：{patient_name}
医生你看下我老婆{patient_name}这个b超正常不
我妈名字{patient_name}你能查到她的住院记录吗
{patient_name}是我爸，上个礼拜在您那里出的院
姓名{patient_name}年龄{20-70}症状腰疼腿麻
那个叫{patient_name}的病人现在怎么样了
记错了，病历上应该是{patient_name}，不是别人""",
    "doctor_name": """{doctor_name:surname}医生您好，打扰了
{doctor_name:surname}大夫在吗，有急事
您好{doctor_name:surname}医生，上次的药我吃完了
{doctor_name:surname}主任，我爸的情况想再跟您说一下
辛苦{doctor_name:surname}医生了，这么晚还回复
谢谢{doctor_name:surname}主任，您真是好人
非常感谢{doctor_name}医生的耐心解答
{doctor_name}大夫您好，我在网上看到您的介绍
我是{doctor_name:surname}医生的老病人了
您好，我是呼吸科{doctor_name}，先看一下您的资料
我是{doctor_name}，在肝胆外科工作{5-30}年了
我姓{doctor_name:surname}，是您这次问诊的接诊医生
管我们的是{doctor_name:surname}医生，态度特别好
主刀是{doctor_name:surname}主任，一助没记住
给我爸开刀的{doctor_name}主任退休了吗
挂的{doctor_name}的专家号，等了{2-5}个小时
{doctor_name}教授每周几看门诊
请问{doctor_name}医生下周出门诊吗
我想约{doctor_name}医生做手术，要排多久
朋友推荐我找{doctor_name:surname}教授
听{doctor_name:surname}大夫的，先保守治疗
{doctor_name:surname}医生让我查一个{word:exam_zh_5}
{doctor_name:surname}主任看完片子没说什么
{doctor_name:surname}医生说得对，我自己不该停药
上午{doctor_name:surname}主任带着一群学生来查房
{date}{doctor_name:surname}副主任医师查房记录
{doctor_name}主任医师查房：同意目前诊断
遵{doctor_name:surname}主任医嘱，停用{word:drug_zh_5}
请示{doctor_name}主任后，予急诊手术
已向值班医师{doctor_name}汇报
会诊医师：{doctor_name}　会诊时间：{date}
住院医师：{doctor_name}　主治医师：{doctor_name}
主治医生：{doctor_name}⏎科室：内分泌科
经治医师：{doctor_name}
记录者：{doctor_name}
报告医师：{doctor_name}　审核医师：{doctor_name}
检查医生：{doctor_name}，{date}
手术医师：{doctor_name}、{doctor_name}
麻醉师：{doctor_name}　器械护士：{doctor_name}
巡回护士{doctor_name}清点无误
责任护士：{doctor_name}，护理级别：二级
护士长{doctor_name}帮我们协调的床位
护士{doctor_name}给我扎了三针才扎上
{doctor_name:surname}护士说打完针要观察半小时
小{doctor_name:surname}护士很细心
{doctor_name:surname}护士长，我们想换个靠窗的床
医师签字：{doctor_name}
医生签名 {doctor_name}
开方医生：{doctor_name}，{5-14}剂
调配：{doctor_name}　复核：{doctor_name}　发药：{doctor_name}
药师{doctor_name}提醒不能和酒同服
检验员：{doctor_name}
康复师{doctor_name}教的动作我每天练
营养师{doctor_name:surname}老师给定的食谱
针灸推拿科{doctor_name:surname}大夫扎的
我们村的{doctor_name:surname}大夫给输的液
社区卫生站的{doctor_name:surname}大夫说先观察
县里的{doctor_name:surname}院长看了也拿不准
{doctor_name:surname}老中医说是肝郁脾虚
中医{doctor_name}号脉说我湿气重
口腔科的{doctor_name:surname}大夫把我的智齿拔了
产检一直是{doctor_name:surname}医生做的
孩子的保健医生{doctor_name:surname}老师说要补铁
心理科{doctor_name}医生建议做量表
找了放射科的{doctor_name:surname}主任重新读片
跟{doctor_name:surname}主任约好了{date}复查
我把您说的转达给{doctor_name:surname}主任了
{doctor_name:surname}医生，{doctor_name:surname}主任也看过这个片子
{doctor_name:surname#b}医生您好，请问{doctor_name:surname#b}医生周末上班吗
不是{doctor_name}医生，是另外一个年轻的
来自{doctor_name}医生的回复：可以吃
{doctor_name}　主任医师　心血管内科
{doctor_name}医生工作室⏎助理回复
患教文章（作者：{doctor_name}医生）我读了
本院{doctor_name}主任将于{date}停诊
接诊医生：{doctor_name}，处理：开具检查
转诊医生：{doctor_name}⏎转诊原因：需手术
带我的{doctor_name:surname}老师说这种情况少见
急诊的{doctor_name:surname}大夫缝的{3-12}针
之前一直在{doctor_name:surname}大夫那儿拿药
麻烦帮我转{doctor_name:surname}医生，谢谢
家庭医生签约：{doctor_name}
{doctor_name}医生祝您健康
谢谢{doctor_name:surname}医生和护士{doctor_name}""",
}
