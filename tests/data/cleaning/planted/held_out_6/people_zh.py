"""Invented Chinese people and places of the sixth kept part. Rule authors do not read this file.

A surname is drawn from a list in which the common ones stand several times; a given name is put together of
characters of its generation or is a whole one.
"""

from random import Random

from planted import identities as make
from planted.templates import words

# Surnames and how many of a thousand people of the part bear one of the row.
SURNAMES = {
    "王李张刘": 260,
    "陈杨黄赵吴周": 190,
    "徐孙马朱胡郭何林高罗": 150,
    "郑梁谢宋唐许邓韩冯曹": 90,
    "彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢": 110,
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹": 90,
    "薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤": 60,
    "康易乔赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪聂章鲁岳翟殷詹申耿关焦柳兰左甘祝包": 35,
    "欧尚阮纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游靳辜管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪": 12,
    "芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘苑迟邝": 3,
}
# Before a title these are read as a word of their own (`关主任`, `全医生`): no fair question alone.
WORDS_OF_THEIR_OWN = set("于任向易关管成单解和全应师时明连司农")
DOUBLE = words("欧阳 欧阳 欧阳 司马 上官 诸葛 夏侯 皇甫 司徒 令狐 尉迟 端木 慕容 公孙 淳于 轩辕")

# Whole given names, first and last characters, and names of one character by generation.
WOMEN = {
    "old": (
        words("""桂珍 玉珍 秀兰 淑珍 桂英 素芬 凤兰 金花 春花 菊香 翠兰 惠珍 月英 玉芬 淑贞 秀芝 银花 腊梅 改莲 水仙
爱珍 雪琴 冬梅 秀云 根娣 阿妹 荷花 兰香 巧珍 佩芬"""),
        "秀玉桂淑凤翠兰素金银爱惠月",
        "珍英兰芬芳云仙花琴香娣莲贞妹",
        "珍芬琴兰英芳凤莲香",
    ),
    "middle": (
        words("""丽华 建华 晓红 海霞 春梅 爱华 丽萍 小芳 志红 红霞 晓丽 玉玲 艳丽 丽君 雪莲 秋红 玉霞 美玲 卫红 冬菊
小玲 亚萍 丽群 雅琴 春霞 永红 艳梅 凤霞 小平 俊英 慧敏 燕妮 少芬 丽霞 凤琴 晓岚 伟红"""),
        "丽晓艳红春海美雪玉小慧建亚秋",
        "丽华萍霞红梅玲芳琴敏莉英艳平",
        "丽艳霞敏静芳萍红梅玲娟燕洁莉颖",
    ),
    "young": (
        words("""梦洁 思琪 佳怡 雨晴 欣妍 子琪 诗雨 晓彤 雅婷 嘉欣 静怡 雨薇 心怡 思雨 梓涵 依诺 若汐 紫涵 钰涵 奕涵
语桐 亦菲 诗琪 可欣 婉清 佳宁 慧琳 嘉怡 晓雯 雪儿 月婷 润萱 苡沫"""),
        "雨思佳欣梦诗雅子嘉心若语紫依",
        "怡涵琪婷彤欣妍萱薇雯洁宁晴桐",
        "颖悦婷琪萌雪瑶倩薇莹婧",
    ),
}
MEN = {
    "old": (
        words("""德明 国强 志远 长发 福根 金水 玉林 振华 世荣 文华 连成 广才 有根 来宝 贵生 春林 秀山 凤山 学仁 守业
克俭 文清 延庆 松林 阿根 木生 炳坤 水根 国梁 庆余"""),
        "国德福长玉金振广永世文学春贵",
        "林明根生山才荣华水宝发清田祥",
        "福贵才富根宝山林",
    ),
    "middle": (
        words("""建国 志军 卫国 海军 晓东 建平 志勇 文斌 国平 立军 永刚 小兵 新民 建新 少东 志华 晓明 永生 振国 学军
国栋 海波 东升 文革 爱民 红兵 春明 卫民 伟民 跃进 大勇 庆华 利民 长青 剑锋 广平"""),
        "建志海国永文晓立卫新振少东伟",
        "军平勇强刚斌东明国华兵峰波民",
        "伟强军勇斌涛刚辉波峰杰鹏磊超平",
    ),
    "young": (
        words("""浩宇 子豪 俊熙 宇航 家豪 嘉豪 泽宇 文博 皓轩 一鸣 博文 俊豪 天宇 铭轩 思远 志鹏 明轩 梓睿 昊天 浩轩
晨阳 子轩 睿泽 奕辰 沐宸 景行 亦凡 星辰 承恩 晓龙 家乐 振宇"""),
        "浩子俊宇泽嘉天明文博思奕家志",
        "豪宇轩杰航鸣博辰睿熙鹏阳远宸",
        "昊宇轩航睿翔阳帆晨凯博",
    ),
}
HOME_NAMES = words("""糖糖 果果 妮妮 毛毛 贝贝 大宝 嘟嘟 小石头 小葡萄 童童 暖暖 小宝 琪琪 彤彤 浩浩 轩宝 朵朵 小鱼儿
笑笑 依依 小米 元宝 西西 丁丁 佑佑 诺诺 皮皮 小月亮 恩恩 球球""")
MINORITIES = words("""阿迪力·买买提 帕提古丽·艾力 艾尔肯·吐尔地 玛依拉·阿不力孜 库尔班江 祖丽胡玛尔
热孜万古丽·依明 叶尔兰·哈布力 加娜尔古丽 扎西顿珠 洛桑曲珍 仁青卓玛 格桑旺姆 尼玛次仁 才让东智 卓玛措 乌日娜
萨仁高娃 宝音图 娜仁花 斯琴高娃 金美善 朴哲浩 吉克阿依 阿牛木呷 沙马尔哈 岩温罕 玉波香 潘老九 龙阿婆 蓝桂妹 马者乃白
马哈麦""")
FOREIGN = words("""玛丽亚·伊万诺娃 詹姆斯·威尔逊 铃木裕子 中村浩 朴智英 阮文雄 穆罕默德·阿里 凯瑟琳·李 弗拉基米尔
彼得·史密斯 奥尔加 Michael Sunny Linda Kevin""")
PARENTS = words("陈林 张杨 李周 吴郑 徐何 王赵 高马 孙梁 黄许 刘罗 田韩 沈陆")


