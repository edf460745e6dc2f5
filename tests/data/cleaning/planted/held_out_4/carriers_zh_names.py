"""Chinese sentences around a name, fourth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """患者姓名：{patient_name:form}
姓名：{patient_name:form}⏎年龄：{20-88}岁⏎入院日期：{date}
我是{patient_name}，前天挂的您的号
大夫您好，我叫{patient_name}，今年{18-78}岁
我叫{patient_name}今年{18-78}胃疼{2-9}年了
病人叫{patient_name}，男，{40-88}岁
我妈{patient_name}上个月查出来的
孩子叫{patient_name}，{1-12}岁{1-11}个月
代我父亲{patient_name}问诊
{patient_name}，男，{1-14}岁，反复咳嗽
出院小结：{patient_name}，女，{30-80}岁，因“腹痛”入院
患者{patient_name}因“突发胸闷{1-9}小时”急诊入院
患者{patient_name}术后恢复可，予出院
{patient_name}您好，报告我看过了
{patient_name:surname}女士您好，从您的描述看像{word:disease_zh_4}
{patient_name:surname}先生，您这个片子不清楚
您好{patient_name:surname}女士，请问月经规律吗
老{patient_name:surname}你好，血压还要再降一点
{patient_name:surname}老师您好，您问的药可以停
{patient_name:surname}奶奶昨晚睡得不错
我姓{patient_name:surname}，上周四下午最后一个号
大夫，我免贵姓{patient_name:surname}，上午打过电话
宝宝小名{patient_name:pet}，{2-11}个月
我家{patient_name:pet}又发烧了，{38.0-40.2}
{patient_name:pet}妈妈你好，先观察大便
就诊人：{patient_name}（本人）
检查人姓名{patient_name}，年龄{20-70}
{patient_name}家属：术后六小时可以喝水
请{patient_name}到{1-20}诊室就诊
{3-50}床，{patient_name}，今晨空腹血糖{5.1-14.9}
我弟{patient_name}在工地摔了，腰椎骨折
爱人{patient_name}产后{2-9}个月一直掉头发
替邻居{patient_name}问个事
我舅舅{patient_name}，脑梗{2-9}年，现在说话不清
我外婆叫{patient_name}，{70-95}岁了
联系人{patient_name}，关系母子
家属签名：{patient_name}
患者或家属签字 {patient_name}
受检人：{patient_name:form}   单位：某中学
送检者姓名：{patient_name}  年龄：{20-80}
孕妇姓名：{patient_name}⏎末次月经：{date}
用{patient_name}的名字挂的，是我嫂子
报告名字是{patient_name}，您别看错了
我跟{patient_name}是一个病房的
同病房的{patient_name}用这个药就好了
我的名字{patient_name}，您可能不记得了
复诊患者{patient_name}，上次开的药吃完了
预约成功：{patient_name}，{date}上午，请提前到
温馨提示：{patient_name}，您的检查报告已出
入院记录⏎姓名 {patient_name:form}   婚姻 已婚
诊断证明⏎兹证明{patient_name}患{word:disease_zh_4}
死亡记录：{patient_name}，男，{60-95}岁
护理记录：{patient_name}，神志清，精神可
保单上的被保人是{patient_name}
咨询人{patient_name}，想问能不能打疫苗
儿子{patient_name}，高三，睡不好
学生{patient_name}体育课上晕倒
闺女{patient_name}脸上长痘，一直不好
姐姐{patient_name}乳腺癌，我要不要查
本人{patient_name}，自愿放弃手术
改过名字：原名{patient_name}，现名{patient_name}
{patient_name}（{30-80}岁）体检发现肺结节
署名：{patient_name}，{date}
此致敬礼⏎{patient_name}
谢谢！{patient_name}
新生儿姓名：{patient_name}，足底血已采
患儿{patient_name:pet}今日体温{36.5-39.5}
{patient_name}的妈妈，孩子鼻子通气了吗
对象叫{patient_name}，婚检查出小三阳
您还记得{patient_name}吗，就是那个过敏休克的
供者{patient_name}，与患者为兄弟，配型相合""",
    "doctor_name": """{doctor_name:surname}主任您好，我又来咨询了
{doctor_name:surname}医生好，药吃完了还用再开吗
{doctor_name:surname}大夫，您看这个要紧吗
谢谢您{doctor_name:surname}医生
感谢{doctor_name:surname}教授百忙之中回复
{doctor_name:surname}医生您什么时候出诊
{doctor_name}主任您好，冒昧打扰
我是{doctor_name}医生，很高兴为您解答
您好，我是{doctor_name}，您的问题我已了解
挂了{doctor_name}的号，排到{20-90}号
手术是{doctor_name:surname}主任做的
{doctor_name:surname}主任说可以不化疗
上回{doctor_name:surname}大夫让我三个月来一次
主诊医师：{doctor_name}
医师签名：{doctor_name}
主管医生{doctor_name}，主任医师{doctor_name}
管床医生姓{doctor_name:surname}，很年轻
术者：{doctor_name}⏎助手：{doctor_name}
审核者：{doctor_name}⏎报告者：{doctor_name}
检验者{doctor_name} 核对者{doctor_name}
诊断医生：{doctor_name}，{date}
接诊医师 {doctor_name}
处方医师：{doctor_name}   药师：{doctor_name}
病理医师：{doctor_name}
麻醉医生{doctor_name}术前来看过
责任护士{doctor_name}给换的药
{doctor_name}护士长说床位紧张
护士小{doctor_name:surname}打针不疼
想挂{doctor_name}教授的特需
托人找了{doctor_name:surname}主任
{doctor_name:surname}院长下周来我们县会诊
请问{doctor_name:surname}主任还在消化科吗
我找{doctor_name}医生看的，他让我问您
{date}{doctor_name:surname}主任查房，同意目前治疗
{doctor_name}主任医师查房后指示：复查血气
转{doctor_name:surname}医生：病人今天又烧了
{doctor_name:surname}医生回复说不用停药
麻烦转告{doctor_name:surname}主任，手术做完了，很顺利
{doctor_name:surname}大夫给开的{word:patent_zh_4}
我们县医院{doctor_name:surname}医生看了片子说是结核
{doctor_name}副主任医师⏎擅长：肺部疾病
心内科 {doctor_name} 主治医师
专家：{doctor_name}⏎出诊：周三全天
推荐医生：{doctor_name}
祝您早日康复！{doctor_name}医生
——{doctor_name}医生团队
我给您推荐我同事{doctor_name}，做微创的
导师{doctor_name}教授也看了，考虑良性
{doctor_name:surname#a}主任{doctor_name:surname#a}主任，急急急
中医科的{doctor_name:surname}老开的方子
老中医{doctor_name}给把的脉
按{doctor_name:surname}医生说的，热敷了{2-9}天
是{doctor_name:surname}教授吗？终于等到您上线了
{doctor_name:surname}博士的讲座我听了
社区{doctor_name:surname}医生量的血压{140-170}
我家的家庭医生是{doctor_name}
村医{doctor_name}给挂的水
给孩子看病的{doctor_name:surname}医生调走了
今天门诊是{doctor_name:surname}医生不是您
值班医生：{doctor_name}
会诊记录⏎会诊医生：{doctor_name}（神经内科）
带教老师{doctor_name}
{doctor_name:surname}主任啊我妈又住院了这次是心衰
{doctor_name:surname}医生 在不在
接生的是{doctor_name:surname}医生
正骨的{doctor_name:surname}师傅有行医证
随访护士：{doctor_name}
辅助生殖是在{doctor_name:surname}主任组里做的
牙医{doctor_name}给种的牙
心理咨询师{doctor_name}，每周一次""",
}
