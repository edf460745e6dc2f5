"""How an identity is written in the second kept part. Rule authors do not read this file.

Layout as in `planted.open_part.formats`, but the first format of each kind is the one most people write: at least every
second identity is in it.
"""

from planted import identities as make
from planted.held_out_2 import identities as people
from planted.templates import words

NUMERALS = str.maketrans("0123456789", "零一二三四五六七八九")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
MAILS = words("163.com 126.com foxmail.com sina.com yeah.net 139.com 189.cn hotmail.com icloud.com aliyun.com")
MAILS_EN = words(
    "gmail.com yahoo.com hotmail.co.uk outlook.com aol.com yahoo.co.in icloud.com proton.me btinternet.com"
)
STATES = words("OH TX GA WA")
HOSPITALS = words("第一人民医院 中心医院 中医院 第二医院 妇幼保健院 传染病医院 第四医院")


def cut(text: str, sizes: tuple[int, ...], gap: str) -> str:
    """The text in pieces of these sizes."""
    pieces, at = [], 0
    for size in sizes:
        pieces.append(text[at : at + size])
        at += size
    return gap.join(pieces)


def born(rng, pattern: str) -> str:
    """A day of birth in a pattern of year, short year, month and day."""
    day = make.birthday(rng)
    return pattern.format(y=day.year, yy=f"{day.year % 100:02d}", m=day.month, d=day.day)


