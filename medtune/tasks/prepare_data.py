"""`task: prepare-data`: raw files → clean rows in train, validation and test, with a data card."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from medtune.data.compose import DEFAULT_FIELDS, compose, field_value
from medtune.data.sources._section import SourceSection, source_inputs
from medtune.data.storage import SPLITS
from medtune.recipe import schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Section

if TYPE_CHECKING:
    import numpy as np

    from medtune.data.cleaning.reply_audit import ReplyAudit
    from medtune.data.pipeline import Clusters, Funnel
    from medtune.data.records import Record

SINGLE_PROCESS = True


class Data(Section):
    """What is read.

    Args:
        sources: readers and their options, such as `{source: meddialog, path: raw/2020.txt}`.
        input_fields: fields that make up the description, in their order. `disease` and `visited` (hospitals and
            departments already seen) give the department away and are left out unless named here.
        max_rows: a random sample of so many of the rows left after cleaning, for a trial; all by default.
    """

    sources: list[SourceSection] = Field(min_length=1)
    input_fields: list[str] = Field(default=list(DEFAULT_FIELDS), min_length=1)
    max_rows: int | None = Field(default=None, ge=3)


class ReplyQuality(Section):
    """Which replies teach nothing.

    Args:
        enabled: whether replies are judged.
        min_characters: replies with fewer letters and digits are too short.
        max_repeats: a reply given word for word to more rows than this is a template; `null` allows any number.
        keep_row: keep the row without its reply, for triage, instead of keeping it aside.
        splits: splits whose replies are judged; in the others they stay as written. With `[validation, test]` only the
            training differs from the default, and two trainings are tested on the same rows: what the judgement is
            worth can be measured. Needs `keep_row`, since a row that is kept aside stands in no split.
    """

    enabled: bool = True
    min_characters: int = Field(default=3, ge=1)
    max_repeats: int | None = Field(default=100, ge=1)
    keep_row: bool = False
    splits: list[Literal["train", "validation", "test"]] = Field(default=list(SPLITS), min_length=1)


class Cleaning(Section):
    """Which rows are kept; each step is a key of its own.

    Args:
        require_department: keep rows aside that name no department.
        require_reply: keep rows aside that have no reply. Off by default, since triage needs none; tasks that learn
            replies pass over such rows themselves.
        reply_quality: see `ReplyQuality`.
    """

    require_department: bool = True
    require_reply: bool = False
    reply_quality: ReplyQuality = ReplyQuality()


class Departments(Section):
    """Which departments are told apart.

    Args:
        top_k: so many of the most frequent; `null` keeps all.
        minimum_rows: a department with fewer rows is left out.
        broad: bring specialties to their broad department by the table in `medtune/data/departments.py`.
        names: further entries of that table, name as written → name to use.
    """

    top_k: int | None = Field(default=10, ge=2)
    minimum_rows: int = Field(default=1, ge=1)
    broad: bool = True
    names: dict[str, str] = Field(default_factory=dict)


class Splits(Section):
    """How rows are shared out.

    Args:
        validation: share of the rows.
        test: share of the rows.
        near_duplicates: keep near duplicates, not only exact ones, in one split.
        threshold: Jaccard similarity of character 5-grams from which two texts are near duplicates.
    """

    validation: float = Field(default=0.1, ge=0, lt=1)
    test: float = Field(default=0.1, ge=0, lt=1)
    near_duplicates: bool = True
    threshold: float = Field(default=0.8, ge=0.3, le=1)


class Recipe(schema.Recipe):
    """Raw dialogues to data for training.

    Args:
        data: what is read.
        cleaning: which rows are kept.
        departments: which departments are told apart.
        splits: how rows are shared out.
        tokenizers: Hub ids or paths of tokenizers whose unknown tokens the data card counts.
        samples: rows shown in the data card, masked and cut to 80 characters.
    """

    task: Literal["prepare-data"]
    data: Data
    cleaning: Cleaning = Cleaning()
    departments: Departments = Departments()
    splits: Splits = Splits()
    tokenizers: list[str] = Field(default_factory=list)
    samples: int = Field(default=3, ge=0, le=20)


def inputs(recipe: Recipe) -> list[Input]:
    """Return the files and data sets of the sources, and the tokenizers."""
    sources = enumerate(recipe.data.sources)
    found = [item for place, source in sources for item in source_inputs(f"data.sources.{place}", source)]
    return found + [Input(f"tokenizers.{place}", name, "tokenizer") for place, name in enumerate(recipe.tokenizers)]


def check(recipe: Recipe) -> list[Problem]:
    """Return the mistakes that no single key shows."""
    problems = []
    if recipe.splits.validation + recipe.splits.test >= 1:
        shares = f"validation {recipe.splits.validation} and test {recipe.splits.test} leave nothing to train on"
        problems.append(Problem(shares, "splits", fix="Let them add up to less than 1"))
    for place, source in enumerate(recipe.data.sources):
        if source in recipe.data.sources[:place]:
            twice = "the same source is named twice"
            problems.append(Problem(twice, f"data.sources.{place}", fix="Delete one of the two"))
    for place, name in enumerate(recipe.data.input_fields):
        if name in recipe.data.input_fields[:place]:
            problems.append(Problem("the same field is named twice", f"data.input_fields.{place}", name, "Delete one"))
    quality = recipe.cleaning.reply_quality
    if set(quality.splits) != set(SPLITS) and (not quality.keep_row or recipe.cleaning.require_reply):
        key, fix = "cleaning.reply_quality.splits", "Write `keep_row: true` beside it, and no `require_reply`"
        problems.append(Problem("rows kept aside for their replies stand in no split", key, quality.splits, fix))
    return problems


def run(recipe: Recipe, output_dir: Path) -> dict[str, float]:
    """Read, clean, split and write the rows, and describe them in a data card.

    Args:
        recipe: what to do.
        output_dir: receives `train`, `validation`, `test` and `rejected` as Parquet, `departments.json`, and the
            data card as Markdown and JSON.

    Returns:
        Counts of rows and departments, and the seconds it took.

    Raises:
        FileNotFoundError: a source is not there.
        ValueError: no rows are left, or ids occur twice.
    """
    from medtune.data.data_card import describe, write_card
    from medtune.data.pipeline import Funnel
    from medtune.data.records import REJECTED_SCHEMA
    from medtune.data.splits import draw
    from medtune.data.storage import RowWriter, write_prepared

    start = time.perf_counter()
    written: Counter[tuple[str, str]] = Counter()  # (department as written, name used) → rows
    audit = _audit(recipe)
    with RowWriter(output_dir / "rejected.parquet", REJECTED_SCHEMA) as rejected:
        funnel = Funnel(rejected.write)
        records, departments = select(recipe, funnel, clean(recipe, funnel, written, audit), audit)
    funnel.account_for(len(records))

    texts = [compose(record, recipe.data.input_fields) for record in records]
    clusters, splits = share_out(recipe, records, texts)
    if audit is not None:
        judged = [SPLITS[split] in recipe.cleaning.reply_quality.splits for split in splits]
        records = [r if own else audit.as_written(r) for r, own in zip(records, judged, strict=True)]
    fields = {name: sum(bool(field_value(record, name)) for record in records) for name in recipe.data.input_fields}
    records = [replace(record, description=text or None) for record, text in zip(records, texts, strict=True)]
    # In an order drawn by the seed, so that the first rows of a split are a sample of it.
    order = [draw(recipe.seed, record.id) for record in records]
    prepared = write_prepared(output_dir, records, splits, departments, order)
    files = [Path(item.name) for item in inputs(recipe) if item.key.startswith("data.") and Path(item.name).exists()]
    if recipe.tokenizers:
        import medtune.models  # noqa: F401 (else the tokenizer of a BERPT checkpoint would be remote code)
    card = describe(recipe, prepared, funnel.steps, written, clusters, fields, files, audit)
    write_card(output_dir, card)
    kept = {f"{name}_rows": rows for name, rows in card["splits"].items()}
    return {
        "rows_read": funnel.rows_read,
        "rows_kept": len(records),
        "rows_rejected": funnel.rows_rejected,
        "departments": len(departments),
        **kept,
        "seconds": round(time.perf_counter() - start, 1),
    }


def clean(
    recipe: Recipe, funnel: Funnel, written: Counter[tuple[str, str]], audit: ReplyAudit | None
) -> Iterator[Record]:
    """Read the sources and send their records through the cleaning steps, one after the other.

    Args:
        recipe: what to read and which steps to take. A further step is one more `funnel.apply` here and one more key of
            `Cleaning`.
        funnel: counts the rows.
        written: receives the count of every pair of department as written and name used.
        audit: judges the replies; `None` leaves them alone.

    Returns:
        What is left; the files are read while it is consumed.
    """
    from medtune.data.departments import alias_table
    from medtune.data.pipeline import normalise, remove_reply, require
    from medtune.data.sources import read_source

    table = alias_table(recipe.departments.names, recipe.departments.broad)
    needs = partial(require, input_fields=recipe.data.input_fields, department=recipe.cleaning.require_department)
    mend = remove_reply if recipe.cleaning.reply_quality.keep_row else None

    def named(record: Record) -> Record:
        result = normalise(record, table)
        written[record.department or "", result.department or ""] += 1
        return result

    sources = [funnel.read(f"read {source.source}", read_source(source)) for source in recipe.data.sources]
    records = funnel.apply("complete rows", chain.from_iterable(sources), needs)
    if audit is not None:
        records = funnel.apply("reply quality", records, audit.judge, mend)
    return funnel.apply("department names", records, named)


def select(
    recipe: Recipe, funnel: Funnel, records: Iterator[Record], audit: ReplyAudit | None
) -> tuple[list[Record], list[str]]:
    """Take the steps that need all rows at once: repeated replies, frequent departments, sample.

    Args:
        recipe: what to select.
        funnel: counts the rows.
        records: from `clean`.
        audit: judges the replies; `None` leaves them alone.

    Returns:
        The records kept, and their departments, most frequent first.

    Raises:
        ValueError: no rows are left, or ids occur twice.
    """
    from medtune.data.departments import most_frequent
    from medtune.data.pipeline import among, check_ids, draw_sample, once_too_often, remove_reply, reply_counts

    records = list(records)
    check_ids(records)
    quality = recipe.cleaning.reply_quality
    if audit is not None and quality.max_repeats is not None:
        counts = reply_counts(records)
        judge = audit.judge_repeats(counts, once_too_often(counts, quality.max_repeats))
        records = list(funnel.apply("repeated replies", records, judge, remove_reply if quality.keep_row else None))
    if recipe.cleaning.require_reply:
        records = list(funnel.apply("rows with a reply", records, lambda r: r if r.reply else "no reply"))
    top_k, minimum = recipe.departments.top_k, recipe.departments.minimum_rows
    departments = most_frequent((r.department for r in records if r.department), top_k, minimum)
    records = list(funnel.apply("frequent departments", records, partial(among, departments=frozenset(departments))))
    if recipe.data.max_rows is not None:
        chosen = draw_sample(records, recipe.data.max_rows, recipe.seed)
        outside = "outside the sample of max_rows"
        records = list(funnel.apply("sample", records, lambda r: r if r.id in chosen else outside))
        departments = most_frequent((r.department for r in records if r.department), None)
    if not records:
        fix = "`require_department` and `require_reply` in `cleaning` say what a row needs"
        raise ValueError(f"no rows are left. {funnel.explain()}. {fix}")
    return records, departments


def share_out(recipe: Recipe, records: list[Record], texts: list[str]) -> tuple[Clusters, np.ndarray]:
    """Share the records out over the splits; near duplicates stay together.

    Args:
        recipe: gives the shares, the seed and what a near duplicate is.
        records: from `select`.
        texts: their descriptions, as they are written.

    Returns:
        Which records had to stay together, and the split of each as its index in `SPLITS`.
    """
    from medtune.data.pipeline import cluster
    from medtune.data.splits import assign_splits

    compared = [f"{record.instruction or ''} {text}" for record, text in zip(records, texts, strict=True)]
    clusters = cluster(records, compared, recipe.splits.threshold if recipe.splits.near_duplicates else None)
    ids, departments = [record.id for record in records], [record.department for record in records]
    shares = recipe.splits.validation, recipe.splits.test
    return clusters, assign_splits(ids, departments, clusters.labels, *shares, recipe.seed)


def _audit(recipe: Recipe) -> ReplyAudit | None:
    """Return what judges the replies, or `None` if they are left alone."""
    from medtune.data.cleaning.reply_audit import ReplyAudit

    quality = recipe.cleaning.reply_quality
    partly = set(quality.splits) != set(SPLITS)
    return ReplyAudit(quality.min_characters, quality.max_repeats, recipe.samples, partly) if quality.enabled else None
