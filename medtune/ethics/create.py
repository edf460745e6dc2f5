"""`medtune ethics create`: from predictions of several systems to a study with a personal link for each rater."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from medtune.data.records import LANGUAGES
from medtune.data.storage import SPLITS, PreparedData
from medtune.ethics.gold import read_gold
from medtune.ethics.inputs import Answers, question, read_answers
from medtune.ethics.masking import Masker
from medtune.ethics.options import Options
from medtune.ethics.power import Design, describe, questions_for
from medtune.ethics.rows import NewItem, NewRater, NewSystem, Tokens
from medtune.ethics.rubric import default_rubric, read_rubric
from medtune.ethics.sampling import choose_repeats, stratified_sample
from medtune.ethics.store import Study

STRATIFY = ("language", "task", "source", "department")
NO_ANSWER = {"en": "(no answer)", "zh": "（没有回答）"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_GAP = 20  # items between an answer and its repeat, where there are as many


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever creates a study decides.

    Args:
        predictions: see `read_answers`.
        raters: `NAME`, or `NAME:zh` or `NAME:en` for the language of their pages.
        items: how many questions are sampled; every system's answer to each is rated.
        difference: instead of `items`, the difference in points that the study is to see.
        name: shown to raters; by default what the file is called.
        common: see `read_answers`.
        reference: rate the true reply too, as a system of this name.
        stratify: what the sample keeps the shares of, some of `STRATIFY`.
        data: prepared data that knows the rows' departments; else the predicted ones count.
        repeats: answers that come twice; a tenth by default.
        repeat_gap: items between an answer and its repeat, at least.
        gold: file of gold items.
        rubric: YAML file; medtune's by default.
        who: `SYSTEM=LABEL` for each system, `LABEL` in one language or `ENGLISH|CHINESE`: raters are then asked which
            label's system wrote an answer.
        mask: further words to mask in answers.
        end_on_unacceptable: see `Options`.
        show_reference: see `Options`.
        spread: see `Design`.
        agreement: see `Design`.
        power: see `Design`.
        seed: of sample, repeats and order.
    """

    predictions: Sequence[str]
    raters: Sequence[str]
    items: int | None = None
    difference: float | None = None
    name: str | None = None
    common: bool = False
    reference: str | None = None
    stratify: Sequence[str] = ("language",)
    data: str | None = None
    repeats: int | None = None
    repeat_gap: int | None = None
    gold: str | None = None
    rubric: str | None = None
    who: Sequence[str] = ()
    mask: Sequence[str] = ()
    end_on_unacceptable: bool = False
    show_reference: bool = False
    spread: float = 1.0
    agreement: float = 0.5
    power: float = 0.8
    seed: int = 0


@dataclass(slots=True)
class Created:
    """A new study.

    Args:
        study: the study.
        tokens: of the links.
        notes: what its maker should know, a line each.
    """

    study: Study
    tokens: Tokens
    notes: list[str] = field(default_factory=list)


