"""English first names alone where somebody is greeted, thanked, introduced or spoken of as one's own.

Hi raymond! · Thanks, Keith · i go by Becky · my therapist Samuel · my little girl jon. A first name alone decides
nothing, so only those are taken that are no other word, and that a clause ends behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.chinese_names import PINYIN_SURNAMES, SYLLABLE
from medtune.data.cleaning.identity.english_pairs import NAMESAKE, is_known_first, is_surname
from medtune.data.cleaning.identity.english_things import THING_FIRST_NAMES, THING_WORDS
from medtune.data.cleaning.identity.name_lexicon import LETTERS, ambiguous_surnames, first_names, plain
from medtune.data.cleaning.identity.name_words import ENGLISH_VETO
from medtune.data.cleaning.spans import Span

_NAME = rf"([{LETTERS}]{{3,18}}(?:-[{LETTERS}]{{2,18}})?)(?![{LETTERS}'’@-])"
_ENDS = r"(?= ?(?:[.,!;:?\n)]|$)| [-–—(] ?)"
_COURTESY = re.compile(
    rf"(?<![{LETTERS}])(?:hi|hiya|hello|hey|dear|welcome|thanks|thank you|thx|cheers|regards|rgds|kindest|warmly|"
    rf"gratefully|respectfully|cordially|wishes|bless(?: you)?|"
    rf"sincerely|faithfully|truly|love|take care|good (?:morning|evening|afternoon|day|night|luck)|goodbye|bye)"
    rf"(?: (?:for|a|the|so|very|much|again|there|lot|your|you|that|this|help|reply|answer|update|info|time|back|all|"
    rf"in|to|advance|quick|kind|prompt|detailed|response|advice|reading|looking|seeing|letting|me|us|know|and|of|any|"
    rf"everything|support|best|warm|dr|doctor|doc|team|everyone)){{0,6}}"
    rf"(?:[,!.]? ?\n ?|[,!.]? )[—–~-]{{0,2}} ?{_NAME}(?= ?(?:[.,!;:?\n)]|$)| [-–—(]| I(?![{LETTERS}]))",
    re.IGNORECASE,
)
_THANKED = re.compile(
    rf"(?:(?<![{LETTERS}])(?:thanks|thank you|thx|appreciate)(?: [a-z'’]+){{0,9}},|"
    rf"(?:^|[\n.!?,] ?)(?:xx|xxx|xoxo)) {_NAME}"
    rf"(?:(?= (?:my|i|the|your)(?![a-z]))|{_ENDS})",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    rf"(?:^|[.!?\n:] ?){_NAME}, (?:please|you|your|you['’]re|i|i['’]m|i['’]ll|we|can|could|would|do|don['’]t|"
    rf"did|let|stop|"
    rf"take|keep|how|what|when|where|why|are|is|have|has|thank|thanks|this|that|it|if|make|try|use|"
    rf"go|get|come|call)(?![a-z])",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    rf"(?<![{LETTERS}])(?:[Ss]p(?:oke|eak|oken) (?:with|to)|[Tt]alk(?:ed)? (?:with|to)|[Aa]sk(?:ed)? for|"
    rf"[Mm]et with|[Rr]each out to|[Cc]ontact|"
    rf"[Ll]eft a message (?:with|for)|[Cc]opied|[Ee]mail(?:ed)?|[Mm]essaged) (?=[A-Z]){_NAME}"
    rf"(?= (?:at|in|from|on|about|to|who|and|if|for|with|again|today|yesterday)(?![a-z])|{_ENDS})"
)
_NEWBORN = re.compile(
    r"(?<![A-Za-z])(?:baby|baby boy|baby girl|infant|newborn|twin [ab12]|b/o|g/o) "
    r"([A-Za-z]{2,18}),? (?:(?:was )?born|delivered|dob)(?![a-z])",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?<![{LETTERS}'’])(?:i['’]?m|i am|myself|(?:hi|hello|hey),? (?:it['’]?s|it is|this is)|this side|"
    rf"(?:my |his |her )?name['’]?s|go(?:es)? by|call (?:me|him|her)|named|"
    rf"known as) {_NAME}(?: (?:and|from|here|this|but|with|who)(?![a-z])|{_ENDS})",
    re.IGNORECASE,
)
_RELATIVES = (
    "son|daughter|wife|husband|mother|father|mom|mum|mommy|dad|daddy|brother|sister|sis|bro|aunt|uncle|cousin|niece|"
    "nephew|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|nan|gran|granny|baby|girl|boy|kid|child|"
    "toddler|infant|newborn|twins?|friend|buddy|mate|roommate|flatmate|housemate|partner|fianc[eé]e?|boyfriend|"
    "kids|children|sons|daughters|grandkids|siblings|girlfriend|bf|gf|spouse|neighbou?r|colleague|"
    "coworker|co-worker|stepson|stepdaughter|godson|nanny"
)
_CALLINGS = (
    "[a-z]{3,}ist|[a-z]*physician|doctor|surgeon|nurse|midwife|doula|caregiver|carer|trainer|tutor|teacher|boss|manager|"
    "coach|helper|driver|landlord|counsell?or|instructor|maid|cook|client|student|patient"
)
_DOES = (
    " (?:has|is|was|had|and|who|does|did|gets|got|can|says|said|will|started|keeps|suggested|told|gave|thinks|wants|"
    "snores|swears|loves|hates|moved|fell|weighs|vomited|threw|turned|refuses|coughs|lives|works|went|"
    "recommended|takes|took|complains|cries|sleeps|eats|fell|feels|needs|hasn|isn|wasn|doesn|didn|aged?|just|also|"
    r"still|never|always|came|went|saw|put|prescribed|asked|ordered|[0-9])(?![a-z])"
)
_ACTS = re.compile(rf"{_DOES}|{_ENDS}| [a-z]{{3,}}(?:s|ed)(?![a-z])", re.IGNORECASE)
_AGED = re.compile(r",? (?:aged?|is|[0-9])|,? who", re.IGNORECASE)
_AND = re.compile(rf"(?:,| and| &|, and) {_NAME}")
_THING_BEHIND = re.compile(r" (?:dose|doses|tablets?|mg|side effects?|levels?|test|scan)(?![a-z])")
_PINYIN_SURNAMES = frozenset(PINYIN_SURNAMES.split("|"))
_PINYIN = re.compile(rf"(?![a-z].*ing$)(?i:(?=[a-z]{{6,}}$){SYLLABLE}{{2}})")
_OWN = re.compile(
    rf"(?<![{LETTERS}])(?:my|our|his|her|their|the|a|{_RELATIVES})(?: [a-z-]{{2,12}}){{0,2}}? "
    rf"(?:(?:{_RELATIVES})(?:[- ]in[- ]law)?|{_CALLINGS}),? {_NAME}(?:(?: {_NAME})?(?={_DOES}|{_ENDS})|"
    rf"(?=,? [a-z0-9]))",
    re.IGNORECASE,
)


def addressed_names(text: str) -> Iterator[Span]:
    """Yield first names alone, and pairs of which either half is a word as well, where only a person makes sense.

    Args:
        text: after `fold`.
    """
    for pattern in (_COURTESY, _THANKED, _INTRODUCED, _SPOKEN_TO, _CONTACT):
        for match in pattern.finditer(text):
            if _is_first_alone(match[1]):
                yield Span(*match.span(1), "person")
    for match in _NEWBORN.finditer(text):
        if is_surname(match[1]) or is_known_first(match[1]) or match[1].title() in _PINYIN_SURNAMES:
            yield Span(*match.span(1), "person")
    for match in _OWN.finditer(text):
        last = match[2]
        if last and _is_pair(match[1], last):
            yield Span(match.start(1), match.end(2), "person")
        elif _is_own(match):
            yield Span(*match.span(1), "person")
            yield from _and_more(text, match.end(1))


def _is_own(match: re.Match) -> bool:
    """Tell whether what stands behind somebody's own relative or therapist is a first name alone."""
    word, text, end = match[1], match.string, match.end(1)
    if NAMESAKE.match(text, end) or _THING_BEHIND.match(text, end):
        return False
    if _is_first_alone(word) and (word[0].isupper() or _ACTS.match(text, end)):
        return True
    # A word as well, or not in the lists: Mark, Charlotte, Jianhong. Its capital and what the person does tell.
    sure = word[0].isupper() and _ACTS.match(text, end) is not None
    if plain(word) in ENGLISH_VETO or plain(word) in THING_WORDS:
        return False
    known = is_known_first(word) or word in _PINYIN_SURNAMES or _PINYIN.fullmatch(word) is not None
    return (sure and known) or (_PINYIN.fullmatch(word) is not None and _AGED.match(text, end) is not None)


def _and_more(text: str, end: int) -> Iterator[Span]:
    """Yield the further names in `twins, Andrew and Veronica`."""
    match = _AND.match(text, end)
    if match and _is_first_alone(match[1]) and (match[1][0].isupper() or _ACTS.match(text, match.end(1))):
        yield Span(*match.span(1), "person")
        yield from _and_more(text, match.end(1))


def _is_first_alone(word: str) -> bool:
    small = plain(word)
    if small in THING_FIRST_NAMES or small in ENGLISH_VETO:
        return False
    return small in first_names() or ("-" in small and all(part in first_names() for part in small.split("-")))


def _is_pair(first: str, last: str) -> bool:
    """Tell whether two words behind a relative are a name: Molly Walker, paige mcfarland."""
    if plain(last) in ENGLISH_VETO or plain(first) in ENGLISH_VETO or first[0].isupper() != last[0].isupper():
        return False
    sure = is_surname(last) or (last[0].isupper() and plain(last) in ambiguous_surnames())
    return is_known_first(first) and sure
