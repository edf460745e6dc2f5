"""Surnames, and the words that look like names without being any."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words between blanks."""
    return frozenset(text.split())


COMMON_SURNAMES = frozenset(
    "赖丁万丛严丰乌乐乔于云亓井亢仇付仝仲任伊伍伏但位何佘余佟侯俞信修倪傅储元党全公兰关冀冉农冯况冶冷冼凌刁刘初利劳"
    "勾包匡区华卓单南卜卞卢卫印危卿厉原古史叶司吉向吕吴周呼和哈唐商喻国夏奉奚姚姜姬娄孔孙孟季宁安宋宗官宣宫容宾宿寇"
    "富封尉尚尤尧尹居屈展屠岑岳崔嵇左巩巫巴帅师席干平幸庄应庞康廉廖张强彭徐惠慕戈戎成战戚戴房扈揭支敖敬文斯方於施时"
    "明易昝晁晋晏普景智曲曹曾朱朴权李杜束来杨杭林柏查柯柳柴栗栾桂桑梁梅植楚楼樊檀欧武段殷母毕毛江池汤汪沈沙浦海涂温"
    "游湛滕满漆潘焦熊燕牛牟狄玉王班甄甘田由申白皮盖盘盛相瞿石祁祖祝禹秦程穆窦章童符简管米粟索纪练缪罗羊翁翟耿聂肖胡"
    "胥臧舒艾芦芮花苏苑苗苟范茅茹荆荣莫葛董蒋蒙蒲蓝蔡蔺薄薛虞衡衣袁裘裴褚覃解詹计许诺谈谌谢谭谷豆费贺贾赫赵路车辛辜"
    "边连迟逯邓邝邢那邬邰邱邵邸邹郁郎郑郜郝郭都鄢金钟钱银门闫闭闵闻阙阚阮阳阴阿陆陈陶隆隋雍雷霍靳鞠韦韩项顾颜饶马骆"
    "高魏鲁鲍鲜鹿麦麻黄黎齐龙龚"
)
MOST_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔傅汤施樊洪翟葛殷詹申欧耿"
    "萧闫焦俞柳祝阮柯梅童凌毕裴霍涂翁骆靳鲍喻祁滕屈饶牟穆卓缪芦邝厉"
)
_RARE_SURNAMES = (
    "墨丁万丛严丰乌乐乔习于云亓井亢仇仉从付仝仰仲任伊伍伏但位何佘余佟佴侯俎俞信修倪傅储元充党全公兰关冀冉农冯况冶冷"
    "冼凌凤刁刘初利别劉劳勾包匙匡区华卓单南卜卞卢卫印危卿厉厍原古史叶司吉向吕吳吴呂呙周呼和咸哈唐商喬單喻嚴国夏奉奚"
    "妫姚姜姬娄孔孙孟季孫宁安宋宓宗官宣宦宫容宾宿寇富寧寶寿封尉尚尤尧尹居屈展屠山岑岳崔嵇左巩巫巴帅师席干平幸庄应庞"
    "康庹庾廉廖弋弘张張强彭徐忻惠慎慕戈戎成战戚戴房扈揣揭撒支敖敬文斯方於施时昌明易昝晁晋晏普景智暨暴曲曹曾朱朴权李"
    "杜束来杨杭林枚柏查柯柳柴栗栾桂桑桓梁梅植楊楚楼樂樊檀欧歐步武段殷母毕毛汝江池汤汪沃沈沐沙浦海涂温游湛湯滕满漆潘"
    "濮焦熊燕牛牟牧狄玉王班甄甘甯田由申白皋皮盖盘盛盧相眭睢瞿矫石祁祖祝禄禚禹秦程穆窦竇章童竺符笪简管範籍米粟糜紀索"
    "綦繆纪练终缪罗羅羊羿翁翟耿聂聶肖胡胥臧舒艾芦芮花苌苏苑苗苟范茅茆茹荆荣莊莘莫菅萨萬葉葛董蒉蒋蒙蒲蓝蓟蓬蔚蔡蔣蔺"
    "蕭薄薛藺蘇蘭虎虞虢衛衡衣袁裘裴褚褟覃解許訾詹謝譚计许诺谈谌谢谭谷豆買費賈賴贠贡贲费贺贾赏赫赵趙路车辛辜边连迟迮"
    "逄通逯邓邝邢那邬邰邱邴邵邸邹郁郄郇郎郏郐郑郗郜郝郤郦郭郯都鄂鄒鄔鄢鄧鄭鄺酆金錢鍾鐘钟钭钮钱铁银锁閻關门闫闭闵闻"
    "闾阎阙阚阮阳阴阿陆陈陳陶陸隆隋隗雍雒雷霍靳鞠韋韓韦韩顧项须顾颉颜饶馬馮駱马骆骞高魏魯鮑鱼鲁鲍鲜鹿麥麦麴麻黃黄黎"
    "黑齊齐龍龔龙龚"
)
SURNAMES = "".join(sorted(COMMON_SURNAMES | MOST_COMMON_SURNAMES | set(_RARE_SURNAMES)))
DOUBLE_SURNAMES = words("""
万俟 上官 东方 令狐 仲孙 公冶 公孙 单于 南宫 司徒 司马 呼延 夏侯 太史 宇文 尉迟 慕容 拓跋 欧阳 淳于 澹台 濮阳
独孤 申屠 百里 皇甫 端木 西门 诸葛 赫连 轩辕 钟离 长孙 闻人
""")

