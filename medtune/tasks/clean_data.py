"""`task: clean-data`: raw sources → clean, anonymous rows for training, and test sets that share nothing with them."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator

from medtune.data.corpus.steps import Cleaning
from medtune.data.sources._section import SourceSection, source_inputs
from medtune.recipe import schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Section

if TYPE_CHECKING:
    from medtune.data.corpus.selection import Wish
    from medtune.data.corpus.shards import Shard

SINGLE_PROCESS = True
_UNSTATED = "unstated"


class Source(Section):
    """One source of the corpus.

    Args:
        read: reader and its options, such as `{source: meddialog, path: data/meddialog/*.txt}`.
        name: in the card and in the names of files; the reader's name by default.
        licence: under which it may be used, for the card.
        origin: where it comes from, for the card.
        test_rows: so many rows, drawn by the seed, are a test set; `all` makes a test set of the whole source, which
            then loses no row but to `repair`, anonymisation and sensitive words.
        max_rows: most training rows, drawn by the seed.
    """

    read: SourceSection
    name: str | None = Field(default=None, pattern=r"^[\w-]+$")
    licence: str = _UNSTATED
    origin: str = _UNSTATED
    test_rows: int | Literal["all"] = 0
    max_rows: int | None = Field(default=None, ge=1)

    @field_validator("test_rows")
    @classmethod
    def _is_a_number_of_rows(cls, rows: int | str) -> int | str:
        if isinstance(rows, int) and rows < 0:
            raise ValueError("too small; a number of at least 0, or all, is allowed")
        return rows

    @property
    def label(self) -> str:
        """The source's name."""
        return self.name or self.read.source


class Data(Section):
    """What is read.

    Args:
        sources: each with a reader; see `Source`.
    """

    sources: list[Source] = Field(min_length=1)


class Recipe(schema.Recipe):
    """Raw sources to a clean corpus.

    Args:
        data: what is read.
        cleaning: the steps in their order; see `medtune/data/corpus/steps.py`.
        validation: share of the training rows, drawn by dialogue, that is written to `validation.parquet`.
        rows_per_shard: rows that are cleaned, and lost when the process is ended, at a time.
        workers: processes that clean; by default one for each processor. The output does not depend on it, and a run
            may be continued with another number.
        samples: texts of each step and source shown before and after in the card, masked.
        planted_test: JSON file with the result of a test with planted identities, for the card: a list of
            `{measure, name, count, of}`, such as 995 of 1,000 telephone numbers found.
    """

    task: Literal["clean-data"]
    data: Data
    cleaning: Cleaning = Cleaning()
    validation: float = Field(default=0.0, ge=0, lt=1)
    rows_per_shard: int = Field(default=10_000, ge=1)
    workers: int | None = Field(default=None, ge=1, exclude=True)
    samples: int = Field(default=3, ge=0, le=20)
    planted_test: str | None = None


def inputs(recipe: Recipe) -> list[Input]:
    """Return the files and data sets of the sources, and the lists and the model that the steps read."""
    sources = enumerate(recipe.data.sources)
    found = [item for place, source in sources for item in source_inputs(f"data.sources.{place}.read", source.read)]
    words, people = recipe.cleaning.sensitive_words, recipe.cleaning.anonymize
    for place, listed in enumerate(words.lists if words is not None else ()):
        found.append(Input(f"cleaning.sensitive_words.lists.{place}.path", listed.path, "file"))
    if people is not None and people.name_model is not None:
        found.append(Input("cleaning.anonymize.name_model.model", people.name_model.model, "model"))
    return found + ([Input("planted_test", recipe.planted_test, "file")] if recipe.planted_test else [])


def check(recipe: Recipe) -> list[Problem]:
    """Return the mistakes that no single key shows."""
    problems = []
    sources = recipe.data.sources
    for place, source in enumerate(sources):
        key = f"data.sources.{place}"
        if source.label in [other.label for other in sources[:place]]:
            fix = "Give one of them another `name`"
            problems.append(Problem("two sources have one name", f"{key}.name", source.label, fix))
        if source.read in [other.read for other in sources[:place]]:
            problems.append(Problem("the same source is named twice", f"{key}.read", fix="Delete one of the two"))
        if source.test_rows == "all" and source.max_rows is not None:
            fix = "Delete max_rows; a source that is a test set as a whole has no training rows"
            problems.append(Problem("no training rows to limit", f"{key}.max_rows", source.max_rows, fix))
    if all(source.test_rows == "all" for source in sources):
        fix = "Give `test_rows` a number, or add a source"
        problems.append(Problem("every source is a test set; nothing is left to train on", "data.sources", fix=fix))
    if recipe.planted_test and Path(recipe.planted_test).is_file():
        from medtune.data.corpus.planted_test import read_planted_test

        try:
            read_planted_test(recipe.planted_test)
        except ValueError as error:
            problems.append(Problem(str(error), "planted_test", recipe.planted_test))
    return problems