def hanzi_short(rng) -> str:
    """`八五年三月十二`."""
    day = make.birthday(rng)
    ones, tens = "零一二三四五六七八九", ("", "十", "二十", "三十")
    month, number = (tens[part // 10] + ones[part % 10].replace("零", "") for part in (day.month, day.day))
    return "".join(ones[int(digit)] for digit in f"{day.year % 100:02d}") + f"年{month}月{number}"


def ten(rng) -> tuple[str, str, str]:
    """The three parts of a North American number."""
    return f"{rng.choice('23456789')}{make.digits(rng, 2)}", make.digits(rng, 3), make.digits(rng, 4)


def ssn(rng) -> tuple[str, str, str]:
    """The three parts of a social security number."""
    return f"{rng.randrange(100, 665)}", f"{rng.randrange(10, 100)}", make.digits(rng, 4)


def card(rng, first: str = "4") -> str:
    """Sixteen digits with their Luhn digit."""
    body = first + make.digits(rng, 15 - len(first))
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def ordinal(day: int) -> str:
    """`3rd`."""
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def born_in_words(rng) -> str:
    """`the 3rd of May 1985`."""
    day = make.birthday(rng)
    return f"the {ordinal(day.day)} of {day.strftime('%B %Y')}"


NAMES_ZH = {
    "three characters": lambda r, f: people.name_zh(r),
    "two": lambda r, f: people.name_zh(r, 1),
    "two again": lambda r, f: people.name_zh(r, 1),
    "doubled given name": lambda r, f: people.surname(r) + r.choice("丽娜婷媛圆晶莉甜佳菲") * 2,
    "compound surname": lambda r, f: r.choice(people.COMPOUND) + r.choice(people.GIVEN_ONE),
    "of a minority": lambda r, f: r.choice(people.MINORITY),
    "blank between": lambda r, f: " ".join(people.name_zh(r, 1)),
    "second surname": lambda r, f: people.surname(r) + people.surname(r) + r.choice(people.GIVEN_ONE),
}
SURNAMES_ZH = {
    "common": lambda r, f: people.surname(r, alone=True),
    "common again": lambda r, f: people.surname(r, alone=True),
    "compound": lambda r, f: r.choice(people.COMPOUND),
}
NAMES_EN = {
    "given and surname": lambda r, f: people.name_en(r),
    "middle initial": lambda r, f: f"{people.first_en(r)} {r.choice('ABCDEJKLMRST')}. {people.last_en(r)}",
    "middle name": lambda r, f: f"{people.first_en(r)} {people.first_en(r)} {people.last_en(r)}",
    "initials": lambda r, f: f"{r.choice('ABDEGJKMPRST')}.{r.choice('ABCDEJKLMRST')}. {people.last_en(r)}",
    "Jr.": lambda r, f: f"{people.name_en(r)} {r.choice(('Jr', 'Sr', 'III'))}",
    "hyphen": lambda r, f: f"{people.first_en(r)} {r.choice(('Hall', 'Ross', 'Shaw', 'Bell'))}-{people.last_en(r)}",
    "no capitals": lambda r, f: people.name_en(r).lower(),
    "Surname, given": lambda r, f: f"{people.last_en(r)}, {people.first_en(r)}",
}
SURNAMES_EN = {
    "capital": lambda r, f: people.last_en(r),
    "no capital": lambda r, f: people.last_en(r).lower(),
    "with initial": lambda r, f: f"{r.choice('ABDEGJKMPRST')}. {people.last_en(r)}",
}

FORMATS = {
    ("zh", "phone"): {
        "eleven digits": lambda r, f: people.mobile(r),
        "3 3 5": lambda r, f: cut(people.mobile(r), (3, 3, 5), r.choice((" ", "-"))),
        "6 5": lambda r, f: cut(people.mobile(r), (6, 5), r.choice((" ", "-"))),
        "no-break spaces": lambda r, f: cut(people.mobile(r), (3, 4, 4), r.choice(("\u00a0", "\u200b", "  "))),
        "stars or tildes": lambda r, f: cut(people.mobile(r), (3, 4, 4), r.choice(("*", "~", "，", "、"))),
        "numerals in groups": lambda r, f: cut(people.mobile(r).translate(NUMERALS), (3, 4, 4), r.choice(" -、")),
        "+86 dashed": lambda r, f: f"+86-‹{cut(people.mobile(r), (3, 4, 4), '-')}›",
        "86 before": lambda r, f: f"86‹{people.mobile(r)}›",
        "full width groups": lambda r, f: cut(people.mobile(r).translate(WIDE), (3, 4, 4), "－"),
        "Hong Kong": lambda r, f: f"+852 ‹{r.choice('569')}{make.digits(r, 3)} {make.digits(r, 4)}›",
        "landline 4 4": lambda r, f: f"{r.choice(('010', '021', '028'))}-{make.digits(r, 4)} {make.digits(r, 4)}",
        "landline half bracket": lambda r, f: f"0{r.randrange(310, 999)}）{make.digits(r, 7)}",
        "landline 转": lambda r, f: f"0{r.randrange(310, 999)}-{make.digits(r, 8)}转{make.digits(r, 4)}",
        "landline run together": lambda r, f: f"0{r.randrange(510, 599)}{make.digits(r, 8)}",
    },
    ("zh", "phone:local"): {
        "eight": lambda r, f: r.choice("268") + make.digits(r, 7),
        "4 4": lambda r, f: f"{r.choice('268')}{make.digits(r, 3)}-{make.digits(r, 4)}",
        "seven": lambda r, f: r.choice("25678") + make.digits(r, 6),
    },
    ("zh", "id_card"): {
        "eighteen": lambda r, f: make.id_number(r),
        "6 4 4 4": lambda r, f: cut(make.id_number(r), (6, 4, 4, 4), r.choice((" ", "-"))),
        "3 3 8 4": lambda r, f: cut(make.id_number(r), (3, 3, 8, 4), " "),
        "14 4": lambda r, f: cut(make.id_number(r), (14, 4), r.choice((" ", "-"))),
        "X set off": lambda r, f: make.id_number_with_x(r)[:-1] + r.choice((" X", "-X", " x")),
        "full width digits, x": lambda r, f: make.id_number_with_x(r)[:-1].translate(WIDE) + "x",
        "numerals 零": lambda r, f: make.id_number(r)[:17].translate(NUMERALS) + "七",
        "9 9": lambda r, f: cut(make.id_number(r), (9, 9), r.choice(("\n", " "))),
        "fifteen": lambda r, f: make.old_id_number(r),
    },
    ("zh", "email"): {
        "number at qq.com": lambda r, f: f"{make.digits(r, r.choice((8, 9, 10)))}@qq.com",
        "account": lambda r, f: f"{people.account(r)}@{r.choice(MAILS)}",
        "mobile as account": lambda r, f: f"{people.mobile(r)}@{r.choice(('163.com', '139.com', '189.cn'))}",
        "university": lambda r, f: f"{people.account(r)}@stu.{r.choice(people.WORD_ACCOUNTS)}.edu.cn",
        "company": lambda r, f: f"{r.choice(make.PINYIN)}.{r.choice(make.PINYIN)}@{people.domain(r)}",
        "Chinese full stop": lambda r, f: f"{people.account(r)}@{r.choice(('163', 'qq', 'sina'))}。com",
        "＠ and ．": lambda r, f: f"{make.digits(r, 9)}＠{r.choice(('qq', '163'))}．com",
        "艾特 … 点": lambda r, f: f"‹{people.account(r)}›艾特{r.choice(('163', 'qq', '126'))}点com",
        "blank after @": lambda r, f: f"{people.account(r)}@ {r.choice(MAILS)}",
        "（at）": lambda r, f: f"{people.account(r)}（at）{r.choice(MAILS)}",
    },
    ("zh", "url"): {
        "https with path": lambda r, f: f"https://{people.domain(r)}/{r.choice(('p', 'doc', 'u'))}/{make.digits(r, 6)}",
        "netdisk": lambda r, f: f"https://pan.baidu.com/s/1{people.token(r, 22)}",
        "article": lambda r, f: f"https://mp.weixin.qq.com/s/{people.token(r, 22)}",
        "microblog": lambda r, f: f"weibo.com/u/{make.digits(r, 10)}",
        "clip": lambda r, f: f"https://v.douyin.com/{people.token(r, 7)}/",
        "film": lambda r, f: f"http://pacs.{people.domain(r)}:8090/view?id={make.digits(r, 8)}&k={people.token(r, 6)}",
        "blank after colon": lambda r, f: f"https: //{people.domain(r)}/{make.digits(r, 4)}",
        "own page": lambda r, f: f"{r.choice(make.PINYIN)}{r.choice(make.PINYIN)}.{people.domain(r)}/index.html",
        "three w": lambda r, f: f"www.{people.domain(r)}",
        "page of a file": lambda r, f: f"http://{people.domain(r)}/upload/2021/{make.digits(r, 8)}.jpg",
    },
    ("zh", "wechat"): {
        "account": lambda r, f: people.account(r),
        "mobile": lambda r, f: people.mobile(r),
        "mobile again": lambda r, f: people.mobile(r),
        "wxid": lambda r, f: f"wxid_{people.token(r, 14).lower()}",
        "number of QQ": lambda r, f: make.digits(r, 9),
        "capitals": lambda r, f: people.account(r).capitalize(),
        "3 4 4": lambda r, f: cut(people.mobile(r), (3, 4, 4), r.choice((" ", "-"))),
        "one letter, digits": lambda r, f: r.choice("abcdfhlwxyz") + people.mobile(r),
    },
    ("zh", "qq"): {
        "plain": lambda r, f: make.digits(r, r.choice((8, 9, 9, 10, 10))),
        "short": lambda r, f: make.digits(r, r.choice((6, 7))),
        "4 5": lambda r, f: cut(make.digits(r, 9), (4, 5), r.choice((" ", "-"))),
        "2 by 2": lambda r, f: cut(make.digits(r, 10), (2, 2, 2, 2, 2), " "),
        "numerals 零": lambda r, f: make.digits(r, 9).translate(NUMERALS),
    },
    ("zh", "bank_card"): {
        "nineteen": lambda r, f: make.bank_number(r),
        "credit card": lambda r, f: card(r, r.choice(("4", "51", "62"))),
        "6 6 7": lambda r, f: cut(make.bank_number(r), (6, 6, 7), " "),
        "8 11": lambda r, f: cut(make.bank_number(r), (8, 11), r.choice((" ", "-"))),
        "4 4 4 4 3 run on": lambda r, f: cut(make.bank_number(r), (4, 4, 4, 4, 3), r.choice(("  ", "·"))),
    },
    ("zh", "record_number"): {
        "digits": lambda r, f: make.digits(r, r.choice((6, 7, 8, 9, 10))),
        "long": lambda r, f: make.digits(r, 12),
        "kind and digits": lambda r, f: r.choice(("ZY", "MZ", "B", "P", "D", "TJ")) + f"{make.digits(r, 8)}",
        "year, letter": lambda r, f: f"{r.randrange(2015, 2024)}{r.choice('BCK')}{make.digits(r, 5)}",
        "two dashes": lambda r, f: f"{make.digits(r, 2)}-{make.digits(r, 4)}-{make.digits(r, 3)}",
        "zero and letter": lambda r, f: f"00{make.digits(r, 6)}{r.choice('AMZ')}",
    },
    ("zh", "birth_date"): {
        "with 年月日": lambda r, f: born(r, "{y}年{m}月{d}日"),
        "with 号": lambda r, f: born(r, "{y}年{m}月{d}号"),
        "with 月, no 日": lambda r, f: born(r, "{y}年{m}月{d}"),
        "short year, no 日": lambda r, f: born(r, "{yy}年{m}月{d}"),
        "slashes, no zeros": lambda r, f: born(r, "{y}/{m}/{d}"),
        "dots, zeros": lambda r, f: born(r, "{y}.{m:02d}.{d:02d}"),
        "commas": lambda r, f: born(r, "{y}，{m}，{d}"),
        "short numerals": lambda r, f: hanzi_short(r),
        "lunar month": lambda r, f: born(r, "{y}年") + r.choice(("腊月廿三", "正月初六", "冬月十二", "八月十四")),
        "short dots": lambda r, f: born(r, "{yy}.{m:02d}.{d:02d}"),
        "with time": lambda r, f: born(r, "‹{y}-{m:02d}-{d:02d}›") + f" {r.randrange(24):02d}:{r.randrange(60):02d}",
    },
    ("zh", "address"): {
        "estate and flat": lambda r, f: (
            f"{r.choice(people.DISTRICTS)}‹{r.choice(people.COMPOUNDS)}{people.flat_zh(r)}›"
        ),
        "street, estate": lambda r, f: (
            f"{r.choice(people.DISTRICTS)}‹{r.choice(people.STREETS)}{r.randrange(1, 600)}号"
            f"{r.choice(people.COMPOUNDS)}{people.flat_zh(r)}›"
        ),
        "street alone": lambda r, f: f"{r.choice(people.STREETS)}{r.randrange(1, 600)}号",
        "county village": lambda r, f: (
            f"{r.choice(people.COUNTY_SEATS)}‹{r.choice(people.TOWNSHIPS)}{r.choice(people.HAMLETS)}"
            f"{r.choice(('', '3组', '五组', '12号', '二社'))}›"
        ),
        "crossing": lambda r, f: (
            f"{r.choice(people.DISTRICTS)}‹{r.choice(people.STREETS)}与{r.choice(people.STREETS)}交叉口"
            f"{r.choice(people.COMPOUNDS)}{people.flat_zh(r)}›"
        ),
        "commas": lambda r, f: (
            f"{r.choice(people.DISTRICTS)}，‹{r.choice(people.STREETS)}{r.randrange(1, 600)}号，{people.flat_zh(r)}›"
        ),
        "school": lambda r, f: (
            f"{r.choice(people.CITIES)}{r.choice(('理工大学', '职业学院', '一中'))}‹{r.choice('东南西北')}区"
            f"{r.randrange(1, 20)}号宿舍楼{r.randrange(101, 640)}›"
        ),
        "lane": lambda r, f: (
            f"{r.choice(people.STREETS)}{r.randrange(1, 90)}巷{r.randrange(1, 40)}号{r.randrange(2, 7)}楼"
        ),
    },
    ("zh", "patient_name"): NAMES_ZH,
    ("zh", "patient_name:surname"): SURNAMES_ZH,
    ("zh", "patient_name:pet"): {"pet name": lambda r, f: r.choice(people.PET_NAMES)},
    ("zh", "doctor_name"): NAMES_ZH,
    ("zh", "doctor_name:surname"): SURNAMES_ZH,
    ("zh", "hospital"): {
        "of a city": lambda r, f: f"{r.choice(people.CITIES)}市{r.choice(HOSPITALS)}",
        "city without 市": lambda r, f: f"{r.choice(people.CITIES)}{r.choice(words('市立医院 人民医院 儿童医院'))}",
        "of a university": lambda r, f: f"{r.choice(people.CITIES)}医学院第{r.choice('一二三')}附属医院",
        "of a county": lambda r, f: (
            f"{r.choice(words('颍上 沛 隆回 渠 单 武功 鄱阳 宁晋'))}县{r.choice(words('人民医院 中医院 妇幼保健院'))}"
        ),
        "private": lambda r, f: (
            f"{r.choice(words('康宁 仁爱 博雅 同德 瑞祥'))}{r.choice(words('眼科医院 口腔医院 骨科医院 妇产医院'))}"
        ),
        "branch": lambda r, f: f"‹{r.choice(people.CITIES)}市人民医院›{r.choice(('东院区', '南院', '开发区分院'))}",
        "township": lambda r, f: f"{r.choice(people.TOWNSHIPS)}卫生院",
    },
    ("en", "phone"): {
        "3-3-4": lambda r, f: "-".join(ten(r)),
        "+1- dashed": lambda r, f: "+1-‹{}-{}-{}›".format(*ten(r)),
        "1 ( )": lambda r, f: "1 ‹({}) {} {}›".format(*ten(r)),
        "x204": lambda r, f: "{}.{}.{} x{}".format(*ten(r), r.randrange(10, 999)),
        "blanks around dashes": lambda r, f: " - ".join(ten(r)),
        "3 7": lambda r, f: "{} {}{}".format(*ten(r)),
        "India": lambda r, f: f"+91 ‹{r.choice('6789')}{make.digits(r, 4)} {make.digits(r, 5)}›",
        "India dashed": lambda r, f: f"+91-‹{r.choice('6789')}{make.digits(r, 9)}›",
        "India run on": lambda r, f: r.choice("6789") + make.digits(r, 9),
        "UK bracket": lambda r, f: f"({r.choice(('0161', '0113', '0151'))}) {make.digits(r, 3)} {make.digits(r, 4)}",
        "00": lambda r, f: (
            f"00‹{r.choice(('44 7', '353 8', '61 4'))}{make.digits(r, 2)} {make.digits(r, 3)} {make.digits(r, 3)}›"
        ),
        "Gulf or Africa": lambda r, f: (
            f"+‹{r.choice(('971 50', '234 803', '254 722'))} {make.digits(r, 3)} {make.digits(r, 4)}›"
        ),
    },
    ("en", "ssn"): {
        "3-2-4": lambda r, f: "-".join(ssn(r)),
        "run on": lambda r, f: "".join(ssn(r)),
        "blank after dash": lambda r, f: "- ".join(ssn(r)),
        "slashes": lambda r, f: "/".join(ssn(r)),
        "two blanks": lambda r, f: "  ".join(ssn(r)),
    },
    ("en", "email"): {
        "plain": lambda r, f: f"{people.account_en(r)}@{r.choice(MAILS_EN)}",
        "of an office": lambda r, f: f"{people.account_en(r)}@{people.domain(r)}",
        "blank after @": lambda r, f: f"{people.account_en(r)}@ {r.choice(MAILS_EN)}",
        "comma for dot": lambda r, f: f"{people.account_en(r)}@{r.choice(('gmail', 'yahoo'))},com",
        "mailto": lambda r, f: f"mailto:‹{people.account_en(r)}@{r.choice(MAILS_EN)}›",
        "capital first": lambda r, f: f"{people.account_en(r)}@{r.choice(MAILS_EN)}".capitalize(),
        "(@)": lambda r, f: f"{people.account_en(r)} (@) {r.choice(MAILS_EN)}",
        "at … dot": lambda r, f: f"‹{people.account_en(r)}› at {r.choice(('gmail', 'yahoo', 'outlook'))} dot com",
    },
    ("en", "url"): {
        "https with path": lambda r, f: f"https://{people.domain(r)}/{people.last_en(r).lower().replace(chr(39), '')}",
        "drive": lambda r, f: f"https://drive.google.com/file/d/{people.token(r, 28)}/view?usp=sharing",
        "pictures": lambda r, f: f"imgur.com/a/{people.token(r, 7)}",
        "film": lambda r, f: f"https://youtu.be/{people.token(r, 11)}",
        "box": lambda r, f: f"https://www.dropbox.com/s/{people.token(r, 15)}/mri.zip?dl=0",
        "blank after colon": lambda r, f: f"http: //{people.domain(r)}/{make.digits(r, 4)}",
        "three w": lambda r, f: f"www.{people.domain(r)}/{people.account_en(r)}",
        "gofundme": lambda r, f: (
            f"gofundme.com/f/{people.first_en(r).lower()}-{people.last_en(r).lower().replace(chr(39), '')}"
        ),
    },
    ("en", "bank_card"): {
        "visa": lambda r, f: card(r),
        "groups": lambda r, f: cut(card(r, r.choice(("4", "51", "6011"))), (4, 4, 4, 4), r.choice(" -")),
        "8 8": lambda r, f: cut(card(r, "52"), (8, 8), " "),
        "two blanks": lambda r, f: cut(card(r, "54"), (4, 4, 4, 4), "  "),
    },
    ("en", "record_number"): {
        "digits": lambda r, f: make.digits(r, r.choice((6, 7, 8, 9))),
        "pairs": lambda r, f: f"{make.digits(r, 2)}-{make.digits(r, 2)}-{make.digits(r, 2)}",
        "letter and digits": lambda r, f: r.choice("EHMPV") + make.digits(r, 8),
        "pathology": lambda r, f: f"{r.choice('SC')}{r.randrange(10, 25)}-{make.digits(r, 5)}",
        "check digit": lambda r, f: f"{make.digits(r, 7)}-{make.digits(r, 1)}",
        "three parts": lambda r, f: f"{r.randrange(2012, 2025)}-{r.choice('ABR')}-{make.digits(r, 5)}",
    },
    ("en", "birth_date"): {
        "m/d/y": lambda r, f: born(r, "{m}/{d}/{y}"),
        "dashes": lambda r, f: born(r, "{m:02d}-{d:02d}-{y}"),
        "d/m/y zeros": lambda r, f: born(r, "{d:02d}/{m:02d}/{y}"),
        "Mar. 12th": lambda r, f: (
            f"{make.birthday(r).strftime('%b')}. {ordinal(r.randrange(1, 29))}, {r.randrange(1940, 2020)}"
        ),
        "the 12th of": lambda r, f: born_in_words(r),
        "12 Mar '85": lambda r, f: make.birthday(r).strftime("%d %b '%y"),
        "no comma": lambda r, f: make.birthday(r).strftime("%B %d %Y"),
        "year first slashes": lambda r, f: born(r, "{y}/{m:02d}/{d:02d}"),
        "short dots": lambda r, f: born(r, "{d}.{m}.{yy}"),
    },
    ("en", "address"): {
        "US": lambda r, f: (
            f"‹{people.street_en(r)}, {r.choice(people.TOWNS_EN)}›, {r.choice(STATES)} {make.digits(r, 5)}"
        ),
        "road alone": lambda r, f: people.street_en(r),
        "apt": lambda r, f: f"{people.street_en(r)}, Apt. {r.randrange(1, 30)}{r.choice('ABC')}",
        "India flat": lambda r, f: (
            f"Flat No. {r.randrange(101, 905)}, {r.choice(('Sai', 'Lotus', 'Shanti'))} Residency, "
            f"{r.choice(('M.G.', 'Station', 'Ring'))} Road"
        ),
        "India house": lambda r, f: (
            f"H.No. {r.randrange(1, 30)}-{r.randrange(1, 20)}-{r.randrange(10, 400)}, {r.choice(people.FIRST_EN)} Nagar"
        ),
        "Australia": lambda r, f: (
            f"Unit {r.randrange(1, 20)}/{r.randrange(2, 200)} Banksia {r.choice(('Street', 'Parade'))}"
        ),
        "UK name": lambda r, f: (
            f"{r.choice(('Rose', 'Ivy', 'Yew Tree'))} Cottage, {r.randrange(2, 90)} {r.choice(('Mill', 'Church'))} Lane"
        ),
        "rural": lambda r, f: f"{make.digits(r, 4)} County Road {r.randrange(2, 99)}",
    },
    ("en", "patient_name"): NAMES_EN,
    ("en", "patient_name:surname"): SURNAMES_EN,
    ("en", "patient_name:first"): {"given name": lambda r, f: people.first_en(r)},
    ("en", "doctor_name"): NAMES_EN,
    ("en", "doctor_name:surname"): SURNAMES_EN,
    ("en", "doctor_name:first"): {"given name": lambda r, f: people.first_en(r)},
    ("en", "hospital"): {
        "general": lambda r, f: (
            f"{r.choice(people.TOWNS_EN)} {r.choice(('General', 'Community', 'District'))} Hospital"
        ),
        "memorial": lambda r, f: f"{people.last_en(r)} Memorial Hospital",
        "center": lambda r, f: f"{r.choice(('Mercy', 'Good Samaritan', 'Riverside'))} Medical Center",
        "children": lambda r, f: f"{r.choice(people.TOWNS_EN)} Children's Hospital",
        "royal": lambda r, f: f"Royal {r.choice(people.TOWNS_EN)} Hospital",
        "clinic of": lambda r, f: f"{people.last_en(r)} Eye Clinic",
    },
}