# Surnames that are so often the end of a word, or a word of their own, that a title behind them makes no name.
NO_TITLED_SURNAME = frozenset(
    "班习于从但位信元充全公初利别区南原司向和咸商国官容富居展山师干平应强支时昌明智有权束来步海满玉由皮相索终能计谈"
    "边连通那都量银门"
)

# Not part of a given name: function words, pronouns, digits, the body, complaints, the hospital.
NO_GIVEN_NAME = (
    "姓站按照望跟保养的了是我你您他她它们这那哪谁什么怎吗呢吧啊呀嘛不没有无在和与及或给就也都很还要会能可以说想让叫"
    "把被对从到去来过着做看问找请谢得个些各每位名第几多少头痛疼咳嗽胸腹肚脚腿腰背肩颈脸鼻耳眼喉牙胃肝肾肺肠脑血尿便"
    "病症炎癌瘤疮疹癣热烧肿胀痒酸麻晕呕吐泻药片针剂疗诊治检查科医院室床号楼层岁男女患者因现已曾刚最近昨前后上下左右"
    "里外内时候日周吃喝睡用住打〇零二四五六七八九十百两半度压糖脂体疸带斑指数量吸副总"
)

# Of these nearly all given names are made; unlike most characters of talk they make a name of what begins like one.
GIVEN = (
    "宸妞囡屹蕴弛甯祎翀骐鋆洵湉橦朵然嫄妘婳嬿峤嶙弈彧攸旸昙晗晞曈朦栀梧梵棠椿樾歆汀汧泠泫洺浠浥涟渟渲湫溦漪潆澈澍澹濯"
    "灏炜烜燊爰玎玑玘玙珈珞珣琇琎琏琚瑀璎禛稷筱箬籽粲缃羿翕翙聿苓荞莀莜葭蓁蘅裳襄觅觐谌赟迦邈郢郦釉铄铉锟镕闵霂霏韫颀"
    "颢飏驿骊鸢鸾麓"
    "小杨环亭因茹飞花兵想星心言生风立中会满银伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉凤文辉建华国庆志红梅春"
    "云萍健俊帆雪荣爱香月莺媛瑞凡佳嘉琼勤珍贞莉娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君"
    "琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪"
    "澜纯毓悦昭冰爽琬茗羽希宁欣育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜姬舒影荔思浩毅峰保东力永世广义兴良海山仁波贵福龙元"
    "胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林坚彪博诚敬震振壮群豪心邦承乐绍功松善厚民友裕河哲江亮"
    "政谦亨奇固轮翰朗伯宏言若鸣朋斌梁栋维启伦翔旭鹏泽晨辰士家致树炎德泰盛雄琛钧冠策腾楠榕风航弘轩涵宇昊睿梓雨诗奕煜铭"
    "鑫淼焱森垚霖沐熙皓晟晔昱曦彤萱芮瑜琳珂琪珺玥璇玮瑄璟瑛珠翠蝶芷菡蓝芝莲菊莹蕾薛萌菀蔓蕙淑惠娥妮妙姗姝姿婧嫣嫦"
    "娇婀巧贤慧恬恺恒怀悠忠愉慕慈憬懿诺语谊谨仙佑俐俪倍倚修偲傲儒兆公典冬冲凌凯凰勋升卉卓原双叔唯喜圆圣培基堂增墨声夏"
    "妃妤姮娆季孝孟宗宛宣宪容宽宾密寅寿尚尧展岑岳峻崇嵘川巍帅年庭延彦彩彰律微忆怜恩惜愿戎扬拓捷授斐旋旗旺昂昆昕昀"
    "昶晋晏晖景晴智暄暖曙曼朔杏柏柱柳柯栩桃桐桦棋植楚槐榆樱橙欧殊汉汐汶沁沛沙沫沧泉泓泱洁洛津洪浦涌润涓淇淏淮淳渊渝湘"
    "湛溪源滨滔漾潇潞潮澄濡灵灿炫炳烁烨焕焰煊煦照熠燕玄王玖玲珅珏珑珩班琅琨琮瑟瑰璋璞瓒甜甫田甲畅盈盼益真睦瞳知石"
    "砚硕祖神祯祺禄禧禾程稳穆立竞章童端竣笑笙笛箐箫粟精紫纪纬纳纶绅绎绘络绮绵缘罗羲翊翌翎翘翱耀耘聆肇胤臻舟艾芊芋芙芬"
    "芹芯苇苏苒范茉茵茹荃荟莘莞萧葳葵蒙蒲蓬蔚藏藤虎虹蛟蜜衍裴誉谷豫贝赐赞赫越轶辅远连迪逸遥道遵遐郁采野金钊钢钦钰"
    "铁铮银铠锋锐锴镇闯闻阔阳雅雯雷霁霆霓霜靖韬韶颂颜飒驰骁骏鲁鲜鸥鸽鸿鹃鹤鹭麒麟麦黎龄丞丰久乔乘予亦优伶佩佰侃俏倾冉"
    "初劲励勃卫吉吟响唱喆坤坦城塔夕央奎婴孜孺宝岭岱岷峥嶂嶷巡布帝庚廷弦弥彭彻征循國強偉麗華雲東曉鳳蘭紅軍傑輝榮慶"
    "瓊寶龍飛鵬學興聖賢義誠詩語誼謙貞達遠鈞銘鋒鋼錦鐵鎮階雙靜顏風駿鴻齡愛憲戀揚書會樂權歡淨淵潔濤潤瑩環瑋禮穎穩竇紀純"
    "綱維緣繼羅聰聯與艷莊萬葉蓮藝詠諾謝豐貴賀賓贊躍農邁錢陸陳靈韻順顧馬鮮鳴鵑鷹麥尔生克南"
)

