"""Invented identities of the planted test, in their plain form: numbers, dates, names and addresses of nobody.

Every function takes a seeded `random.Random`, and a seeded Faker where Faker draws the value.
"""

from datetime import date, timedelta
from random import Random

from faker import Faker

from planted.templates import words

AREA_CODES = "110105 120101 130102 210202 310115 320106 330106 340104 350203 370102 420106 430104 440305 510107 610113"
CITY_CODES = "010 021 022 023 025 027 028 029 0311 0371 0451 0512 0571 0755 0898 0931 0991"
COMPOUND = "欧阳 司马 上官 诸葛 尉迟 公孙 慕容 皇甫 司徒 夏侯 令狐 东方 端木 南宫"
# Faker's surnames that are function words or medical words beside a title (`和医生`, `门诊医生`) are no fair question.
NO_SURNAME_ALONE = set(
    "和时由但那都可来干从向连单全应师能门原初相当公国母解支阴阳花成位商官常平简皮银温管宗农展信练盘计于"
)
GIVEN = "子雨梓思佳浩欣宇诗俊晨嘉文若奕景锦沐清语晓振耀宝凤桂翠淑庭彦柏承泽睿诺恬妍婉"
PINYIN = words("zhang wang li zhao chen liu yang huang wu zhou xu sun ma zhu hu guo lin he gao luo")
REGIONS = words("""
北京市海淀区 北京市朝阳区 上海市浦东新区 天津市南开区 重庆市渝中区 广东省深圳市福田区
广东省佛山市顺德区 江苏省南京市鼓楼区 江苏省昆山市 浙江省杭州市余杭区 浙江省义乌市 四川省成都市武侯区 四川省绵竹市
湖北省武汉市洪山区 湖南省长沙市岳麓区 河南省郑州市金水区 河南省项城市 河北省保定市莲池区
山东省青岛市市北区 山东省曹县 陕西省西安市雁塔区 辽宁省大连市沙河口区 黑龙江省哈尔滨市道里区
福建省厦门市思明区 云南省昆明市盘龙区 贵州省毕节市七星关区 安徽省合肥市蜀山区 江西省赣州市章贡区
广西壮族自治区南宁市青秀区 内蒙古自治区包头市昆都仑区""")
ROADS = words("""解放路 人民南路 建设大道 中山北路 学府街 文化西路 长江中路 光明巷 和平里西街 新华东街 湖滨路
科技三路 东风大街 桃园路 青年大街 滨河路 府前街 迎宾大道 育才路 五一路""")
ESTATES = words("阳光花园 锦绣家园 翠湖苑 金色港湾 书香名邸 丽景小区 玫瑰园 机关家属院 铁路新村 万和城 幸福里 碧水湾")
TOWNS = ["柳林镇", "石桥镇", "杨树沟乡", "高家庄镇", "双河镇", "白马乡", "东岭镇", "清水河乡"]
VILLAGES = ["李家村", "王庄", "赵屯", "大槐树村", "河东村", "新民村", "下湾村", "北沟村"]
TRADITIONAL = dict(zip("张刘陈杨赵黄吴孙马罗郑谢韩冯邓许萧叶苏", "張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭葉蘇", strict=True))
RARE = words("逄 郄 訾 亓 仝 茆 逯 晁 蔺 冼 佘 昝 覃 靳 郜 缪 笪 厍 阚 卞 芮 揣 敖 禚")


def digits(rng: Random, count: int) -> str:
    """`count` digits, the first no zero."""
    return rng.choice("123456789") + "".join(rng.choice("0123456789") for _ in range(count - 1))


def mobile(rng: Random, fake: Faker) -> str:
    """Eleven digits of a mainland mobile."""
    return fake.phone_number()


def landline(rng: Random) -> tuple[str, str]:
    """Area code and number."""
    area = rng.choice(CITY_CODES.split())
    return area, digits(rng, 8 if len(area) == 3 else rng.choice((7, 8)))


def id_number(rng: Random, wrong: bool = False) -> str:
    """Eighteen characters of a resident identity number, GB 11643-1999, with a wrong checksum on request."""
    body = rng.choice(AREA_CODES.split()) + birthday(rng).strftime("%Y%m%d") + f"{rng.randrange(1, 1000):03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    return body + "10X98765432"[(check + (rng.randrange(1, 11) if wrong else 0)) % 11]


