"""A reader with its options as a value in a recipe: `{source: meddialog, path: raw/2020.txt}`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator, SerializeAsAny

from medtune.recipe.schema import Section
from medtune.recipe.validation import OneOf


def reader_section(value: Any) -> Section:
    """Validate a reader's options.

    Raises:
        ValueError: it names no reader, or options that the reader does not have (pydantic's `ValidationError`).
    """
    from medtune.data.sources import options_model

    if isinstance(value, Section):
        return value
    if not isinstance(value, dict) or "source" not in value:
        raise ValueError("a source is a mapping with the key `source`, the name of a reader, and the reader's options")
    return options_model(value["source"]).model_validate(value)


def reader_sections() -> list[type[Section]]:
    """Return the options of all readers."""
    from medtune.data.sources import names, options_model

    return [options_model(name) for name in names()]


ReaderSection = Annotated[SerializeAsAny[Section], PlainValidator(reader_section), OneOf(reader_sections)]
"""A reader with its options."""


def reader_paths(source: Section, key: str) -> list[str]:
    """Return the files that an option names; what names no file comes back as it is."""
    import glob

    value = getattr(source, key, None)
    # A list under `names` holds the names themselves, a text the file with them.
    names = [value] if isinstance(value, str) else value if isinstance(value, list) and key == "path" else []
    return [file for name in names for file in sorted(glob.glob(name, recursive=True)) or [name]]
