"""How an identity is written in the third kept part. Rule authors do not read this file.

Layout as in `planted.open_part.formats`; the first format of each kind is the one most people write: at least
every second identity is in it.
"""

from planted import identities as make
from planted.held_out_3 import identities as people
from planted.templates import words

ORAL = str.maketrans("0123456789", "零幺二三四五六七八九")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
MAILS = words("163.com 163.com 126.com sina.com sina.cn foxmail.com gmail.com outlook.com hotmail.com 139.com sohu.com")
MAILS_EN = words("gmail.com gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com yahoo.co.in rediffmail.com")
PLACES = words(
    "第一人民医院 第二人民医院 人民医院 中医医院 中心医院 妇幼保健院 儿童医院 胸科医院 肿瘤医院 第三人民医院"
)
MONTHS = words("January February March April May June July August September October November December")
GENERAL = ("General Hospital", "Medical Center", "Memorial Hospital", "Regional Hospital", "Community Hospital")
SAINTS = words("Mary's Joseph's Luke's Vincent's Francis Anthony Elizabeth")
KNOWN_EN = (
    "Apollo Hospital",
    "Fortis Hospital",
    "Mayo Clinic",
    "Cleveland Clinic",
    "Johns Hopkins Hospital",
    "Mount Sinai Hospital",
    "Massachusetts General Hospital",
    "Addenbrooke's Hospital",
)
TOWNS_US = words("Springfield Columbus Austin Denver Omaha Tampa Richmond Albany Toledo Madison Raleigh Tucson")
STATES = words("NY CA TX FL OH PA IL GA NC MI VA WA")
DESKS = words("info office reception appointments")
PRACTICES = ("clinic.com", "medical.org", "surgery.co.uk")
INDIA = words("Pune Chennai Hyderabad Lucknow Indore")
BRITAIN = words("Leeds Bristol Cardiff Norwich")
LANES_UK = words("Road Street Close Avenue Terrace")
NAGAR = words("Road Nagar")
HOUSES = ("Flat No", "House No", "H.No")
LANES = words("Gandhi Nehru Park Lake Station Temple")
KNOWN = words("""北京协和医院 四川大学华西医院 复旦大学附属中山医院 上海瑞金医院 武汉同济医院 广东省人民医院
上海华山医院 北京天坛医院 首都医科大学宣武医院 中南大学湘雅医院 西安西京医院 江苏省人民医院 北京儿童医院
上海交通大学医学院附属仁济医院 中国医科大学附属盛京医院 河南省人民医院 山东省千佛山医院 南方医科大学南方医院
解放军301医院 重庆西南医院""")


def grouped(text: str, sizes: tuple[int, ...], gap: str) -> str:
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


def born_en(rng, pattern: str) -> str:
    """A day of birth in a pattern of `strftime`, without leading zeros of words."""
    return make.birthday(rng).strftime(pattern).replace(" 0", " ").lstrip("0")


def in_numerals(rng) -> str:
    """`一九七八年五月`."""
    day = make.birthday(rng)
    months = words("一 二 三 四 五 六 七 八 九 十 十一 十二")
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(day.year)) + f"年{months[day.month - 1]}月"


def landline(rng, pattern: str) -> str:
    """Area code and number in a pattern."""
    area, number = make.landline(rng)
    return pattern.format(area=area, number=number, extension=make.digits(rng, 4))


def local(rng, count: int) -> str:
    """A number without its area code."""
    return rng.choice("2345678") + make.digits(rng, count - 1)


def ten(rng) -> tuple[str, str, str]:
    """The three parts of a North American number."""
    area, exchange = (rng.choice("23456789") + make.digits(rng, 2) for _ in range(2))
    return area, exchange, f"{rng.randrange(10_000):04d}"


def ssn(rng) -> tuple[str, str, str]:
    """The three parts of a social security number as issued: no 000, 666 or 9xx."""
    area = rng.choice([number for number in range(1, 900) if number != 666])
    return f"{area:03d}", f"{rng.randrange(1, 100):02d}", f"{rng.randrange(1, 10_000):04d}"


