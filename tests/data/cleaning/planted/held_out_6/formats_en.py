"""How an English identity is written in the sixth kept part. Rule authors do not read this file.

Layout as in `planted.held_out_6.formats`.
"""

from datetime import date
from random import Random

from faker import Faker

from planted import identities as make
from planted.held_out_6 import people_en as people
from planted.held_out_6.formats import LARGE, SMALL, signs, split
from planted.templates import words

AREA_EN = words(
    "203 206 212 215 224 239 302 303 312 318 336 405 412 419 469 503 512 541 602 610 620 703 718 760 812 859 919"
)
STATES = words("CA TX FL NY IL PA OH GA NC MI NJ VA WA AZ MA TN IN MO MD WI CO MN SC AL")
MAIL_EN = words(
    "gmail.com gmail.com gmail.com yahoo.com hotmail.com outlook.com icloud.com comcast.net verizon.net live.com"
)
UK_POST = (
    "Leicester LE3",
    "Exeter EX4",
    "Derby DE22",
    "Swansea SA1",
    "Preston PR2",
    "Dundee DD3",
    "Wigan WN5",
    "Telford TF4",
)
INDIA = words("Nagpur Indore Jaipur Kochi Kolkata Ahmedabad")
INDIA_ROADS = ("MG Road", "Station Road", "Rajendra Nagar", "Sector 21", "Ring Road", "Vidya Nagar", "4th Main")
SAINT = words("John's Mary's Thomas' Michael's Anthony's Catherine's Clare's Peter's")
KNOWN_EN = (
    "Stanford Hospital",
    "Boston Children's Hospital",
    "Cedars-Sinai Medical Center",
    "Vanderbilt University Medical Center",
    "Duke University Hospital",
    "Guy's Hospital",
    "St Thomas' Hospital",
    "Great Ormond Street Hospital",
    "Leeds General Hospital",
    "Manipal Hospital",
    "Sir Ganga Ram Hospital",
    "Aga Khan University Hospital",
    "Vancouver General Hospital",
    "Royal Prince Alfred Hospital",
    "Texas Children's Hospital",
    "Bellevue Hospital",
)


def blocks(rng: Random) -> tuple[str, str, str]:
    """Area, exchange and line of an American number."""
    return rng.choice(AREA_EN), rng.choice("2346789") + make.digits(rng, 2), f"{rng.randrange(10_000):04d}"


def security(rng: Random, mark: str) -> str:
    """A social security number."""
    return mark.join(
        (f"{rng.randrange(1, 666):03d}", f"{rng.randrange(1, 100):02d}", f"{rng.randrange(1, 10_000):04d}")
    )


def plastic(rng: Random, length: int = 16) -> str:
    """A card number with its Luhn digit."""
    head = rng.choice(("37", "34")) if length == 15 else rng.choice(("4", "4", "51", "53", "55", "6011"))
    body = head + make.digits(rng, length - 1 - len(head))
    total = 0
    for place, digit in enumerate(reversed(body)):
        total += sum(divmod(int(digit) * (2 - place % 2), 10))
    return body + str(-total % 10)


def day_of_birth(rng: Random, pattern: str, child: bool = False) -> str:
    """A day of birth, of a grown-up or a child."""
    day = make.birthday(rng)
    if child:
        day = date(rng.randrange(2009, 2025), day.month, min(day.day, 28))
    return day.strftime(pattern)


def in_full(rng: Random) -> str:
    """`March 3rd, 1961`."""
    day = make.birthday(rng)
    end = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day:%B} {day.day}{end}, {day.year}"


def no_zeros(rng: Random, year: str = "{0.year}") -> str:
    """`3/7/1961`."""
    day = make.birthday(rng)
    return f"{day.month}/{day.day}/{year.format(day)}"


def full(rng: Random, fake: Faker) -> str:
    """Given name and surname."""
    return " ".join(people.person(rng, fake))


def initial(rng: Random, fake: Faker) -> str:
    """A given name, an initial with a stop, and a surname."""
    first, last = people.person(rng, fake)
    return f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {last}"


