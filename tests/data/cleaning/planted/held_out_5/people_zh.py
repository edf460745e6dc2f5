"""Invented Chinese people and places of the fifth kept part. Rule authors do not read this file.

Surnames are drawn in tiers of about their share of the people. Given names are half whole ones, half put together of
what a generation liked as a first and as a last character, apart for women and men.
"""

from random import Random

from planted import identities as make
from planted.templates import words

# How many people of ten thousand bear one of the tier, and its surnames: each tier is shared evenly.
TIERS = (
    (2050, "王李张"),
    (1300, "刘陈杨"),
    (1500, "赵黄周吴徐孙胡"),
    (1250, "朱高林何郭马罗梁宋郑"),
    (1150, "谢韩唐冯于董萧程曹袁邓许傅沈"),
    (1050, "曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"),
    (800, "任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹"),
    (500, "黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂"),
    (
        300,
        "谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边",
    ),
    (100, "敬楚冀闻党邸戚楼蔚逄匡郎栗麻仇暴晏原巩郗娄窦佟谌瞿淳滕苟井宫佘漆幸禹沙敖亢厉练鄢缪冼尉栾蒲门桑臧储池揭"),
)
# Before a title these read as another word (`时医生`, `原主任`): no fair question alone.
ANOTHER_WORD = set("于任向文万时成关查单解包强位司原门幸左常管安宁席边练华车项全路易武植祝曲游阳")
TWO = words("欧阳 欧阳 欧阳 上官 诸葛 司马 司徒 夏侯 皇甫 慕容 令狐 呼延 东方 公孙 南宫 澹台")

