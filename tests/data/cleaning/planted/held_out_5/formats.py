"""How a Chinese identity is written in the fifth kept part. Rule authors do not read this file.

Layout as in `planted.open_part.formats`; the first format of each kind is the one most people write: at least
every second identity is in it.
"""

from random import Random

from planted import identities as make
from planted.held_out_5 import people_zh as people
from planted.templates import words

SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
LETTERS = "abcdefghijkmnpqrstuvwxyz"
CAPITALS = "ABCDEFGHJKMNPQRSTUVWXYZ"
PROVIDERS = words(
    "163.com qq.com qq.com 126.com sina.com sohu.com 139.com foxmail.com hotmail.com gmail.com outlook.com"
)
MONTHS = words("正 二 三 四 五 六 七 八 九 十 冬 腊")
DAYS = words("初三 初五 初八 十二 十五 十六 十九 二十 廿二 廿六 三十")
KINDS = words(
    "第一人民医院 人民医院 中医院 中心医院 妇幼保健院 第二人民医院 第三人民医院 儿童医院 肿瘤医院 眼科医院 骨科医院"
)
GREAT = words("""北京协和医院 中日友好医院 北京大学人民医院 北京儿童医院 首都医科大学宣武医院 北京天坛医院
上海瑞金医院 复旦大学附属华山医院 上海交通大学医学院附属仁济医院 上海市第一人民医院 四川大学华西医院 湘雅医院
中南大学湘雅二医院 武汉同济医院 武汉协和医院 中山大学附属第三医院 广东省人民医院 南方医院 西京医院 江苏省人民医院
浙江省人民医院 浙江大学医学院附属第二医院 山东省立医院 天津医科大学总医院 中国医科大学附属盛京医院
哈尔滨医科大学附属第一医院 河南省人民医院 安徽医科大学第一附属医院 重庆西南医院 兰州大学第二医院""")
PRIVATE = words("仁爱 协和 玛丽 华夏 同济 东方 阳光 和平 平安 九州 华厦眼科 美莱")


def mobile(rng: Random) -> str:
    """Eleven digits of a mainland mobile."""
    heads = words(
        "130 131 132 133 135 136 137 138 139 150 151 152 153 155 157 158 159 166 173 177 180 182 186 187 188 189 198"
    )
    return rng.choice(heads) + f"{rng.randrange(10**8):08d}"


def cut(text: str, sizes: tuple[int, ...], mark: str) -> str:
    """The text in pieces of these sizes with a mark between them."""
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return mark.join(parts)


def mixed(rng: Random, count: int, chars: str = LETTERS + CAPITALS + "23456789") -> str:
    """Random characters of a link or an account."""
    return "".join(rng.choice(chars) for _ in range(count))


def birth(rng: Random, pattern: str, child: bool = False) -> str:
    """A day of birth, a grown-up's or a child's, in a pattern of year, two-digit year, month and day."""
    day = make.birthday(rng)
    year = rng.randrange(2010, 2025) if child else day.year
    return pattern.format(y=year, yy=f"{year % 100:02d}", m=day.month, d=min(day.day, 28))


def landline(rng: Random, pattern: str) -> str:
    """Area code and number in a pattern."""
    area, number = make.landline(rng)
    return pattern.format(a=area, n=number, x=rng.randrange(1, 999), h=number[:4], t=number[4:])


def credit_card(rng: Random) -> str:
    """Sixteen digits of a credit card that pass Luhn."""
    head = rng.choice(("622", "4", "51", "54", "356", "6258"))
    body = head + make.digits(rng, 15 - len(head))
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(body))
    return body + str(-total % 10)


def day_and_number(rng: Random) -> str:
    """A number that begins with the day it was given."""
    return f"{rng.randrange(15, 26)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}{make.digits(rng, 5)}"


def tail_or_full(rng: Random, tail) -> str:
    """In one of three cases a rarer kind of name, else an ordinary one."""
    return tail(rng) if rng.random() < 1 / 3 else people.full_name(rng)