# Of given names only beside a character of `GIVEN`: 可馨, 有才, 长江, 来娣, 文革.
HALF_GIVEN = (
    "大长来可一万素美招弟根全百千水守传仓少正念跃盼引改变存妹丫毛阿京沪如意得有继革放解向里三四五六九二老头然儿之好允"
    "亦也未非必知以从连培转运"
    "收财多两半剩囤狗锁拴蛋菜才刚保会朝援抗齐书川寻贤初双丑顺友则迎安腊留换领焕代庆启"
)
GIVEN_PAIRS = words("""
招弟 盼弟 引弟 来弟 带弟 万里 解放 石头 可可 可人 好好 多多 大妹 二妹 三妹 小妹 小弟 二妞 大妞 大毛 二毛 小毛 来来
一一 全有 有全 有根 有财 有来 来财 来有 多多 三毛 大全 长根 根长 阿大 阿二 阿三 阿毛 阿根 阿妹 老大 老三
""")
"""Given names of which no character is in `GIVEN`."""

# Surnames that are so common as words that two characters which begin with one are no name without a cue.
NO_SURNAME_ALONE = NO_TITLED_SURNAME | frozenset(
    "和但从都来那时别查左干强满盖安古沙海汤舒麻信燕乌甘贝封单全公初利双鱼鹿红荣宁季卫盛平文明元水云花米麦蓝竹简常成池"
    "车步"
    "牛皮党农寿冷宫宣祝游来麦钱温鲜黑锁铁巨银索冉楼阳阴年艾晏富经关支邵虎秋诺满和解"
) - frozenset("邵")
# Surnames that make words with 老, 小 and 阿: 小叶, 老白干, 阿胶.
NO_NICKNAME = frozenset("于高白石方黄毛金熊谷叶孔段江夏程车康温汤汪任余童凌史万文田胡杜马苏莫贺时米麦辛路向公")
# Characters in which names of other languages are written.
TRANSLITERATION = (
    "卜杜甫素玉汗不才让江吐地迪古丽曲宗次仁顿珠桑平普索增朗旦边强凯吾守肖合孜"
    "提肉曼地山丁东亨伦佐佛阿艾埃爱安奥巴白拜班贝比毕别伯博布才策茨次措达德迪顿多尔恩发法菲费夫弗甘格贡古哈海汗合赫胡"
    "吉季加嘉坚杰金卡凯康科克库"
    "拉莱兰雷里力利莲列林卢鲁路罗洛马玛买麦曼梅蒙米莫姆木穆纳娜乃尼努诺欧帕平普齐其奇恰琼热仁荣萨赛桑色莎沙什史舒斯丝"
    "斯松苏索"
    "塔泰坦特提图吐托娃旺瓦维文沃乌西希夏谢辛雅亚扬叶伊依因英尤孜泽扎詹珍卓孙丽迪逊迈班扎杨汉措姆央"
)

