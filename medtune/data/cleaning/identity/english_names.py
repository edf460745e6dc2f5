"""English names behind a title or another cue; without one see `english_pairs`.

A word that begins with a capital decides nothing: Crohn, Parkinson, Monday. Behind a title a word must not be one of
the words that follow titles in talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.english_pairs import (
    CAPITALS,
    NAMESAKE,
    PARTICLES,
    SURNAMES_AS_WELL,
    TITLE_CASE,
    is_known_first,
    is_surname,
    is_thing,
)
from medtune.data.cleaning.identity.english_things import THING_FIRST_NAMES, THING_WORDS
from medtune.data.cleaning.identity.name_lexicon import (
    LETTERS,
    ambiguous_first_names,
    ambiguous_surnames,
    first_names,
    is_word,
    plain,
)
from medtune.data.cleaning.identity.name_words import ENGLISH_VETO
from medtune.data.cleaning.spans import Span

_WORD = rf"(?:{TITLE_CASE}|{CAPITALS})(?![{LETTERS}])"
_ENGLISH_NAME = re.compile(rf"(?:[A-Z]\.? ){{0,2}}({_WORD})((?: (?:[A-Z]\.? )?(?:{PARTICLES})?{_WORD}){{0,3}})")
_LOWER_NAME = re.compile(r"([A-Za-z][A-Za-z'\-]{1,15})((?:\s[A-Za-z][A-Za-z'\-]{1,15}){0,2})")
_ENGLISH_GAP = re.compile(r"(?:[\s:,.\-–—→=*\"'(]|(?:is|was|me|Dr|dr|Mr|Mrs|Ms|the|name)(?![A-Za-z])){0,8}(?=[A-Za-z])")
# Things that bear somebody's name: bottles, shoes, signs, syndromes.
_LOWER_CUES = frozenset(["my name is", "i am called", "patient name", "they call me"])
_TITLES = frozenset(["dr", "doctor", "prof", "professor", "nurse"])
_SHORT_TITLES = frozenset(
    [
        "dr",
        "drs",
        "doc",
        "doctor",
        "prof",
        "professor",
        "nurse",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "master",
        "madam",
        "sister",
        "matron",
    ]
)
_GREETINGS = frozenset(["hi", "hello", "dear"])
_ONE_MORE = re.compile(rf"(?:,| and| &|,? or) (?:dr\.? )?({_WORD}|[a-z][a-z'\-]+)", re.IGNORECASE)
_TITLED = re.compile(rf"\.?[ ]?(?:{PARTICLES})?({_WORD}|[a-z](?:[a-z\-]|['’](?!s(?![a-z])))+)(?![{LETTERS}])")
_LOWER_TITLED = re.compile(rf"\.? ?(([a-z][a-z'’\-]+) ([a-z][a-z'’\-]+))(?![{LETTERS}])")
# What people say of somebody whose name is a word as well: dr. rice told me.
_SAID = re.compile(
    r"['’]s [a-z]|(?:'s)?(?:[ ,]*$|[ ]?[.!?;:,\n/)(]| (?:-|said|says|told|took|gave|was|is|has|did|does|and|prescribed|"
    r"saw|thinks|put|wants|"
    r"reports|reported|denies|denied|states|stated|complains|presents|presented|describes|feels|felt|needs|needed|had|"
    r"can|could|may|might|also|now|today|on|with|by|about|he|she|changed|called|helped|looked|removed|took|"
    r"asked|from|at|in|for|who|please|will|would|came|checked|ordered|advised|suggested|recommended)(?![a-z]))",
    re.IGNORECASE,
)
# A word no list knows is a name behind `Mr.` unless it is a verb, a plural or what one sees a doctor for.
_UNKNOWN = re.compile(
    "(?!appoint|office|consult|note|opinion|prescri|report|advice|request)[a-z]{4,}(?<!ed)(?<!ing)(?<!s)(?<!ly)"
)
_LINE_END = re.compile(r"[ .,]*(?:\n|$)")
_GOODS = frozenset(["pepper", "scholl", "martens", "bronner", "strange", "who"])
_DEGREE = (
    r"(?:M\.?D\.?|MBBS|MBChB|MB|D\.?O\.?|R\.?N\.?|L\.?P\.?N\.?|BSN|MSN|APRN|ARNP|CRNA|CNM|F?NP|NP-C|PA-?C?|LCSW|LMFT|"
    r"LPC|LMSW|FRCS|FRCP|FACC|FACS|FACP|MRCP|MRCS|MRCGP|DNB|Ph\.?D\.?|PsyD|PharmD|DDS|DMD|DPM|DPT|OD|MPH|"
    r"MCh|DCH|RD|RDN|CCC-SLP|OTR)"
)
_CREDENTIALS = re.compile(rf"((?:{_WORD}|[A-Z]\.)(?:\s(?:[A-Z]\.\s?)?{_WORD}){{1,2}}),?\s{_DEGREE}(?![A-Za-z])")
_LOWER_CREDENTIALS = re.compile(
    rf"(?<![A-Za-z'-])(([a-z]{{2,}}) (?:[a-z]\.? )?([a-z][a-z'\-]+)),? (?:{_DEGREE}|md|rn|mbbs|phd)(?![A-Za-z])"
)
_PERSONAL = re.compile(
    rf"(({_WORD})(?: (?:[A-Z]\.? )?({_WORD})){{1,2}}),? \(?(?:DOB|D\.O\.B|SSN|MRN|NHS (?:no|number)|"
    rf"[Dd]ate of birth|[Bb]orn|aged? [0-9]|[0-9]{{1,2}} ?(?:yo|y/o|[Yy]ears?[- ]old|[MF](?![A-Za-z])))"
)


def english_name(text: str, start: int, end: int, cue: str, group: str) -> Iterator[Span]:
    """Yield the English name behind a cue.

    Args:
        text: after `fold`.
        start: where the cue begins.
        end: where it ends.
        cue: the cue in lower case.
        group: its group in `CUES`: `english doctor`, `english person`, `english` or `english sure`.
    """
    if cue == "ms" and text[max(0, start - 2) : start].strip().isdigit():
        return  # milliseconds
    if cue == "sister" and group == "english person" and (text[start].islower() or text[end + 1 : end + 2].islower()):
        return  # my sister, not Sister Mehta
    if cue in _SHORT_TITLES and (cue != "sister" or group == "english person"):
        yield from _titled(text, end, "doctor" if group == "english doctor" else "person", len(cue) < 5)
    if _abbreviates(text, start, end, cue):
        return
    kind = {"english doctor": "doctor", "english person": "person"}.get(group, "patient")
    gap = _ENGLISH_GAP.match(text, end)
    if gap is None or (gap.end() == end and cue[-1] not in ":,"):
        return
    if kind == "patient" and group == "english" and cue.endswith(" by") and "the" in gap[0]:
        return  # approved by the Animal Care Committee
    labelled = kind != "patient" and cue not in _SHORT_TITLES and gap[0] in (": ", ", ")  # Therapist: Ann Smith
    if not labelled and _parts(gap[0], kind, cue):
        return
    sure = group == "english sure"
    words = _capitalised(text, gap.end(), kind, sure)
    if len(words) < (2 if labelled or (kind == "doctor" and cue not in _TITLES) else 1):
        words = []
    if words and labelled and not _is_known(words):
        return
    if words and cue == "little" and not is_known_first(words[0]):
        return
    if words and _is_no_name(text, gap, words, kind, sure):
        return
    if words and kind == "patient" and not sure and len(words[0]) > 1 and words[0].isupper():
        return
    if (
        not words
        and "\n" not in gap[0]
        and (cue in _LOWER_CUES or (cue in ("patient", "name:") and ":" in text[end - 1 : gap.end()]))
    ):
        match = _LOWER_NAME.match(text, gap.end())
        words = _kept_words(match[0]) if match else []
        words = words[:2] if words and (is_surname(words[0]) or plain(words[0]) in first_names()) else []
    if not words or (
        kind == "patient"
        and not sure
        and len(words) < _LEAST_WORDS.get(cue, 2)
        and not _alone(cue, gap[0], text, words[0], gap.end() + len(words[0]))
    ):
        return
    if cue == "named" and len(words) == 1 and not (is_surname(words[0]) or is_known_first(words[0])):
        return  # a species, a protein
    length = len(" ".join(words))
    if NAMESAKE.match(text, gap.end() + length) or words[0].lower() in _GOODS:
        return
    yield Span(gap.end(), gap.end() + length, kind)


def _parts(gap: str, kind: str, cue: str) -> bool:
    """Tell whether a mark between a title and what follows parts the two."""
    if kind != "patient" and re.search("[,:\n(]|[.].*[.]", gap):
        return True
    return kind == "doctor" and len(cue) > 4 and "." in gap


def _capitalised(text: str, start: int, kind: str, sure: bool) -> list[str]:
    """Return the words of a name that begins there; none if several are none."""
    match = _ENGLISH_NAME.match(text, start)
    words = _kept_words(match[0]) if match else []
    return words if len(words) < 2 or sure or _is_plausible(words, kind == "patient") else []


def _is_no_name(text: str, gap: re.Match, words: list[str], kind: str, sure: bool) -> bool:
    """Tell whether what follows a cue is the next label, another sentence, or what somebody says."""
    end = gap.end() + len(" ".join(words))
    if len(words) == 1 and kind != "patient" and is_word(plain(words[0])) and not _is_known(words):
        return True  # mild MR. Symptoms
    # `Name:` without one and the next label; `Patient:` and what they say
    return "\n" in gap[0] and (text[end : end + 1] == ":" or (not sure and not _LINE_END.match(text, end)))


def _abbreviates(text: str, start: int, end: int, cue: str) -> bool:
    """Tell whether a cue stands for something else: milliseconds, magnetic resonance, multiple sclerosis."""
    if cue in ("mr", "ms") and text[start].islower():
        return True
    return cue in ("mr", "ms", "im", "gp", "dr") and text[start:end].isupper() and text[end : end + 1] != "."


def _titled(text: str, end: int, kind: str, short: bool) -> Iterator[Span]:
    """Yield surnames behind a short title, in whatever case: dr smith, DR SMITH, Drs. Young and White."""
    more = False
    both = _LOWER_TITLED.match(text, end)
    sure = both and plain(both[2]) in first_names() and plain(both[3]) in ambiguous_surnames()
    arabic = both and re.match("(?:al|el|abu|bin|ibn)-[a-z]{3}", both[3]) is not None  # dr. ziad al-hashimi
    sure = sure or (arabic and not is_word(plain(both[2])))
    if both and (sure or (is_known_first(both[2]) and is_surname(both[3]))):
        yield Span(*both.span(1), kind)
        return
    match = _TITLED.match(text, end)
    while match and text[match.start() : match.start(1)].strip(" ,.&").lower() in ("", "and", "or", "and dr", "dr"):
        word = match[1]
        sure = is_surname(word) and plain(word) not in ENGLISH_VETO
        likely = (
            (plain(word) not in ENGLISH_VETO and plain(word) in ambiguous_surnames() | SURNAMES_AS_WELL)
            or "-" in word
            or word[1:2] in ("'", "’")
        )
        if plain(word) in _GOODS or NAMESAKE.match(text, match.end()):
            return
        first = plain(word) in first_names() and plain(word) not in THING_FIRST_NAMES  # Nurse Joanne
        clear = short or word[0].isupper() or first
        unknown = _UNKNOWN.fullmatch(word) is not None and text[end : end + 1] == "."
        likely = likely or (unknown and plain(word) not in ENGLISH_VETO and not is_word(plain(word)))
        likely = likely or first
        likely = likely and ((more and word[0].isupper()) or _SAID.match(text, match.end()) is not None)
        if not sure and not (likely and clear):
            return
        yield Span(match.start(1), match.end(1), kind)
        more = True
        match = _ONE_MORE.match(text, match.end())


_INFANTS = frozenset(["baby boy", "baby girl", "infant", "baby", "twin", "newborn"])
_RELATED = frozenset(
    [
        "little",
        "baby boy",
        "baby girl",
        "infant",
        "son",
        "daughter",
        "husband",
        "wife",
        "mother",
        "father",
        "brother",
        "sister",
        "spouse",
        "partner",
        "boyfriend",
        "girlfriend",
        "friend",
        "colleague",
        "neighbor",
        "neighbour",
        "grandmother",
        "grandfather",
        "niece",
        "nephew",
        "cousin",
        "baby",
        "guardian",
        "client",
        "contact",
        "grandson",
        "granddaughter",
        "fiance",
        "fiancee",
        "roommate",
        "mom",
        "mum",
        "dad",
        "toddler",
        "newborn",
        "twin",
        "patient",
        "nanny",
        "caregiver",
    ]
)
_LEAST_WORDS = {
    "named": 1,
    "signed": 1,
    "regards": 1,
    "sincerely": 1,
    "yours truly": 1,
    "best wishes": 1,
    "thanks,": 1,
    "cheers": 1,
    "love,": 1,
}


def _is_known(words: list[str]) -> bool:
    last = plain(words[-1])
    return is_known_first(words[0]) or is_surname(last) or last in ambiguous_surnames() or last in SURNAMES_AS_WELL


def _alone(cue: str, gap: str, text: str, word: str, end: int) -> bool:
    """Tell whether a single capitalised word stands as a name does: `my son John, 5` or `this is John.`."""
    if "." in gap:
        return False
    if cue == "this is":
        return re.match(r"\s(?:and|from|here)\s", text[end:]) is not None
    if cue in _GREETINGS:
        known = plain(word) in first_names() and plain(word) not in THING_FIRST_NAMES
        return gap.strip() == "" and (known or re.match(r"\s?[,!.\n]", text[end:]) is not None)
    if cue == "baby" or cue in _INFANTS:
        born = re.match(r"[,.]| (?:was|is|has|born)(?![a-z])", text[end:])
        if gap == " " and born and (is_surname(word) or plain(word) in ambiguous_surnames()) and not word.isupper():
            return True
    if cue in _RELATED and gap in (" ", ", ") and plain(word) in first_names() and word[1:].islower():
        return True
    related = cue in ("son", "daughter", "husband", "wife", "i am", "i'm", "call me", "brother", "sister")
    if cue in ("i am", "i'm") and plain(word) in ambiguous_surnames() | ambiguous_first_names():
        return False
    return related and re.match(r"\s?[,.!\n(]|$|\s(?:and|from|here|aged?|is|has|was)\s", text[end:]) is not None


def _kept_words(name: str) -> list[str]:
    """Return the words of a name up to the first that belongs to no name."""
    words = []
    for word in name.split(" "):
        small = word.lower().strip(".'-")
        if not word or (len(word.strip(".")) > 1 and (small in ENGLISH_VETO or small in THING_WORDS)):
            break
        words.append(word)
    return words if any(len(word.strip(".")) > 1 for word in words) else []


def names_with_credentials(text: str) -> Iterator[Span]:
    """Yield English names before a degree: `John Smith, MD`, `john smith, rn`."""
    for match in _CREDENTIALS.finditer(text):
        if len(_kept_words(match[1])) > 1:
            yield Span(match.start(1), match.end(1), "doctor")
    for match in _LOWER_CREDENTIALS.finditer(text):
        if (
            is_known_first(match[2])
            and (is_surname(match[3]) or match[3] in ambiguous_surnames())
            and match[2] not in ENGLISH_VETO
        ):
            yield Span(match.start(1), match.end(1), "doctor")


def name_before_data(text: str, start: int) -> Iterator[Span]:
    """Yield the English name before a date of birth, a number or an age: `Jane Roe, DOB 1/2/1960`."""
    for match in _PERSONAL.finditer(text, max(0, start - 60), start + 12):
        words = _kept_words(match[1])
        if len(words) > 1 and _is_plausible(words) and plain(words[0]) not in _INFANTS:
            yield Span(match.start(1), match.end(1), "patient")


def _is_plausible(words: list[str], strict: bool = False) -> bool:
    """Tell whether capitalised words may be a name: one of them is known as a part of names, or none as a word.

    Where things stand as well (my mom, Patient:) they are one only if the first or the last is known (`strict`).
    """
    full = [plain(word) for word in words if len(word.strip(".")) > 1]
    if len(full) > 1 and is_thing(full[0], full[-1]):
        return False
    if strict and full:
        return is_known_first(full[0]) or is_surname(full[-1])
    known = any(is_known_first(word) or is_surname(word) or word in ambiguous_surnames() for word in full)
    return known or not any(is_word(word) or word in ENGLISH_VETO for word in full)