def family_name(rng: Random, before_title: bool = False) -> str:
    """A surname of one character, common ones as often as they are."""
    while True:
        row = rng.choices(list(SURNAMES), list(SURNAMES.values()))[0]
        name = rng.choice(row)
        if not (before_title and name in WORDS_OF_THEIR_OWN):
            return name


def generation(rng: Random, age: str | None = None) -> tuple:
    """What a woman or a man of an age may be called."""
    return rng.choice((WOMEN, MEN))[age or rng.choice(("old", "old", "middle", "middle", "middle", "young"))]


def given_name(rng: Random, age: str | None = None) -> str:
    """A given name of two characters."""
    whole, first, last, _ = generation(rng, age)
    if rng.random() < 0.55:
        return rng.choice(whole)
    while True:
        name = rng.choice(first) + rng.choice(last)
        if name[0] != name[1]:
            return name


def full_name(rng: Random, age: str | None = None) -> str:
    """Surname and given name; a sixth of the given names are of one character."""
    given = rng.choice(generation(rng, age)[3]) if rng.random() < 1 / 6 else given_name(rng, age)
    return family_name(rng) + given


def staff_name(rng: Random) -> str:
    """The name of somebody of an age to work."""
    return full_name(rng, rng.choice(("middle", "middle", "middle", "young")))


def child_name(rng: Random) -> str:
    """The full name of a child, one in ten with the surnames of both parents."""
    return rng.choice(PARENTS) + given_name(rng, "young") if rng.random() < 0.1 else full_name(rng, "young")


def long_name(rng: Random) -> str:
    """A surname of two characters with a given name."""
    return rng.choice(DOUBLE) + (given_name(rng) if rng.random() < 0.5 else rng.choice(generation(rng)[3]))


