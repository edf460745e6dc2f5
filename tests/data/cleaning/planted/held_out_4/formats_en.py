"""How an English identity is written in the fourth kept part. Rule authors do not read this file.

Layout as in `planted.held_out_4.formats`.
"""

from planted import identities as make
from planted.held_out_4 import identities as people
from planted.held_out_4.formats import born_young, payment_card, pieces
from planted.templates import words

DESKS = words("scheduling frontdesk referrals records")
LANES_UK = words("Road Close Street Crescent Gardens")
KINDS_EN = ("Medical Center", "County Hospital", "Community Hospital", "Hospital")
CHURCHES = words("Baptist Methodist Mercy Presbyterian Adventist Providence")
MAILS_EN = words(
    "gmail.com gmail.com gmail.com yahoo.com hotmail.com outlook.com icloud.com comcast.net live.com ymail.com"
)
FAMOUS_EN = (
    "Cedars-Sinai Medical Center",
    "Duke University Hospital",
    "Stanford Hospital",
    "Guy's Hospital",
    "St Thomas' Hospital",
    "King's College Hospital",
    "Royal Free Hospital",
    "Great Ormond Street Hospital",
    "Tata Memorial Hospital",
    "Max Hospital",
    "Aga Khan University Hospital",
    "Boston Children's Hospital",
    "Houston Methodist Hospital",
    "Scripps Clinic",
)
SAINTS = words("John's Michael's Agnes Peter's Thomas Clare's")
AREAS_US = words("201 212 303 312 404 415 503 512 602 615 702 713 770 813 904 916 954 972")
STATES = words("AL AZ CO CT KY MA MD MN MO NJ NV OR SC TN UT WI")
CITIES_IN = words("Mumbai Delhi Kolkata Nagpur Jaipur Kochi")
CITIES_UK = words("London Sheffield Exeter Derby Swansea Leicester")
OUTCODES = words("SW4 SE15 LS6 M14 B29 EX4 DE23 SA2 LE2 S10 NG7 CF24")
SOLID = words("facp mrcgp wellness pediatrics cardiology derm")


def born_en(rng, pattern: str) -> str:
    """A day of birth in a pattern of `strftime`."""
    return make.birthday(rng).strftime(pattern)


def ordinal(rng) -> str:
    """`14th March 1962`."""
    day = make.birthday(rng)
    ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {day.strftime('%B %Y')}"


def american(rng) -> tuple[str, str, str]:
    """Area code, exchange and line."""
    return rng.choice(AREAS_US), rng.choice("23456789") + make.digits(rng, 2), f"{rng.randrange(10_000):04d}"


def security(rng) -> tuple[str, str, str]:
    """The three parts of a social security number, none of them zero."""
    return f"{rng.randrange(1, 666):03d}", f"{rng.randrange(1, 100):02d}", f"{rng.randrange(1, 10_000):04d}"


def styled(pattern: str):
    """A writer of an English name: `{f}` the given name, `{s}` the surname, `{i}` its initial, `{m}` one more."""

    def write(rng, fake) -> str:
        first, last = people.person_en(rng, fake)
        return pattern.format(f=first, s=last, i=first[0], m=rng.choice("ABCDEFGHJKLMNPRSTW"))

    return write


def three_names(rng, fake) -> str:
    """`Mary Ellen Porter`: a second given name of the same country."""
    origin = rng.choice(("United States", "United States", "Britain and Ireland"))
    _, first, last = people.ORIGINS[origin]
    return f"{' '.join(rng.sample(first[rng.randrange(2) : 60 : 2], 2))} {people.ranked(rng, last)}"


NAMES_EN = {
    "first last": styled("{f} {s}"),
    "small letters": lambda r, f: styled("{f} {s}")(r, f).lower(),
    "capitals only": lambda r, f: styled("{f} {s}")(r, f).upper(),
    "middle letter": styled("{f} {m}. {s}"),
    "middle letter, no dot": styled("{f} {m} {s}"),
    "three names": three_names,
    "initial last": styled("{i}. {s}"),
    "double surname": lambda r, f: " ".join(people.joined_surnames(r)),
}
FORMS_EN = {
    "first last, form": styled("{f} {s}"),
    "last, first": styled("{s}, {f}"),
    "LAST, FIRST": lambda r, f: styled("{s}, {f}")(r, f).upper(),
    "last, first m.": styled("{s}, {f} {m}."),
}
SURNAMES_EN = {
    "last": styled("{s}"),
    "last, too": styled("{s}"),
    "last, small": lambda r, f: styled("{s}")(r, f).lower(),
    "double last": lambda r, f: people.joined_surnames(r)[1],
}
GIVEN_EN = {
    "first": styled("{f}"),
    "first, too": styled("{f}"),
    "first, small": lambda r, f: styled("{f}")(r, f).lower(),
}


