"""Long texts cut so that the key information stays: the complaint, the last advice, terms, doses, negations.

A dialogue loses turns from its middle first, a text its least telling sentences. Sentences are kept or left out as a
whole; only one that alone is too long is cut, and never inside a number with its unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pydantic import Field

from medtune.data.cleaning.sentences import sentences
from medtune.data.records import Record, Turn
from medtune.recipe.schema import Section

_UNIT = (
    r"(?:\s?(?:[xX×*]\s?)?10[\^⁰¹²³⁴⁵⁶⁷⁸⁹][\d⁰¹²³⁴⁵⁶⁷⁸⁹]*)?\s?(?:(?:mg|µg|μg|ug|kg|mmol|μmol|µmol|umol|nmol|pmol|mIU|IU|mmHg|mL|ml|dL|dl|"
    r"fl|pg|ng|cm|mm|bpm|Hz|g|L|U|%|‰|℃|°C|°F)(?:/(?:kg|mL|ml|dL|dl|min|day|h|d|L|g))*|/L|tablets?|capsules?|drops?|weeks?|days?|"
    r"months?|years?|hours?|times|毫克|微克|公斤|千克|毫升|毫米|厘米|毫摩尔|单位|国际单位|片|粒|支|袋|滴|次|天|周|个月|年|岁|小时|度|克|斤)?"
)
# A number with what belongs to it: `3.5×10⁹/L`, `120/80 mmHg`, `0.5 mg`, `2-3次`.
QUANTITY = re.compile(rf"[<>≤≥±]?\s?\d+(?:[.,:/\-~～至]\d+)*{_UNIT}")
_LATIN_TERM = (
    r"[A-Za-z]{2,}(?:itis|osis|emia|aemia|uria|algia|pathy|oma|ectomy|plasty|scopy|graphy|penia|rrhea|rrhoea|plegia|"
    r"cillin|mycin|azole|prazole|statin|sartan|olol|dipine|pril|formin|gliptin|profen|codone|caine|cortisone|"
    r"lone|vir|mab|nib)\b"
    r"|\b(?:pain|fever|cough|cancer|tumou?r|infection|bleeding|swelling|rash|nausea|vomiting|diarrh?oea|headache|"
    r"fracture|diabetes|hypertension|allerg\w+|pregnan\w+|surgery|biops\w+|antibiotics?|insulin|aspirin|steroids?|"
    r"vaccine|X-?ray|MRI|CT|ECG|ultrasound|blood (?:pressure|sugar|test)|cholesterol|thyroid|kidney|liver|lung|heart|"
    r"dose|tablet|symptom|diagnos\w+|treatment|emergency)s?\b"
)
_CHINESE_TERM = (
    r"[\u4e00-\u9fff]{1,4}?(?:综合征|囊肿|结节|增生|梗死|骨折|出血|感染|中毒|过敏|[炎癌瘤症疹疮痛肿痔])"
    r"|[\u4e00-\u9fff]{1,3}?(?:西林|霉素|沙星|拉唑|地平|洛尔|沙坦|普利|他汀|双胍|胶囊|颗粒|注射液|软膏)"
    r"|发热|发烧|咳嗽|咳痰|头晕|恶心|呕吐|腹泻|便秘|便血|胸闷|心慌|气短|水肿|乏力|麻木|抽搐|昏迷|失眠|怀孕|手术|化疗|放疗|"
    r"高血压|糖尿病|冠心病|胰岛素|阿司匹林|激素|抗生素|过敏史|血压|血糖|血脂|血常规|尿常规|肝功能|肾功能|心电图|彩超|B超|胃镜|肠镜|"
    r"磁共振|核磁|病理|活检|确诊|诊断|复查|急诊|剂量"
)
TERM = re.compile(rf"{_LATIN_TERM}|{_CHINESE_TERM}", re.IGNORECASE)
NEGATION = re.compile(
    r"\b(?:no|not|never|without|denies|denied|none|stop|avoid|don't|doesn't|cannot|can't|except)\b"
    r"|没有|不要|不能|不可|不宜|禁[止用忌食]|无(?!论)|未(?!来)|否认|避免|停[用药止]|不",
    re.IGNORECASE,
)
_UNITS_OF_LENGTH = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")


class Options(Section):
    """Keys of `cleaning.truncate`. Lengths count a Chinese character as one and so any other word.

    Args:
        question: longest question, abstract or description.
        answer: longest answer or summary.
        turns: longest dialogue, all turns together.
    """

    question: int = Field(default=1000, ge=20)
    answer: int = Field(default=1000, ge=20)
    turns: int = Field(default=2000, ge=40)


class Truncate:
    """The cleaning step.

    Args:
        options: of the recipe.
        key: not used.
    """

    name = "truncate"
    version = 1

    def __init__(self, options: Options, key: bytes = b""):
        self.options = options
        self.counts: Counter[str] = Counter()

    def __call__(self, record: Record) -> Record:
        """Return the record with long texts cut; none is rejected."""
        options = self.options
        description = record.description and self._cut(record.description, options.question, "question")
        reply = record.reply and self._cut(record.reply, options.answer, "answer")
        turns = self._cut_turns(record.turns)
        if description == record.description and reply == record.reply and turns is record.turns:
            return record
        return replace(record, description=description, reply=reply, turns=turns)

    def _cut(self, text: str, longest: int, kind: str) -> str:
        if len(text) <= longest:  # a text has no more words than characters
            return text
        short = truncate(text, longest)
        if short is not text:
            self._count(kind, [text], [short])
        return short

    def _cut_turns(self, turns: list[Turn]) -> list[Turn]:
        if sum(len(turn.text) for turn in turns) <= self.options.turns:
            return turns
        short = truncate_turns(turns, self.options.turns)
        if short is not turns:
            self._count("turns", [turn.text for turn in turns], [turn.text for turn in short])
        return short

    def _count(self, kind: str, before: Sequence[str], after: Sequence[str]) -> None:
        self.counts[f"{kind} cut"] += 1
        self.counts["medical terms before"] += sum(len(terms(text)) for text in before)
        self.counts["medical terms kept"] += sum(len(terms(text)) for text in after)


def length(text: str) -> int:
    """Return the length of a text: Chinese characters and other words."""
    return len(_UNITS_OF_LENGTH.findall(text))


def terms(text: str) -> list[str]:
    """Return the key information of a text: medical terms and quantities, in their order."""
    return [match[0] for pattern in (TERM, QUANTITY) for match in pattern.finditer(text)]


def truncate(text: str, longest: int) -> str:
    """Cut a text to a length; the first sentence stays, of the others those that tell most.

    Args:
        text: Chinese, English or both.
        longest: of the result; see `length`.

    Returns:
        The same object if it is short enough, else sentences of it in their order.
    """
    if length(text) <= longest:
        return text
    pieces = sentences(text)
    lengths = [length(piece) for piece in pieces]
    kept = {0}
    room = longest - lengths[0]
    for place in sorted(range(1, len(pieces)), key=lambda place: (-_worth(pieces[place], lengths[place]), place)):
        if lengths[place] <= room:
            kept.add(place)
            room -= lengths[place]
    if room < 0:
        return _cut_sentence(pieces[0], longest)
    return "".join(pieces[place] for place in sorted(kept)).rstrip()


def truncate_turns(turns: Sequence[Turn], longest: int) -> list[Turn]:
    """Cut a dialogue to a length: the patient's first turn (the chief complaint) and the doctor's last always stay.

    Of the others, question and answer together, those that tell most stay. If the two alone are too long, both are cut
    with `truncate` to half of the room, or what the other leaves of it.

    Args:
        turns: the dialogue.
        longest: of all turns together; see `length`.

    Returns:
        The same list if it is short enough.
    """
    lengths = [length(turn.text) for turn in turns]
    if sum(lengths) <= longest:
        return turns
    first = next((place for place, turn in enumerate(turns) if turn.role == "patient"), 0)
    last = next((place for place in reversed(range(len(turns))) if turns[place].role == "doctor"), len(turns) - 1)
    kept = {first, last}
    room = longest - sum(lengths[place] for place in kept)
    if room < 0:
        return _cut_both(turns, sorted(kept), lengths, longest)
    pairs = _exchanges(turns, kept)
    worth = {pair: max(_worth(turns[place].text, lengths[place]) for place in pair) for pair in pairs}
    for pair in sorted(pairs, key=lambda pair: (-worth[pair], -pair[0])):
        size = sum(lengths[place] for place in pair)
        if size <= room:
            kept.update(pair)
            room -= size
    return [turns[place] for place in sorted(kept)]


def _cut_both(turns: Sequence[Turn], places: list[int], lengths: list[int], longest: int) -> list[Turn]:
    if len(places) == 1:
        return [Turn(turns[places[0]].role, truncate(turns[places[0]].text, longest))]
    half = longest // 2
    one, two = (lengths[place] for place in places)
    rooms = (min(one, max(half, longest - two)), min(two, max(half, longest - one)))
    return [Turn(turns[p].role, truncate(turns[p].text, room)) for p, room in zip(places, rooms, strict=True)]


def _exchanges(turns: Sequence[Turn], without: set[int]) -> list[tuple[int, ...]]:
    """Return the places of turns that belong together: what the doctor says and what the patient answers to it."""
    pairs: list[tuple[int, ...]] = []
    for place, turn in enumerate(turns):
        if place in without:
            continue
        if pairs and turn.role == "patient" and pairs[-1][-1] == place - 1 and turns[place - 1].role == "doctor":
            pairs[-1] = (*pairs[-1], place)
        else:
            pairs.append((place,))
    return pairs


def _worth(sentence: str, size: int) -> float:
    """Return how much a sentence tells: terms, doses and negations, in proportion to its length."""
    told = len(TERM.findall(sentence)) + 1.5 * len(QUANTITY.findall(sentence))
    told += bool(NEGATION.search(sentence)) * (1.5 if told else 0.5)  # what is denied or forbidden
    return told / (size + 10)  # not the shortest sentences alone


def _cut_sentence(sentence: str, longest: int) -> str:
    """Cut one sentence at a word's end, outside of any quantity."""
    units = list(_UNITS_OF_LENGTH.finditer(sentence))
    end = units[longest - 1].end()
    for match in QUANTITY.finditer(sentence):
        if match.start() < end < match.end():
            end = match.start()
            break
    return sentence[:end].rstrip() or sentence[: units[longest - 1].end()]
