"""Invented people, numbers and places of the second kept part, drawn without Faker. Rule authors do not read this file.

Surnames are drawn about as often as they occur; given names follow the fashions of several generations.
"""

from random import Random

from planted import identities as make
from planted.templates import words

COMMON_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢"
)
OTHER_SURNAMES = (
    "姜崔钟谭陆汪范金石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷"
    "盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗"
)
# Alone before a title these read as a word (`向医生`, `时医生`); before a given name they do not.
NOT_ALONE = set("向文武左成单路华解时连管关方万车房安司宁简项艾席农阳符古毛石康江金温牛")
COMPOUND = words("欧阳 上官 司徒 诸葛 皇甫 司马 慕容 夏侯")
GIVEN_ONE = "伟芳娜敏静强磊洋勇艳杰娟涛超霞平刚辉玲斌丹萍鹏飞波凯蕾莉琴雪晶莹倩峰颖婷锋慧昊轩睿萱瑶岚彤泽"
GIVEN_TWO = words("""建国 秀英 桂兰 玉梅 淑华 志强 国庆 德明 凤英 文革 卫东 爱国 红梅 丽娟 海燕 春生 长江 金凤
玉兰 秀珍 桂芳 振华 永福 福生 有才 满仓 喜凤 大勇 小红 晓燕 丽丽 婷婷 志刚 俊杰 雅琴 子涵 梓萱 浩然 宇轩 欣怡 一诺
雨桐 诗涵 若曦 沐宸 语嫣 奕辰 可馨 佳琪 思远 明哲 雪莲 冬梅 秋菊 国华 新民 立新 惠芳 少华 晓峰 海涛 建军 春兰 素芬
来娣 招弟 腊梅 根生 水生 正义 学文 世杰 启明 嘉欣 梦瑶 天佑 安琪 思涵 乐怡 子墨 锦程 月娥 守信 传宝 树林 宝山 万里""")
PET_NAMES = words(
    "豆豆 乐乐 团团 糖糖 果果 妞妞 壮壮 童童 萌萌 小宇 阳阳 朵朵 皮皮 安安 六六 桃桃 嘟嘟 涵涵 小宝儿 泡泡"
)
MINORITY = words("""热依汗古丽·阿不都 买买提江·吐尔地 扎西·多吉 阿卜杜拉·玉素甫 帕提古丽·克里木 才让·卓玛
巴特尔 其其格 玛依拉·斯迪克 格桑·曲珍 努尔兰·别克""")

PREFIXES = words("""130 131 132 133 134 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 170 173 175 176
177 178 180 181 182 183 185 186 187 188 189 191 193 198 199""")
WORD_ACCOUNTS = words("""sunny happy lovely angel apple summer dandelion baobao xiaoxiong guoguo qingtian yangguang mimi
xiaoyao lanhua haitun blue snow""")
STREETS = words("""胜利街 友谊路 工农路 北京东路 体育馆路 花园街 龙泉大道 民主路 凤凰南路 汉阳街 经三路 环城北路 纬二路
石化路 教场巷 水上公园西路 团结路 曙光路 复兴中路 延河路""")
COMPOUNDS = words("""水岸名都 中海国际社区 恒泰小区 绿洲康城 紫薇苑 龙湖花园 橡树湾 电力小区 御景湾 安居苑 供销社家属楼
星河湾 春江花月 东方明珠城 老干局家属院 学林雅苑""")
COUNTY_SEATS = words("""安徽省阜阳市颍上县 山西省运城市闻喜县 江苏省徐州市沛县 四川省达州市渠县 湖南省邵阳市隆回县
河南省周口市沈丘县 甘肃省天水市秦安县 广东省揭阳市普宁市 吉林省四平市梨树县 山东省菏泽市单县 湖北省黄冈市蕲春县
陕西省咸阳市武功县 河北省邢台市宁晋县 江西省上饶市鄱阳县""")
DISTRICTS = words("""北京市丰台区 上海市闵行区 天津市河西区 重庆市九龙坡区 广州市白云区 成都市青羊区 武汉市江岸区
南京市栖霞区 西安市未央区 沈阳市铁西区 杭州市拱墅区 长沙市天心区 苏州市吴中区 郑州市二七区 济南市历下区""")
HAMLETS = words("前进村 后张庄村 上坪村 小沟子村 三岔口村 马家堡村 太平村 龙王庙村 塘头村 五里铺村 红星村 石门坎村")
TOWNSHIPS = words("城关镇 黄泥岗镇 三合乡 大王镇 南河镇 岔路口乡 沙坪镇 官渡镇 新集镇 碾子山镇")
CITIES = words("""徐州 襄阳 保定 赣州 临沂 绵阳 洛阳 柳州 大同 泉州 无锡 盐城 株洲 包头 锦州 芜湖 遵义 汕头 宝鸡 湖州
南通 新乡 德州 荆州""")