WHOLE = {
    "elder woman": words("""秀英 桂兰 玉兰 桂芳 凤英 秀珍 玉英 淑兰 素珍 桂花 兰芳 巧云 月娥 金凤 银娣 招弟 来弟 彩娥
玉梅 淑芳 春兰 秋菊 瑞英 庆芝 爱莲 翠娥 连英 喜凤 杏花 惠芬"""),
    "elder man": words("""德福 建国 志明 国庆 长林 福生 金生 水生 树林 宝山 玉山 振海 世昌 殿臣 连生 广田 有才 发财
来福 满仓 春生 根生 学文 学武 守义 守信 克勤 文彬 延年 松山"""),
    "grown woman": words("""丽娟 红梅 晓燕 海燕 丽娜 雪梅 春燕 玉洁 晓梅 慧芳 文娟 艳红 丽丽 小红 小燕 小莉 亚楠 亚男
冬冬 雅静 晓娟 淑慧 彩霞 丽君 秀娟 美华 玉珊 佩珊 明珠 婧文 静雯 倩如 若男 盼盼 真真"""),
    "grown man": words("""志强 建军 海涛 文杰 国华 志刚 晓峰 永强 立新 大伟 春雷 建辉 明亮 小军 小刚 鹏飞 文龙 振东
立军 少华 卫东 学东 海峰 晓光 宏伟 宏亮 耀辉 家明 永辉 志远 斌斌 冠军 文武 长江 泽民 光辉"""),
    "young woman": words("""雨桐 欣怡 梓萱 诗涵 一诺 思彤 雅雯 可馨 子涵 佳琪 婉婷 梦瑶 语嫣 芷涵 若曦 艺馨 沐晴
怡然 静姝 舒窈 乐瑶 歆玥 昕妍 果儿 小满 思远 宁馨 知夏 南希"""),
    "young man": words("""浩然 宇轩 子墨 俊杰 博涵 天佑 梓轩 一凡 嘉树 泽楷 睿渊 明哲 晨曦 思源 逸飞 文昊 烨磊 子恒
皓宇 云帆 立诚 君浩 小北 允儿 卓凡 奕铭 书豪 嘉懿 锦程"""),
}
PAIRS = {
    "elder woman": ("秀桂玉淑凤素翠春兰彩惠银月爱", "英兰珍芳梅华云琴芝莲香娥荣霞"),
    "elder man": ("国德福长永志文金玉振学广明树", "林生山海明田祥贵昌才胜发成忠"),
    "grown woman": ("丽晓红海艳美雪慧文小雅静玉春", "娟燕梅霞萍玲芳敏华琴蓉洁红英"),
    "grown man": ("建志海永国立文晓宏俊振少卫伟", "军强峰涛伟杰辉东华明刚勇波斌"),
    "young woman": ("雨欣梓思诗佳梦语芷若沐可艺婉", "涵怡彤琪瑶妍萱桐婷曦馨宁然悦"),
    "young man": ("浩子宇俊博天泽嘉明思文睿奕皓", "轩然宇豪铭杰辰睿哲远航阳恒泽"),
}
SINGLE = {
    "elder woman": "英兰珍芬芝琴秀莲凤娥",
    "elder man": "发贵田庆宽义彬禄安仁",
    "grown woman": "丽静敏芳娟燕霞艳婷玲萍莉红慧蕾蓉洁",
    "grown man": "伟强磊军勇杰涛斌波刚鹏辉峰超健毅",
    "young woman": "琪雪悦瑶欣颖萌蕊婧玥茜薇",
    "young man": "昊轩宸睿帆旭晨浩翔凯铮骁",
}
# Of the sick who write or are written about, how many of a hundred are of each group.
GROUPS = {
    "elder woman": 20,
    "elder man": 19,
    "grown woman": 24,
    "grown man": 21,
    "young woman": 8,
    "young man": 8,
}
HOME_NAMES = words("""团团 圆子 糖豆 小豆子 可乐 果冻 米粒 丫丫 妞妞 牛牛 小宝儿 乐乐 豆豆 点点 安安 阳阳 辰辰 萱萱
轩轩 涵涵 晨晨 婷婷 小橙子 土豆 小苹果 壮壮 虎子 小雨点 天天 多多""")
MINORITIES = words("""买买提·艾合买提 阿依古丽·吐尔逊 努尔买买提 古丽娜尔·阿不都拉 木合塔尔·玉素甫 迪丽拜尔
热依拉·司马义 阿不来提·卡德尔 巴哈尔古丽 赛力克·木拉提 次仁卓嘎 达瓦次仁 普布扎西 益西拉姆 央金 平措旺堆 德吉
索朗多吉 乌云其其格 其木格 巴特尔 苏日娜 阿拉坦仓 包斯琴 李英姬 崔顺女 阿苏木果 曲比阿牛 马依布拉 罗让泽仁
韦玉娘 侬秀花 刀岩罕 玉罕娇 石老香""")
FOREIGN = words("""安娜·彼得洛娃 麦克·约翰逊 娜塔莎 伊戈尔·索科洛夫 山田美穗 佐藤健一 金敏贞 阮氏兰 大卫·布朗
索菲亚 阿米尔·侯赛因 Anna Kim David Cindy""")
BOTH_PARENTS = words("王李 李杨 陈刘 张陈 刘王 孙李 林吴 高杨 马王 郑何 谢周 徐赵")


def pick(rng: Random, weighted: dict) -> str:
    """A key drawn by its weight."""
    return rng.choices(list(weighted), list(weighted.values()))[0]


def family_name(rng: Random, before_title: bool = False) -> str:
    """A surname of one character, drawn by the share of its tier."""
    while True:
        tier = rng.choices([each for _, each in TIERS], [share for share, _ in TIERS])[0]
        name = rng.choice(tier)
        if not (before_title and name in ANOTHER_WORD):
            return name


def given_name(rng: Random, group: str) -> str:
    """A given name of two characters as one group bears it."""
    if rng.random() < 0.5:
        return rng.choice(WHOLE[group])
    first, last = PAIRS[group]
    while True:
        name = rng.choice(first) + rng.choice(last)
        if name[0] != name[1]:
            return name


def full_name(rng: Random, group: str | None = None) -> str:
    """Surname and given name; one given name in seven is of one character."""
    group = group or pick(rng, GROUPS)
    given = rng.choice(SINGLE[group]) if rng.random() < 1 / 7 else given_name(rng, group)
    return family_name(rng) + given


