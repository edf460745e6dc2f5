from pathlib import Path

import pytest

from medtune.data.cleaning import quality
from medtune.data.corpus.selection import REASONS
from medtune.data.corpus.steps import Cleaning

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "clean_data.md"


def keys():
    """Yield the keys of `cleaning`."""
    for name, field in Cleaning.model_fields.items():
        options = getattr(type(field.default), "model_fields", {})
        yield from (f"{name}.{key}" for key in options) if options else [name]


@pytest.mark.parametrize("key", list(keys()))
def test_the_reference_names_every_key(key):
    assert f"`{key}`" in PAGE.read_text(encoding="utf-8")


def test_the_reference_names_every_reason():
    page = PAGE.read_text(encoding="utf-8")
    own = [
        value for name, value in vars(quality).items() if name.isupper() and isinstance(value, str) and name[0] != "_"
    ]
    assert len(own) >= 9
    reasons = [*own, *(reason for reason in REASONS if not reason.startswith("outlier: "))]
    assert [reason for reason in reasons if f"`{reason}`" not in page] == []
