"""How an identity is written: the formats of the open part, on which rules may be developed.

A format draws one value. Where only a part of it identifies (`+86 ` does not), that part stands between ‹ and ›.
A format that is to come up more often stands twice ("surname again").
"""

from planted import identities as make

WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
HANZI = str.maketrans("0123456789", "零一二三四五六七八九")


def full_width(text: str) -> str:
    return text.translate(WIDE)


def groups(text: str, sizes: tuple[int, ...], between: str = " ") -> str:
    """Cut `text` into groups: `13812345678` with (3, 4, 4) is `138 1234 5678`."""
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    return between.join(text[start : start + size] for start, size in zip(starts, sizes, strict=True))


def born_zh(rng, pattern: str) -> str:
    day = make.birthday(rng)
    return pattern.format(y=day.year, yy=f"{day.year % 100:02d}", m=day.month, d=day.day)


def full_name(rng, fake, count: int) -> str:
    return make.surname(rng, fake) + make.given(rng, fake, count)


def street_us(rng, fake) -> str:
    return fake.street_address().replace("\n", " ")


NAMES_ZH = {
    "two characters": lambda r, f: full_name(r, f, 1),
    "three characters": lambda r, f: full_name(r, f, 2),
    "compound surname": lambda r, f: make.compound(r) + make.given(r, f, r.choice((1, 2))),
}
SURNAMES_ZH = {
    "surname": lambda r, f: make.surname(r, f),
    "surname again": lambda r, f: make.surname(r, f),
    "compound surname alone": lambda r, f: make.compound(r),
}
NAMES_EN = {
    "first last": lambda r, f: f"{f.first_name()} {f.last_name()}",
    "first initial last": lambda r, f: f"{f.first_name()} {r.choice('ABCDEFGHJKLMPRSTW')}. {f.last_name()}",
    "hyphenated": lambda r, f: f"{f.first_name()} {f.last_name()}-{f.last_name()}",
}
SURNAMES_EN = {
    "last": lambda r, f: f.last_name(),
    "last again": lambda r, f: f.last_name(),
    "O' and Mc": lambda r, f: r.choice(("O'Brien", "O'Connor", "McDonald", "McCarthy", "O'Neill", "MacLeod")),
}

