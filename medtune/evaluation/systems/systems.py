"""From the systems of a recipe to predictions: what each is asked, what is still to generate, and what came out."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.data.corpus.progress import progress_bar, track
from medtune.data.prompts import NO_SYSTEM, Example, Prompts
from medtune.data.records import Prediction
from medtune.distributed import is_main_process, process_count
from medtune.evaluation.inference.predictions import write_predictions
from medtune.evaluation.systems.answer_store import Answer, AnswerStore, content_key
from medtune.evaluation.systems.endpoint import Endpoint
from medtune.evaluation.systems.local_systems import LocalSystem, answer_batch, loaded, prepare_local
from medtune.evaluation.systems.questions import Question, Questions
from medtune.evaluation.systems.ready_made import read_answers, rival_answers

if TYPE_CHECKING:
    from medtune.recipe.sections import Decoding
    from medtune.tasks.evaluate import Recipe


@dataclass
class Prepared:
    """A system with its questions.

    Args:
        section: of the recipe.
        questions: what it answers.
        inputs: what stands in its prompt as the question, for the predictions.
        keys: content key of each question; questions with the same prompt share one.
        store: its generated answers; None for answers that are there already.
        ready: answers that are there already, in the order of the questions.
        local: its prompts, for a system on this machine.
        conversations: messages, for a server.
        notes: what the reader of a report should know.
    """

    section: Any
    questions: list[Question]
    inputs: list[str] = field(repr=False)
    keys: list[str] = field(default_factory=list, repr=False)
    store: AnswerStore | None = None
    ready: list[Answer] | None = field(default=None, repr=False)
    local: LocalSystem | None = None
    conversations: list[list[dict[str, str]]] = field(default_factory=list, repr=False)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answered:
    """What came out of a system.

    Args:
        section: of the recipe.
        predictions: a row for each question; the prediction of a failed one is null.
        cut: answers that were stopped at their longest length.
        failed: failed rows by reason.
        made_by: what generated answers depend on beside the prompt; empty for those that were there already.
        notes: what the reader of a report should know.
    """

    section: Any
    predictions: list[Prediction]
    cut: int
    failed: Counter
    made_by: dict[str, Any]
    notes: list[str]

    @property
    def name(self) -> str:
        """The system's name."""
        return self.section.name


def prepare_systems(recipe: Recipe, questions: Questions, prompts: Prompts, folder: Path) -> list[Prepared]:
    """Read tokenizers and files of all systems before the first weights are loaded: mistakes show at once.

    Args:
        recipe: names the systems.
        questions: what is asked.
        prompts: the builders.
        folder: of generated answers.

    Raises:
        ValueError: systems that cannot answer, all together.
    """
    prepared, problems = [], []
    for section in recipe.systems:
        rows = [row for row in questions.rows if row.record.language in section.languages]
        try:
            if not rows:
                languages = " or ".join(section.languages)
                raise ValueError(f"systems: {section.name}: no question is in {languages}; change `languages`")
            prepared.append(_prepare(recipe, section, rows, prompts, folder))
        except (ValueError, OSError) as error:
            problems.append(str(error))
    if problems:
        raise ValueError("\n".join(problems))
    return prepared


def _prepare(recipe: Recipe, section: Any, rows: list[Question], prompts: Prompts, folder: Path) -> Prepared:
    if section.kind == "predictions":
        read = read_answers(section.path, rows) if section.path else rival_answers(section.rival, rows)
        found, notes = read
        rows = [row for row in rows if row.record.id in found]
        return Prepared(section, rows, _inputs(rows), ready=[found[row.record.id] for row in rows], notes=notes)
    line = section.system_line or recipe.prompts.system
    examples = [_with_line(row, prompts, line) for row in rows]
    sampled = {"seed": recipe.seed} if recipe.generation.do_sample else {}
    if section.kind == "endpoint":
        conversations = [example.messages(with_answer=False) for example in examples]
        made_by = {"kind": "endpoint", "address": content_key(_address(section)), **_body(section, recipe.generation)}
        keys = [content_key(messages) for messages in conversations]
        store = AnswerStore(folder, made_by | sampled)
        return Prepared(section, rows, _inputs(rows), keys, store, conversations=conversations)
    local = prepare_local(section, examples, [row.record.description or "" for row in rows], recipe.generation)
    store = AnswerStore(folder, local.made_by | sampled)
    keys = [content_key(ids) for ids in local.prompts]
    notes = [f"{local.cut_prompts} of {len(rows)} prompts were longer than there is room for, and were cut"]
    return Prepared(section, rows, _inputs(rows), keys, store, local=local, notes=notes if local.cut_prompts else [])


def _inputs(rows: Sequence[Question]) -> list[str]:
    return [row.example.messages(with_answer=False)[-1]["content"] for row in rows]


def _with_line(row: Question, prompts: Prompts, line: str) -> Example:
    """Return a question's conversation, opened by a system's own line."""
    text = "" if line == NO_SYSTEM else prompts.systems[line][row.record.language]
    return replace(row.example, system=text)