PATIENTS = {
    "of the people": lambda r, f: people.full_name(r),
    "of the people, too": lambda r, f: people.full_name(r),
    "Faker's name": lambda r, f: f.name(),
    "child's": lambda r, f: people.child_name(r),
    "long surname": lambda r, f: tail_or_full(r, people.long_name),
    "of a minority": lambda r, f: tail_or_full(r, lambda rng: rng.choice(people.MINORITIES)),
    "foreign": lambda r, f: tail_or_full(r, lambda rng: rng.choice(people.FOREIGN)),
}
STAFF = {
    "of the staff": lambda r, f: people.staff_name(r),
    "of the staff, too": lambda r, f: people.staff_name(r),
    "Faker's staff": lambda r, f: f.name(),
    "young staff": lambda r, f: people.full_name(r, r.choice(("young woman", "grown woman"))),
    "staff, long surname": lambda r, f: tail_or_full(r, people.long_name),
    "staff of a minority": lambda r, f: people.staff_name(r) if r.random() < 2 / 3 else r.choice(people.MINORITIES),
}
SURNAMES = {
    "surname": lambda r, f: people.family_name(r, before_title=True),
    "surname, too": lambda r, f: people.family_name(r, before_title=True),
    "surname, perhaps long": lambda r, f: (
        r.choice(people.TWO) if r.random() < 0.1 else people.family_name(r, before_title=True)
    ),
}