# Of names of Mongols, Uyghurs, Tibetans and Kazakhs, which have no surname.
OTHER_NAMES = words("""
古丽 其其格 巴特尔 图雅 托娅 高娃 卓玛 多吉 扎西 次仁 旦增 丹增 尼玛 央金 拉姆 措姆 曲珍 买买提 艾买提 阿卜杜 阿不都
努尔 别克 巴雅尔 斯琴 格日勒 娜仁
吐尔逊 玉素甫 玉苏普 艾力 买提 热合曼 依布拉 木拉提 萨仁 苏日娜 苏日古 乌日娜 阿古拉 朝鲁 那日松 才让 加措 平措 顿珠
洛桑 仁青 德吉 白玛 旺姆 旺堆 格桑 边巴 普布
""")

# Surnames that are given names as well: next to a title they may end a name (李江医生).
GIVEN_NAME_FIRST = frozenset("丁乐云兰军凌华古季宁安岳平康强成文方明易林柳桂梅江海燕玉申白石章荣莫辛金钟阳雷龙")

# How words begin that begin with a surname: illnesses, herbs, drugs, the rest of the language.
VETO = words("""
罗伯 许昌 卫生 鄂伦 徐长卿 刘寄奴 何首乌 王不留 史国公 龙胆草 白头翁 白花蛇 路路通 车前子 高良姜
王牌 江中 丁桂 贺普 杨梅 马凡 马方 葛兰 施维 施慧 施贵 施尔 施万 施莱 施氏 康恩 康缘 康泰 康美 康哲 康惠 万爽 万文
安博 安立 安达 安素 安宫 安脑 安神 安瑞 安体 安息 和睦 和胃 齐鲁 齐拉 左洛 左克 左西
左炔 左卡 左甲 左旋 左氧 利君 利加 利伐 史克 史达 史蒂 史约 金嗓 金戈 金施 金芪 金喉 金双 金天 金纳 金赛 金毓 金水
鲁南 鲁米 马破 马斯 马沙 马法 马兜 马鞭 马勃 马德 高特 高安 温胆 温抗 雷洛 雷珠
雷帕 雷尼 雷特 雷德 易善 易蒙 易普 易瑞 易维 路优 路盖 尤卓 尤靖 尤瑞 尤氏 尤文 倪福 杨森 杨桃 杜密 杜冷 杜拉 杜蕾
杜氏 杜克 杜仲 唐氏 唐筛 唐草 唐林 白塞 柯氏 柯林 柯兴 艾森 艾迪 何杰 霍奇 霍纳 霍夫
霍山 梅尼 梅克 梅核 梅奥 麦格 麦氏 麦考 汤普 汤姆 盖氏 盖伦 盖尔 范可 范科 范德 范氏 范斯 林奇 林格 林旦 林蛙 李斯
李施 罗斯 罗氏 罗库 罗伊 罗姆 罗哌 罗替 罗非 穆勒 穆斯 莫顿 莫氏 米库 米勒 韦格 韦氏
韦尼 伍德 伍兹 武田 石杉 石棉 石榴 曲克 曲安 曲妥 曲美 曲马 曲普 曲唑 曲司 曲格 曲伏 苏黄 苏打 苏斯 苏丹 陈醋 陈香
荆防 柴石 柴银 柏油 桑菊 桑姜 桑螵 桂附 桂龙 桂圆 桂皮 桂利 童车 童装 钱袋 符咒 景德
凌乱 舒思 舒降 舒血 舒乐 舒利 舒尔 通宣 喻可 单抗 单克 单倍 强的 强力 强直 强心 卓越 沙美 沙库 沙格 沙参 沙眼 沙利
沙丁 桥本 那屈 那格 贝那 贝伐 贝特 费城 费森 费氏 戴芬 戴尔 居里 普米 普外 普通 包氏
潘氏 潘生 潘妥 潘立 巴氏 巴德 巴曲 伍用 项圈 车厘 乐力 乐安 乐多 向心 水光
王子 李子 高潮 高达 马克 马龙 王国 马来 黄金 林子 周天 祝健 祝安 祝早 祝好 祝福 祝康 何原 原原 呼进 甘贝 鄂尔 连武 劳逸
普利 霍香 罗欣 阿德 欧尔 毛红 桑子 母年 易坦 甘利 贺维 信迪 艾洛 龙迪
高宁 乔甲 白厚 戴久 黄沫 易舒 沐舒 甘舒 岳阳 颉沙 何影 罗布 陈香 斯达 梁木 谢絶 謝謝
解答 毕业 毕竟 葛优 解惑 解析 文章 文字 文学 文件 母乳 母亲 方颅 危险 冷感 安危 查明 黄姓 丁丙 丁卡 丁咯 丁苯
丁酸 万一 万分 万古 万托 万能 万艾 东莨 严格 严重 丰富 乌头 乌梅 乌洛 乌灵 乌药 乐友 乐意 乐松 乐果 乐瑞 乐观
习惯 于今 于是 云南 云芝 井水 从来 任何 任意 任脉 伊立 伊马 伏格 伏立 但愿 但是 位于 位移 位置 何为 何况 何处
何必 何时 何种 何首 余地 余年 余热 余留 余额 信任 信心 信息 储存 元旦 元胡 充血 党参 党员 全国 全天 全家 全科
全程 全职 全蝎 全血 全身 全部 全面 全麻 公分 公司 公斤 公民 公立 关于 关心 关注 关爱 关系 关节 关键 关闭 养殖
农村 农民 农药 冷冻 冷敷 冷汗 冷热 凌晨 初期 初步 利可 利培 利多 利妥 利尿 利巴 利拉 利福 别人 别的 劳累 包含
包块 包子 包扎 包括 包皮 包膜 包茎 包虫 包被 包裹 区别 华佗 华山 华支 华法 华素 华蟾 华西 单一 单位 单侧 单发
单子 单核 单独 单硝 单纯 单身 南方 印象 厉害 原位 原则 原发 原因 原本 原来 古代 古方 史密 叶酸 叶黄 司坦 司机
司来 司法 司美 吉林 吉法 吉西 吉非 后来 向您 周一 周三 周二 周五 周六 周四 周围 周岁 周日 周期 周末 周身 周边
和平 唐山 唐氏 唐筛 唐草 商场 商量 国产 国内 国外 国家 国药 夏天 夏季 姜汤 姜片 姜黄 孔径 孙女 孙子 孟鲁 季节
季铵 宁可 宁夏 宁愿 宁波 安乃 安全 安坤 安定 安宫 安慰 安排 安眠 安神 安胎 安静 安非 宗教 官方 官网 宣传 宫内
宫外 宫缩 宫腔 宫颈 容易 容量 宿舍 富含 富士 富马 寿命 封闭 尚可 尚未 尤其 尤卓 尤思 尹丽 居住 居家 屈光 屈曲
岳母 岳父 左上 左下 左乳 左侧 左卵 左右 左心 左手 左旋 左氧 左炔 左甲 左眼 左肺 左肾 左腿 左西 左边 巩固 师傅
师范 席汉 常山 常年 常见 常规 干净 干呕 干咳 干扰 干燥 干细 干预 平卧 平喘 平均 平安 平常 平时 平板 平消 平滑
平片 平稳 幸好 广东 应变 应激 应用 应该 应酬 康复 康妇 康忻 康惠 康柏 康泰 康王 康艾 康莱 强力 强化 强度 强心
强烈 强的 强直 强迫 强骨 徐州 怀孕 怀疑 惠州 慎重 成人 成分 成功 成年 成形 成熟 成立 成纤 成绩 成都 成长 成骨
戴套 戴牙 戴环 戴着 戴芬 房事 房产 房室 房水 房间 房颤 支原 支持 支援 支架 支气 文化 文献 方便 方剂 方向 方案
方法 方面 施慧 施普 施行 时候 时尚 时常 时辰 时间 明天 明年 明显 明晰 明白 明矾 明确 易善 易怒 易患 易感 易瑞
易蒙 普外 普萘 普通 景天 景象 智力 智齿 曲克 曲安 曲线 曲美 曲马 曹操 曾有 曾经 朱砂 权威 杜仲 杜绝 来月 来自
来说 杭州 松解 林区 林可 林州 林蛙 柏子 柏油 查了 查体 查出 查尿 查房 查看 查血 查过 柳氮 柴桂 柴胡 柴黄 桂林
桂枝 桑叶 桑寄 桑白 桑葚 梁静 梅毒 欧洲 步行 武术 武汉 武装 武警 段时 段落 毕奥 毛冬 毛刺 毛发 毛囊 毛孔 毛巾
毛果 毛玻 毛病 毛细 毛衣 水平 水杨 水果 水样 水疱 水痘 水肿 水蛭 水飞 江浙 江湖 江苏 江西 池塘 汤水 汤药 汪汪
沙丁 沙利 沙参 沙坦 沙棘 沙眼 沙美 洪水 海南 海参 海洛 海绵 海藻 海螵 海马 海鲜 温和 温州 温度 温暖 温水 温泉
温热 温经 温肾 温胃 温馨 游泳 游离 滑膜 满意 满月 焦急 焦点 焦虑 燕窝 燕麦 牛奶 牛皮 牛磺 牛肉 牛膝 牛蒡 牛黄
牟利 玉米 班级 甘油 甘草 甘露 田七 田间 由于 申请 白介 白僵 白内 白及 白发 白天 白头 白带 白开 白念 白斑 白术
白果 白痰 白癜 白眼 白细 白色 白芍 白芨 白花 白芷 白苔 白茅 白蛋 白血 白质 白酒 白领 白鲜 皮下 皮损 皮炎 皮疹
皮癣 皮肤 皮质 益智 益母 益气 益肾 盖住 盘尼 盘查 盛京 盛行 相信 相关 相同 相对 相应 相当 石决 石化 石头 石女
石斛 石淋 石膏 石菖 石蜡 石韦 祖母 祖父 祝你 祝您 祝早 祝福 秋天 秋季 程序 程度 空腹 章节 童年 符号 符合 简单
管型 管壁 管子 管床 管理 管腔 米仁 米曲 米粒 米索 米非 米饭 索性 红肿 纪录 纪念 终于 经常 罗格 罗氟 罗汉 罗沙
罗红 罗通 罗马 羊水 羊膜 胡子 胡桃 胡椒 胡萝 胡说 胡黄 能够 舒利 舒巴 舒张 舒必 舒服 舒筋 舒缓 舒肝 舒芬 舒适
艾叶 艾司 艾滋 艾灸 花椒 花生 花粉 花费 花钱 苍术 苍白 苍耳 苏叶 苏合 苏子 苏木 苏醒 苗头 苗族 范围 茶碱 荆芥
荣幸 荣筋 莫名 莫沙 莫西 莫非 葛根 葛花 蒋氏 蒙脱 蒲公 蓝光 蓝色 薄厚 薄荷 融合 解决 解放 解毒 解热 解痉 解郁
解释 解除 计划 计数 计算 许久 许多 诸位 谈话 谢谢 谢顶 谷丙 谷氨 谷维 谷胱 谷草 贾第 赖氨 路上 路过 路途 车前
车祸 辛伐 辛夷 辛苦 边缘 连接 连着 连续 连翘 连花 通便 通常 通心 通窍 通过 那个 那么 邱氏 郁证 郁金 郁闷 都是
都有 金刚 金匮 金属 金樱 金牌 金葡 金针 金钱 金银 金黄 钟头 钱包 钱财 银屑 银杏 银行 门脉 门诊 门静 闭合 闭经
阳性 阳痿 阳虚 阴囊 阴性 阴茎 阴道 阴部 阿仑 阿卡 阿司 阿奇 阿尔 阿托 阿昔 阿普 阿替 阿片 阿米 阿维 阿胶 阿莫
阿霉 陆续 陈年 陈旧 陈皮 陈述 隆起 雷公 雷米 雷诺 雷贝 霍乱 韩国 项痹 项目 项背 项链 顾客 顾虑 饶恕 马上 马尾
马应 马来 马桶 马蜂 马钱 马齿 骆驼 高中 高乌 高位 高低 高催 高分 高半 高危 高压 高原 高发 高尔 高尿 高峰 高年
高度 高弓 高强 高敏 高泌 高渗 高温 高烧 高热 高糖 高级 高考 高胆 高脂 高血 高跟 高速 高钙 高钾 高锰 高龄 麦冬
麦粒 麦芽 麦角 麻木 麻烦 麻疹 麻药 麻醉 麻黄 黄体 黄斑 黄柏 黄染 黄水 黄汗 黄瓜 黄疸 黄疽 黄痰 黄精 黄绿 黄脓
黄色 黄芩 黄芪 黄褐 黄豆 黄连 黄酒 黄酮 黄金 黎明 龙牡 龙胆 龙葵 龙血 龙须 龙骨
""")

