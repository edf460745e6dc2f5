"""English first names alone where somebody is greeted, thanked, introduced or spoken of as one's own.

Hi raymond! · Thanks, Keith · i go by Becky · my therapist Samuel · my little girl jon. A first name alone decides
nothing, so only those are taken that are no other word, and that a clause ends behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.english_pairs import NAMESAKE, is_known_first, is_surname
from medtune.data.cleaning.english_things import THING_FIRST_NAMES
from medtune.data.cleaning.name_lexicon import LETTERS, ambiguous_surnames, first_names, plain
from medtune.data.cleaning.name_words import ENGLISH_VETO
from medtune.data.cleaning.spans import Span

_NAME = rf"([{LETTERS}]{{3,18}}(?:-[{LETTERS}]{{2,18}})?)(?![{LETTERS}'’@-])"
_ENDS = r"(?= ?(?:[.,!;:?\n)]|$)| [-–—(] ?)"
_COURTESY = re.compile(
    rf"(?<![{LETTERS}])(?:hi|hiya|hello|hey|dear|welcome|thanks|thank you|thx|cheers|regards|wishes|bless(?: you)?|"
    rf"sincerely|faithfully|truly|love|take care|good (?:morning|evening|afternoon|day|night|luck)|goodbye|bye)"
    rf"(?: (?:for|a|the|so|very|much|again|there|lot|your|you|that|this|help|reply|answer|update|info|time|back|all|"
    rf"in|to|advance|quick|kind|prompt|detailed|response|advice|reading|looking|seeing|letting|me|us|know|and|of|any|"
    rf"everything|support|best|warm|dr|doctor|doc|team|everyone)){{0,6}}"
    rf"(?:[,!.]? ?\n ?|[,!.]? )[—–~-]{{0,2}} ?{_NAME}(?= ?(?:[.,!;:?\n)]|$)| [-–—(]| I(?![{LETTERS}]))",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?<![{LETTERS}'’])(?:i['’]?m|i am|(?:my |his |her )?name['’]?s|go(?:es)? by|call (?:me|him|her)|named|"
    rf"known as) {_NAME}(?: (?:and|from|here|this|but|with|who)(?![a-z])|{_ENDS})",
    re.IGNORECASE,
)
_RELATIVES = (
    "son|daughter|wife|husband|mother|father|mom|mum|mommy|dad|daddy|brother|sister|sis|bro|aunt|uncle|cousin|niece|"
    "nephew|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|nan|gran|granny|baby|girl|boy|kid|child|"
    "toddler|infant|newborn|twins?|friend|buddy|mate|roommate|flatmate|housemate|partner|fianc[eé]e?|boyfriend|"
    "girlfriend|bf|gf|spouse|neighbou?r|colleague|coworker|co-worker|stepson|stepdaughter|godson|nanny"
)
_CALLINGS = (
    "[a-z]{3,}ist|[a-z]*physician|doctor|surgeon|nurse|midwife|doula|caregiver|carer|trainer|tutor|teacher|boss|manager|"
    "coach|helper|driver|landlord|counsell?or|instructor|maid|cook|client|student|patient"
)
_DOES = (
    " (?:has|is|was|had|and|who|does|did|gets|got|can|says|said|will|started|keeps|suggested|told|gave|thinks|wants|"
    "recommended|takes|took|complains|cries|sleeps|eats|fell|feels|needs|hasn|isn|wasn|doesn|didn|aged?|just|also|"
    r"still|never|always|came|went|saw|put|prescribed|asked|ordered|[0-9])(?![a-z])"
)
_OWN = re.compile(
    rf"(?<![{LETTERS}])(?:my|our|his|her|their|the|a|{_RELATIVES})(?: [a-z-]{{2,12}}){{0,2}}? "
    rf"(?:(?:{_RELATIVES})(?:-in-law)?|{_CALLINGS}),? {_NAME}(?:(?: {_NAME})?(?={_DOES}|{_ENDS})|(?= [a-z]))",
    re.IGNORECASE,
)


def addressed_names(text: str) -> Iterator[Span]:
    """Yield first names alone, and pairs of which either half is a word as well, where only a person makes sense.

    Args:
        text: after `fold`.
    """
    for pattern in (_COURTESY, _INTRODUCED):
        for match in pattern.finditer(text):
            if _is_first_alone(match[1]):
                yield Span(*match.span(1), "person")
    for match in _OWN.finditer(text):
        last = match[2]
        if last and _is_pair(match[1], last):
            yield Span(match.start(1), match.end(2), "person")
        elif _is_first_alone(match[1]) and not NAMESAKE.match(text, match.end(1)) and not _is_lower(match):
            yield Span(*match.span(1), "person")


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


def _is_lower(match: re.Match) -> bool:
    """Tell whether a name without a capital stands before a word that says nothing of a person."""
    return match[1][0].islower() and re.match(f"{_DOES}|{_ENDS}", match.string[match.end(1) :]) is None
