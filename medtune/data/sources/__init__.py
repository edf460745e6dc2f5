"""Readers of raw data, one module for each source; `source: meddialog` in a recipe is `meddialog.py`.

A reader module defines `Options`, a section of the recipe, and `read`, which takes the options' fields as keyword
arguments and yields a `Record` or a `Rejected` for every piece of input.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from medtune.data.records import Record, Rejected
from medtune.recipe.schema import Section


def names() -> list[str]:
    """Return the names of the readers, which are the modules of this folder."""
    return sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))


def options_model(name: str) -> type[Section]:
    """Return the section of the recipe that the reader `name` takes.

    Args:
        name: value of `source`, such as `meddialog`.

    Raises:
        ValueError: if there is no such reader.
    """
    return _module(name).Options


def read_source(source: Mapping[str, Any] | Section) -> Iterator[Record | Rejected]:
    """Read one entry of `data.sources`.

    Args:
        source: `source` (name of the reader) and the reader's options.

    Yields:
        A `Record` or a `Rejected` for every piece of input.

    Raises:
        ValueError: if there is no such reader or the options are wrong (pydantic's `ValidationError`).
    """
    options = dict(source)
    module = _module(options.get("source"))
    fields = dict(module.Options.model_validate(options))
    del fields["source"]
    return module.read(**fields)


def _module(name: Any):
    known = names()
    if name not in known:
        near = get_close_matches(str(name), known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"source: {name!r} is no reader{hint} Allowed: {', '.join(known)}.")
    return importlib.import_module(f"{__name__}.{name}")