def id_number_with_x(rng: Random) -> str:
    """An identity number that ends with X."""
    while True:
        number = id_number(rng)
        if number.endswith("X"):
            return number


def old_id_number(rng: Random) -> str:
    """Fifteen digits, as issued until 1999."""
    born = birthday(rng).replace(year=rng.randrange(1925, 1985), day=rng.randrange(1, 29))
    return rng.choice(AREA_CODES.split()) + born.strftime("%y%m%d") + f"{rng.randrange(1, 1000):03d}"


def birthday(rng: Random) -> date:
    """A day from 1930 to 2022: no clock, so that the same seed gives the same day in every year."""
    return date(1930, 1, 1) + timedelta(days=rng.randrange(33_900))


def bank_number(rng: Random, length: int = 19) -> str:
    """A UnionPay number with its Luhn digit."""
    body = rng.choice(("6217", "6222", "6228", "6226", "6230", "6214")) + digits(rng, length - 5)
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def surname(rng: Random, fake: Faker) -> str:
    """One character that can stand alone before a title."""
    while True:
        name = fake.last_name()
        if len(name) == 1 and name not in NO_SURNAME_ALONE:
            return name


def given(rng: Random, fake: Faker, count: int) -> str:
    """A given name of one or two characters, Faker's common ones or composed."""
    while True:
        name = fake.first_name() if rng.random() < 0.5 else "".join(rng.sample(GIVEN, count))
        if len(name) == count:
            return name


def compound(rng: Random) -> str:
    """A surname of two characters."""
    return rng.choice(COMPOUND.split())


def pinyin_account(rng: Random) -> str:
    """An account name as people choose it: pinyin, initials, a year, an underscore."""
    name = rng.choice(PINYIN) + rng.choice(("", "_", "", ".")) + rng.choice(PINYIN)[: rng.choice((1, 2, 5))]
    return name + rng.choice(("", str(rng.randrange(60, 100)), str(rng.randrange(1960, 2010)), digits(rng, 3)))


def mail_domain(rng: Random) -> str:
    """A mail provider or an invented institution."""
    return rng.choice(
        ("qq.com", "163.com", "126.com", "sina.cn", "sohu.com", "gmail.com", "outlook.com", "mail.xhyy.org")
    )


def chat_id(rng: Random) -> str:
    """A WeChat name: begins with a letter, 6 to 20 characters."""
    shapes = (
        lambda: pinyin_account(rng).replace(".", "_") + digits(rng, 4),
        lambda: "wxid_" + "".join(rng.choice("abcdefghijkmnpqrstuvwxyz0123456789") for _ in range(14)),
        lambda: rng.choice("abcdefhjlmqswxyz") + digits(rng, rng.choice((6, 8, 9))),
        lambda: rng.choice(PINYIN).capitalize() + "-" + digits(rng, 5),
    )
    return rng.choice(shapes)()


def region_and_rest(rng: Random) -> tuple[str, str]:
    """Province to district, and what singles the house out."""
    house = f"{rng.choice(ROADS)}{rng.randrange(1, 900)}号"
    flat = f"{rng.randrange(1, 40)}号楼{rng.randrange(1, 7)}单元{rng.randrange(1, 33)}0{rng.randrange(1, 5)}室"
    block = f"{rng.choice(ESTATES)}{rng.randrange(1, 40)}栋{rng.randrange(1, 33)}0{rng.randrange(1, 5)}"
    rest = rng.choice((house, house + block, house + flat, rng.choice(ESTATES) + flat, block + "室"))
    return rng.choice(REGIONS), rest


def hospital_zh(rng: Random) -> str:
    """The name of a hospital."""
    place = rng.choice(REGIONS)
    city = place[: max(place.find("市"), place.find("县")) + 1] or place
    kinds = words("第一人民医院 中医院 妇幼保健院 第三医院 人民医院 儿童医院 中心医院 肿瘤医院 口腔医院 第二附属医院")
    return rng.choice((city, city.rstrip("市"))) + rng.choice(kinds)