def create_study(path: str | Path, choices: Choices) -> Created:
    """Create a study.

    Args:
        path: the file, which must not exist.
        choices: what it is made of.

    Raises:
        FileExistsError: the file exists.
        FileNotFoundError: gold items, rubric or prepared data are not there.
        ValueError: with all that is wrong with the predictions, or with the choices.
        RecipeError: with all that is wrong with the rubric.
    """
    path = Path(path)
    if path.exists():
        raise FileExistsError(f"{path} exists; a study is never overwritten. Choose another name")
    rubric = read_rubric(choices.rubric) if choices.rubric else default_rubric()
    gold = read_gold(choices.gold, rubric) if choices.gold else []
    answers = read_answers(choices.predictions, choices.common)
    if choices.reference:
        answers.append(_reference(answers[0], choices.reference))
    systems = [one.system for one in answers]
    name = choices.name or path.stem
    _check(choices, systems, name)
    usual = Counter(row.language for row in answers[0].rows.values()).most_common(1)[0][0]
    raters = [parse_rater(text, usual) for text in choices.raters]
    design = Design(len(systems), len(raters), choices.spread, choices.agreement, power=choices.power)
    notes: list[str] = []
    strata = _sample(answers, choices, design, notes)
    masker = Masker.of(systems, [row.input for row in answers[0].rows.values()], choices.mask)
    count = len(strata) * len(systems)
    repeats = -(-count // 10) if choices.repeats is None else choices.repeats
    gap = choices.repeat_gap or max(1, min(_GAP, (count + len(gold) - repeats) // 2))
    items = _items(answers, strata, choices, masker, repeats, notes)
    items += [_masked_gold(item, masker) for item in gold]
    options = Options(
        end_on_unacceptable=choices.end_on_unacceptable,
        ask_who_wrote=bool(choices.who),
        show_reference=choices.show_reference,
        repeat_gap=gap,
    )
    labels = _labels(choices.who, systems)
    listed = [NewSystem(system, labels.get(system)) for system in systems]
    study, tokens = Study.create(path, name, listed, items, raters, rubric, options, choices.seed)
    total = count + repeats + len(gold)
    notes.insert(
        0,
        f"{path}: {len(strata)} questions × {len(systems)} systems = {count} answers, {repeats} repeats, {len(gold)} "
        f"gold items: {total} to judge for each of {len(raters)} raters.",
    )
    if not choices.who:
        notes.append("raters are not asked who wrote an answer: --who SYSTEM=LABEL … measures the blinding.")
    scale = max(axis.values[-1] - axis.values[0] for axis in rubric.axes)
    plan = describe(design, len(strata), choices.difference, scale)
    return Created(study, tokens, [*notes, *plan.splitlines()])


def _check(choices: Choices, systems: Sequence[str], name: str) -> None:
    """Raise ValueError with all that does not fit together."""
    problems = []
    if (choices.items is None) == (choices.difference is None):
        problems.append("give --items, or the --difference that the study is to see")
    if wrong := [one for one in choices.stratify if one not in STRATIFY]:
        problems.append(f"--stratify {', '.join(wrong)}: {', '.join(STRATIFY)} are allowed")
    if choices.reference in systems[:-1]:
        problems.append(f"--reference {choices.reference}: a system is called so already")
    if shown := [system for system in systems if len(system) > 2 and system.lower() in name.lower()]:
        problems.append(
            f"the study's name {name!r} is shown to raters and names {', '.join(shown)}; give another --name"
        )
    if choices.show_reference and choices.reference:
        problems.append("--show-reference would show the reply that --reference lets them rate")
    names = [parse_rater(text, "en").name for text in choices.raters]
    if twice := [one for one, times in Counter(names).items() if times > 1]:
        problems.append(f"--raters: two are called {', '.join(twice)}")
    if not all(names):
        problems.append("--raters: a name is empty")
    if choices.who:
        labels = _labels(choices.who, systems, problems)
        if missing := [system for system in systems if system not in labels]:
            problems.append(f"--who: no label for {', '.join(missing)}")
        elif len(set(labels.values())) < 2:
            problems.append("--who: all labels are the same; there is nothing to tell apart")
    if problems:
        raise ValueError("\n".join(problems))


def _labels(
    who: Sequence[str], systems: Sequence[str], problems: list[str] | None = None
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the label of each system from `SYSTEM=ENGLISH|CHINESE`."""
    labels = {}
    for text in who:
        system = max((name for name in systems if text.startswith(f"{name}=")), key=len, default=None)
        words = text[len(system) + 1 :].strip() if system is not None else ""
        if words.strip("| "):
            english, _, chinese = (part.strip() for part in words.partition("|"))
            labels[system] = (("en", english or chinese), ("zh", chinese or english))
        elif problems is not None:
            problems.append(f"--who {text!r}: write SYSTEM=LABEL with one of {', '.join(systems)}")
    return labels


def parse_rater(text: str, language: str) -> NewRater:
    """Return a rater from `NAME`, `NAME:zh` or `NAME:en`; any other colon belongs to the name.

    Args:
        text: as on the command line.
        language: of the pages, where the text says none.
    """
    name, colon, last = text.rpartition(":")
    given = bool(colon) and last in LANGUAGES
    return NewRater(name.strip() if given else text.strip(), last if given else language)


def _reference(answers: Answers, name: str) -> Answers:
    """Return the true replies as answers of a system."""
    rows = {
        id: replace(row, system=name, prediction=row.reference, department=None) for id, row in answers.rows.items()
    }
    return Answers(name, answers.file, rows)


def _sample(answers: Sequence[Answers], choices: Choices, design: Design, notes: list[str]) -> dict[str, str]:
    """Choose rows among those to which every system was asked for an answer; return their strata by id."""
    rows = answers[0].rows
    asked = [id for id in rows if all(one.rows[id].prediction is not None for one in answers)]
    if len(asked) < len(rows):
        notes.append(
            f"{len(rows) - len(asked)} of {len(rows)} rows are left out: not every system has an answer there."
        )
    departments = _departments(answers, choices) if "department" in choices.stratify else {}
    strata = {}
    for id in asked:
        parts = {
            "language": rows[id].language,
            "task": rows[id].task,
            "source": id.partition(":")[0],
            "department": departments.get(id) or "no department",
        }
        strata[id] = " · ".join(parts[name] for name in choices.stratify)
    count = choices.items if choices.items is not None else questions_for(design, choices.difference)
    ids = stratified_sample(strata, count, choices.seed)
    there, drawn = Counter(strata.values()), Counter(strata[id] for id in ids)
    shares = ", ".join(f"{stratum} {drawn[stratum]} of {there[stratum]}" for stratum in sorted(there))
    notes.append(f"sampled by {' and '.join(choices.stratify) or 'chance'}: {shares}.")
    return {id: strata[id] for id in ids}


def _departments(answers: Sequence[Answers], choices: Choices) -> Mapping[str, str | None]:
    """Return the rows' departments: of the prepared data, else as the first system that predicts them says."""
    if choices.data:
        data = PreparedData.open(choices.data)
        tables = [data.split(split, ["id", "department"]).to_pydict() for split in SPLITS]
        return {id: name for table in tables for id, name in zip(table["id"], table["department"], strict=True)}
    for one in answers:
        if any(row.department for row in one.rows.values()):
            return {id: row.department for id, row in one.rows.items()}
    raise ValueError("--stratify department: no system predicts departments; --data PREPARED knows them")


def _items(
    answers: Sequence[Answers],
    strata: Mapping[str, str],
    choices: Choices,
    masker: Masker,
    repeats: int,
    notes: list[str],
) -> list[NewItem]:
    """Return the answers to rate, masked, with those that come twice."""
    ids, systems = list(strata), [one.system for one in answers]
    if repeats > len(ids) * len(systems):
        raise ValueError(f"--repeats {repeats}: there are only {len(ids) * len(systems)} answers")
    again = choose_repeats(ids, systems, repeats, choices.seed)
    items = []
    for one in answers:
        found: Counter[str] = Counter()
        changed = empty = 0
        for id in ids:
            row = one.rows[id]
            text, masks = masker.mask(_clean(row.prediction))
            found += masks
            changed += bool(masks)
            empty += not text
            items.append(
                NewItem(
                    row_id=id,
                    system=one.system,
                    language=row.language,
                    question=_clean(question([other.rows[id] for other in answers])),
                    answer=text or NO_ANSWER[row.language],
                    task=row.task,
                    stratum=strata[id],
                    reference=masker.mask(_clean(row.reference))[0] if row.reference else None,
                    repeats=int((id, one.system) in again),
                )
            )
        notes.append(_what_was_masked(one.system, changed, len(ids), found, empty))
    if masker.ordinary:
        notes.append(
            f"not masked: {', '.join(masker.ordinary)}, since people who ask use it as a word; --mask masks it too."
        )
    return items


def _what_was_masked(system: str, changed: int, count: int, found: Counter[str], empty: int) -> str:
    note = f"{system}: {changed} of {count} answers masked"
    if changed:
        note += f" ({found['masked']} names replaced by […], {found['removed']} sentences that name the author removed)"
    return f"{note}, {empty} empty." if empty else f"{note}."


def _masked_gold(item: NewItem, masker: Masker) -> NewItem:
    answer = masker.mask(_clean(item.answer))[0]
    return NewItem(
        item.row_id, None, item.language, _clean(item.question), answer, stratum="gold", expected=item.expected
    )


def _clean(text: str | None) -> str:
    """Return a text without control characters that no page can show."""
    return _CONTROL.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n")).strip()
