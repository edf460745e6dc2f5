"""English names without any cue: a first name and a surname side by side, both of which the census knows.

Also an initial and a surname (T. Hernandez), the surname first (CLINE, Faith), all in capitals, all in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.english_things import THING_FIRST_NAMES, THING_PAIRS, THING_WORDS
from medtune.data.cleaning.identity.name_lexicon import (
    LETTERS,
    MOSTLY_NAMES,
    ambiguous_first_names,
    ambiguous_surnames,
    first_names,
    frequent_surnames,
    is_word,
    plain,
    surnames,
)
from medtune.data.cleaning.identity.name_words import ENGLISH_VETO
from medtune.data.cleaning.spans import Span

_UPPER, _LOWER = "A-Z\u00c0-\u00deĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ", "a-z\u00df-\u00ff\u0101-\u017e"
PREFIX = "(?:O['’]|Mc|Mac|D['’]|Fitz|De|Di|Le|La|Van|Von)"
PARTICLES = "(?:(?:van|von|der|den|de|la|las|los|del|bin|ibn|al|el|da|di|dos|ter|ten|st\\.)[ \\-]){1,3}"
_SECOND = f"(?:[{_UPPER}][{_LOWER}]{{1,17}}|[{_LOWER}]{{2,17}})"
TITLE_CASE = f"{PREFIX}?[{_UPPER}][{_LOWER}]{{1,17}}(?:[-'’](?:Mc|Mac)?{_SECOND})*"
CAPITALS = f"(?:O['’]|MC)?[{_UPPER}]{{2,18}}(?:-[{_UPPER}]{{2,18}})?"
_HALF = f"(?:{TITLE_CASE}|{CAPITALS})(?![{LETTERS}])"
_PAIR = re.compile(
    rf"(?<![{LETTERS}'’@/\-])((?:[A-Z]\. ?)+|{_HALF})(?=((?:(?<=\.)| )(?:[A-Z]\.? ){{0,2}}(?:{PARTICLES})?)({_HALF}))"
)
_TWO_CAPITALS = re.compile(rf"[{_UPPER}][^ ]*(?: [A-Z]\.?)* (?:{PARTICLES})?[{_UPPER}]|[A-Z]\.[A-Z]")
_SURNAME_FIRST = re.compile(rf"(?<![{LETTERS}'’@/\-])({_HALF})(?=, ({_HALF})( [A-Z](?:\.|(?![{LETTERS}])))?)")
# What people do, and nothing that bears a first name.
_DOES = (
    r"(?:again|snores?|weighs|sleeps|slept|woke|wakes|cries|cried|eats|vomited|vomits|coughs|complains|complained|feels|"
    r"felt|refuses|loves|hates|says|said|told|asked|wants|"
    r"(?:is|was|has been|keeps|started|will be|isn['’]t|wasn['’]t|is (?:now|still|also|not|currently))"
    r" (?:doing|feeling|taking|having|eating|sleeping|drinking|complaining|suffering|vomiting|coughing|crying|walking|"
    r"breastfeeding|breathing|limping|losing|getting|recovering|allergic|pregnant|diabetic|worried|scared|tired|sick|"
    r"better|fine|okay|ok|well|my|our|born|diagnosed|admitted|discharged|hospitali[sz]ed|operated|intubated|sedated|"
    r"a (?:boy|girl|baby|patient|smoker|diabetic|healthy|[0-9]{1,3}[ -](?:year|month|week|yo))|"
    r"in (?:pain|hospital|icu|labou?r|remission)))"
)
_HAS = (
    "(?:mom|mum|mother|dad|father|wife|husband|son|daughter|sister|brother|parents|family|doctor|fever|temperature|"
    "cough|rash|symptoms|pain|weight|appetite|blood|labs?|results?|scan|mri|x-?ray|surgery|medication|meds|birthday|"
    "condition|diagnosis|chemo|pregnancy|due date|heart|eyes|teeth|stomach|breathing|sleep)"
)
# Who signs with a first name, and who says: Samantha here.
_ALONE = re.compile(
    rf"(?:^|\n)[ ]?[—–~-]{{1,2}}[ ]?({_HALF})[ .!]*(?=\n|$)|(?<![{LETTERS}])({_HALF})(?= here[ ,.!]| here$| speaking|"
    rf" {_DOES}(?![a-z])|,? (?:is|was|turned|aged?),? (?:now )?[0-9]{{1,2}}(?: (?:months?|weeks?|days?|years?)|[,.])|"
    rf"['’]s {_HAS}(?![a-z]))"
)
SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)(?![A-Za-z])\.?")
_WORD = re.compile(f"[{_LOWER}]+")
_LOWER_HALF = f"(?:o'|mc)?[{_LOWER}]{{2,18}}(?:-[{_LOWER}]{{2,18}})?"
_LOWER_REST = re.compile(rf" (?:[a-z]\.? )?(?:{PARTICLES})?({_LOWER_HALF})(?![{LETTERS}'])")
# Things and illnesses that bear the name of somebody.
NAMESAKE = re.compile(
    r"(?:['’]s)?[ \-](?:wort|bottles?|shoes?|insoles?|brand|formula|diet|shampoo|soap|toothpaste|cream|signs?|"
    r"syndromes?|"
    r"disease|procedure|method|bandage|fractures?|variant|lymphoma|tumou?r|sarcoma|palsy|classification|criteria|"
    r"maneuver|"
    r"manoeuvre|thyroiditis|phenomenon|operation|repair|law|effect|reaction|models?|chains?|chur(?:na?|an)|tablets?|syrup|"
    r"o?esophagus|neuroma|cysts?|angina|n[ae]*vus|contracture|anomaly|dystrophy|an(?:a)?emia|lesion|neuropathy|"
    r"malformation|arteritis|granulomatosis|kyphosis|catheter|exercises|foot|drops|balm|"
    r"capsules?|pills?|oil|vaccine|lotion|ointment|patch(?:es)?)(?![a-z])|"
    r"[ \-](?:tests?|scales?|score|cells?|virus|university|hospital|college|institute|foundation|clinic|"
    r"center|centre|school|"
    r"medical|street|avenue|road|stage|grade|type)(?![a-z])",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(r"[ ]*(?:$|[\n.;:)(/|!?-]| (?:was|is|has|had|aged?|dob|mrn)(?![a-z]))", re.IGNORECASE)
# Of surnames in Russian, Ukrainian, Polish, Serbian, Georgian, Armenian, Greek, Turkish, Romanian, Swedish.
_SURNAME_ENDING = re.compile(
    "..(?:[^n]ova|yeva|aeva|ieva|ovich|evich|enko|chuk|owski|owska|ewski|ewska|inski|inska|ovic|evic|shvili|adze|osyan|"
    "opoulos|akis|oglu|escu|qvist|sson|ovna)$"
)
_NO_NAME_ENDINGS = ("ing", "ed", "tion", "ment", "ly", "ical", "ness", "ity")
# Words of every text, and surnames as well: Mary Young.
SURNAMES_AS_WELL = frozenset(["young", "may", "stone", "bone", "day", "long", "black", "low", "new"])
_SHORT = 3
_BREAKS = frozenset("\n—–-:,;>@(*/\u3000。，、：")


def pairs(text: str) -> Iterator[Span]:
    """Yield first names with surnames.

    Args:
        text: after `fold`.
    """
    found: list[Span] = []
    things: list[Span] = []
    for match in _PAIR.finditer(text) if _TWO_CAPITALS.search(text) else ():
        if is_thing(plain(match[1]), plain(match[3])):
            things.append(Span(match.start(), match.end(3), "thing"))
            continue
        begins = not _BREAKS.isdisjoint(text[max(0, match.start() - 2) : match.start()] or "\n")
        if _are_name(match[1], match[3], begins) and not NAMESAKE.match(text, match.end(3)):
            found.append(Span(match.start(), match.end(3), "person"))
    yield from found
    if ", " in text:
        for match in _SURNAME_FIRST.finditer(text):
            end = max(match.end(2), match.end(3))
            if not match[1].isupper() and text[match.start() - 2 : match.start()] == ", ":
                continue  # Rome, Paris, Milan
            if any(span.end > match.start() and span.start < end for span in (*found, *things)):
                continue  # Ann Smith, Mary Jones
            if _is_turned_name(match[1], match[2], _ENDS_NAME.match(text, end) is not None):
                yield Span(match.start(), end, "person")


def _is_turned_name(last: str, first: str, ends: bool) -> bool:
    """Tell whether two words, parted by a comma, are a surname and a first name; `ends` if a clause ends there."""
    surname, name = plain(last), plain(first)
    if not (first[1:].islower() or last.isupper()):
        return False
    known = _is_first(first) or name in MOSTLY_NAMES or (last.isupper() and name in ambiguous_first_names())
    if is_surname(last) and _is_first(first):
        return True
    if known:
        return surname in ambiguous_surnames() | surnames() and (ends or last.isupper())
    return ends and surname in frequent_surnames() and not is_word(name) and name not in ENGLISH_VETO


def lone_names(text: str) -> Iterator[Span]:
    """Yield first names alone that sign a text, or of which it says that they are here."""
    for match in _ALONE.finditer(text):
        name = match[1] or match[2]
        if _is_first(name) and plain(name) not in THING_FIRST_NAMES:
            yield Span(*match.span(1 if match[1] else 2), "person")


def lower_pairs(text: str) -> Iterator[Span]:
    """Yield names that are written without capitals: my son john smith."""
    words = _WORD.findall(text)
    for name in first_names().intersection(words) - THING_WORDS:
        tests = (is_surname,) if name in THING_FIRST_NAMES else (is_surname, _is_ambiguous_surname)  # basil lower
        yield from _lower_pair(text, name, *tests)


def _is_ambiguous_surname(word: str) -> bool:
    return plain(word) in ambiguous_surnames()


def _lower_pair(text: str, name: str, *tests) -> Iterator[Span]:
    if len(name) < _SHORT:
        return
    for match in re.finditer(rf"(?<![{LETTERS}'@./_\-]){name}(?![{LETTERS}])", text):
        rest = _LOWER_REST.match(text, match.end())
        if (
            rest
            and rest[1] not in ("lower", "upper")
            and any(test(rest[1]) for test in tests)
            and not NAMESAKE.match(text, rest.end())
        ):
            yield Span(match.start(), rest.end(), "person")


def is_surname(word: str) -> bool:
    """Tell whether a word, or one half of a double one, is a surname and no other word."""
    parts = [plain(part) for part in word.split("-")]
    return any((part in surnames() and len(part) >= _SHORT) or _SURNAME_ENDING.search(part) for part in parts)


def is_thing(first: str, last: str) -> bool:
    """Tell whether two words in lower case are, or belong to, what is no person: Tab Humira, Braxton Hicks."""
    return first in THING_WORDS or last in THING_WORDS or f"{first} {last}" in THING_PAIRS


def is_known_first(word: str) -> bool:
    """Tell whether a word is a first name, be it another word as well."""
    return _is_first(word) or plain(word) in ambiguous_first_names()


def _is_first(word: str) -> bool:
    return plain(word) in first_names() or any(part in first_names() for part in map(plain, word.split("-")))


def _are_name(first: str, last: str, begins: bool) -> bool:
    """Tell whether two words, with a capital or in capitals, are a first name and a surname."""
    small, other = plain(first), plain(last)
    if is_thing(small, other):
        return False
    sure = is_surname(last) or re.match(f"(?:{PREFIX}|(?:Al|El|Abu|Bin|Ibn)-)[{_UPPER}][{_LOWER}]", last) is not None
    if "." in first:
        return (last[1:2].islower() or last[1:2] in "'’") and (sure or (begins and other in ambiguous_surnames()))
    if first.isupper() != last.isupper():
        return False
    if _is_first(first):
        unknown = (
            last[1:].islower()
            and not other.endswith(_NO_NAME_ENDINGS)
            and len(other) > _SHORT
            and other not in ENGLISH_VETO
            and not is_word(other)
        )
        likely = other in ambiguous_surnames() or other in surnames() or other in SURNAMES_AS_WELL
        return sure or likely or unknown or "-" in last
    if small in ambiguous_first_names():
        return sure or (small in MOSTLY_NAMES and other in ambiguous_surnames())
    # A word nobody knows, before a surname: somebody's name rather than the begin of a sentence.
    unknown = first[1:].islower() and small not in ENGLISH_VETO and not is_word(small) and len(small) > _SHORT
    return unknown and not begins and other in frequent_surnames() and len(other) > _SHORT
