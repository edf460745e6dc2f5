import subprocess
import sys
import typing

import pytest
from pydantic import ValidationError

from medtune.data import sources
from medtune.recipe.schema import Section


@pytest.mark.parametrize("name", sources.names())
def test_every_reader_keeps_the_contract(name):
    import importlib
    import inspect

    module = importlib.import_module(f"medtune.data.sources.{name}")
    options = sources.options_model(name)
    assert issubclass(options, Section)
    assert typing.get_args(options.model_fields["source"].annotation) == (name,)
    parameters = inspect.signature(module.read).parameters
    assert set(parameters) == set(options.model_fields) - {"source"}
    for key, parameter in parameters.items():
        if parameter.default is not inspect.Parameter.empty and not options.model_fields[key].is_required():
            assert parameter.default == options.model_fields[key].default, key


def test_read_source_takes_a_mapping_or_a_section(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("id=1\n\nDescription\n病情描述： 牙疼\n", encoding="utf-8")
    entry = {"source": "meddialog", "path": str(file)}
    (from_mapping,) = sources.read_source(entry)
    (from_section,) = sources.read_source(sources.options_model("meddialog")(**entry))
    assert from_mapping == from_section
    assert from_mapping.description == "牙疼"


def test_unknown_reader_is_named_with_the_nearest():
    with pytest.raises(ValueError, match=r"'medialog' is no reader; did you mean 'meddialog'\? Allowed: .*table"):
        sources.options_model("medialog")


@pytest.mark.parametrize("name", ["_files", "../records", "", None])
def test_only_readers_can_be_named(name):
    with pytest.raises(ValueError, match="is no reader"):
        sources.read_source({"source": name})


def test_unknown_option_is_an_error():
    with pytest.raises(ValidationError, match="pth"):
        sources.read_source({"source": "meddialog", "path": "a", "pth": "b"})


def test_importing_readers_is_light():
    code = (
        "import sys; from medtune.data import sources; [sources.options_model(name) for name in sources.names()];"
        "print([name for name in ('torch', 'transformers', 'datasets', 'pandas', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