REGIONS = words("""北京市通州区 北京市石景山区 北京市大兴区 上海市杨浦区 上海市松江区 上海市静安区 天津市和平区
天津市西青区 重庆市沙坪坝区 重庆市涪陵区 广东省广州市越秀区 广东省广州市白云区 广东省深圳市龙岗区 广东省珠海市香洲区
广东省惠州市惠城区 广东省湛江市赤坎区 浙江省杭州市拱墅区 浙江省宁波市海曙区 浙江省绍兴市越城区 浙江省台州市椒江区
江苏省苏州市姑苏区 江苏省无锡市梁溪区 江苏省常州市天宁区 江苏省南通市崇川区 江苏省扬州市广陵区 山东省济南市历下区
山东省青岛市崂山区 山东省济宁市任城区 山东省淄博市张店区 河南省郑州市二七区 河南省新乡市卫滨区 河南省信阳市浉河区
河北省石家庄市桥西区 河北省邯郸市丛台区 河北省廊坊市广阳区 湖北省武汉市武昌区 湖北省荆州市沙市区 湖北省黄石市下陆区
湖南省长沙市雨花区 湖南省株洲市天元区 湖南省常德市武陵区 四川省成都市金牛区 四川省乐山市市中区 四川省泸州市江阳区
安徽省合肥市包河区 安徽省蚌埠市龙子湖区 安徽省阜阳市颍州区 福建省厦门市湖里区 福建省漳州市芗城区 江西省南昌市西湖区
江西省上饶市信州区 辽宁省沈阳市和平区 辽宁省大连市甘井子区 吉林省长春市南关区 吉林省吉林市船营区
黑龙江省哈尔滨市南岗区 山西省太原市迎泽区 山西省大同市平城区 陕西省西安市碑林区 陕西省咸阳市秦都区
甘肃省兰州市七里河区 云南省昆明市五华区 云南省曲靖市麒麟区 贵州省遵义市红花岗区 广西南宁市西乡塘区 广西桂林市象山区
海南省三亚市吉阳区 内蒙古包头市青山区 新疆库尔勒市 青海省西宁市城东区""")
COUNTIES = words("""河南省固始县 河南省唐河县 河南省滑县 安徽省霍邱县 安徽省怀远县 湖南省双峰县 湖南省平江县
四川省安岳县 四川省南部县 山东省郓城县 山东省沂水县 江苏省睢宁县 江苏省泗洪县 河北省大名县 河北省威县 湖北省浠水县
湖北省公安县 广西横州市 广西博白县 广东省陆丰市 广东省化州市 贵州省织金县 云南省宣威市 江西省鄱阳县 江西省兴国县
陕西省洋县 甘肃省秦安县 福建省仙游县 浙江省平阳县 辽宁省建平县 吉林省农安县 黑龙江省肇东市 山西省临县
重庆市云阳县""")
TOWNSHIPS = words("""龙泉镇 太平镇 永兴镇 三合镇 桃花镇 安平镇 中和镇 仙桥镇 杨桥镇 马头镇 大石桥乡 青龙乡 五里铺乡
高坪镇 罗家集镇 江口镇 南河镇 鹿鸣乡 团结乡 红旗街道""")
HAMLETS = words("""李庄 王家村 刘家湾村 周家坝村 大槐村 前进村 后湾村 东沟村 上王村 许家洼村 槐荫村 高楼村 石佛村
柏树村 田家铺村 岭下村 大塘村 丰收村 郭店村 西河村""")
ROADS = words("""解放北路 人民东路 胜利路 向阳路 新华路 南京路 长安街 红旗大街 团结路 青年路 环城西路 延安路 学院路
广场路 朝阳街 东关街 西门大街 体育路 珠江路 汉口路 兴业路 前进路 丰收路 梧桐街 槐树巷 教场路 卫生路 站前街 翠竹路
书院街""")
ESTATES = words("""绿地世纪城 华润橡树湾 龙湖春江郦城 融创观澜府 富力城 世茂滨江花园 中南世纪锦城 凤凰城小区 怡景花园
紫金苑 香樟园 和谐家园 金桂苑 新世界花园 滨湖名都 盛世豪庭 育才小区 朝阳新村 电厂宿舍 棉纺厂家属区 粮食局家属院
三中教工楼 建材厂小区 明珠花园 江南春晓 四季花城 桃李园 鑫苑小区 尚东国际 富康花园""")
TOWNS = words("""郑州 开封 安阳 新乡 许昌 信阳 商丘 周口 保定 邯郸 沧州 廊坊 大同 长治 晋城 鞍山 抚顺 丹东 吉林 通化
齐齐哈尔 牡丹江 绥化 无锡 常州 南通 扬州 泰州 连云港 绍兴 金华 台州 嘉兴 蚌埠 阜阳 六安 滁州 厦门 漳州 莆田 赣州 上饶
宜春 烟台 潍坊 济宁 泰安 聊城 淄博 荆州 十堰 孝感 株洲 湘潭 常德 郴州 永州 佛山 东莞 惠州 湛江 茂名 江门 桂林 玉林
乐山 宜宾 泸州 达州 遵义 六盘水 曲靖 昭通 咸阳 汉中 榆林 天水 西宁 包头 乌鲁木齐 喀什""")


def door(rng: Random) -> str:
    """Building, entrance and door as people write them."""
    building, entrance, storey, flat = (rng.randrange(1, end) for end in (30, 5, 30, 5))
    return rng.choice(
        (
            f"{building}栋{entrance}单元{storey}0{flat}",
            f"{building}号楼{storey}0{flat}室",
            f"{building}幢{entrance}单元{storey}0{flat}室",
            f"{building}#{entrance}-{storey}0{flat}",
            f"{building}栋{storey}楼{flat}号",
        )
    )


def house(rng: Random) -> str:
    """A road and a number."""
    return f"{rng.choice(ROADS)}{rng.randrange(1, 900)}号" + (
        f"附{rng.randrange(1, 9)}号" if rng.random() < 0.1 else ""
    )


def village(rng: Random) -> str:
    """A township and a village of it."""
    return rng.choice(TOWNSHIPS) + rng.choice(HAMLETS)


def login(rng: Random) -> str:
    """An account name: pinyin, a nickname or a word, and figures."""
    born = make.birthday(rng)
    name = rng.choice(
        words("""zhanglei wangfang liuyang chenxi lina zhaomin sunjie wujing zhoutao xuhui hexiaoli gaofei linlin
tangwei hanmei fengyu caojun dengli yemei duanhong""")
    )
    nick = rng.choice(
        words("""xiaoyu feifei dandan momo yueliang laoshu shuixing xingxing nana lulu coco summer dream forever cloud
lemon kitty tiger sky lan yaya doudou taozi ningmeng qingfeng""")
    )
    tail = rng.choice(
        (str(born.year), f"{born:%y}", f"{born:%m%d}", f"{born:%y%m%d}", "168", "520", "886", "01", "2008")
    )
    return rng.choice((name, nick, name[:2] + nick, nick)) + rng.choice(("", "", "_")) + tail