def staff_name(rng: Random) -> str:
    """The name of somebody at work: of an age to be a doctor or a nurse."""
    return full_name(rng, rng.choice(("grown woman", "grown man", "grown woman", "grown man", "elder man")))


def child_name(rng: Random) -> str:
    """A child's full name; one in nine bears the surnames of both parents."""
    group = rng.choice(("young woman", "young man"))
    return rng.choice(BOTH_PARENTS) + given_name(rng, group) if rng.random() < 1 / 9 else full_name(rng, group)


def long_name(rng: Random) -> str:
    """A surname of two characters and a given name."""
    group = pick(rng, GROUPS)
    return rng.choice(TWO) + (given_name(rng, group) if rng.random() < 0.6 else rng.choice(SINGLE[group]))


REGIONS = words("""北京市丰台区 北京市昌平区 北京市西城区 上海市闵行区 上海市宝山区 上海市徐汇区 天津市河西区
天津市武清区 重庆市九龙坡区 重庆市万州区 广东省广州市天河区 广东省广州市番禺区 广东省深圳市宝安区 广东省东莞市南城街道
广东省中山市石岐区 广东省汕头市金平区 浙江省宁波市鄞州区 浙江省温州市鹿城区 浙江省湖州市吴兴区 江苏省南京市江宁区
江苏省徐州市云龙区 江苏省盐城市亭湖区 江苏省镇江市京口区 山东省烟台市芝罘区 山东省潍坊市奎文区 山东省临沂市兰山区
山东省德州市德城区 河南省洛阳市涧西区 河南省南阳市宛城区 河南省平顶山市新华区 河北省石家庄市裕华区 河北省唐山市路北区
河北省邢台市信都区 湖北省武汉市江岸区 湖北省宜昌市西陵区 湖北省襄阳市樊城区 湖南省长沙市开福区 湖南省衡阳市蒸湘区
湖南省岳阳市岳阳楼区 四川省成都市青羊区 四川省绵阳市涪城区 四川省南充市顺庆区 安徽省合肥市庐阳区 安徽省芜湖市镜湖区
安徽省安庆市迎江区 福建省福州市鼓楼区 福建省泉州市丰泽区 江西省南昌市东湖区 江西省九江市浔阳区 辽宁省沈阳市铁西区
辽宁省鞍山市铁东区 吉林省长春市朝阳区 黑龙江省大庆市萨尔图区 山西省太原市小店区 山西省运城市盐湖区 陕西省宝鸡市金台区
陕西省西安市未央区 甘肃省兰州市城关区 云南省昆明市官渡区 云南省大理市 贵州省贵阳市云岩区 广西柳州市城中区
海南省海口市龙华区 内蒙古呼和浩特市赛罕区 新疆乌鲁木齐市天山区 宁夏吴忠市利通区""")
COUNTIES = words("""河南省太康县 河南省鹿邑县 河南省汝南县 安徽省太和县 安徽省临泉县 湖南省隆回县 湖南省桃源县
四川省仁寿县 四川省渠县 山东省莘县 山东省单县 江苏省沭阳县 江苏省东海县 河北省魏县 河北省宁晋县 湖北省蕲春县
湖北省监利市 广西灵山县 广东省惠来县 贵州省威宁县 云南省镇雄县 江西省于都县 陕西省城固县 甘肃省会宁县 福建省安溪县
浙江省苍南县 辽宁省昌图县 吉林省榆树市 黑龙江省巴彦县 山西省洪洞县 重庆市忠县 内蒙古翁牛特旗""")
TOWNSHIPS = words("""柳河镇 青山镇 大王庙镇 河口镇 长乐镇 石门镇 沙溪镇 黄集镇 新河镇 双桥乡 板桥镇 红岩乡 白云镇
梅林镇 官渡镇 马店镇 三岔口镇 北关街道 东城街道 朱家湾乡""")
HAMLETS = words("""张庄 前李村 后杨村 马家沟村 大柳树村 小河村 桥头村 陈家湾村 赵家屯 南坡村 上坪村 塘边村 石桥头村
杨家坳村 胡家岭村 东王村 西刘庄 吴家坝村 新建村 胜利村""")
ROADS = words("""中山路 建设路 人民路 和平路 友谊大街 工农路 民主路 北京路 黄河路 长春路 兴隆街 振兴路 光华路 花园路
交通路 文化路 农业路 健康路 泰安路 永宁街 复兴大道 滨江路 钟楼巷 二七路 凤凰路 龙泉街 宝华路 迎春路 锦绣大道 新开街""")
ESTATES = words("""万科城市花园 保利香槟国际 碧桂园 恒大绿洲 金地格林小镇 绿城玉兰花园 中海国际社区 幸福小区
东方家园 御景湾 学府花园 蓝天小区 水岸花城 帝景豪庭 安居苑 世纪新城 温泉花园 西苑小区 纺织厂家属院 二中家属楼
铁路三村 化工厂生活区 瑞景名苑 梧桐小区 康乐新村 天鹅湖畔""")
TOWNS = words("""洛阳 南阳 漯河 驻马店 濮阳 石家庄 唐山 邢台 秦皇岛 衡水 太原 临汾 运城 沈阳 大连 锦州 营口 长春
四平 哈尔滨 佳木斯 大庆 苏州 徐州 盐城 宿迁 镇江 宁波 温州 湖州 丽水 合肥 芜湖 安庆 宿州 亳州 福州 泉州 龙岩 南昌
九江 吉安 济南 青岛 德州 临沂 菏泽 枣庄 武汉 宜昌 襄阳 黄冈 长沙 衡阳 岳阳 邵阳 怀化 广州 深圳 汕头 梅州 肇庆 南宁
柳州 北海 海口 成都 绵阳 南充 德阳 自贡 贵阳 毕节 昆明 大理 玉溪 西安 宝鸡 渭南 兰州 天水 银川 通辽 赤峰 伊犁""")


