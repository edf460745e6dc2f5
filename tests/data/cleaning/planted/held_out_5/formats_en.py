"""How an English identity is written in the fifth kept part. Rule authors do not read this file.

Layout as in `planted.held_out_5.formats`.
"""

from random import Random

from planted import identities as make
from planted.held_out_5 import people_en as people
from planted.held_out_5.formats import CAPITALS, LETTERS, cut, mixed
from planted.templates import words

AREA = words("205 210 214 216 217 313 317 402 407 410 480 502 509 515 614 617 619 704 716 801 805 816 901 918 973")
SMALL_STATES = words("OH PA NC GA VA MI IN TN WA WI CO MN SC AL LA KY OK NE IA NM ID ME")
MAIL = words(
    "gmail.com gmail.com gmail.com yahoo.com hotmail.com outlook.com aol.com icloud.com msn.com btinternet.com"
)
TOWNS = people.PLACES + people.ABROAD
UK_TOWNS = words("Leeds Bristol Norwich York Bath Luton Cardiff Hull Bolton Reading")
UK_CODES = (
    "Leeds LS8",
    "Bristol BS7",
    "Norwich NR3",
    "York YO10",
    "Bath BA2",
    "Luton LU4",
    "Cardiff CF14",
    "Hull HU5",
    "Bolton BL1",
    "Reading RG30",
)
INDIAN = words("Pune Bengaluru Chennai Hyderabad Lucknow Surat")
INDIAN_ROADS = ("Nehru Nagar", "Gandhi Road", "Shivaji Park", "2nd Cross", "Church Street", "Sector 9", "Tilak Marg")
SAINTS = words("Mary's Joseph's Luke's Vincent's Francis Anne's Elizabeth's George's")
GREAT_EN = (
    "Mayo Clinic",
    "Cleveland Clinic",
    "Johns Hopkins Hospital",
    "Massachusetts General Hospital",
    "Mount Sinai Hospital",
    "Addenbrooke's Hospital",
    "John Radcliffe Hospital",
    "Royal Marsden Hospital",
    "Apollo Hospital",
    "Fortis Hospital",
    "Lilavati Hospital",
    "Christian Medical College Hospital",
    "Toronto General Hospital",
    "Royal Melbourne Hospital",
    "Brigham and Women's Hospital",
)


def parts(rng: Random) -> tuple[str, str, str]:
    """Area code, exchange and line of an American number."""
    return rng.choice(AREA), rng.choice("2345678") + make.digits(rng, 2), f"{rng.randrange(10_000):04d}"


def social(rng: Random, mark: str) -> str:
    """A social security number, no part zero."""
    number = (f"{rng.randrange(1, 650):03d}", f"{rng.randrange(1, 100):02d}", f"{rng.randrange(1, 10_000):04d}")
    return mark.join(number)


def card(rng: Random, length: int = 16) -> str:
    """A payment card that passes Luhn: Visa or Mastercard, or American Express in 15 digits."""
    head = rng.choice(("34", "37")) if length == 15 else rng.choice(("4", "4", "51", "53", "6011"))
    body = head + make.digits(rng, length - 1 - len(head))
    twice = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body))]
    return body + str(-sum(sum(divmod(value, 10)) for value in twice) % 10)


def born(rng: Random, pattern: str, child: bool = False) -> str:
    """A day of birth in a pattern of `strftime`."""
    day = make.birthday(rng)
    day = day.replace(year=rng.randrange(2010, 2025), day=min(day.day, 28)) if child else day
    return day.strftime(pattern).replace(" 0", " ")


def spelled(rng: Random) -> str:
    """`the 3rd of May 1971`."""
    day = make.birthday(rng)
    ending = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} of {day.strftime('%B %Y')}"


def medicare(rng: Random) -> str:
    """A Medicare number in its shape of letters and figures."""
    shape = "9A99-A99-AA99"
    return "".join(
        rng.choice(CAPITALS) if char == "A" else str(rng.randrange(1, 10)) if char == "9" else char for char in shape
    )


def as_written(pattern: str, change=str):
    """A writer of names: `{g}` the given name, `{s}` or `{u}` the surname, `{i}` and `{j}` initials."""

    def write(rng: Random, fake) -> str:
        given, last = people.person(rng, fake)
        return change(pattern.format(g=given, s=last, u=last.upper(), i=given[0], j=rng.choice("ABCDEFGHJKLMPRST")))

    return write


NAMES = {
    "given and surname": as_written("{g} {s}"),
    "all small": as_written("{g} {s}", str.lower),
    "with middle initial": as_written("{g} {j}. {s}"),
    "with a second given": lambda r, f: " ".join(people.second_given(r)),
    "given and surname, too": as_written("{g} {s}"),
    "all capitals": as_written("{g} {s}", str.upper),
    "initial and surname": as_written("{i}. {s}"),
    "two surnames": lambda r, f: " ".join(people.married_name(r)),
}
ON_FORMS = {
    "on a form": as_written("{g} {s}"),
    "surname, given": as_written("{s}, {g}"),
    "SURNAME, given": as_written("{u}, {g}"),
    "SURNAME, GIVEN J": as_written("{s}, {g} {j}", str.upper),
}
LAST = {
    "surname only": as_written("{s}"),
    "surname only, too": as_written("{s}"),
    "surname, small": as_written("{s}", str.lower),
    "hyphened surname": lambda r, f: people.married_name(r)[1] if r.random() < 0.5 else people.person(r, f)[1],
}
FIRST = {
    "given name": as_written("{g}"),
    "given name, too": as_written("{g}"),
    "given name, small": as_written("{g}", str.lower),
}