def _address(section: Any) -> str:
    return os.environ[section.base_url_env].strip()


def _body(section: Any, generation: Decoding) -> dict[str, Any]:
    """Return the fields of a request beside the messages."""
    decoding = {"temperature": generation.temperature, "top_p": generation.top_p} if generation.do_sample else {}
    length = {section.length_field: generation.max_new_tokens}
    return {"model": section.model, **length, **(decoding or {"temperature": 0}), **section.options}


def generate_answers(prepared: Prepared, generation: Decoding) -> None:
    """Generate what is not in the store yet; each process its share, a server's answers the main process.

    Args:
        prepared: a system.
        generation: how it answers.
    """
    if prepared.store is None or (prepared.local is None and not is_main_process()):
        return
    done = {key for key, answer in prepared.store.read().items() if answer.text is not None}
    try:
        if prepared.local is not None:
            _generate_locally(prepared, generation, done)
        else:
            _ask_server(prepared, generation, done)
    finally:
        prepared.store.close()


def _generate_locally(prepared: Prepared, generation: Decoding, done: set[str]) -> None:
    prompts = dict(zip(prepared.keys, prepared.local.prompts, strict=True))
    # Longest first: a batch too large for the memory fails at once. The order does not depend on what is done, so the
    # processes share the rows out alike.
    order = sorted(prompts, key=lambda key: (-len(prompts[key]), key))
    mine = [key for key in order[int(os.environ.get("RANK", 0)) :: process_count()] if key not in done]
    if not mine:
        return
    with loaded(prepared.local) as model, _progress(prepared.section.name, len(mine)) as advance:
        for start in range(0, len(mine), generation.batch_size):
            keys = mine[start : start + generation.batch_size]
            answers = answer_batch(model, prepared.local, [prompts[key] for key in keys], generation)
            prepared.store.append(keys, answers)
            advance(len(keys))


def _ask_server(prepared: Prepared, generation: Decoding, done: set[str]) -> None:
    section = prepared.section
    asked = dict(zip(prepared.keys, prepared.conversations, strict=True))
    keys = [key for key in asked if key not in done]
    if not keys:
        return
    server = Endpoint(
        section.name,
        _address(section),
        os.environ.get(section.api_key_env or "", "").strip(),
        _body(section, generation),
        section.concurrency,
        section.requests_per_minute,
        section.timeout,
        section.tries,
        section.first_wait,
    )
    with _progress(section.name, len(keys)) as advance:
        for place, answer in server.answers([asked[key] for key in keys]):
            prepared.store.append([keys[place]], [answer])
            advance(1)


@contextmanager
def _progress(name: str, rows: int):
    """Show a progress bar on the main process of a terminal."""
    if not is_main_process() or not sys.stderr.isatty():
        yield lambda count: None
        return
    with progress_bar() as bar:
        advance: Callable[[int], None] = track(bar, name, total=rows)
        yield advance


def collect_predictions(prepared: Sequence[Prepared], folder: Path) -> list[Answered]:
    """Gather all answers and write them as `NAME.parquet`.

    Args:
        prepared: the systems, all of whose answers were generated.
        folder: receives the files.

    Raises:
        ValueError: systems have left more rows unanswered than they may.
    """
    folder.mkdir(parents=True, exist_ok=True)
    collected, problems = [], []
    for one in prepared:
        answers = _answers(one)
        predictions = [_prediction(one, *row) for row in zip(one.questions, one.inputs, answers, strict=True)]
        write_predictions(folder / f"{one.section.name}.parquet", predictions)
        failed = Counter(answer.error or "no answer" for answer in answers if answer.text is None)
        if failed.total() > one.section.max_failed * len(answers):
            problems.append(_too_many(one, failed, len(answers)))
        cut = sum(answer.cut for answer in answers)
        made_by = one.store.made_by if one.store is not None else {}
        collected.append(Answered(one.section, predictions, cut, failed, made_by, one.notes))
    if problems:
        raise ValueError("\n".join(problems))
    return collected


def _answers(one: Prepared) -> list[Answer]:
    if one.ready is not None:
        return one.ready
    stored = one.store.read()
    return [stored.get(key, Answer(None, error="no answer")) for key in one.keys]


def _prediction(one: Prepared, question: Question, text: str, answer: Answer) -> Prediction:
    record = question.record
    return Prediction(
        id=record.id,
        system=one.section.name,
        language=record.language,
        task=record.task,
        input=text,
        reference=question.example.answer,
        prediction=answer.text,
        probabilities=answer.probabilities or {},
        department=answer.department,
        seconds=answer.seconds,
    )


def _too_many(one: Prepared, failed: Counter, rows: int) -> str:
    reasons = ", ".join(f"{count} × {reason}" for reason, count in failed.most_common())
    again = "" if one.store is None else " The same command asks for these again, and only for these."
    return (
        f"systems: {one.section.name}: {failed.total()} of {rows} rows have no answer ({reasons}); max_failed "
        f"{one.section.max_failed:g} allows {int(one.section.max_failed * rows)}.{again} With a higher max_failed they "
        "count as empty answers, which score 0"
    )
