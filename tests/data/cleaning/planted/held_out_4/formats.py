"""How an identity is written in the fourth kept part. Rule authors do not read this file.

Layout as in `planted.open_part.formats`; the first format of each kind is the one most people write: at least
every second identity is in it.
"""

from planted import identities as make
from planted.held_out_4 import identities as people
from planted.templates import words

HEARD = str.maketrans("0123456789", "零一二三四五六七八九")
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
MAILS = words(
    "qq.com 163.com 163.com 126.com sina.com foxmail.com yeah.net aliyun.com 189.cn icloud.com gmail.com tom.com"
)
WARDS = words(
    "人民医院 中医院 第一人民医院 中心医院 第四人民医院 妇幼保健院 第二医院 口腔医院 传染病医院 中西医结合医院 康复医院"
)
FAMOUS = words("""北京大学第三医院 北京安贞医院 北京同仁医院 阜外医院 中国人民解放军总医院
浙江大学医学院附属第一医院 复旦大学附属肿瘤医院 上海市第六人民医院 上海长海医院 中山大学附属第一医院
重庆医科大学附属儿童医院 山东大学齐鲁医院 吉林大学白求恩第一医院 郑州大学第一附属医院 青岛大学附属医院
福建协和医院 华西医院 北京积水潭医院 南京鼓楼医院 武汉大学人民医院 空军军医大学唐都医院 广州医科大学附属市八医院""")
CLINICS = words("美年 爱尔 博爱 仁和 长城 康宁 华山路 天佑 和美 现代")


def pieces(text: str, sizes: tuple[int, ...], gap: str) -> str:
    """The text in pieces of these sizes."""
    ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
    return gap.join(text[end - size : end] for end, size in zip(ends, sizes, strict=True))


def born(rng, pattern: str) -> str:
    """A day of birth in a pattern of year, short year, month and day."""
    day = make.birthday(rng)
    return pattern.format(y=day.year, yy=f"{day.year % 100:02d}", m=day.month, d=day.day)


def born_young(rng, pattern: str) -> str:
    """A child's day of birth."""
    return pattern.format(y=rng.randrange(2009, 2025), m=rng.randrange(1, 13), d=rng.randrange(1, 29))


def fixed(rng, pattern: str) -> str:
    """A landline: area code and number in a pattern."""
    area, number = make.landline(rng)
    return pattern.format(area=area, number=number, extension=rng.randrange(100, 9999))


def payment_card(rng, beginning: str) -> str:
    """Sixteen digits that pass Luhn."""
    body = beginning + make.digits(rng, 15 - len(beginning))
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(body))
    return body + str(-total % 10)


NAMES_ZH = {
    "as registered": lambda r, f: people.registered(r),
    "Faker's": lambda r, f: f.name(),
    "one given character": lambda r, f: people.surname(r) + r.choice(people.GIVEN_ONE),
    "an older one": lambda r, f: people.surname(r) + people.given(r, ["before 1955", "1955 to 1967"]),
    "a younger one": lambda r, f: people.surname(r) + people.given(r, ["1996 to 2009", "since 2010"]),
    "as registered, too": lambda r, f: people.registered(r),
    "of four": lambda r, f: people.of_four(r) if r.random() < 0.6 else people.registered(r),
    "another nation": lambda r, f: r.choice(people.OTHER_NATIONS) if r.random() < 0.6 else f.name(),
}
FORMS_ZH = {
    "registered, in a form": lambda r, f: people.registered(r),
    "blank inside": lambda r, f: people.surname(r) + r.choice((" ", "  ", "　　")) + r.choice(people.GIVEN_ONE),
    "registered, in a form too": lambda r, f: people.registered(r),
}
SURNAMES_ZH = {
    "a surname": lambda r, f: people.surname(r, alone=True),
    "a surname, too": lambda r, f: people.surname(r, alone=True),
    "surname of two": lambda r, f: (
        r.choice(people.TWO_CHARACTERS) if r.random() < 0.3 else people.surname(r, alone=True)
    ),
}