# Words that end in a surname; a title may follow them.
VETO_BEFORE_TITLE = words("""
必须 维修 亲戚 不幸 允许 疫苗 一段 上周 下周 本周 这周 每周 情况 状况 经文 急谢 全班 上班 下班 检查 明白 也许
少许 或许 准许 阶段 手段 时段 片段 路段 近段 夜班 值班 一位 一路 一连 上海 不安 不强 不曾 不管 专家 业余 两位
中华 中国 中文 临时 为何 主任 主管 丽江 九江 乳房 了解 人家 任何 体温 作文 信任 信阳 健全 健康 儿康 儿童 免费
全国 全家 公安 六安 兰州 关于 其余 内江 再说 几位 几何 分管 初级 前任 加强 勉强 化验单 北京 北方 医药费 单连
南京路 南宁 南方 南阳 及时 双方 发黄 变黄 可乐 右边 吃白 各位 各国 吉安 吉林 同时 向阳 和平 咸阳 哪位 喝水 四季
回国 园林 国家 在于 地方 坐车 坚强 基金 增强 处方 复查 外国 外边 多余 多方 多谢 大多 大家 大连 大黄 太阳 好多
分钟 秒钟 不齐 整齐 如何 学童 学费 孩童 安全 安阳 完全 官方 定时 容易 富阳 寒冷 对于 对方 小时 属于 左右 左边 常州
常常 平安 平常
平时 年龄 广州 延安 开水 开花 开车 异常 当时 很多 徐州 德国 德州 德阳 心乐 快乐 思路 急诊 恐龙 惠州 感谢 成都
扬州 报告单 押金 抽查 按时 接连 提高 支边 收费 救护车 教程 新康 旁边 日常 有关 有时 朝阳 未曾 杨州 杭州 柏林
查房 柳州 桂林 棉花 森林 榆林 正常 武警 水平 水龙 江苏 汽车 沈阳 沙龙 沧州 治安 泉州 法国 泰安 洛阳 济宁 浙江
海关 淮安 温州 湖北省 湛江 牛黄 玉林 现任 现金 理解 由于 申请 疗程 病房 相关 相连 眼花 石墨 石家庄 神童 福州
立马 等于 答谢 简单 精华 红花 经常 结石 绵阳 网路 美国 老家 老年 聘请 自家 自费 至于 致谢 花费 苏州 英国 英文
药房 药方 药水 蛋白 蛋黄 蜡黄 衡阳 襄阳 西宁 西安 西方 讲解 论文 语文 请江 诸位 课程 调查 谢谢 责任 贵阳 身强
身边 轻易 辽宁 过程 这位 这时 这边 连云港 通常 邀请 那位 那时 那边 郑州 配方 里边 金华 金黄 镇江 长安 长江 阳江
阴阳 随时 雅安 雌黄 非常 韩国 音乐 顽强 高冷 高级 麻黄 黄石 黑龙江 齐全
""")