def turned(rng: Random, fake: Faker, pattern: str) -> str:
    """Surname and given name in a pattern."""
    first, last = people.person(rng, fake)
    return pattern.format(f=first, l=last, i=first[0])


def full_names(role: str) -> dict:
    """Formats of a full name; the role keeps the formats of patients and doctors apart."""
    return {
        f"{role} first last": full,
        f"{role} first last again": full,
        f"{role} first m. last": initial,
        f"{role} f. last": lambda r, f: turned(r, f, "{i}. {l}"),
        f"{role} two given": lambda r, f: people.two_given(r),
        f"{role} two surnames": lambda r, f: " ".join(people.two_surnames(r)),
        f"{role} CAPITALS": lambda r, f: full(r, f).upper(),
    }


def last_names(role: str) -> dict:
    """Formats of a surname behind a title."""
    return {
        f"{role} surname": lambda r, f: people.person(r, f)[1],
        f"{role} surname again": lambda r, f: people.person(r, f)[1],
        f"{role} surname, hyphen": lambda r, f: (
            people.two_surnames(r)[1] if r.random() < 1 / 3 else people.person(r, f)[1]
        ),
    }


FORMATS = {
    ("en", "phone"): {
        "3-3-4 dashes": lambda r, f: "-".join(blocks(r)),
        "(3) 3-4": lambda r, f: "({}) {}-{}".format(*blocks(r)),
        "(3)3-4": lambda r, f: "({}){}-{}".format(*blocks(r)),
        "3.3.4 dots": lambda r, f: ".".join(blocks(r)),
        "3 3 4 blanks": lambda r, f: " ".join(blocks(r)),
        "10 run on": lambda r, f: "".join(blocks(r)),
        "1-": lambda r, f: "1-" + "-".join(blocks(r)),
        "+1 (3)": lambda r, f: "+1 ‹({}) {}-{}›".format(*blocks(r)),
        "with x": lambda r, f: "{}-{}-{} x{}".format(*blocks(r), r.randrange(100, 9999)),
        "British mobile": lambda r, f: split("07" + make.digits(r, 9), (5, 3, 3), " "),
        "British mobile run on": lambda r, f: "07" + make.digits(r, 9),
        "British +44": lambda r, f: f"+44 ‹7{make.digits(r, 3)} {make.digits(r, 6)}›",
        "British town": lambda r, f: f"01{make.digits(r, 3)} {make.digits(r, 6)}",
        "Indian": lambda r, f: r.choice("6789") + make.digits(r, 9),
        "Indian 5 5": lambda r, f: "+91 ‹" + split(r.choice("789") + make.digits(r, 9), (5, 5), " ") + "›",
        "Australian": lambda r, f: "0" + split("4" + make.digits(r, 8), (3, 3, 3), " "),
    },
    ("en", "ssn"): {
        "ssn dashes": lambda r, f: security(r, "-"),
        "ssn blanks": lambda r, f: security(r, " "),
        "ssn run on": lambda r, f: security(r, ""),
    },
    ("en", "email"): {
        "mail": lambda r, f: f"{people.mailbox(r, f)}@{r.choice(MAIL_EN)}",
        "Mail": lambda r, f: f"{people.mailbox(r, f).title()}@{r.choice(MAIL_EN)}",
        "of an office": lambda r, f: (
            f"{r.choice(words('records referrals frontdesk nurse info'))}@"
            f"{people.letters(people.person(r, f)[1]) or 'osei'}md.com"
        ),
        "of a university": lambda r, f: f"{people.mailbox(r, f)}@{people.letters(r.choice(people.PLACES))}.edu",
        "of a trust": lambda r, f: f"{people.mailbox(r, f)}@{people.letters(r.choice(people.ABROAD))}.nhs.uk",
        "Indian mail": lambda r, f: f"{people.mailbox(r, f)}@{r.choice(('yahoo.co.in', 'rediffmail.com'))}",
        "plus": lambda r, f: f"{people.mailbox(r, f)}+health@gmail.com",
        "(at)": lambda r, f: f"{people.mailbox(r, f)} (at) {r.choice(MAIL_EN)}",
    },
    ("en", "url"): {
        "drive folder": lambda r, f: f"https://drive.google.com/drive/folders/{signs(r, 26)}",
        "imgur picture": lambda r, f: f"https://i.imgur.com/{signs(r, 7)}.jpg",
        "dropbox": lambda r, f: f"https://www.dropbox.com/s/{signs(r, 15, SMALL + '0123456789')}/scan.pdf",
        "facebook": lambda r, f: f"facebook.com/{people.mailbox(r, f)}",
        "flickr": lambda r, f: f"http://www.flickr.com/photos/{people.mailbox(r, f)}/{make.digits(r, 10)}",
        "tiny": lambda r, f: f"https://tinyurl.com/{signs(r, 8, SMALL + '23456789')}",
    },
    ("en", "url:page"): {
        "practice's site": lambda r, f: f"http://www.{people.letters(people.person(r, f)[1]) or 'osei'}md.com",
        "practice's bare site": lambda r, f: f"www.{people.letters(r.choice(people.PLACES))}pediatrics.com",
        "practice's page": lambda r, f: f"https://{people.letters(r.choice(people.ABROAD))}surgery.co.uk/team",
    },
    ("en", "bank_card"): {
        "card in fours": lambda r, f: split(plastic(r), (4, 4, 4, 4), " "),
        "card run on": lambda r, f: plastic(r),
        "card dashed": lambda r, f: split(plastic(r), (4, 4, 4, 4), "-"),
        "card of fifteen": lambda r, f: split(plastic(r, 15), (4, 6, 5), r.choice((" ", "-", ""))),
    },
    ("en", "record_number"): {
        "record figures": lambda r, f: make.digits(r, r.choice((6, 7, 7, 8, 9))),
        "record zeros": lambda r, f: "0" * r.choice((1, 2, 3)) + make.digits(r, r.choice((5, 6, 7))),
        "record letter": lambda r, f: signs(r, r.choice((1, 1, 2)), LARGE) + make.digits(r, r.choice((6, 7))),
        "record dashes": lambda r, f: "-".join(make.digits(r, 2) for _ in range(3)),
        "record year": lambda r, f: f"{r.choice(('', 'S', 'H'))}{r.randrange(15, 26)}-{make.digits(r, 5)}",
    },
    ("en", "record_number:nhs"): {
        "nhs 3 3 4": lambda r, f: split(make.digits(r, 10), (3, 3, 4), " "),
        "nhs run on": lambda r, f: make.digits(r, 10),
    },
    ("en", "record_number:insurer"): {
        "insurer's letters": lambda r, f: signs(r, 3, LARGE) + make.digits(r, r.choice((8, 9))),
        "insurer's figures": lambda r, f: make.digits(r, r.choice((8, 9, 10))),
        "insurer's W": lambda r, f: "W" + make.digits(r, 9),
    },
    ("en", "birth_date"): {
        "mm/dd/yyyy": lambda r, f: day_of_birth(r, "%m/%d/%Y"),
        "m/d/yyyy": lambda r, f: no_zeros(r),
        "m/d/yy": lambda r, f: no_zeros(r, "{0:%y}"),
        "Month d, yyyy": lambda r, f: day_of_birth(r, "%B %d, %Y"),
        "Month dth, yyyy": lambda r, f: in_full(r),
        "dd Mon yyyy": lambda r, f: day_of_birth(r, "%d %b %Y"),
        "dd/mm/yyyy": lambda r, f: day_of_birth(r, "%d/%m/%Y"),
        "yyyy-mm-dd": lambda r, f: day_of_birth(r, "%Y-%m-%d"),
        "mm-dd-yyyy": lambda r, f: day_of_birth(r, "%m-%d-%Y"),
        "Mon d yyyy": lambda r, f: day_of_birth(r, "%b %d %Y"),
    },
    ("en", "birth_date:child"): {
        "child mm/dd/yyyy": lambda r, f: day_of_birth(r, "%m/%d/%Y", child=True),
        "child Month d, yyyy": lambda r, f: day_of_birth(r, "%B %d, %Y", child=True),
        "child dd.mm.yyyy": lambda r, f: day_of_birth(r, "%d.%m.%Y", child=True),
    },
    ("en", "address"): {
        "house, town, state": lambda r, f: (
            f"{people.street(r)}, {r.choice(people.PLACES)}, {r.choice(STATES)} {make.digits(r, 5)}"
        ),
        "house": lambda r, f: people.street(r),
        "house, flat, town": lambda r, f: (
            f"{people.street(r)} {r.choice(('Apt', 'Apt.', 'Unit', '#'))} {r.randrange(1, 99)}{r.choice('ABCD')}, "
            f"{r.choice(people.PLACES)} {r.choice(STATES)}"
        ),
        "house over town": lambda r, f: (
            f"{people.street(r)}\n{r.choice(people.PLACES)}, {r.choice(STATES)} {make.digits(r, 5)}"
        ),
        "of Britain": lambda r, f: (
            f"{r.randrange(1, 190)} {people.drawn(r, people.ROADS)} {r.choice(('Road', 'Street', 'Close', 'Avenue'))}, "
            f"{r.choice(UK_POST)} {r.randrange(1, 10)}{signs(r, 2, 'ABDEFGHJLNPQRSTUWXYZ')}"
        ),
        "of India": lambda r, f: (
            f"{r.choice(('Flat', 'H.No.', 'Plot'))} {r.randrange(1, 400)}, {r.choice(INDIA_ROADS)}, {r.choice(INDIA)} "
            f"{make.digits(r, 6)}"
        ),
    },
    ("en", "patient_name"): full_names("patient"),
    ("en", "patient_name:form"): {
        "Last, First": lambda r, f: turned(r, f, "{l}, {f}"),
        "LAST, FIRST": lambda r, f: turned(r, f, "{l}, {f}").upper(),
        "First Last in a form": full,
        "Last, First M": lambda r, f: turned(r, f, "{l}, {f}") + " " + r.choice("ABCDEJKLMRT"),
    },
    ("en", "patient_name:last"): last_names("patient"),
    ("en", "patient_name:given"): {
        "patient given": lambda r, f: people.person(r, f)[0],
        "patient given again": lambda r, f: people.person(r, f)[0],
    },
    ("en", "patient_name:chat"): {
        "patient in small letters": lambda r, f: people.person(r, f)[0].lower(),
        "patient in small letters, full": lambda r, f: full(r, f).lower(),
        "patient with a capital": lambda r, f: people.person(r, f)[0],
    },
    ("en", "doctor_name"): full_names("doctor"),
    ("en", "doctor_name:last"): last_names("doctor"),
    ("en", "doctor_name:given"): {
        "doctor given": lambda r, f: people.person(r, f)[0],
        "doctor given again": lambda r, f: people.person(r, f)[0],
    },
    ("en", "doctor_name:chat"): {
        "doctor in small letters": lambda r, f: people.person(r, f)[1].lower(),
        "doctor in small letters, full": lambda r, f: full(r, f).lower(),
        "doctor with a capital": lambda r, f: people.person(r, f)[1],
    },
    ("en", "hospital"): {
        "place and kind": lambda r, f: (
            f"{r.choice(people.PLACES)} {r.choice(('General Hospital', 'Memorial Hospital', 'Medical Center'))}"
        ),
        "saint": lambda r, f: f"St. {r.choice(SAINT)} {r.choice(('Hospital', 'Hospital', 'Medical Center'))}",
        "known": lambda r, f: r.choice(KNOWN_EN),
        "British trust": lambda r, f: (
            f"{r.choice(('Royal ', ''))}{r.choice(people.ABROAD[:8])} {r.choice(('Infirmary NHS Trust', 'Hospital'))}"
        ),
        "community": lambda r, f: (
            f"{r.choice(people.PLACES)} {r.choice(('Community', 'County', 'University'))} Hospital"
        ),
        "practice": lambda r, f: (
            f"{r.choice(people.PLACES)} {r.choice(('Urgent Care', 'Pediatric', 'Womens Health'))} Clinic"
        ),
        "Indian one": lambda r, f: f"{r.choice(words('Sanjeevani Lotus Global Rainbow Sunrise Jeevan'))} Hospital",
    },
}