FIRST_EN = words("""Emma Olivia Liam Noah Ethan Mason Sophia Grace Chloe Hannah Abigail Samuel Benjamin Carol
Linda Patricia Barbara Debbie Kathy Sharon Donna Frank Walter Gerald Larry Keith Trevor Nigel Gareth Fiona
Siobhan Rajesh Sunita Anjali Vikram Deepa Sanjay Lakshmi Farhan Imran Fatima Khadija Yusuf Omar Layla Chinedu
Ngozi Kwame Amara Carlos Lucia Diego Marisol Elena Ivan Katarzyna Piotr Mei Hiroshi Jun Minh Thuy Maria Joanna
Teresa Beth Rosie Tyler Brandi Kayla""")
LAST_EN = words("""Whitaker Holloway Pruitt Langford Becker Sorensen Doyle Gallagher Maguire Pemberton Ashworth
Hargreaves Finch Tillman Vaughn Castillo Herrera Quintero Salazar Ferreira Oliveira Rossi Moretti Dubois
Lefebvre Kowalski Novak Petrov Ivanova Banerjee Mukherjee Deshpande Kulkarni Nair Pillai Srinivasan Malhotra
Siddiqui Qureshi Hussain Rahman Hamdan Farouk Adeyemi Mensah Okafor Mwangi Tanaka Nakamura Kim Choi Tran Pham
Reyes Bautista Dela-Cruz O'Connell McAllister MacGregor Fitzgerald Lindqvist Haugen Vandenberg Schultz Zimmerman
Abernathy Crowley Ellison""")
TOWNS_EN = words("""Dayton Spokane Tulsa Reading Sheffield Leicester Fresno Durham Savannah Peoria Halifax Galway
Geelong Nagpur Kochi Lahore Mombasa Boise Duluth Macon""")


def surname(rng: Random, alone: bool = False) -> str:
    """A surname of one character, four in five times one of the fifty most common."""
    while True:
        name = rng.choice(COMMON_SURNAMES if rng.random() < 0.8 else OTHER_SURNAMES)
        if not (alone and name in NOT_ALONE):
            return name


def name_zh(rng: Random, given: int = 2) -> str:
    """Surname and a given name of one or two characters."""
    return surname(rng) + rng.choice(GIVEN_TWO if given == 2 else GIVEN_ONE)


def mobile(rng: Random) -> str:
    """Eleven digits."""
    return rng.choice(PREFIXES) + f"{rng.randrange(10**8):08d}"


def first_en(rng: Random) -> str:
    """A given name."""
    return rng.choice(FIRST_EN)


def last_en(rng: Random) -> str:
    """A surname."""
    return rng.choice(LAST_EN)


def name_en(rng: Random) -> str:
    """Given name and surname."""
    return f"{first_en(rng)} {last_en(rng)}"


def account(rng: Random) -> str:
    """An account as people choose it: a word or initials with a lucky number or a day."""
    initials = "".join(rng.choice("bcdfghjlmqswxyz") for _ in range(rng.choice((2, 3))))
    born = make.birthday(rng)
    return rng.choice(
        (
            initials + born.strftime("%Y%m%d"),
            initials + born.strftime("%y%m%d"),
            rng.choice(WORD_ACCOUNTS) + rng.choice(("520", "1314", "888", "2008", make.digits(rng, 4))),
            rng.choice(WORD_ACCOUNTS) + "_" + initials + make.digits(rng, 2),
            initials + "-" + rng.choice(WORD_ACCOUNTS) + make.digits(rng, 3),
        )
    )


def account_en(rng: Random) -> str:
    """The local part of an address, from a name."""
    first, last = first_en(rng).lower(), last_en(rng).lower().replace("'", "").replace("-", "")
    return rng.choice(
        (f"{first}.{last}", f"{first[0]}{last}{make.digits(rng, 2)}", f"{last}_{first}", f"{first}{last}")
    )


def domain(rng: Random) -> str:
    """An invented site."""
    return (
        rng.choice(WORD_ACCOUNTS)
        + rng.choice(("health", "clinic", "blog", "photo"))
        + rng.choice((".com", ".cn", ".net", ".org", ".com.cn", ".top"))
    )


def token(rng: Random, length: int) -> str:
    """Letters and digits of a shared link."""
    return "".join(rng.choice("ABCDEFGHJKLMNPQRSTabcdefghjkmnpqrst23456789") for _ in range(length))


def flat_zh(rng: Random) -> str:
    """Building, entrance and door."""
    building, floor, door = rng.randrange(1, 30), rng.randrange(1, 28), rng.randrange(1, 5)
    return rng.choice(
        (
            f"{building}幢{rng.randrange(1, 4)}单元{floor}0{door}",
            f"{building}号楼{floor}0{door}室",
            f"{building}座{floor}层{door}号",
            f"{building}#{floor}0{door}",
        )
    )


def street_en(rng: Random) -> str:
    """House number and road."""
    road = rng.choice(words("Maple Chestnut Birch Hillcrest Station Victoria Mill Orchard Lakeview Sunset Church"))
    return (
        f"{rng.randrange(2, 4000)} {road} {rng.choice(words('Street Avenue Drive Court Boulevard Way Rd St Ave Ln'))}"
    )
