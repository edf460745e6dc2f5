"""How an identity is written: the formats kept apart, on which rules are judged. Rule authors do not read this file.

Same layout as `planted.open_part.formats`.
"""

from planted import identities as make
from planted.open_part.formats import born_zh, full_name, full_width, groups, street_us, us_phone
from planted.templates import words

CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
FINANCIAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
RADIO = str.maketrans("0123456789", "〇幺二三四五六七八九")
WORDS = dict(zip("0123456789", words("oh one two three four five six seven eight nine"), strict=True))
KEYCAP = "\ufe0f\u20e3"
FULL_DOT = str.maketrans(".@", "．＠")


def wide_letters(text: str) -> str:
    """ASCII letters, digits, dot and at sign in full width; the rest as it is."""
    return "".join(chr(ord(char) + 0xFEE0) if char.isalnum() and char.isascii() else char for char in text).translate(
        FULL_DOT
    )


def mixed_numerals(rng, text: str) -> str:
    """Every digit as a digit or as a numeral, by chance."""
    return "".join(rng.choice((char, char.translate(RADIO), char.translate(FINANCIAL))) for char in text)


def hanzi_birthday(rng) -> str:
    day = make.birthday(rng)
    ones, tens = "〇一二三四五六七八九", ("", "十", "二十", "三十")
    year = "".join(ones[int(digit)] for digit in str(day.year))
    month, number = (tens[part // 10] + ones[part % 10].replace("〇", "") for part in (day.month, day.day))
    return f"{year}年{month}月{number}日"


def traditional(rng, fake) -> str:
    surname = rng.choice(list(make.TRADITIONAL.values()))
    return surname + rng.choice(("國強", "麗華", "曉東", "偉", "雲", "淑貞", "志遠", "靜"))


NAMES_ZH = {
    "two characters": lambda r, f: full_name(r, f, 1),
    "rare surname": lambda r, f: r.choice(make.RARE) + make.given(r, f, r.choice((1, 2))),
    "spaced": lambda r, f: f"{make.surname(r, f)}{r.choice((' ', '　'))}{make.given(r, f, 1)}",
    "four characters": lambda r, f: make.compound(r) + make.given(r, f, 2),
    "two surnames": lambda r, f: make.surname(r, f) + make.surname(r, f) + make.given(r, f, 2),
    "with dot": lambda r, f: r.choice(
        ("阿依古丽·买买提", "迪丽努尔·艾力", "艾山·吐尔逊", "古丽娜尔•热合曼", "次仁·卓玛")
    ),
    "traditional": traditional,
    "pinyin": lambda r, f: (
        f"{r.choice(make.PINYIN).capitalize()} {r.choice(('Wei', 'Xiaoming', 'Lihua', 'Jing', 'Guoqiang'))}"
    ),
}
SURNAMES_ZH = {
    "surname": lambda r, f: make.surname(r, f),
    "rare surname alone": lambda r, f: r.choice(make.RARE),
    "compound surname alone": lambda r, f: make.compound(r),
    "traditional surname alone": lambda r, f: r.choice(list(make.TRADITIONAL.values())),
}
NAMES_EN = {
    "LAST, First": lambda r, f: f"{f.last_name().upper()}, {f.first_name()}",
    "F. Last": lambda r, f: f"{r.choice('ABCDEFGHJKLMPRSTW')}. {f.last_name()}",
    "lower case": lambda r, f: f"{f.first_name()} {f.last_name()}".lower(),
    "upper case": lambda r, f: f"{f.first_name()} {f.last_name()}".upper(),
    "accents": lambda r, f: (
        f"{r.choice(('José', 'Zoë', 'André', 'Siân'))} {r.choice(('Muñoz', 'García', 'Łukasik', 'Núñez'))}"
    ),
    "particle": lambda r, f: f"{f.first_name()} {r.choice(('van der ', 'de la ', 'al-', 'bin '))}{f.last_name()}",
    "South Asian": lambda r, f: (
        f"{r.choice(('Priya', 'Arjun', 'Aisha', 'Venkat'))} {r.choice(('Iyer', 'Chaudhary', 'Reddy'))}"
    ),
}
SURNAMES_EN = {
    "upper": lambda r, f: f.last_name().upper(),
    "lower": lambda r, f: f.last_name().lower(),
    "double": lambda r, f: f"{f.last_name()}-{f.last_name()}",
    "not Anglo": lambda r, f: r.choice(
        ("Nguyen", "Okonkwo", "Krishnamurthy", "Szczepański", "Müller", "D'Souza", "Abdullah")
    ),
}

FORMATS = {
    ("zh", "phone"): {
        "circled": lambda r, f: make.mobile(r, f).translate(CIRCLED),
        "financial numerals": lambda r, f: make.mobile(r, f).translate(FINANCIAL),
        "幺 and 〇": lambda r, f: make.mobile(r, f).translate(RADIO),
        "mixed numerals": lambda r, f: mixed_numerals(r, make.mobile(r, f)),
        "dots": lambda r, f: groups(make.mobile(r, f), (3, 4, 4), r.choice((".", "·", "_", "/"))),
        "4 3 4": lambda r, f: groups(make.mobile(r, f), (4, 3, 4), r.choice((" ", "-", "－", "—"))),
        "two by two": lambda r, f: groups(make.mobile(r, f), (3, 2, 2, 2, 2), r.choice((" ", "-"))),
        "one by one": lambda r, f: " ".join(make.mobile(r, f)),
        "letter O": lambda r, f: "1‹" + make.mobile(r, f)[1:].replace("0", r.choice("oO")) + "›",
        "keycaps": lambda r, f: "".join(char + KEYCAP for char in make.mobile(r, f)),
        "0086": lambda r, f: f"{r.choice(('0086', '(+86)', '（86）', '＋86 '))}‹{make.mobile(r, f)}›",
        "leading zero": lambda r, f: "0‹" + make.mobile(r, f) + "›",
        "landline spaced": lambda r, f: " ".join(make.landline(r)),
        "landline full width brackets": lambda r, f: "（{}）{}".format(*make.landline(r)),
        "landline long dash": lambda r, f: r.choice(("－", "—", "–")).join(make.landline(r)),
        "landline with 分机": lambda r, f: (
            "-".join(make.landline(r)) + r.choice(("-", " 分机", "分机号", "，转")) + make.digits(r, 3)
        ),
    },
    ("zh", "id_card"): {
        "full width with Ｘ": lambda r, f: full_width(make.id_number_with_x(r)),
        "3 3 4 4 4": lambda r, f: groups(make.id_number(r), (3, 3, 4, 4, 4)),
        "4 4 4 4 2": lambda r, f: groups(make.id_number(r), (4, 4, 4, 4, 2), r.choice((" ", "-"))),
        "dots": lambda r, f: groups(make.id_number(r), (6, 8, 4), r.choice((".", "·", "_"))),
        "line break": lambda r, f: groups(make.id_number(r), (6, 8, 4), r.choice(("\n", "　", "  "))),
        "numerals": lambda r, f: make.id_number(r)[:17].translate(RADIO) + "X",
        "multiplication sign": lambda r, f: "‹" + make.id_number_with_x(r)[:-1] + "›×",
        "15 spaced": lambda r, f: groups(make.old_id_number(r), (6, 6, 3)),
    },
    ("zh", "email"): {
        "spaced": lambda r, f: f"{make.pinyin_account(r)} @ {make.mail_domain(r)}",
        "all full width": lambda r, f: wide_letters(f"{make.pinyin_account(r)}@{make.mail_domain(r)}"),
        "点com": lambda r, f: f"‹{make.pinyin_account(r)}@{r.choice(('qq', '163', '126'))}›点com",
        "AT dot": lambda r, f: f"‹{make.pinyin_account(r)}› AT {r.choice(('qq', '163', 'gmail'))} DOT com",
        "圈a": lambda r, f: (
            f"‹{make.digits(r, 9)}›{r.choice(('圈a', '(圈A)', '小老鼠', 'ⓐ'))}{r.choice(('qq.com', '163.com'))}"
        ),
        "#换@": lambda r, f: f"‹{make.pinyin_account(r)}›#{r.choice(('qq.com', '163.com'))}（#换成@）",
        "vip": lambda r, f: f"{make.pinyin_account(r)}@vip.{r.choice(('qq', 'sina', '163'))}.com.cn",
        "upper case": lambda r, f: f"{make.pinyin_account(r)}@{make.mail_domain(r)}".upper(),
    },
    ("zh", "url"): {
        "full width colon": lambda r, f: f"http：//{f.domain_name()}/{make.digits(r, 5)}",
        "hxxp": lambda r, f: f"hxxps://{f.domain_name()}/blog/{make.digits(r, 5)}",
        "short link": lambda r, f: f"{r.choice(('t.cn', 'dwz.cn', 'url.cn'))}/A6{make.digits(r, 3)}xZ",
        "address and port": lambda r, f: (
            f"http://10.{r.randrange(1, 255)}.{r.randrange(1, 255)}.8:8080/pacs/{make.digits(r, 6)}"
        ),
        "点": lambda r, f: f"www点‹{r.choice(make.PINYIN)}{make.digits(r, 3)}›点com",
        "upper case": lambda r, f: f"HTTPS://WWW.{f.domain_name().upper()}/{make.digits(r, 4)}",
        "chinese path": lambda r, f: f"https://{f.domain_name()}/%E5%8C%BB/{make.digits(r, 5)}#my",
    },
    ("zh", "wechat"): {
        "spaced": lambda r, f: groups(make.mobile(r, f), (3, 4, 4)),
        "all full width": lambda r, f: wide_letters(make.chat_id(r)),
        "short": lambda r, f: r.choice(make.PINYIN)[:3] + make.digits(r, 4),
        "upper case": lambda r, f: make.chat_id(r).upper(),
        "letters only": lambda r, f: (
            r.choice(make.PINYIN) + "_" + r.choice(("mama", "baba", "jiankang", "anan", "xiaoyu"))
        ),
        "numerals": lambda r, f: make.mobile(r, f).translate(RADIO),
    },
    ("zh", "qq"): {
        "dashed": lambda r, f: groups(make.digits(r, 10), (3, 3, 4), "-"),
        "numerals": lambda r, f: make.digits(r, 9).translate(RADIO),
        "circled": lambda r, f: make.digits(r, 9).translate(CIRCLED),
        "one by one": lambda r, f: " ".join(make.digits(r, 9)),
        "dots": lambda r, f: groups(make.digits(r, 9), (3, 3, 3), r.choice((".", "·"))),
    },
    ("zh", "bank_card"): {
        "4-4-4-4-3": lambda r, f: groups(make.bank_number(r), (4, 4, 4, 4, 3), "-"),
        "6 13": lambda r, f: groups(make.bank_number(r), (6, 13)),
        "full width": lambda r, f: full_width(make.bank_number(r)),
        "17 digits": lambda r, f: make.bank_number(r, 17),
        "wrong checksum": lambda r, f: make.bank_number(r)[:-1] + r.choice("0123456789"),
    },
    ("zh", "record_number"): {
        "full width": lambda r, f: full_width(make.digits(r, 8)),
        "spaced": lambda r, f: groups(make.digits(r, 8), (4, 4)),
        "letter last": lambda r, f: make.digits(r, 7) + r.choice("ABCD"),
        "two parts": lambda r, f: f"{make.digits(r, 6)}/{make.digits(r, 2)}",
        "long letters": lambda r, f: (
            r.choice(("YX", "CT", "MR", "US", "BL")) + r.choice(("-", "")) + f"2023{make.digits(r, 6)}"
        ),
    },
    ("zh", "birth_date"): {
        "19850312": lambda r, f: make.birthday(r).strftime("%Y%m%d"),
        "1985/03/12": lambda r, f: born_zh(r, "{y}/{m:02d}/{d:02d}"),
        "numerals": lambda r, f: hanzi_birthday(r),
        "full width": lambda r, f: full_width(born_zh(r, "{y}年{m}月{d}日")),
        "spaced": lambda r, f: born_zh(r, "{y} 年 {m} 月 {d} 日"),
        "85.3.12": lambda r, f: born_zh(r, "{yy}.{m}.{d}"),
        "农历": lambda r, f: born_zh(r, "{y}年农历{m}月") + r.choice(("初三", "初八", "十五", "廿六")),
    },
    ("zh", "address"): {
        "with postcode": lambda r, f: "{}‹{}›（邮编{}）".format(*make.region_and_rest(r), make.digits(r, 6)),
        "弄": lambda r, f: (
            f"{r.choice(make.ROADS)}{r.randrange(20, 2000)}弄{r.randrange(1, 90)}号{r.randrange(101, 605)}"
        ),
        "dashes": lambda r, f: (
            f"{r.choice(make.ESTATES)}{r.randrange(1, 40)}-{r.randrange(1, 5)}-{r.randrange(1, 33)}0{r.randrange(1, 5)}"
        ),
        "hutong": lambda r, f: f"{r.choice(('帽儿', '后圆恩寺', '东四十条', '砖塔'))}胡同甲{r.randrange(1, 90)}号",
        "dormitory": lambda r, f: (
            f"{r.choice(('师范大学', '纺织厂', '三中'))}宿舍{r.randrange(1, 20)}楼{r.randrange(101, 650)}"
        ),
        "production team": lambda r, f: (
            f"{r.choice(make.TOWNS)}{r.choice(make.VILLAGES)}第{r.choice('一二三四五六')}生产队"
        ),
        "spaced": lambda r, f: "{} ‹{}›".format(*make.region_and_rest(r)),
    },
    ("zh", "patient_name"): NAMES_ZH,
    ("zh", "patient_name:surname"): SURNAMES_ZH,
    ("zh", "doctor_name"): NAMES_ZH,
    ("zh", "doctor_name:surname"): SURNAMES_ZH,
    ("zh", "hospital"): {
        "university": lambda r, f: (
            f"{r.choice(('江城', '岭南', '东海', '北川'))}医科大学附属{r.choice(('第一', '口腔', '眼科'))}医院"
        ),
        "military": lambda r, f: f"解放军第{r.randrange(100, 999)}医院",
        "clinic": lambda r, f: f"{r.choice(make.TOWNS)}{r.choice(('卫生院', '中心卫生院', '社区卫生服务站'))}",
    },
    ("en", "phone"): {
        "spaced": lambda r, f: " ".join(us_phone(r)),
        "(415)555-0132": lambda r, f: "({}){}-{}".format(*us_phone(r)),
        "slash": lambda r, f: "{}/{}-{}".format(*us_phone(r)),
        "words": lambda r, f: " ".join(WORDS[char] for char in "".join(us_phone(r))),
        "+44 (0)": lambda r, f: f"+44 (0)‹{r.choice(('20', '161'))} {make.digits(r, 4)} {make.digits(r, 4)}›",
        "UK 5 3 3": lambda r, f: f"07{make.digits(r, 3)} {make.digits(r, 3)} {make.digits(r, 3)}",
        "UK run together": lambda r, f: f"07{make.digits(r, 9)}",
        "international": lambda r, f: (
            f"+{r.choice(('61', '91', '49', '353'))} ‹{make.digits(r, 3)} {make.digits(r, 3)} {make.digits(r, 3)}›"
        ),
        "one by one": lambda r, f: " ".join("".join(us_phone(r))),
    },
    ("en", "ssn"): {
        "dots": lambda r, f: f.ssn().replace("-", "."),
        "spaced dashes": lambda r, f: f.ssn().replace("-", " - "),
        "en dash": lambda r, f: f.ssn().replace("-", "–"),
    },
    ("en", "email"): {
        "spaced": lambda r, f: f"{f.user_name()} @ {f.free_email_domain()}",
        "AT DOT": lambda r, f: f"‹{f.user_name()}› AT {f.free_email_domain().replace('.', ' DOT ')}",
        "<at>": lambda r, f: f"{f.user_name()}<at>{f.free_email_domain().replace('.', '<dot>')}",
        "upper case": lambda r, f: f.email().upper(),
        "subdomain": lambda r, f: f"{f.first_name().lower()}.{f.last_name().lower()}@nhs.{f.last_name().lower()}.co.uk",
        "underscore at": lambda r, f: f"{f.user_name()}_at_{f.free_email_domain()}",
    },
    ("en", "url"): {
        "hxxp": lambda r, f: f"hxxp://{f.domain_name()}/{f.user_name()}",
        "address": lambda r, f: f"http://192.168.{r.randrange(255)}.{r.randrange(255)}/chart/{make.digits(r, 6)}",
        "upper case": lambda r, f: f.url().upper(),
        "social": lambda r, f: f"{r.choice(('facebook.com', 'instagram.com', 'linkedin.com/in'))}/‹{f.user_name()}›",
        "fragment": lambda r, f: f"https://{f.domain_name()}/a_b/(c)?q={make.digits(r, 4)}#x",
    },
    ("en", "bank_card"): {
        "american express": lambda r, f: groups(f.credit_card_number("amex"), (4, 6, 5)),
        "dots": lambda r, f: groups(f.credit_card_number("visa16"), (4, 4, 4, 4), "."),
    },
    ("en", "record_number"): {
        "spaced": lambda r, f: groups(make.digits(r, 9), (3, 3, 3)),
        "letter last": lambda r, f: make.digits(r, 7) + r.choice("ABCX"),
        "year": lambda r, f: f"{r.randrange(2008, 2025)}/{make.digits(r, 5)}",
        "letters and dash": lambda r, f: f"{r.choice(('KX', 'GEN', 'OPD'))}-{make.digits(r, 3)}-{make.digits(r, 4)}",
    },
    ("en", "birth_date"): {
        "12-Mar-85": lambda r, f: make.birthday(r).strftime("%d-%b-%y"),
        "12.03.1985": lambda r, f: make.birthday(r).strftime("%d.%m.%Y"),
        "12th of March, 1985": lambda r, f: f"{r.randrange(4, 21)}th of {make.birthday(r).strftime('%B, %Y')}",
        "Mar 12 1985": lambda r, f: make.birthday(r).strftime("%b %d %Y"),
        "19850312": lambda r, f: make.birthday(r).strftime("%Y%m%d"),
        "spaced slashes": lambda r, f: make.birthday(r).strftime("%m / %d / %Y"),
    },
    ("en", "address"): {
        "UK": lambda r, f: (
            f"‹{r.randrange(1, 300)} {f.last_name()} {r.choice(('Road', 'Lane', 'Close'))}›, "
            f"{r.choice(('Leeds LS', 'Bristol BS'))}{r.randrange(1, 9)} {r.randrange(1, 9)}AB"
        ),
        "PO box": lambda r, f: f"P.O. Box {make.digits(r, 4)}, {f.city()}",
        "line break": lambda r, f: f"‹{street_us(r, f)}\n{f.city()}›, {f.state_abbr()} {f.postcode()}",
        "flat": lambda r, f: (
            f"Flat {r.randrange(1, 30)}, {r.randrange(1, 90)} {f.last_name()} {r.choice(('Street', 'Terrace'))}"
        ),
        "corner": lambda r, f: (
            f"{make.digits(r, 3)} {r.choice(('N', 'SW', 'East'))} {make.digits(r, 2)}th {r.choice(('St', 'Ave'))} "
            f"#{r.randrange(1, 40)}"
        ),
        "upper case": lambda r, f: street_us(r, f).upper(),
    },
    ("en", "patient_name"): NAMES_EN,
    ("en", "patient_name:surname"): SURNAMES_EN,
    ("en", "doctor_name"): NAMES_EN,
    ("en", "doctor_name:surname"): SURNAMES_EN,
    ("en", "hospital"): {
        "university": lambda r, f: f"University of {f.city()} Hospitals",
        "clinic": lambda r, f: f"{f.last_name()} Family Clinic",
        "trust": lambda r, f: f"{f.last_name()} NHS Foundation Trust",
    },
}
