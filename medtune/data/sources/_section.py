"""A reader with its options as a section of a recipe, and the files it names."""

from __future__ import annotations

import glob
from typing import Annotated, Any

from pydantic import PlainValidator, SerializeAsAny

from medtune.data.sources import names, options_model
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Section
from medtune.recipe.validation import OneOf


def _source(value: Any) -> Section:
    if isinstance(value, Section):
        return value
    if not isinstance(value, dict) or "source" not in value:
        raise ValueError("a source is a mapping with the key `source`, the name of a reader, and the reader's options")
    return options_model(value["source"]).model_validate(value)


def _sources() -> list[type[Section]]:
    return [options_model(name) for name in names()]


SourceSection = Annotated[SerializeAsAny[Section], PlainValidator(_source), OneOf(_sources)]
"""Such as `{source: meddialog, path: raw/2020.txt}`."""


def source_inputs(key: str, source: Section) -> list[Input]:
    """Return the files and data sets that a source reads.

    Args:
        key: dotted key of the section in the recipe.
        source: the section.
    """
    # A reader that takes a revision reads ids of the Hub too.
    kind = "dataset" if "revision" in type(source).model_fields else "file"
    return [Input(f"{key}.{name}", file, kind) for name in ("path", "names") for file in _paths(source, name)]


def _paths(source: Section, key: str) -> list[str]:
    """Return the files that an option names; what names no file comes back as it is."""
    value = getattr(source, key, None)
    # A list under `names` holds the names themselves, a text the file with them.
    named = [value] if isinstance(value, str) else value if isinstance(value, list) and key == "path" else []
    return [file for name in named for file in sorted(glob.glob(name, recursive=True)) or [name]]
