"""Who is who in a dialogue: 张三, 张医生 and 张三主任 are one person, and so are Dr. Smith and John Smith."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from medtune.data.cleaning.identity.name_words import DOUBLE_SURNAMES, ENGLISH_VETO
from medtune.data.cleaning.spans import PERSONS, Span

_NUMBERED = re.compile(r"\[([^0-9\]]+)([0-9]+)\]")
_WORDS_OF_ROLES = {"医生": "doctor", "患者": "patient", "某人": "person", **{role: role for role in PERSONS}}


class People:
    """The persons that the texts of one dialogue name."""

    def __init__(self):
        self.names: dict[str, str] = {}  # role by name, in the order they were met
        self._numbers: dict[str, tuple[str, int]] = {}
        self._last: Counter[str] = Counter()

    def reserve(self, placeholder: str) -> None:
        """Leave out the number of a placeholder that a text holds already."""
        match = _NUMBERED.fullmatch(placeholder)
        if match and match[1] in _WORDS_OF_ROLES:
            role = _WORDS_OF_ROLES[match[1]]
            self._last[role] = max(self._last[role], int(match[2]))

    def meet(self, name: str, role: str) -> None:
        """Take note of a name; who is called a doctor once is one."""
        name = _plain(name)
        known = self.names.get(name, role)
        self.names[name] = min(known, role, key=PERSONS.index)

    def number(self, name: str, role: str) -> tuple[str, int]:
        """Return role and number of the person a name stands for, counted from 1 in the order they are asked for."""
        whole = self._whole(_plain(name), role)
        if whole not in self._numbers:
            role = self.names.get(whole, role)
            self._last[role] += 1
            self._numbers[whole] = (role, self._last[role])
        return self._numbers[whole]

    def mentions(self, text: str, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield further places where a text names a person that is known by the full name, without any cue."""
        taken = [(span.start, span.end) for span in spans]
        for name, role in self.names.items():
            for word in _mentioned_as(name):
                if word not in text:
                    continue
                pattern = re.escape(word)
                if word.isascii():
                    pattern = rf"(?<![A-Za-z]){pattern}(?![A-Za-z0-9])"
                for match in re.finditer(pattern, text):
                    if all(match.end() <= start or end <= match.start() for start, end in taken):
                        taken.append(match.span())
                        yield Span(*match.span(), role)

    def _whole(self, name: str, role: str) -> str:
        """Return the full name that a surname (or an English first name) stands for, if only one fits."""
        if name.isascii():
            if " " in name:
                return name
            longer = [other for other in self.names if " " in other and name.lower() in other.lower().split()]
        elif len(name) == 1 or name in DOUBLE_SURNAMES:
            longer = [
                other
                for other, others in self.names.items()
                if len(other) > len(name) and other.startswith(name) and others == self.names.get(name, role)
            ]
        else:
            return name
        return longer[0] if len(longer) == 1 else name


def _plain(name: str) -> str:
    return " ".join(name.split()) if name.isascii() else "".join(name.split())


def _mentioned_as(name: str) -> list[str]:
    """Return the forms in which a name is looked for: whole, and each longer word of an English one."""
    if not name.isascii():
        return [name] if len(name) > 1 and name not in DOUBLE_SURNAMES else []
    words = [word for word in name.split() if len(word) > 2 and word[0].isupper() and word.lower() not in ENGLISH_VETO]
    return [name, *words] if len(words) > 1 else words