def run(recipe: Recipe, output_dir: Path) -> dict[str, float]:
    """Clean the sources, decide on every row, and write the corpus with its card.

    Args:
        recipe: what to do.
        output_dir: receives `train`, `validation` (if asked for), `test_NAME`, `rejected` and `audit` (what was masked
            where, without the identities) as Parquet, the manifest, the corpus card and plots. Unfinished work is
            kept under `cache`.

    Returns:
        Counts of rows, and the seconds it took.

    Raises:
        FileNotFoundError: a source is not there.
        ValueError: no rows are left, or ids occur twice.
        OSError: the disk is full; what was finished stays for the next run.
    """
    try:
        return _build(recipe, output_dir)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        advice = "make room and run the recipe again: what is finished stays, and no unfinished file looks whole"
        raise OSError(error.errno, f"{os.strerror(error.errno)}: {advice}", str(output_dir)) from error


def _build(recipe: Recipe, output_dir: Path) -> dict[str, float]:
    """Clean the sources, decide on every row, and write; see `run`."""
    from medtune.data.corpus import card, funnel, manifest, output, progress, selection, shards
    from medtune.data.corpus.pool import clean_shards, default_workers
    from medtune.data.corpus.worker import Settings
    from medtune.data.storage import write_text

    start = time.perf_counter()
    names = [source.label for source in recipe.data.sources]
    files = [Path(item.name) for item in inputs(recipe) if Path(item.name).exists()]
    made_by = manifest.manifest(_config(recipe), recipe.cleaning, files)
    cache = output_dir / "cache" / "shards"
    manifest.open_cache(cache, made_by)
    settings = Settings(
        cache,
        recipe.cleaning,
        recipe.seed,
        manifest.audit_key(cache),
        tests=tuple(source.test_rows == "all" for source in recipe.data.sources),
        samples=recipe.samples,
    )
    with progress.progress_bar() as bar:
        advance = progress.track(bar, "Cleaning", progress.Reading(files))
        summaries = list(clean_shards(_shards(recipe), settings, recipe.workers or default_workers(), advance))
        if not summaries:
            raise ValueError(f"no row was read: {', '.join(names)} {'is' if len(names) == 1 else 'are'} empty")
        shard_files = [shards.ShardFiles(cache, number) for number in range(len(summaries))]
        sources = [summary["source"] for summary in summaries]
        rows = selection.Rows(shard_files, sources, [summary["kept"] for summary in summaries])
        selection.check_ids(rows)
        say = progress.say(bar, "Comparing all rows")
        chosen = selection.select(rows, _wishes(recipe), recipe.cleaning, recipe.validation, cache, say)
        say("Comparing all rows", done=True)
        advance = progress.track(bar, "Writing", total=rows.count)
        written = output.write_corpus(output_dir, rows, sources, names, chosen, advance)
    funnels = funnel.build_funnels(summaries, names, written, recipe.samples)
    if not written.rows("train.parquet"):
        aside = output_dir / output.REJECTED_FILE
        raise ValueError(f"no training rows are left; {aside} has those set aside. {card.explain(funnels)}")
    write_text(output_dir / manifest.MANIFEST, card.as_json(made_by))
    from medtune.evaluation.reports.corpus_plots import write_plots  # matplotlib: not while the workers wait for rows

    described = card.describe(recipe, output_dir, made_by, funnels, written, chosen)
    write_plots(output_dir / "plots", described)
    card.write_card(output_dir, described)
    return {
        "rows_read": sum(one.read for one in funnels.values()),
        "rows_kept": sum(sum(one.kept.values()) for one in funnels.values()),
        "rows_rejected": sum(one.aside.total() for one in funnels.values()),
        **{f"{Path(name).stem}_rows": written.rows(name) for name in written.files},
        "seconds": round(time.perf_counter() - start, 1),
    }


def _shards(recipe: Recipe) -> Iterator[Shard]:
    """Read the sources one after the other and cut them into shards."""
    from medtune.data.corpus.shards import cut
    from medtune.data.sources import read_source

    number = 0
    for place, source in enumerate(recipe.data.sources):
        for shard in cut(read_source(source.read), place, number, recipe.rows_per_shard):
            number = shard.number + 1
            yield shard


def _wishes(recipe: Recipe) -> list[Wish]:
    from medtune.data.corpus.selection import Wish

    return [
        Wish(source.label, None if source.test_rows == "all" else source.test_rows, source.max_rows)
        for source in recipe.data.sources
    ]


def _config(recipe: Recipe) -> dict[str, Any]:
    """Return the keys on which the output depends."""
    return recipe.model_dump(mode="json", exclude={"output_dir", "workers", "planted_test"})