FORMATS = {
    ("zh", "phone"): {
        "eleven digits": lambda r, f: mobile(r),
        "3 4 4, blank": lambda r, f: cut(mobile(r), (3, 4, 4), " "),
        "3-4-4, dash": lambda r, f: cut(mobile(r), (3, 4, 4), "-"),
        "4 3 4": lambda r, f: cut(mobile(r), (4, 3, 4), r.choice(" -")),
        "3 8": lambda r, f: cut(mobile(r), (3, 8), r.choice(" -")),
        "+86": lambda r, f: f"+86 ‹{mobile(r)}›",
        "wide digits": lambda r, f: mobile(r).translate(WIDE),
        "spoken": lambda r, f: mobile(r).translate(SPOKEN),
        "landline": lambda r, f: landline(r, "{a}-{n}"),
        "landline run on": lambda r, f: landline(r, "{a}{n}"),
        "landline, brackets": lambda r, f: landline(r, "（‹{a}）{n}›"),
        "landline, inner line": lambda r, f: landline(r, "{a}-{n}转{x}"),
        "landline in fours": lambda r, f: landline(r, "{a}-{h} {t}"),
    },
    ("zh", "phone:local"): {
        "eight": lambda r, f: r.choice("3678") + make.digits(r, 7),
        "seven figures": lambda r, f: r.choice("2578") + make.digits(r, 6),
        "four-four": lambda r, f: cut(r.choice("3678") + make.digits(r, 7), (4, 4), "-"),
    },
    ("zh", "id_card"): {
        "eighteen": lambda r, f: make.id_number(r),
        "eighteen with X": lambda r, f: make.id_number_with_x(r),
        "eighteen with x": lambda r, f: make.id_number_with_x(r).lower(),
        "6 8 4": lambda r, f: cut(make.id_number(r), (6, 8, 4), " "),
        "3 3 4 4 4": lambda r, f: cut(make.id_number(r), (3, 3, 4, 4, 4), r.choice(" -")),
        "wide": lambda r, f: make.id_number(r).translate(WIDE),
        "one digit mistyped": lambda r, f: make.id_number(r, wrong=True),
        "fifteen": lambda r, f: make.old_id_number(r),
    },
    ("zh", "email"): {
        "login": lambda r, f: f"{people.login(r)}@{r.choice(PROVIDERS)}",
        "figures at qq": lambda r, f: f"{make.digits(r, r.choice((9, 10)))}@qq.com",
        "mobile at": lambda r, f: f"{mobile(r)}@{r.choice(('163.com', '139.com', '126.com'))}",
        "hospital's": lambda r, f: f"{people.login(r)}@{mixed(r, 3, LETTERS)}hospital.com.cn",
        "university's": lambda r, f: (
            f"{people.login(r)}@{r.choice(words('stu mail med'))}.{mixed(r, 4, LETTERS)}.edu.cn"
        ),
        "capitals": lambda r, f: f"{people.login(r)}@{r.choice(PROVIDERS)}".upper(),
        "dot inside": lambda r, f: f"{mixed(r, 2, LETTERS)}.{people.login(r)}@{r.choice(PROVIDERS)}",
        "wide sign": lambda r, f: f"{people.login(r)}＠{r.choice(PROVIDERS)}",
    },
    ("zh", "url"): {
        "netdisk": lambda r, f: f"https://pan.baidu.com/s/1{mixed(r, 22)}",
        "weiyun": lambda r, f: f"https://share.weiyun.com/{mixed(r, 8)}",
        "short video link": lambda r, f: f"https://v.douyin.com/{mixed(r, 7)}/",
        "film viewer": lambda r, f: f"http://yx.{mixed(r, 5, LETTERS)}.com/view?id={make.digits(r, 9)}",
        "picture": lambda r, f: f"http://img.{mixed(r, 4, LETTERS)}.cn/up/{mixed(r, 12, LETTERS)}.jpg",
        "weibo": lambda r, f: f"weibo.com/u/{make.digits(r, 10)}",
        "public account": lambda r, f: f"https://mp.weixin.qq.com/s/{mixed(r, 22)}",
    },
    ("zh", "url:home"): {
        "personal page": lambda r, f: f"https://www.haodf.com/doctor/{make.digits(r, 8)}.html",
        "clinic's page": lambda r, f: f"http://www.{mixed(r, 6, LETTERS)}.com",
        "without http": lambda r, f: f"www.{mixed(r, 4, LETTERS)}yy.org.cn/guahao",
    },
    ("zh", "wechat"): {
        "login as account": lambda r, f: people.login(r),
        "mobile, too": lambda r, f: mobile(r),
        "wxid": lambda r, f: "wxid_" + mixed(r, 13, LETTERS + "0123456789"),
        "letters and day": lambda r, f: mixed(r, r.choice((2, 3, 4)), LETTERS) + make.birthday(r).strftime("%Y%m%d"),
        "capital, figures": lambda r, f: r.choice(CAPITALS) + make.digits(r, r.choice((7, 8, 9))),
        "with a dash": lambda r, f: people.login(r) + "-" + mixed(r, 2, LETTERS),
    },
    ("zh", "qq"): {
        "as given": lambda r, f: make.digits(r, r.choice((9, 10, 10, 9, 8))),
        "old and short": lambda r, f: make.digits(r, r.choice((5, 6, 7))),
        "3 3 4": lambda r, f: cut(make.digits(r, 10), (3, 3, 4), r.choice(" -")),
        "read out": lambda r, f: make.digits(r, 9).translate(SPOKEN),
    },
    ("zh", "bank_card"): {
        "nineteen": lambda r, f: make.bank_number(r),
        "nineteen, fours": lambda r, f: cut(make.bank_number(r), (4, 4, 4, 4, 3), " "),
        "credit card": lambda r, f: credit_card(r),
        "credit card, fours": lambda r, f: cut(credit_card(r), (4, 4, 4, 4), r.choice(" -")),
        "seventeen": lambda r, f: make.bank_number(r, 17),
    },
    ("zh", "record_number"): {
        "digits only": lambda r, f: make.digits(r, r.choice((6, 7, 8, 8, 9, 10))),
        "leading zeros": lambda r, f: r.choice(("0", "00", "0000")) + make.digits(r, r.choice((6, 7, 8))),
        "letter and digits": lambda r, f: mixed(r, r.choice((1, 1, 2)), CAPITALS) + make.digits(r, r.choice((6, 7, 8))),
        "of a day": lambda r, f: day_and_number(r),
        "year-number": lambda r, f: f"{r.randrange(2015, 2026)}-{make.digits(r, r.choice((4, 6)))}",
        "year+letter": lambda r, f: f"{r.choice('BSKD')}{r.randrange(2015, 2026)}{make.digits(r, 5)}",
    },
    ("zh", "birth_date"): {
        "年月日": lambda r, f: birth(r, "{y}年{m}月{d}日"),
        "dots": lambda r, f: birth(r, "{y}.{m}.{d}"),
        "dashes": lambda r, f: birth(r, "{y}-{m:02d}-{d:02d}"),
        "slashes": lambda r, f: birth(r, "{y}/{m}/{d}"),
        "eight figures": lambda r, f: birth(r, "{y}{m:02d}{d:02d}"),
        "年月": lambda r, f: birth(r, "{y}年{m}月"),
        "short year": lambda r, f: birth(r, "{yy}年{m}月{d}号"),
        "moon": lambda r, f: f"{make.birthday(r).year}年农历{r.choice(MONTHS)}月{r.choice(DAYS)}",
        "blanks": lambda r, f: birth(r, "{y} 年 {m} 月 {d} 日"),
    },
    ("zh", "birth_date:child"): {
        "child 年月日": lambda r, f: birth(r, "{y}年{m}月{d}日", child=True),
        "child dots": lambda r, f: birth(r, "{y}.{m}.{d}", child=True),
        "child 号": lambda r, f: birth(r, "{yy}年{m}月{d}号", child=True),
    },
    ("zh", "address"): {
        "region, road, house": lambda r, f: f"{r.choice(people.REGIONS)}‹{people.house(r)}›",
        "region, estate, door": lambda r, f: f"{r.choice(people.REGIONS)}‹{r.choice(people.ESTATES)}{people.door(r)}›",
        "region, all": lambda r, f: (
            f"{r.choice(people.REGIONS)}‹{people.house(r)}{r.choice(people.ESTATES)}{people.door(r)}›"
        ),
        "estate, door": lambda r, f: r.choice(people.ESTATES) + people.door(r),
        "road and door": lambda r, f: f"{people.house(r)}{people.door(r)}",
        "town, road": lambda r, f: f"{r.choice(people.TOWNS)}市‹{people.house(r)}›",
        "county, village": lambda r, f: f"{r.choice(people.COUNTIES)}‹{people.village(r)}{r.randrange(1, 260)}号›",
        "county, team": lambda r, f: f"{r.choice(people.COUNTIES)}‹{people.village(r)}{r.choice('一二三四五六七')}组›",
    },
    ("zh", "patient_name"): PATIENTS,
    ("zh", "patient_name:form"): {
        "in a form": lambda r, f: people.full_name(r),
        "in a form, spaced": lambda r, f: " ".join((people.family_name(r), r.choice(people.SINGLE["grown man"]))),
        "in a form, Faker's": lambda r, f: f.name(),
    },
    ("zh", "patient_name:child"): {
        "a child's": lambda r, f: people.child_name(r),
        "a child's, given only": lambda r, f: people.given_name(r, r.choice(("young woman", "young man"))),
        "a child's, too": lambda r, f: people.child_name(r),
    },
    ("zh", "patient_name:home"): {
        "home name": lambda r, f: r.choice(people.HOME_NAMES),
        "given only": lambda r, f: people.given_name(r, r.choice(("young woman", "young man"))),
    },
    ("zh", "patient_name:surname"): SURNAMES,
    ("zh", "doctor_name"): STAFF,
    ("zh", "doctor_name:surname"): SURNAMES,
    ("zh", "hospital"): {
        "town and kind": lambda r, f: r.choice(people.TOWNS) + r.choice(("市", "市", "")) + r.choice(KINDS),
        "great": lambda r, f: r.choice(GREAT),
        "county's": lambda r, f: (
            r.choice(people.COUNTIES).split("省")[-1] + r.choice(words("人民医院 中医院 妇幼保健院"))
        ),
        "town's health": lambda r, f: r.choice([name for name in people.TOWNSHIPS if name[-1] in "镇乡"]) + "卫生院",
        "of a university": lambda r, f: f"{r.choice(people.TOWNS)}医科大学{r.choice(words('附属医院 第一附属医院'))}",
        "private one": lambda r, f: r.choice(people.TOWNS) + r.choice(PRIVATE) + "医院",
        "army's": lambda r, f: f"解放军第{r.randrange(80, 990)}医院",
    },
}