FORMATS = {
    ("en", "phone"): {
        "xxx-xxx-xxxx": lambda r, f: "-".join(american(r)),
        "(xxx) xxx-xxxx": lambda r, f: "({}) {}-{}".format(*american(r)),
        "(xxx)xxx-xxxx": lambda r, f: "({}){}-{}".format(*american(r)),
        "xxxxxxxxxx": lambda r, f: "".join(american(r)),
        "xxx.xxx.xxxx": lambda r, f: ".".join(american(r)),
        "xxx xxx xxxx": lambda r, f: " ".join(american(r)),
        "1-xxx-xxx-xxxx": lambda r, f: f"1-‹{'-'.join(american(r))}›",
        "UK mobile, 5 6": lambda r, f: f"07{make.digits(r, 3)} {make.digits(r, 6)}",
        "UK mobile, 5 3 3": lambda r, f: f"07{make.digits(r, 3)} {make.digits(r, 3)} {make.digits(r, 3)}",
        "London": lambda r, f: f"020 {r.choice('78')}{make.digits(r, 3)} {make.digits(r, 4)}",
        "UK town": lambda r, f: f"01{make.digits(r, 3)} {make.digits(r, 6)}",
        "+44 mobile": lambda r, f: f"+44 ‹7{make.digits(r, 3)} {make.digits(r, 3)} {make.digits(r, 3)}›",
        "India, 5 5": lambda r, f: f"{r.choice('789')}{make.digits(r, 4)} {make.digits(r, 5)}",
        "India, +91": lambda r, f: f"+91 ‹{r.choice('789')}{make.digits(r, 4)} {make.digits(r, 5)}›",
        "with ext": lambda r, f: f"({{}}) {{}}-{{}} {r.choice(('ext', 'x', 'ext.'))} {make.digits(r, 3)}".format(
            *american(r)
        ),
    },
    ("en", "ssn"): {
        "xxx-xx-xxxx": lambda r, f: "-".join(security(r)),
        "xxxxxxxxx": lambda r, f: "".join(security(r)),
        "xxx xx xxxx": lambda r, f: " ".join(security(r)),
        "xxx.xx.xxxx": lambda r, f: ".".join(security(r)),
    },
    ("en", "email"): {
        "account": lambda r, f: f"{people.account_en(r, f)}@{r.choice(MAILS_EN)}",
        "capitals": lambda r, f: f"{people.account_en(r, f)}@{r.choice(MAILS_EN)}".upper(),
        "office": lambda r, f: f"{r.choice(DESKS)}@{r.choice(people.TOWNS).lower()}{r.choice(SOLID)}.com",
        "NHS": lambda r, f: f"{people.account_en(r, f)}@nhs.net",
        "[at]": lambda r, f: f"{people.account_en(r, f)} (at) {r.choice(MAILS_EN)}",
        "in words": lambda r, f: f"{people.account_en(r, f)} at {r.choice(words('gmail outlook yahoo'))} dot com",
        "college": lambda r, f: f"{people.account_en(r, f)}@students.{r.choice(people.TOWNS).lower()}.ac.uk",
        "plus": lambda r, f: f"{people.account_en(r, f)}+health@gmail.com",
    },
    ("en", "url"): {
        "photo": lambda r, f: f"https://photos.app.goo.gl/{people.token(r, 17)}",
        "dropbox": lambda r, f: f"https://www.dropbox.com/s/{people.token(r, 15).lower()}/scan.jpg?dl=0",
        "ibb": lambda r, f: f"https://ibb.co/{people.token(r, 7)}",
        "portal, results": lambda r, f: (
            f"https://portal.{r.choice(people.TOWNS).lower()}health.com/r/{people.token(r, 9)}"
        ),
        "instagram": lambda r, f: f"instagram.com/{people.account_en(r, f)}",
        "tinyurl": lambda r, f: f"http://tinyurl.com/{people.token(r, 8).lower()}",
    },
    ("en", "url:site"): {
        "doctor's site": lambda r, f: (
            f"www.{people.plain_en(people.person_en(r, f)[1])}{r.choice(('md', 'obgyn', 'ent'))}.com"
        ),
        "surgery's site": lambda r, f: (
            f"https://www.{r.choice(people.TOWNS).lower()}{r.choice(('surgery', 'practice'))}.co.uk/"
        ),
        "no www": lambda r, f: (
            f"dr{people.plain_en(people.person_en(r, f)[1])}.{r.choice(('com', 'net', 'org'))}/appointments"
        ),
    },
    ("en", "bank_card"): {
        "4 4 4 4": lambda r, f: pieces(payment_card(r, r.choice(("4", "51", "55", "4"))), (4, 4, 4, 4), " "),
        "sixteen digits": lambda r, f: payment_card(r, r.choice(("4", "53", "6011"))),
        "4-4-4-4": lambda r, f: pieces(payment_card(r, r.choice(("4", "52"))), (4, 4, 4, 4), "-"),
    },
    ("en", "record_number"): {
        "number": lambda r, f: make.digits(r, r.choice((6, 7, 7, 8, 8, 9))),
        "letter, number": lambda r, f: people.code(r, 1, r.choice((6, 7, 8))),
        "letters, number": lambda r, f: people.code(r, r.choice((2, 3)), r.choice((6, 7, 8))),
        "zero first": lambda r, f: "0" + make.digits(r, 7),
        "NHS number": lambda r, f: pieces(make.digits(r, 10), (3, 3, 4), " "),
        "year, number": lambda r, f: f"{r.randrange(16, 25)}-{make.digits(r, 6)}",
        "number, letter": lambda r, f: make.digits(r, 8) + r.choice("ABXZ"),
    },
    ("en", "birth_date"): {
        "mm/dd/yyyy": lambda r, f: born_en(r, "%m/%d/%Y"),
        "dd/mm/yyyy": lambda r, f: born_en(r, "%d/%m/%Y"),
        "Month d, yyyy": lambda r, f: born_en(r, "%B %d, %Y").replace(" 0", " "),
        "dth Month yyyy": lambda r, f: ordinal(r),
        "Mon d yyyy": lambda r, f: born_en(r, "%b %d %Y").replace(" 0", " "),
        "mm-dd-yy": lambda r, f: born_en(r, "%m-%d-%y"),
        "dd-mm-yyyy": lambda r, f: born_en(r, "%d-%m-%Y"),
        "dd Mon yyyy": lambda r, f: born_en(r, "%d %b %Y"),
        "yyyy-mm-dd": lambda r, f: born_en(r, "%Y-%m-%d"),
    },
    ("en", "birth_date:young"): {
        "young mm/dd/yyyy": lambda r, f: born_young(r, "{m:02d}/{d:02d}/{y}"),
        "young d Month": lambda r, f: (
            f"{r.randrange(1, 29)} {r.choice(('March', 'June', 'August'))} {r.randrange(2009, 2025)}"
        ),
    },
    ("en", "address"): {
        "house, town, state": lambda r, f: (
            f"‹{people.street_en(r)}, {r.choice(people.TOWNS)}›, {r.choice(STATES)} {f.postcode()}"
        ),
        "house, street": lambda r, f: people.street_en(r),
        "house, unit": lambda r, f: (
            f"{people.street_en(r)} {r.choice(('Unit', 'Apt', '#', 'Apt.'))} {r.randrange(1, 60)}"
        ),
        "UK, postcode": lambda r, f: (
            f"‹{r.randrange(1, 210)} {r.choice(people.STREETS)} {r.choice(LANES_UK)}›, "
            f"{r.choice(CITIES_UK)} {r.choice(OUTCODES)} {r.randrange(1, 9)}{r.choice('ABDEHJ')}{r.choice('LNPQRS')}"
        ),
        "India, flat": lambda r, f: (
            f"‹{r.choice(('Flat', 'Plot No.', 'Door No'))} {r.randrange(1, 400)}, "
            f"{r.choice(('MG Road', 'Anna Nagar', 'Link Road', 'Sector 21', 'Lal Bagh Road'))}›, {r.choice(CITIES_IN)}"
        ),
        "box": lambda r, f: f"PO Box {r.randrange(20, 9999)}",
    },
    ("en", "patient_name"): NAMES_EN,
    ("en", "patient_name:form"): FORMS_EN,
    ("en", "patient_name:surname"): SURNAMES_EN,
    ("en", "patient_name:first"): GIVEN_EN,
    ("en", "doctor_name"): NAMES_EN,
    ("en", "doctor_name:surname"): SURNAMES_EN,
    ("en", "doctor_name:first"): GIVEN_EN,
    ("en", "hospital"): {
        "town's": lambda r, f: f"{r.choice(people.TOWNS)} {r.choice(KINDS_EN)}",
        "saint's": lambda r, f: f"{r.choice(('St.', 'St', 'Saint'))} {r.choice(SAINTS)} Hospital",
        "famous": lambda r, f: r.choice(FAMOUS_EN),
        "church's": lambda r, f: f"{r.choice(CHURCHES)} {r.choice(('Hospital', 'Medical Center'))}",
        "children's": lambda r, f: f"{r.choice(people.TOWNS)} Children's Hospital",
        "NHS trust's": lambda r, f: (
            f"{r.choice(('Royal', 'Queen Elizabeth', 'Northern'))} {r.choice(people.TOWNS)} Hospital"
        ),
    },
}