FORMATS = {
    ("zh", "phone"): {
        "mobile": lambda r, f: make.mobile(r, f),
        "mobile spaced": lambda r, f: groups(make.mobile(r, f), (3, 4, 4)),
        "mobile dashed": lambda r, f: groups(make.mobile(r, f), (3, 4, 4), "-"),
        "mobile +86": lambda r, f: f"{r.choice(('+86', '+86 ', '86-', '+86-'))}‹{make.mobile(r, f)}›",
        "mobile full width": lambda r, f: full_width(make.mobile(r, f)),
        "mobile in numerals": lambda r, f: make.mobile(r, f).translate(HANZI),
        "landline": lambda r, f: "-".join(make.landline(r)),
        "landline in brackets": lambda r, f: "({}){}".format(*make.landline(r)),
        "landline with extension": lambda r, f: "-".join(make.landline(r)) + f"转{make.digits(r, 4)}",
    },
    ("zh", "id_card"): {
        "18 digits": lambda r, f: make.id_number(r),
        "18 with X": lambda r, f: make.id_number_with_x(r),
        "18 with x": lambda r, f: make.id_number_with_x(r).lower(),
        "15 digits": lambda r, f: make.old_id_number(r),
        "6 8 4": lambda r, f: groups(make.id_number(r), (6, 8, 4)),
        "6-8-4": lambda r, f: groups(make.id_number(r), (6, 8, 4), "-"),
        "wrong checksum": lambda r, f: make.id_number(r, wrong=True),
        "full width": lambda r, f: full_width(make.id_number(r)),
    },
    ("zh", "email"): {
        "plain": lambda r, f: f"{make.pinyin_account(r)}@{make.mail_domain(r)}",
        "digits at qq": lambda r, f: f"{make.digits(r, r.randrange(6, 11))}@qq.com",
        "faker": lambda r, f: f.ascii_email(),
        "＠": lambda r, f: f"{make.pinyin_account(r)}＠{make.mail_domain(r)}",
        "(at)": lambda r, f: (
            f"{make.pinyin_account(r)}{r.choice(('(at)', ' at ', '#at#', '【at】'))}{make.mail_domain(r)}"
        ),
        "艾特": lambda r, f: f"{make.pinyin_account(r)}艾特{make.mail_domain(r)}",
    },
    ("zh", "url"): {
        "https": lambda r, f: f"https://www.{make.pinyin_account(r).replace('_', '')}.com/{make.digits(r, 4)}.html",
        "http with query": lambda r, f: f"http://{f.domain_name()}/p?uid={make.digits(r, 7)}&from=wx",
        "www": lambda r, f: f"www.{f.domain_name()}",
        "bare domain and path": lambda r, f: f"{f.domain_name()}/u/{make.digits(r, 6)}",
    },
    ("zh", "wechat"): {
        "name": lambda r, f: make.chat_id(r),
        "name again": lambda r, f: make.chat_id(r),
        "a mobile": lambda r, f: make.mobile(r, f),
        "full width": lambda r, f: full_width(make.mobile(r, f)),
    },
    ("zh", "qq"): {
        "9 digits": lambda r, f: make.digits(r, 9),
        "5 to 11 digits": lambda r, f: make.digits(r, r.choice((5, 6, 7, 8, 10, 11))),
        "spaced": lambda r, f: groups(make.digits(r, 9), (3, 3, 3)),
        "full width": lambda r, f: full_width(make.digits(r, 10)),
    },
    ("zh", "bank_card"): {
        "19 digits": lambda r, f: make.bank_number(r),
        "16 digits": lambda r, f: make.bank_number(r, 16),
        "4 4 4 4 3": lambda r, f: groups(make.bank_number(r), (4, 4, 4, 4, 3)),
        "4 4 4 4": lambda r, f: groups(make.bank_number(r, 16), (4, 4, 4, 4)),
    },
    ("zh", "record_number"): {
        "6 to 10 digits": lambda r, f: make.digits(r, r.randrange(6, 11)),
        "leading zeros": lambda r, f: "000" + make.digits(r, r.choice((5, 6, 7))),
        "letters first": lambda r, f: r.choice(("ZY", "MZ", "H", "B", "zy")) + make.digits(r, r.choice((6, 8))),
        "year and dash": lambda r, f: f"{r.randrange(2010, 2025)}-{make.digits(r, 5)}",
    },
    ("zh", "birth_date"): {
        "1985-3-2": lambda r, f: born_zh(r, "{y}-{m}-{d}"),
        "1985-03-02": lambda r, f: born_zh(r, "{y}-{m:02d}-{d:02d}"),
        "1985年3月2日": lambda r, f: born_zh(r, "{y}年{m}月{d}日"),
        "1985年03月02日": lambda r, f: born_zh(r, "{y}年{m:02d}月{d:02d}日"),
        "1985.3.2": lambda r, f: born_zh(r, "{y}.{m}.{d}"),
        "85年3月2号": lambda r, f: born_zh(r, "{yy}年{m}月{d}号"),
    },
    ("zh", "address"): {
        "with province": lambda r, f: "{}‹{}›".format(*make.region_and_rest(r)),
        "district": lambda r, f: "".join(make.region_and_rest(r)).split("省", 1)[-1].split("市", 1)[-1],
        "street and number": lambda r, f: f"{r.choice(make.ROADS)}{r.randrange(1, 999)}号",
        "estate": lambda r, f: (
            f"{r.choice(make.ESTATES)}{r.randrange(1, 40)}栋{r.randrange(1, 33)}0{r.randrange(1, 5)}室"
        ),
        "village": lambda r, f: (
            f"{r.choice(make.TOWNS)}{r.choice(make.VILLAGES)}{r.randrange(1, 12)}组{r.randrange(1, 99)}号"
        ),
    },
    ("zh", "patient_name"): NAMES_ZH,
    ("zh", "patient_name:surname"): SURNAMES_ZH,
    ("zh", "doctor_name"): NAMES_ZH,
    ("zh", "doctor_name:surname"): SURNAMES_ZH,
    ("zh", "hospital"): {"city and kind": lambda r, f: make.hospital_zh(r)},
    ("en", "phone"): {
        "(415) 555-0132": lambda r, f: "({}) {}-{}".format(*us_phone(r)),
        "415-555-0132": lambda r, f: "-".join(us_phone(r)),
        "415.555.0132": lambda r, f: ".".join(us_phone(r)),
        "4155550132": lambda r, f: "".join(us_phone(r)),
        "+1": lambda r, f: f"{r.choice(('+1 ', '+1-', '1-', '001 '))}‹{'-'.join(us_phone(r))}›",
        "with extension": lambda r, f: "-".join(us_phone(r)) + f" {r.choice(('ext.', 'x', 'ext'))} {make.digits(r, 3)}",
        "UK mobile": lambda r, f: f"07{make.digits(r, 3)} {make.digits(r, 6)}",
        "UK landline": lambda r, f: (
            f"0{r.choice(('20', '161', '113', '1865'))} {make.digits(r, 4)} {make.digits(r, 4)}"[:13]
        ),
        "+44": lambda r, f: f"+44 ‹7{make.digits(r, 3)} {make.digits(r, 6)}›",
    },
    ("en", "ssn"): {
        "dashed": lambda r, f: f.ssn(),
        "dashed again": lambda r, f: f.ssn(),
        "nine digits": lambda r, f: f.ssn().replace("-", ""),
        "spaced": lambda r, f: f.ssn().replace("-", " "),
    },
    ("en", "email"): {
        "faker": lambda r, f: f.email(),
        "plus tag": lambda r, f: f"{f.user_name()}+{r.choice(('health', 'clinic', 'med'))}@gmail.com",
        "company": lambda r, f: f.ascii_company_email(),
        "(at)": lambda r, f: f"{f.user_name()}{r.choice((' (at) ', '(at)', ' at '))}{f.free_email_domain()}",
        "at dot": lambda r, f: f"{f.user_name()} at {f.free_email_domain().replace('.', ' dot ')}",
    },
    ("en", "url"): {
        "https": lambda r, f: f"https://{f.domain_name()}/{f.user_name()}",
        "faker": lambda r, f: f.url(),
        "www": lambda r, f: f"www.{f.domain_name()}/patients?id={make.digits(r, 5)}",
        "bare domain and path": lambda r, f: f"{f.domain_name()}/u/{make.digits(r, 6)}",
    },
    ("en", "bank_card"): {
        "16 digits": lambda r, f: f.credit_card_number("visa16"),
        "4 4 4 4": lambda r, f: groups(f.credit_card_number("mastercard"), (4, 4, 4, 4)),
        "4-4-4-4": lambda r, f: groups(f.credit_card_number("visa16"), (4, 4, 4, 4), "-"),
    },
    ("en", "record_number"): {
        "6 to 10 digits": lambda r, f: make.digits(r, r.randrange(6, 11)),
        "letters first": lambda r, f: r.choice(("MR", "H", "A", "PT-")) + make.digits(r, 7),
        "dashed": lambda r, f: f"{make.digits(r, 3)}-{make.digits(r, 4)}",
        "leading zeros": lambda r, f: "00" + make.digits(r, 6),
    },
    ("en", "birth_date"): {
        "03/12/1985": lambda r, f: make.birthday(r).strftime("%m/%d/%Y"),
        "March 12, 1985": lambda r, f: make.birthday(r).strftime("%B %d, %Y").replace(" 0", " "),
        "12 March 1985": lambda r, f: make.birthday(r).strftime("%d %B %Y").lstrip("0"),
        "1985-03-12": lambda r, f: make.birthday(r).isoformat(),
        "3/12/85": lambda r, f: make.birthday(r).strftime("%m/%d/%y").lstrip("0"),
    },
    ("en", "address"): {
        "street": street_us,
        "street, city, state": lambda r, f: f"‹{street_us(r, f)}, {f.city()}›, {f.state_abbr()} {f.postcode()}",
        "apartment": lambda r, f: (
            f"{f.building_number()} {f.street_name()}, Apt {r.randrange(1, 60)}{r.choice('ABCD')}"
        ),
    },
    ("en", "patient_name"): NAMES_EN,
    ("en", "patient_name:surname"): SURNAMES_EN,
    ("en", "doctor_name"): NAMES_EN,
    ("en", "doctor_name:surname"): SURNAMES_EN,
    ("en", "hospital"): {
        "city": lambda r, f: f"{f.city()} {r.choice(('General Hospital', 'Medical Center', 'Memorial Hospital'))}",
        "saint": lambda r, f: f"St. {f.first_name()}'s {r.choice(('Hospital', 'Medical Center'))}",
    },
}


def us_phone(rng) -> tuple[str, str, str]:
    """Area, exchange and line of a North American number."""
    area, exchange = (str(rng.randrange(2, 10)) + make.digits(rng, 2) for _ in range(2))
    return area, exchange, f"{rng.randrange(10_000):04d}"