def door(rng: Random) -> str:
    """Block, entrance and door of a flat."""
    block, entrance, storey, flat = (rng.randrange(1, end) for end in (38, 4, 27, 5))
    return rng.choice(
        (
            f"{block}号楼{entrance}单元{storey}0{flat}",
            f"{block}栋{storey}0{flat}",
            f"{block}幢{storey}0{flat}室",
            f"{block}-{entrance}-{storey}0{flat}",
            f"{'ABCDEF'[entrance]}座{storey}0{flat}室",
            f"{block}栋{entrance}单元{storey}楼{'左右东西'[flat - 1]}户",
        )
    )


def house(rng: Random) -> str:
    """A road and its house number, now and then in a side lane."""
    lane = f"{rng.randrange(2, 60)}弄" if rng.random() < 0.2 else ""
    return f"{rng.choice(ROADS)}{lane}{rng.randrange(1, 700)}号"


def village(rng: Random) -> str:
    """A township and a village in it."""
    return rng.choice(TOWNSHIPS) + rng.choice(HAMLETS)


def login(rng: Random) -> str:
    """What people call themselves online: pinyin or a nickname, and figures that mean something to them."""
    born = make.birthday(rng)
    surname = rng.choice(
        words("wangl zhangxy lixm chenjj liuhy yangf huangzq zhaoq wuj zhouy xuxh sunp mam zhul guoyy")
    )
    given = rng.choice(words("xiaoyan jianguo lijuan haitao weiwei dongmei yutong haoran meili zhiqiang xinyi guohua"))
    nick = rng.choice(
        words("xingfu pingan kuaile sunny happy angel lucky qianqian xiaoyu baobao mama tiantian yangguang dahai rain")
    )
    tail = rng.choice(
        (f"{born.year % 100:02d}", str(born.year), born.strftime("%m%d"), "666", "88", "521", "123", "99")
    )
    return rng.choice((surname, given, nick, nick, given + surname[:1])) + rng.choice(("", "", "", "_")) + tail