def card(rng, first: str = "4") -> str:
    """Sixteen digits that pass Luhn."""
    body = first + make.digits(rng, 15 - len(first))
    doubled = "0246813579"
    total = sum(int(doubled[int(digit)] if place % 2 == 0 else digit) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


def dot_name(rng, fake) -> str:
    """`R. K. Sharma`."""
    first, last = people.person_en(rng, fake)
    return f"{first[0]}. {rng.choice('ABCDGHJKLMNPRSV')}. {last}"


NAMES_ZH = {
    "three characters": lambda r, f: people.full_name(r),
    "two characters": lambda r, f: people.full_name(r, 1),
    "two characters again": lambda r, f: people.full_name(r, 1),
    "three characters again": lambda r, f: people.full_name(r),
    "Faker": lambda r, f: f.name(),
    "Faker again": lambda r, f: f.name(),
    "compound": lambda r, f: r.choice(people.COMPOUND) + (people.given_two(r) if r.random() < 0.6 else f.first_name()),
    "other nation": lambda r, f: r.choice(people.MINORITY) if r.random() < 0.4 else people.full_name(r),
}
FORMS_ZH = {
    "three characters": NAMES_ZH["three characters"],
    "spaced": lambda r, f: people.surname(r) + r.choice((" ", "  ", "　")) + r.choice(people.GIVEN_ONE),
}
SURNAMES_ZH = {
    "one character": lambda r, f: people.surname(r, alone=True),
    "compound": lambda r, f: r.choice(people.COMPOUND),
    "one character again": lambda r, f: people.surname(r, alone=True),
    "one character, third": lambda r, f: people.surname(r, alone=True),
    "one character, fourth": lambda r, f: people.surname(r, alone=True),
}
NAMES_EN = {
    "given and surname": lambda r, f: " ".join(people.person_en(r, f)),
    "middle initial": lambda r, f: " {}. ".format(r.choice("ABCDEFGHJKLMPRST")).join(people.person_en(r, f)),
    "no capitals": lambda r, f: " ".join(people.person_en(r, f)).lower(),
    "all capitals": lambda r, f: " ".join(people.person_en(r, f)).upper(),
    "initial": lambda r, f: "{[0]}. {}".format(*people.person_en(r, f)),
    "two initials": dot_name,
    "two surnames": lambda r, f: people.two_surnames(r),
}
FORMS_EN = {
    "given and surname": NAMES_EN["given and surname"],
    "surname, given": lambda r, f: "{1}, {0}".format(*people.person_en(r, f)),
}
SURNAMES_EN = {
    "capital": lambda r, f: people.person_en(r, f)[1],
    "capital again": lambda r, f: people.person_en(r, f)[1],
    "no capital": lambda r, f: people.person_en(r, f)[1].lower(),
}
GIVEN_EN = {"given name": lambda r, f: people.person_en(r, f)[0]}

FORMATS = {
    ("zh", "phone"): {
        "eleven digits": lambda r, f: people.mobile(r),
        "3 4 4 blanks": lambda r, f: grouped(people.mobile(r), (3, 4, 4), " "),
        "3 4 4 dashes": lambda r, f: grouped(people.mobile(r), (3, 4, 4), "-"),
        "4 3 4": lambda r, f: grouped(people.mobile(r), (4, 3, 4), " "),
        "dots": lambda r, f: grouped(people.mobile(r), (3, 4, 4), "."),
        "+86": lambda r, f: f"+86{r.choice(('', ' ', '-'))}‹{people.mobile(r)}›",
        "full width": lambda r, f: people.mobile(r).translate(WIDE),
        "spoken": lambda r, f: people.mobile(r).translate(ORAL),
        "spoken in groups": lambda r, f: grouped(people.mobile(r).translate(ORAL), (3, 4, 4), " "),
        "landline": lambda r, f: landline(r, "{area}-{number}"),
        "landline run on": lambda r, f: landline(r, "{area}{number}"),
        "landline in brackets": lambda r, f: landline(r, "（‹{area}）{number}›"),
        "landline, extension": lambda r, f: landline(r, "{area}-{number}转{extension}"),
    },
    ("zh", "phone:local"): {
        "eight": lambda r, f: local(r, 8),
        "seven": lambda r, f: local(r, 7),
        "dashed": lambda r, f: grouped(local(r, 8), (4, 4), "-"),
    },
    ("zh", "id_card"): {
        "eighteen": lambda r, f: make.id_number(r),
        "ends with X": lambda r, f: make.id_number_with_x(r),
        "ends with x": lambda r, f: make.id_number_with_x(r).lower(),
        "6 8 4": lambda r, f: grouped(make.id_number(r), (6, 8, 4), r.choice(" -")),
        "6 4 4 4": lambda r, f: grouped(make.id_number(r), (6, 4, 4, 4), " "),
        "mistyped": lambda r, f: make.id_number(r, wrong=True),
        "full width": lambda r, f: make.id_number(r).translate(WIDE),
        "fifteen": lambda r, f: make.old_id_number(r),
    },
    ("zh", "email"): {
        "account": lambda r, f: f"{people.account(r)}@{r.choice(MAILS)}",
        "number at qq.com": lambda r, f: f"{make.digits(r, r.choice((8, 9, 10)))}@qq.com",
        "number again": lambda r, f: f"{make.digits(r, r.choice((9, 10)))}@qq.com",
        "mobile": lambda r, f: f"{people.mobile(r)}@{r.choice(('163.com', '139.com'))}",
        "capitals": lambda r, f: f"{people.account(r)}@{r.choice(MAILS)}".upper(),
        "hospital": lambda r, f: (
            f"{r.choice(make.PINYIN)}{r.choice('abdhjlx')}@{r.choice(make.PINYIN)}yy.{r.choice(('com.cn', 'cn'))}"
        ),
        "full-width sign": lambda r, f: f"{people.account(r)}＠{r.choice(MAILS)}",
        "blanks": lambda r, f: f"{people.account(r)} @ {r.choice(MAILS)}",
        "university": lambda r, f: f"{make.digits(r, 8)}@stu.{r.choice(make.PINYIN)}u.edu.cn",
    },
    ("zh", "url"): {
        "netdisk": lambda r, f: f"https://pan.baidu.com/s/1{people.token(r, 22)}",
        "no scheme, path": lambda r, f: f"{r.choice(people.NICKS)}.lofter.com/post/{people.token(r, 8).lower()}",
        "profile": lambda r, f: f"https://weibo.com/u/{make.digits(r, 10)}",
        "video": lambda r, f: f"https://v.douyin.com/{people.token(r, 7)}/",
        "short": lambda r, f: f"http://t.cn/{people.token(r, 8)}",
        "report": lambda r, f: (
            f"http://report.{r.choice(make.PINYIN)}yy.com/view?id={make.digits(r, 9)}&t={people.token(r, 6)}"
        ),
    },
    ("zh", "url:site"): {
        "home page": lambda r, f: f"https://{r.choice(make.PINYIN)}{r.choice(make.PINYIN)}.haodf.com",
        "no scheme": lambda r, f: f"www.{r.choice(make.PINYIN)}yy{r.choice(('.com', '.cn', '.com.cn'))}",
        "path": lambda r, f: f"http://www.{r.choice(make.PINYIN)}yy.com/doctor/{make.digits(r, 4)}.html",
    },
    ("zh", "wechat"): {
        "account": lambda r, f: people.account(r),
        "mobile": lambda r, f: people.mobile(r),
        "mobile again": lambda r, f: people.mobile(r),
        "wxid": lambda r, f: "wxid_" + people.token(r, 14).lower(),
        "letters and mobile": lambda r, f: r.choice("abhjlqwxyz") + people.mobile(r),
        "capitals": lambda r, f: people.account(r).capitalize(),
        "dash": lambda r, f: f"{r.choice(people.NICKS)}-{make.digits(r, 5)}",
    },
    ("zh", "qq"): {
        "plain": lambda r, f: make.digits(r, r.choice((8, 9, 9, 10, 10))),
        "short": lambda r, f: make.digits(r, r.choice((6, 7))),
        "blanks": lambda r, f: grouped(make.digits(r, 9), (3, 3, 3), " "),
        "full width": lambda r, f: make.digits(r, 9).translate(WIDE),
    },
    ("zh", "bank_card"): {
        "nineteen": lambda r, f: make.bank_number(r),
        "fours": lambda r, f: grouped(make.bank_number(r), (4, 4, 4, 4, 3), " "),
        "sixteen": lambda r, f: card(r, r.choice(("62", "4", "5"))),
        "sixteen in fours": lambda r, f: grouped(card(r, r.choice(("62", "4"))), (4, 4, 4, 4), r.choice(" -")),
    },
    ("zh", "record_number"): {
        "digits": lambda r, f: make.digits(r, r.randrange(6, 11)),
        "leading zeros": lambda r, f: "00" + make.digits(r, r.choice((6, 8))),
        "year first": lambda r, f: f"{r.randrange(2012, 2024)}{r.randrange(10**6):06d}",
        "letter first": lambda r, f: r.choice(words("ZY MZ A P D CT T")) + make.digits(r, r.choice((6, 7, 8))),
        "long": lambda r, f: make.digits(r, 12),
        "dashed": lambda r, f: f"{make.digits(r, 6)}-{r.randrange(1, 9)}",
    },
    ("zh", "birth_date"): {
        "年月日": lambda r, f: born(r, "{y}年{m}月{d}日"),
        "dashes": lambda r, f: born(r, "{y}-{m:02d}-{d:02d}"),
        "dots": lambda r, f: born(r, "{y}.{m}.{d}"),
        "slashes": lambda r, f: born(r, "{y}/{m}/{d}"),
        "run on": lambda r, f: born(r, "{y}{m:02d}{d:02d}"),
        "short year": lambda r, f: born(r, "{yy}年{m}月{d}号"),
        "year and month": lambda r, f: born(r, "{y}年{m}月"),
        "short year and month": lambda r, f: born(r, "{yy}年{m}月"),
        "lunar": lambda r, f: f"{r.randrange(1940, 2016)}年农历{r.randrange(1, 13)}月{r.randrange(1, 30)}",
        "numerals": lambda r, f: in_numerals(r),
    },
    ("zh", "birth_date:child"): {
        "年月日": lambda r, f: f"{r.randrange(2008, 2024)}年{r.randrange(1, 13)}月{r.randrange(1, 29)}日",
        "dots": lambda r, f: f"{r.randrange(2008, 2024)}.{r.randrange(1, 13)}.{r.randrange(1, 29)}",
        "年月日, 号": lambda r, f: f"{r.randrange(2008, 2024)}年{r.randrange(1, 13)}月{r.randrange(1, 29)}号",
    },
    ("zh", "address"): {
        "road, estate": lambda r, f: (
            f"{r.choice(people.PROVINCES)}‹{people.road_and_number(r)}{r.choice(people.ESTATES)}{people.flat(r)}›"
        ),
        "road": lambda r, f: f"{r.choice(people.PROVINCES)}‹{people.road_and_number(r)}›",
        "estate": lambda r, f: f"{r.choice(people.CITIES)}市‹{r.choice(people.ESTATES)}{people.flat(r)}›",
        "no city": lambda r, f: people.road_and_number(r) + people.flat(r),
        "village": lambda r, f: (
            f"{r.choice(people.COUNTIES)}‹{r.choice(people.TOWNS)}{r.choice(people.VILLAGES)}{r.randrange(1, 15)}组›"
        ),
        "village, number": lambda r, f: (
            f"{r.choice(people.COUNTIES)}‹{r.choice(people.TOWNS)}{r.choice(people.VILLAGES)}{r.randrange(1, 260)}号›"
        ),
        "blanks": lambda r, f: (
            f"{r.choice(people.PROVINCES)} ‹{people.road_and_number(r)} {r.choice(people.ESTATES)} {people.flat(r)}›"
        ),
    },
    ("zh", "patient_name"): NAMES_ZH,
    ("zh", "patient_name:form"): FORMS_ZH,
    ("zh", "patient_name:surname"): SURNAMES_ZH,
    ("zh", "doctor_name"): NAMES_ZH,
    ("zh", "doctor_name:surname"): SURNAMES_ZH,
    ("zh", "hospital"): {
        "city with 市": lambda r, f: f"{r.choice(people.CITIES)}市{r.choice(PLACES)}",
        "city": lambda r, f: r.choice(people.CITIES) + r.choice(PLACES),
        "known": lambda r, f: r.choice(KNOWN),
        "university": lambda r, f: f"{r.choice(people.CITIES)}医科大学{r.choice(('第一', '第二'))}附属医院",
        "county": lambda r, f: r.choice(people.COUNTIES) + r.choice(words("人民医院 中医院 妇幼保健院")),
        "town": lambda r, f: r.choice([town for town in people.TOWNS if town[-1] in "乡镇"]) + "卫生院",
    },
    ("en", "phone"): {
        "dashes": lambda r, f: "-".join(ten(r)),
        "brackets": lambda r, f: "({}) {}-{}".format(*ten(r)),
        "run on": lambda r, f: "".join(ten(r)),
        "dots": lambda r, f: ".".join(ten(r)),
        "blanks": lambda r, f: " ".join(ten(r)),
        "+1": lambda r, f: f"+1 ‹{'-'.join(ten(r))}›",
        "UK mobile": lambda r, f: f"07{make.digits(r, 3)} {make.digits(r, 3)} {make.digits(r, 3)}",
        "UK mobile run on": lambda r, f: f"07{make.digits(r, 9)}",
        "UK landline": lambda r, f: (
            f"0{r.choice(('121', '117', '151', '131'))} {make.digits(r, 3)} {make.digits(r, 4)}"
        ),
        "+44": lambda r, f: f"+44 ‹7{make.digits(r, 3)} {make.digits(r, 6)}›",
        "Indian mobile": lambda r, f: r.choice("6789") + make.digits(r, 9),
        "+91": lambda r, f: f"+91{r.choice((' ', '-', ''))}‹{r.choice('6789')}{make.digits(r, 9)}›",
        "extension": lambda r, f: (
            f"{'-'.join(ten(r))} {r.choice(('ext', 'ext.', 'x'))} {make.digits(r, r.choice((3, 4)))}"
        ),
    },
    ("en", "ssn"): {
        "dashes": lambda r, f: "-".join(ssn(r)),
        "run on": lambda r, f: "".join(ssn(r)),
        "blanks": lambda r, f: " ".join(ssn(r)),
    },
    ("en", "email"): {
        "plain": lambda r, f: f"{people.account_en(r, f)}@{r.choice(MAILS_EN)}",
        "capital": lambda r, f: f"{people.account_en(r, f).capitalize()}@{r.choice(MAILS_EN)}",
        "practice": lambda r, f: f"{r.choice(DESKS)}@{people.plain_en(people.person_en(r, f)[1])}{r.choice(PRACTICES)}",
        "blanks": lambda r, f: f"{people.account_en(r, f)} @ {r.choice(MAILS_EN)}",
        "(at)": lambda r, f: f"{people.account_en(r, f)}(at){r.choice(MAILS_EN)}",
        "at, dot": lambda r, f: f"{people.account_en(r, f)} at {r.choice(words('gmail yahoo hotmail'))} dot com",
        "university": lambda r, f: f"{people.account_en(r, f)}@{r.choice(people.TOWNS_EN).lower()}.edu",
    },
    ("en", "url"): {
        "pictures": lambda r, f: f"https://imgur.com/a/{people.token(r, 7)}",
        "drive": lambda r, f: f"https://drive.google.com/file/d/{people.token(r, 28)}/view?usp=sharing",
        "profile": lambda r, f: f"https://www.facebook.com/{people.account_en(r, f)}",
        "portal": lambda r, f: f"https://mychart.{r.choice(TOWNS_US).lower()}health.org/results/{make.digits(r, 8)}",
        "video": lambda r, f: f"https://youtu.be/{people.token(r, 11)}",
    },
    ("en", "url:site"): {
        "practice": lambda r, f: (
            f"www.{people.plain_en(people.person_en(r, f)[1])}{r.choice(words('dental eyecare clinic health'))}.com"
        ),
        "no scheme": lambda r, f: (
            f"{people.plain_en(people.person_en(r, f)[1])}medical.com/{r.choice(words('contact doctors booking'))}"
        ),
        "https": lambda r, f: f"https://www.dr{people.plain_en(people.person_en(r, f)[1])}.com",
    },
    ("en", "bank_card"): {
        "fours": lambda r, f: grouped(card(r, r.choice("45")), (4, 4, 4, 4), " "),
        "run on": lambda r, f: card(r, r.choice("45")),
        "dashes": lambda r, f: grouped(card(r, r.choice("45")), (4, 4, 4, 4), "-"),
    },
    ("en", "record_number"): {
        "digits": lambda r, f: make.digits(r, r.randrange(6, 11)),
        "letter": lambda r, f: people.letters_and_digits(r, 1, r.choice((6, 7, 8))),
        "letters": lambda r, f: people.letters_and_digits(r, 3, r.choice((6, 7, 9))),
        "dashes": lambda r, f: grouped(make.digits(r, 9), (3, 3, 3), "-"),
        "leading zeros": lambda r, f: "00" + make.digits(r, 6),
        "year": lambda r, f: f"{r.randrange(2015, 2025)}-{make.digits(r, 5)}",
    },
    ("en", "birth_date"): {
        "m/d/y": lambda r, f: make.birthday(r).strftime("%m/%d/%Y"),
        "month, day, year": lambda r, f: born_en(r, "%B %d, %Y"),
        "day month year": lambda r, f: born_en(r, "%d %B %Y"),
        "short month": lambda r, f: born_en(r, "%d-%b-%Y"),
        "m/d/yy": lambda r, f: make.birthday(r).strftime("%m/%d/%y").lstrip("0"),
        "dots": lambda r, f: make.birthday(r).strftime("%d.%m.%Y"),
        "dashes": lambda r, f: make.birthday(r).strftime("%m-%d-%Y"),
        "iso": lambda r, f: make.birthday(r).isoformat(),
        "month and year": lambda r, f: make.birthday(r).strftime("%B %Y"),
    },
    ("en", "birth_date:child"): {
        "m/d/y": lambda r, f: f"{r.randrange(1, 13)}/{r.randrange(1, 29)}/{r.randrange(2008, 2024)}",
        "month day, year": lambda r, f: f"{r.choice(MONTHS)} {r.randrange(1, 29)}, {r.randrange(2008, 2024)}",
    },
    ("en", "address"): {
        "city, state": lambda r, f: f"‹{people.street_en(r)}, {r.choice(TOWNS_US)}›, {r.choice(STATES)} {f.postcode()}",
        "street": lambda r, f: people.street_en(r),
        "apartment": lambda r, f: f"{people.street_en(r)}, Apt {r.randrange(1, 40)}{r.choice(('', 'A', 'B', 'C'))}",
        "UK": lambda r, f: (
            f"‹{r.randrange(1, 180)} {r.choice(people.ROADS_EN)} {r.choice(LANES_UK)}›, {r.choice(BRITAIN)}"
        ),
        "India": lambda r, f: (
            f"‹{r.choice(HOUSES)} {r.randrange(1, 900)}, {r.choice(LANES)} {r.choice(NAGAR)}›, {r.choice(INDIA)}"
        ),
        "post box": lambda r, f: f"P.O. Box {r.randrange(10, 9999)}",
    },
    ("en", "patient_name"): NAMES_EN,
    ("en", "patient_name:form"): FORMS_EN,
    ("en", "patient_name:surname"): SURNAMES_EN,
    ("en", "patient_name:first"): GIVEN_EN,
    ("en", "doctor_name"): NAMES_EN,
    ("en", "doctor_name:surname"): SURNAMES_EN,
    ("en", "doctor_name:first"): GIVEN_EN,
    ("en", "hospital"): {
        "town": lambda r, f: f"{r.choice(people.TOWNS_EN)} {r.choice(GENERAL)}",
        "saint": lambda r, f: f"St. {r.choice(SAINTS)} {r.choice(('Hospital', 'Medical Center'))}",
        "known": lambda r, f: r.choice(KNOWN_EN),
        "clinic": lambda r, f: f"{r.choice(people.ROADS_EN)} {r.choice(('Street', 'Road', 'Hill'))} Clinic",
        "university": lambda r, f: f"{r.choice(people.TOWNS_EN)} University Hospital",
    },
}
