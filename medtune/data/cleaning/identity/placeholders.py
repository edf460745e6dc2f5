"""What stands in the place of an identity, and where it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medtune.data.cleaning.identity.people import People
from medtune.data.cleaning.spans import PERSONS, Span, disjoint

PLACEHOLDERS: dict[str, tuple[str, str]] = {
    "phone": ("电话", "phone"),
    "id": ("证件号", "id"),
    "email": ("邮箱", "email"),
    "url": ("网址", "url"),
    "wechat": ("微信号", "wechat"),
    "qq": ("QQ号", "qq"),
    "account": ("账号", "account"),
    "bank": ("卡号", "card"),
    "record": ("病历号", "record"),
    "number": ("号码", "number"),
    "birth": ("出生日期", "birth"),
    "address": ("地址", "address"),
    "hospital": ("医院", "hospital"),
    "doctor": ("医生", "doctor"),
    "patient": ("患者", "patient"),
    "person": ("某人", "person"),
}
"""Words of the placeholders in Chinese and English; persons are numbered: `[医生1]`, `[doctor1]`."""

PLACEHOLDER = re.compile(
    "\\[(?:" + "|".join(word for words in PLACEHOLDERS.values() for word in words) + ")[0-9]{0,4}\\]"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text, and where its placeholders come from.

    Args:
        text: with placeholders.
        spans: of the text before, in order, none overlapping.
        placeholders: what stands in the place of each span.
    """

    text: str
    spans: tuple[Span, ...] = ()
    placeholders: tuple[str, ...] = ()

    def unmasked(self, identities: Sequence[str]) -> str:
        """Return the text before, given what stood in each span."""
        parts, place, shift = [], 0, 0
        for span, placeholder, identity in zip(self.spans, self.placeholders, identities, strict=True):
            start = span.start + shift
            parts += [self.text[place:start], identity]
            place = start + len(placeholder)
            shift += len(placeholder) - (span.end - span.start)
        return "".join(parts) + self.text[place:]


def replace_spans(written: Sequence[str], found: Sequence[list[Span]], chinese: bool) -> list[Masked]:
    """Put placeholders in the place of spans, and of further mentions of the persons among them."""
    people = People()
    for text, spans in zip(written, found, strict=True):
        for match in PLACEHOLDER.finditer(text):
            people.reserve(match[0])
        for span in spans:
            if span.kind in PERSONS:
                people.meet(text[span.start : span.end], span.kind)
    masked = []
    for text, spans in zip(written, found, strict=True):
        if people.names:
            spans = disjoint(outside([*spans, *people.mentions(text, spans)], text))
        parts, placeholders, place = [], [], 0
        for span in spans:
            if span.kind in PERSONS:
                role, number = people.number(text[span.start : span.end], span.kind)
                placeholders.append(f"[{PLACEHOLDERS[role][not chinese]}{number}]")
            else:
                placeholders.append(f"[{PLACEHOLDERS[span.kind][not chinese]}]")
            parts += [text[place : span.start], placeholders[-1]]
            place = span.end
        masked.append(Masked("".join(parts) + text[place:], tuple(spans), tuple(placeholders)))
    return masked


def before(masked: Masked, span: Span) -> Span:
    """Return where a span of a masked text, outside its placeholders, stood in the text before."""
    shift = 0
    for old, placeholder in zip(masked.spans, masked.placeholders, strict=True):
        if old.start + shift >= span.start:
            break
        shift += len(placeholder) - (old.end - old.start)
    return span._replace(start=span.start - shift, end=span.end - shift)


def outside(spans: list[Span], text: str) -> list[Span]:
    """Return the spans that do not touch a placeholder."""
    if "[" not in text:
        return spans
    placeholders = [match.span() for match in PLACEHOLDER.finditer(text)]
    return [span for span in spans if all(span.end <= start or end <= span.start for start, end in placeholders)]
