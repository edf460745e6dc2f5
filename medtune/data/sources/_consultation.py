"""The layout of one MedDialog consultation: what stands below an `id=` line, in all forms of 2010 to 2020."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from medtune.data.records import Record, Turn
from medtune.data.sources._form import BLANKS, parse_advice, parse_form, tidy

# A line feed at the front instead of ^ makes the search several times faster.
_HEADING = re.compile(rf"\n{BLANKS}(Doctor faculty|Description|Dialogue|Diagnosis and suggestions){BLANKS}(?=\n)")
_SPEAKER = re.compile(rf"\n{BLANKS}(医生|病人|Doctor|Patient){BLANKS}[：:]{BLANKS}(?=\n)")
# Only where no speaker has a line of his own: a patient's message may well begin with 医生：as a salutation.
_SPEAKER_INLINE = re.compile(rf"\n{BLANKS}(医生|病人|Doctor|Patient){BLANKS}[：:]")
_ROLES = {"医生": "doctor", "病人": "patient", "Doctor": "doctor", "Patient": "patient"}
_CHINESE = re.compile("[\u4e00-\u9fff]")
# A prescription, check-in or appointment that the site put below an utterance.
_CARD = re.compile(r"[。！？\n](疾病诊断|疾病/症状|开药需求|预约医生)[：:]")
_EMPTY_TURNS = frozenset(("", "真情寄语：", "真情寄语:"))


@dataclass(slots=True)
class _Parts:
    """What has been read of a consultation so far.

    Args:
        turns: the dialogue.
        forms: for each Description, the number of turns before it and its text.
        faculty: the line below `Doctor faculty`.
        meta: diagnosis, advice and the rest.
    """

    turns: list[Turn] = field(default_factory=list)
    forms: list[tuple[int, list[str]]] = field(default_factory=list)
    faculty: str = ""
    meta: dict[str, str] = field(default_factory=dict)

    def note(self, key: str, text: str) -> None:
        """Add text to a key of `meta`."""
        if text and text not in self.meta.get(key, ""):
            self.meta[key] = f"{self.meta[key]}\n{text}" if key in self.meta else text


def parse_consultation(where: str, text: str, task: str = "triage") -> Record | str:
    """Parse what stands below an `id=` line.

    - `department` is the last word of the faculty line, `meta["hospital"]` the words before it.
    - `description` is the complaint of the first Description that has one, else the patient's first words. A later
      Description of the same disease (a follow-up visit) becomes a patient's turn, its form `meta["other_forms"]`; from
      one of another disease on (exports also hold other patients under one id) all is `meta["other_consultations"]`.
    - `reply` is what the doctor first says after it, several utterances running joined by line feeds.
    - A section that is repeated word for word counts once, an utterance without words is left out.

    Args:
        where: the record's id.
        text: the consultation, with `\\n` as line end.
        task: the record's task. With `dialogue`, a complaint of the Description becomes a turn before the answer to it,
            so that the turns alone are the whole dialogue.

    Returns:
        The record, or the reason why there is none.
    """
    head, *sections = _HEADING.split(f"\n{text}\n")
    if not sections:
        return "no section heading" if tidy(head) else "empty consultation"
    parts = _Parts()
    seen = set()
    for i in range(0, len(sections), 2):
        heading, body = sections[i : i + 2]
        if heading == "Description" and parts.forms and _is_other(parts, body):
            parts.note("other_consultations", tidy("\n".join(sections[i:])))
            break
        if (heading, body) not in seen:
            seen.add((heading, body))
            _read_section(parts, heading, body)
    fields, start = _join_forms(parts)
    turns = parts.turns
    complaint = fields.pop("description", None)
    description = complaint or _block(turns, 0, "patient")
    if not description and not turns:
        return "no description and no dialogue"
    reply = _block(turns, start, "doctor")
    if task == "dialogue" and complaint and turns[start : start + 1] != [Turn("patient", complaint)]:
        turns.insert(start, Turn("patient", complaint))
    hospital, department = _split_faculty(parts.faculty)
    disease = fields.pop("disease", None)
    for key, value in fields.items():
        parts.note(key, value)
    meta = {"url": tidy(head), "hospital": hospital, **parts.meta}
    return Record(
        id=where,
        source="meddialog",
        language="zh" if _CHINESE.search(text) else "en",
        task=task,
        turns=turns,
        description=description,
        disease="；".join(disease.split("\n")) if disease else None,
        department=department,
        reply=reply,
        group=where,
        meta={key: value for key, value in meta.items() if value},
    )


def _is_other(parts: _Parts, body: str) -> bool:
    """Return whether a form names another disease than the one that came with the complaint."""
    disease = parse_form(body).get("disease")
    for _, texts in parts.forms:
        earlier = parse_form("\n".join(texts))
        if "description" in earlier:
            return disease is not None and disease not in earlier.get("disease", disease)
    return False


def _read_section(parts: _Parts, heading: str, body: str) -> None:
    if heading == "Dialogue":
        _read_dialogue(parts, body)
    elif heading == "Description":
        # A form that the export broke off goes on below a further heading, without the disease that begins a form.
        goes_on = parts.forms and parts.forms[-1][0] == len(parts.turns) and "disease" not in parse_form(body)
        if goes_on:
            parts.forms[-1][1].append(body)
        else:
            parts.forms.append((len(parts.turns), [body]))
    elif heading == "Doctor faculty":
        parts.faculty = parts.faculty or body.strip()
    else:
        for key, value in parse_advice(body).items():
            parts.note(key, value)


def _read_dialogue(parts: _Parts, body: str) -> None:
    has_form = "填写）" in body and parts.forms
    has_card = ("疾病" in body or "开药需求" in body or "预约医生" in body) and _CARD.search(
        body
    )  # words are fast to find
    turns = parts.turns
    lead, *utterances = _SPEAKER.split(body)
    if not utterances:
        lead, *utterances = _SPEAKER_INLINE.split(body)
    parts.note("note", tidy(lead))
    for speaker, text in zip(utterances[::2], utterances[1::2], strict=True):
        role = _ROLES[speaker]
        if has_form and role == "patient" and "填写）" in text:
            form = parts.forms[-1][1]  # the site's export shows the rest of the form as an utterance
            form.extend([text] if text not in form else [])
            continue
        if has_card and (card := _CARD.search(text)):
            key = "prescription" if card[1] in ("疾病诊断", "开药需求") else "visit"
            parts.note(key, tidy(text[card.start() + 1 :]))
            text = text[: card.start() + 1]
        text = tidy(text)
        if text not in _EMPTY_TURNS:
            turns.append(Turn(role, text))


def _join_forms(parts: _Parts) -> tuple[dict[str, str], int]:
    """Merge the forms; return the fields, and the number of turns before the one that has the description."""
    fields: dict[str, str] = {}
    start = shift = 0
    for position, texts in parts.forms:
        form = parse_form("\n".join(texts))
        complaint, message = form.get("description"), form.pop("first_message", None)
        spoken = [Turn("doctor", message)] if message else []
        if "description" not in fields:
            start = position + shift if complaint else 0
            replaced = [f"{key}: {value}" for key, value in fields.items() if form.get(key, value) != value]
            parts.note("other_forms", "\n".join(replaced))
            fields.update(form)
        else:
            parts.note("other_forms", tidy("\n".join(texts)))
            if complaint and complaint != fields["description"]:
                spoken.insert(0, Turn("patient", complaint))
        parts.turns[position + shift : position + shift] = spoken
        shift += len(spoken)
    return fields, start


def _block(turns: list[Turn], start: int, role: str) -> str | None:
    """Return the first utterances of `role` from turn `start` on, those that follow each other directly."""
    texts = []
    for turn in turns[start:]:
        if turn.role == role:
            texts.append(turn.text)
        elif texts:
            break
    return "\n".join(texts) if texts else None


def _split_faculty(faculty: str) -> tuple[str, str | None]:
    """Return hospital and department; a single word is the department unless it is called a hospital."""
    *hospital, department = faculty.split() or [None]
    if department and not hospital and department.endswith("医院"):
        return department, None
    return " ".join(hospital), department