FORMATS = {
    ("zh", "phone"): {
        "mobile": lambda r, f: people.mobile(r),
        "mobile 3-4-4": lambda r, f: pieces(people.mobile(r), (3, 4, 4), r.choice("- -")),
        "mobile 3 3 5": lambda r, f: pieces(people.mobile(r), (3, 3, 5), " "),
        "mobile 5 6": lambda r, f: pieces(people.mobile(r), (5, 6), " "),
        "mobile, 86": lambda r, f: f"{r.choice(('+86', '86-', '（+86）', '0086 '))}‹{people.mobile(r)}›",
        "mobile, wide": lambda r, f: people.mobile(r).translate(FULL),
        "mobile, as heard": lambda r, f: people.mobile(r).translate(HEARD),
        "mobile, dots": lambda r, f: pieces(people.mobile(r), (3, 4, 4), "."),
        "fixed": lambda r, f: fixed(r, "{area}-{number}"),
        "fixed, blank": lambda r, f: fixed(r, "{area} {number}"),
        "fixed, brackets": lambda r, f: fixed(r, "(‹{area}){number}›"),
        "fixed, long dash": lambda r, f: fixed(r, "{area}—{number}"),
        "fixed, extension": lambda r, f: fixed(r, "{area}-{number}-{extension}"),
    },
    ("zh", "phone:short"): {
        "eight digits": lambda r, f: r.choice("2568") + make.digits(r, 7),
        "seven digits": lambda r, f: r.choice("23567") + make.digits(r, 6),
        "four and four": lambda r, f: pieces(r.choice("2568") + make.digits(r, 7), (4, 4), " "),
    },
    ("zh", "id_card"): {
        "18": lambda r, f: make.id_number(r),
        "18, X": lambda r, f: make.id_number_with_x(r),
        "18, x": lambda r, f: make.id_number_with_x(r).lower(),
        "18 in 6 4 4 4": lambda r, f: pieces(make.id_number(r), (6, 4, 4, 4), r.choice((" ", "-"))),
        "18 in 3s": lambda r, f: pieces(make.id_number(r), (3,) * 6, " "),
        "18, one wrong": lambda r, f: make.id_number(r, wrong=True),
        "15": lambda r, f: make.old_id_number(r),
    },
    ("zh", "email"): {
        "name and number": lambda r, f: f"{people.account(r)}@{r.choice(MAILS)}",
        "QQ number": lambda r, f: f"{make.digits(r, r.choice((8, 9, 10, 10)))}@qq.com",
        "mobile number": lambda r, f: f"{people.mobile(r)}@{r.choice(('139.com', '163.com', '189.cn'))}",
        "capital inside": lambda r, f: f"{people.account(r).title()}@{r.choice(MAILS)}",
        "VIP": lambda r, f: f"{people.account(r)}@vip.{r.choice(('qq.com', 'sina.com', '163.com'))}",
        "work": lambda r, f: f"{r.choice(make.PINYIN)}.{people.token(r, 3).lower()}@{r.choice(make.PINYIN)}med.cn",
        "sign spaced": lambda r, f: f"{people.account(r)}{r.choice((' @', '@ '))}{r.choice(MAILS)}",
        "#": lambda r, f: f"{people.account(r)}＠{r.choice(MAILS)}",
    },
    ("zh", "url"): {
        "cloud film": lambda r, f: f"https://film.{r.choice(make.PINYIN)}yun.com/s/{people.token(r, 10)}",
        "netdisk, 2": lambda r, f: f"https://pan.quark.cn/s/{people.token(r, 12).lower()}",
        "note": lambda r, f: f"https://www.xiaohongshu.com/explore/{people.token(r, 24).lower()}",
        "blog": lambda r, f: f"blog.sina.com.cn/u/{make.digits(r, 10)}",
        "short video": lambda r, f: f"https://v.kuaishou.com/{people.token(r, 6)}",
        "aliyun": lambda r, f: f"http://www.aliyundrive.com/s/{people.token(r, 11)}",
        "question": lambda r, f: f"https://www.zhihu.com/people/{people.account(r)}",
    },
    ("zh", "url:site"): {
        "doctor's page": lambda r, f: f"https://{r.choice(make.PINYIN)}{people.token(r, 4).lower()}.haodf.com/",
        "hospital's site": lambda r, f: f"www.{r.choice(make.PINYIN)}{r.choice(('rmyy', 'zyy', 'fybjy'))}.com",
        "site and port": lambda r, f: f"http://www.{r.choice(make.PINYIN)}rmyy.cn:80{r.randrange(80, 99)}/yygh",
    },
    ("zh", "wechat"): {
        "nick and figures": lambda r, f: people.account(r),
        "mobile as account": lambda r, f: people.mobile(r),
        "wxid_": lambda r, f: "wxid_" + people.token(r, 14).lower(),
        "letters, then mobile": lambda r, f: r.choice(("wx", "zf", "lm", "a")) + people.mobile(r),
        "QQ as account": lambda r, f: r.choice("qwzlx") + make.digits(r, r.choice((8, 9))),
        "capitals inside": lambda r, f: people.account(r).title(),
    },
    ("zh", "qq"): {
        "nine or ten": lambda r, f: make.digits(r, r.choice((9, 9, 10, 10, 8))),
        "seven": lambda r, f: make.digits(r, r.choice((6, 7))),
        "in threes": lambda r, f: pieces(make.digits(r, 9), (3, 3, 3), r.choice("- ")),
        "eleven or ten": lambda r, f: "3" + make.digits(r, 9),
    },
    ("zh", "bank_card"): {
        "19": lambda r, f: make.bank_number(r),
        "19 in fours": lambda r, f: pieces(make.bank_number(r), (4, 4, 4, 4, 3), " "),
        "19, dashes": lambda r, f: pieces(make.bank_number(r), (4, 4, 4, 4, 3), "-"),
        "16": lambda r, f: payment_card(r, r.choice(("625", "62", "45", "52"))),
        "19 in 6 13": lambda r, f: pieces(make.bank_number(r), (6, 13), " "),
    },
    ("zh", "record_number"): {
        "figures": lambda r, f: make.digits(r, r.choice((6, 7, 7, 8, 8, 9, 10))),
        "zeros first": lambda r, f: "000" + make.digits(r, r.choice((5, 6, 7))),
        "letters first": lambda r, f: r.choice(words("ZY M B HZ US MR DR X YX")) + make.digits(r, r.choice((6, 7, 9))),
        "day first": lambda r, f: (
            f"{r.randrange(2016, 2025)}{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}{make.digits(r, 4)}"
        ),
        "year and dash": lambda r, f: f"{r.randrange(2016, 2025)}-{make.digits(r, 5)}",
        "letter last": lambda r, f: make.digits(r, 8) + r.choice("ABX"),
    },
    ("zh", "birth_date"): {
        "y年m月d日": lambda r, f: born(r, "{y}年{m}月{d}日"),
        "y-m-d": lambda r, f: born(r, "{y}-{m}-{d}"),
        "y.mm.dd": lambda r, f: born(r, "{y}.{m:02d}.{d:02d}"),
        "yyyymmdd": lambda r, f: born(r, "{y}{m:02d}{d:02d}"),
        "y/mm/dd": lambda r, f: born(r, "{y}/{m:02d}/{d:02d}"),
        "y年m月d号": lambda r, f: born(r, "{y}年{m}月{d}号"),
        "yy年m月": lambda r, f: born(r, "{yy}年{m}月"),
        "y年mm月dd日": lambda r, f: born(r, "{y}年{m:02d}月{d:02d}日"),
        "y-m": lambda r, f: born(r, "{y}-{m:02d}"),
    },
    ("zh", "birth_date:young"): {
        "young y年m月d日": lambda r, f: born_young(r, "{y}年{m}月{d}日"),
        "young y-m-d": lambda r, f: born_young(r, "{y}-{m:02d}-{d:02d}"),
        "young y.m.d": lambda r, f: born_young(r, "{y}.{m}.{d}"),
    },
    ("zh", "address"): {
        "estate and door": lambda r, f: f"{r.choice(people.AREAS)}‹{r.choice(people.ESTATES)}{people.door(r)}›",
        "house and estate": lambda r, f: (
            f"{r.choice(people.AREAS)}‹{people.house(r)}{r.choice(people.ESTATES)}{people.door(r)}›"
        ),
        "house only": lambda r, f: f"{r.choice(people.AREAS)}‹{people.house(r)}›",
        "city, estate": lambda r, f: f"{r.choice(people.CITIES)}‹{r.choice(people.ESTATES)}{people.door(r)}›",
        "house, door": lambda r, f: people.house(r) + people.door(r),
        "hamlet, group": lambda r, f: f"{r.choice(people.COUNTY_PLACES)}‹{people.hamlet(r)}{r.randrange(1, 12)}组›",
        "hamlet, house": lambda r, f: f"{r.choice(people.COUNTY_PLACES)}‹{people.hamlet(r)}{r.randrange(1, 300)}号›",
        "spaced out": lambda r, f: f"{r.choice(people.AREAS)} ‹{people.house(r)} {people.door(r)}›",
    },
    ("zh", "patient_name"): NAMES_ZH,
    ("zh", "patient_name:form"): FORMS_ZH,
    ("zh", "patient_name:surname"): SURNAMES_ZH,
    ("zh", "patient_name:pet"): {
        "pet name": lambda r, f: r.choice(people.PET_NAMES),
        "given name only": lambda r, f: people.given(r, ["since 2010"]),
    },
    ("zh", "doctor_name"): NAMES_ZH,
    ("zh", "doctor_name:surname"): SURNAMES_ZH,
    ("zh", "hospital"): {
        "place and kind": lambda r, f: r.choice(people.CITIES) + r.choice(("", "市")) + r.choice(WARDS),
        "of fame": lambda r, f: r.choice(FAMOUS),
        "of a university": lambda r, f: (
            f"{r.choice(people.CITIES)}医学院{r.choice(('', '第一', '第二', '第三'))}附属医院"
        ),
        "of a county": lambda r, f: people.county(r) + r.choice(words("人民医院 中医医院 第二人民医院")),
        "of a township": lambda r, f: r.choice([name for name in people.TOWNSHIPS if name[-1] == "镇"]) + "中心卫生院",
        "private": lambda r, f: r.choice(people.CITIES) + r.choice(CLINICS) + r.choice(("医院", "专科医院")),
    },
}