ENGLISH_VETO = words("""
doc docs sending assistant general all everyone there folks friend again ai experts panel board practitioner
visit note nurse social st a able about advised african after age aged also always am american an and another
any app are as asian asked at back be because been before being best bot both boy bp british but by can cancer
care center centre chat chatdoctor checked chinese christian clinic concerned cough could could've ct currently
data daughter dear december diabetes diabetic diagnosed did didn't disease do doctor doctors does doesn't doing
don't down dr during each ecg education either ekg english ent er european even ever every examined experiencing
father february feeling female fever few first for friday from further gave get girl give go god going good
google gp group had has have having hcm he healthcaremagic hello help her here hi him hindu his history hiv hope
hospital how however husband hypertension i i'm icliniq icu if im in indian information into is isn't it its iv
january july just kind kindly know last let like look looking lot madam male mam man many march married may me
mentioned might miss monday monitoring months more most mother mr mri mrs ms much muslim must my need neither
network never new next no not november now number obgyn october of off office ok okay old on once one online
only or ot other our out outcomes over own pain patient patients pcos please pls plz portal pregnant prescribed
prof pt read recently recommended referred regards safety said same satisfaction saturday says second security
see september she should since single sir so some son std still student such suffering suggested sunday sure
syndrome take taking tb teacher team tell thank thanks thankyou that the their them then these they thinks third
this those though thought through thursday thx to today told tomorrow too trying tuesday unable under until up
upon us usg using very want was wasn't we wednesday welcome well were what when where whether which while who
whom why wife will wish with woman won't worried wort would wouldn't writing year years yes yesterday yet you
your yours
""")