FORMATS = {
    ("en", "phone"): {
        "(area) ": lambda r, f: "({}) {}-{}".format(*parts(r)),
        "dashes": lambda r, f: "-".join(parts(r)),
        "ten digits": lambda r, f: "".join(parts(r)),
        "dots": lambda r, f: ".".join(parts(r)),
        "blanks": lambda r, f: " ".join(parts(r)),
        "+1": lambda r, f: "+1 ‹{} {} {}›".format(*parts(r)),
        "area/": lambda r, f: "{}/{}-{}".format(*parts(r)),
        "inner line": lambda r, f: "{}-{}-{} ext {}".format(*parts(r), r.randrange(10, 9999)),
        "UK mobile": lambda r, f: "07" + make.digits(r, 9),
        "UK mobile, 5 6 ": lambda r, f: cut("07" + make.digits(r, 9), (5, 6), " "),
        "UK city": lambda r, f: f"01{r.choice('1234569')}1 {make.digits(r, 3)} {make.digits(r, 4)}",
        "UK, +44 (0)": lambda r, f: f"+44 ‹(0)7{make.digits(r, 3)} {make.digits(r, 6)}›",
        "Indian mobile": lambda r, f: r.choice("6789") + make.digits(r, 9),
        "Indian, 91": lambda r, f: f"+91-‹{r.choice('789')}{make.digits(r, 9)}›",
        "Australian mobile": lambda r, f: cut("04" + make.digits(r, 8), (4, 3, 3), " "),
    },
    ("en", "ssn"): {
        "3-2-4": lambda r, f: social(r, "-"),
        "3 2 4": lambda r, f: social(r, " "),
        "nine digits": lambda r, f: social(r, ""),
        "3.2.4": lambda r, f: social(r, "."),
    },
    ("en", "email"): {
        "mailbox": lambda r, f: f"{people.mailbox(r, f)}@{r.choice(MAIL)}",
        "Capital First": lambda r, f: f"{people.mailbox(r, f).capitalize()}@{r.choice(MAIL)}",
        "of a clinic": lambda r, f: (
            f"{r.choice(words('info office intake billing nurse'))}@{mixed(r, 6, LETTERS)}clinic.org"
        ),
        "of a college": lambda r, f: f"{people.mailbox(r, f)}@{people.letters(r.choice(people.PLACES))}.edu",
        "work's": lambda r, f: f"{people.mailbox(r, f)}@{people.letters(r.choice(people.PLACES))}-health.com",
        "at, in brackets": lambda r, f: f"{people.mailbox(r, f)}(at){r.choice(MAIL)}",
        "Indian provider": lambda r, f: f"{people.mailbox(r, f)}@{r.choice(('rediffmail.com', 'yahoo.co.in'))}",
        "British provider": lambda r, f: f"{people.mailbox(r, f)}@{r.choice(('sky.com', 'yahoo.co.uk', 'nhs.net'))}",
    },
    ("en", "url"): {
        "imgur": lambda r, f: f"https://imgur.com/a/{mixed(r, 7)}",
        "drive": lambda r, f: f"https://drive.google.com/file/d/{mixed(r, 28)}/view",
        "video": lambda r, f: f"https://youtu.be/{mixed(r, 11)}",
        "social": lambda r, f: f"www.facebook.com/{people.mailbox(r, f)}",
        "photo host": lambda r, f: f"http://i.{mixed(r, 5, LETTERS)}.com/{mixed(r, 9)}.jpg",
        "bit": lambda r, f: f"bit.ly/{mixed(r, 7)}",
    },
    ("en", "url:site"): {
        "clinic site": lambda r, f: f"https://www.{people.letters(people.person(r, f)[1]) or 'novak'}clinic.com",
        "bare site": lambda r, f: (
            f"www.{people.letters(r.choice(people.PLACES))}{r.choice(('ortho', 'dental', 'eye'))}.com"
        ),
        "site with path": lambda r, f: f"http://{people.letters(r.choice(people.ABROAD))}gp.co.uk/contact-us",
    },
    ("en", "bank_card"): {
        "sixteen": lambda r, f: card(r),
        "sixteen in fours": lambda r, f: cut(card(r), (4, 4, 4, 4), " "),
        "sixteen, dashed": lambda r, f: cut(card(r), (4, 4, 4, 4), "-"),
        "Amex": lambda r, f: cut(card(r, 15), (4, 6, 5), r.choice((" ", "-", ""))),
    },
    ("en", "record_number"): {
        "figures": lambda r, f: make.digits(r, r.choice((6, 7, 8, 8, 9, 10))),
        "zeros": lambda r, f: "00" + make.digits(r, r.choice((6, 7))),
        "capital and figures": lambda r, f: mixed(r, r.choice((1, 2)), CAPITALS) + make.digits(r, r.choice((6, 7, 8))),
        "dashed": lambda r, f: f"{make.digits(r, 3)}-{make.digits(r, 3)}-{make.digits(r, r.choice((2, 3)))}",
        "year first": lambda r, f: f"20{r.randrange(15, 26)}-{make.digits(r, 5)}",
        "letters between": lambda r, f: f"{make.digits(r, 2)}{mixed(r, 2, CAPITALS)}{make.digits(r, 5)}",
    },
    ("en", "record_number:nhs"): {
        "3 3 4": lambda r, f: cut(make.digits(r, 10), (3, 3, 4), " "),
        "ten figures": lambda r, f: make.digits(r, 10),
        "3-3-4": lambda r, f: cut(make.digits(r, 10), (3, 3, 4), "-"),
    },
    ("en", "record_number:plan"): {
        "member": lambda r, f: mixed(r, 3, CAPITALS) + make.digits(r, 9),
        "member, figures": lambda r, f: make.digits(r, r.choice((9, 10, 11))),
        "Medicare": lambda r, f: medicare(r),
    },
    ("en", "birth_date"): {
        "m/d/Y": lambda r, f: born(r, "%m/%d/%Y"),
        "B d, Y": lambda r, f: born(r, "%B %d, %Y"),
        "d/m/Y": lambda r, f: born(r, "%d/%m/%Y"),
        "Y-m-d": lambda r, f: born(r, "%Y-%m-%d"),
        "d-b-Y": lambda r, f: born(r, "%d-%b-%Y"),
        "m/d/y": lambda r, f: born(r, "%m/%d/%y"),
        "d B Y": lambda r, f: born(r, "%d %B %Y"),
        "of": lambda r, f: spelled(r),
        "d.m.Y": lambda r, f: born(r, "%d.%m.%Y"),
        "B Y": lambda r, f: born(r, "%B %Y"),
    },
    ("en", "birth_date:child"): {
        "child m/d/Y": lambda r, f: born(r, "%m/%d/%Y", child=True),
        "child B d, Y": lambda r, f: born(r, "%B %d, %Y", child=True),
        "child d/m/y": lambda r, f: born(r, "%d/%m/%y", child=True),
    },
    ("en", "address"): {
        "street, town": lambda r, f: (
            f"‹{people.street(r)}, {r.choice(people.PLACES)}›, {r.choice(SMALL_STATES)} {f.postcode()}"
        ),
        "street only": lambda r, f: people.street(r),
        "street, flat": lambda r, f: f"{people.street(r)}, {r.choice(('Apt', 'Unit', 'Suite'))} {r.randrange(1, 400)}",
        "two lines": lambda r, f: (
            f"‹{people.street(r)}›\n{r.choice(people.PLACES)}, {r.choice(SMALL_STATES)} {f.postcode()}"
        ),
        "British": lambda r, f: (
            f"‹{r.randrange(1, 180)} {people.drawn(r, people.ROADS)} {r.choice(words('Road Close Avenue Lane'))}›, "
            f"{r.choice(UK_CODES)} {r.randrange(1, 9)}{mixed(r, 2, 'ABDEHJLNPR')}"
        ),
        "Indian": lambda r, f: (
            f"‹{r.choice(('H.No', 'House no', '#', 'Flat no'))} {r.randrange(1, 300)}, {r.choice(INDIAN_ROADS)}›, "
            f"{r.choice(INDIAN)} 4{make.digits(r, 5)}"
        ),
    },
    ("en", "patient_name"): NAMES,
    ("en", "patient_name:form"): ON_FORMS,
    ("en", "patient_name:last"): LAST,
    ("en", "patient_name:given"): FIRST,
    ("en", "doctor_name"): NAMES,
    ("en", "doctor_name:last"): LAST,
    ("en", "doctor_name:given"): FIRST,
    ("en", "hospital"): {
        "place and kind, too": lambda r, f: (
            f"{r.choice(TOWNS)} {r.choice(('General Hospital', 'Memorial Hospital', 'Medical Center'))}"
        ),
        "a saint's": lambda r, f: (
            f"{r.choice(('St.', 'St', 'Saint'))} {r.choice(SAINTS)} {r.choice(('Hospital', 'Medical Center'))}"
        ),
        "a great one": lambda r, f: r.choice(GREAT_EN),
        "a royal one": lambda r, f: (
            f"{r.choice(('Royal', 'Princess Alexandra', 'Queen Mary'))} {r.choice(UK_TOWNS)} Hospital"
        ),
        "women's": lambda r, f: (
            f"{r.choice(TOWNS)} {r.choice(('Women and Children', 'Veterans', 'District'))} Hospital"
        ),
        "a clinic": lambda r, f: f"{r.choice(TOWNS)} Family Clinic",
    },
}
