"""PLOS and eLife: abstracts of biomedical articles with a summary for lay readers, in the layouts they are found in.

Source: Goldsack et al. 2022, Making Science Simple: Corpora for the Lay Summarisation of Scientific Literature (EMNLP).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import as_text
from medtune.data.sources._tables import TableOptions, first, read_records, tables

_SUMMARY = ("lay_summary", "summary")
_HEADINGS = ("headings", "section_headings")


class Options(TableOptions):
    """Keys of `source: lay_summaries`.

    Args:
        source: name of this reader.
    """

    source: Literal["lay_summaries"]


def read(
    path: str | list[str], name: str | None = None, split: str | None = None, revision: str | None = None
) -> Iterator[Record | Rejected]:
    """Read articles, of which the abstract becomes the description and the lay summary the reply.

    - BioLaySumm (JSON Lines): `article`, a section in each line with the abstract first, `lay_summary`, `headings`,
      `keywords`, `id`.
    - The Hub's and BioLaySumm 2025 (Parquet): the same with `summary`, `section_headings`, `title`, `year`.
    - The original corpus (a JSON list): `abstract` and `summary` as lists of sentences, `title`, `year`, `sections`.

    The sections below the abstract are left out: `source: table` reads whole articles.

    Args:
        path: files or a data set, see `TableOptions`.
        name: configuration of the data set.
        split: split of the data set.
        revision: revision of the data set.

    Yields:
        For every article a `Record` (task `summary`, English; `meta` has title, year, keywords, article_id), without a
        reply where the summary is held back, as in a shared task's test set. Or a `Rejected`: `no abstract`, or a
        reason of `read_records`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if abstract or summary is missing from the whole file, or a file cannot be read.
    """
    needed = (("abstract", "article"), _SUMMARY)
    for label, rows in tables(path, name, split, revision):
        yield from read_records("lay_summaries", label, rows, _fields, needed, "en", "summary")


def _fields(row: dict[str, Any]) -> dict[str, Any] | str:
    abstract = as_text(_join(row.get("abstract"), " ")) or _first_section(row)
    if not abstract:
        return "no abstract"
    return {
        "description": abstract,
        "reply": _join(first(row, _SUMMARY), " "),
        "meta.title": row.get("title"),
        "meta.year": row.get("year"),
        "meta.keywords": _join(_lines(row.get("keywords")), "; "),
        "meta.article_id": row.get("id"),
    }


def _first_section(row: dict[str, Any]) -> str | None:
    """Return the abstract of an article, unless its headings say that it has none."""
    article = row.get("article")
    sections = _lines(article)
    headings = [str(heading).strip().lower() for heading in _lines(first(row, _HEADINGS))]
    if not sections or (headings and not headings[0].startswith("abstract")):
        return None
    return str(sections[0]).strip()


def _lines(value: Any) -> list:
    """Return a list as it is, and the lines of a text."""
    return list(value) if isinstance(value, list) else value.split("\n") if isinstance(value, str) else []


def _join(value: Any, between: str) -> Any:
    """Return the texts of a list as one, anything else as it is."""
    return between.join(str(part).strip() for part in value if part) if isinstance(value, list) else value
