"""What a recipe of `task: instruction-tuning` reads, and mistakes in it that show before any weights are loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.data.sources._section import source_inputs
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.instruction_sample import sample_problems, tokenizer_of
from medtune.recipe.model_checks import configuration_problems
from medtune.recipe.module_names import linear_names
from medtune.recipe.training import check_training
from medtune.recipe.training import unsupported_here as unsupported_training
from medtune.recipe.validation import nearest

if TYPE_CHECKING:
    from medtune.tasks.instruction_tuning import Recipe, Source


def inputs(recipe: Recipe) -> list[Input]:
    """Return the data, the base and what else is read."""
    model = recipe.model
    if isinstance(model.base, str):
        named = f"{model.base}/{model.gguf_file}" if model.gguf_file else model.base
        found = [Input("model.base", named, "file" if model.gguf_file else "model")]
    else:
        found = []
    if model.tokenizer:
        found.append(Input("model.tokenizer", model.tokenizer, "tokenizer"))
    if model.extend_vocabulary:
        found.append(Input("model.extend_vocabulary", model.extend_vocabulary, "file"))
    if recipe.prompts.chat_template not in ("alpaca", "model"):
        found.append(Input("prompts.chat_template", recipe.prompts.chat_template, "file"))
    for key, source in _all_sources(recipe):
        if source.path:
            found.append(Input(f"{key}.path", _rows_of(source.path), "file"))
        elif source.read:
            found += source_inputs(f"{key}.read", source.read)
    return found


def _rows_of(path: str) -> str:
    """Return what must be there of a source: of a folder that holds no rows (yet), the file that is missing."""
    train = Path(path) / "train.parquet"
    return str(train) if Path(path).is_dir() and not train.is_file() else path


def _all_sources(recipe: Recipe) -> Iterator[tuple[str, Source]]:
    """Yield the sources that are trained on and those that are only measured on, with their keys."""
    for section in (recipe.data, recipe.forgetting):
        key = "data" if section is recipe.data else "forgetting"
        yield from (
            (f"{key}.sources.{place}", source) for place, source in enumerate(section.sources if section else ())
        )


def parts_of(sources: Sequence[Source]) -> list[dict[str, Any]]:
    """Return the fields of `medtune.data.mixture.Part` for each source."""
    return [
        {
            "name": name_of(source),
            "weight": source.weight,
            "path": source.path,
            "reader": source.read.model_dump() if source.read else None,
            "prompt": source.prompt,
            "max_rows": source.max_rows,
        }
        for source in sources
    ]


def name_of(source: Source) -> str:
    """Return how messages call a source."""
    if source.path:
        return source.path
    path = getattr(source.read, "path", None)
    return f"{source.read.source} {path}" if isinstance(path, str) else source.read.source


def dtype_name(recipe: Recipe) -> str:
    """Return the dtype of the frozen weights."""
    if recipe.model.dtype != "auto":
        return recipe.model.dtype
    halves = (name for name in ("bf16", "fp16") if recipe.training.get(name))
    return {"bf16": "bfloat16", "fp16": "float16", None: "float32"}[next(halves, None)]


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    problems = check_training(recipe, has_evaluation_set(recipe))
    problems += [*_sources(recipe), *_prompts(recipe), *_model(recipe), *_settings(recipe)]
    # A sample of the rows is read only where everything else is right.
    return problems or sample_problems(recipe)


def unsupported_here(recipe: Recipe) -> list[Problem]:
    """Return what this machine cannot do."""
    from importlib.util import find_spec

    problems = unsupported_training(recipe, shards=True)
    needs = {"training.use_liger_kernel": "liger_kernel"} if recipe.training.get("use_liger_kernel") else {}
    needs |= {"model.gguf_file": "gguf"} if recipe.model.gguf_file else {}
    for key, package in needs.items():
        if find_spec(package) is None:
            extra = "medtune[cuda]" if package == "liger_kernel" else "medtune[gguf]"
            problems.append(recipe.problem(key, f"needs the package {package}", f'Run pip install "{extra}"'))
    return problems


def has_evaluation_set(recipe: Recipe) -> bool:
    """Tell whether some source holds rows out; true of prepared data that are not there yet."""
    return any(
        recipe.data.validation > 0
        if source.read or source.path.endswith(".parquet")
        else not (Path(source.path) / "train.parquet").is_file() or (Path(source.path) / "validation.parquet").is_file()
        for source in recipe.data.sources
        if source.read or source.path
    )


def _sources(recipe: Recipe) -> Iterator[Problem]:
    from medtune.data.prompts import authored

    kinds = sorted({*authored()["kinds"], *recipe.prompts.kinds})
    for place, (key, source) in enumerate(_all_sources(recipe)):
        if (source.path is None) == (source.read is None):
            fix = "Write `path` for prepared rows or `read` for a reader and its options, not both"
            yield recipe.problem(key, "a source has one of `path` and `read`", fix)
        if key.startswith("data.") and source in recipe.data.sources[:place]:
            yield recipe.problem(key, "the same source is named twice", "Delete one, or raise the other's weight")
        if source.prompt is not None and source.prompt not in kinds:
            fix = nearest(source.prompt, kinds) or "Add it under `prompts.kinds`"
            yield recipe.problem(f"{key}.prompt", f"not one of {', '.join(kinds)}", fix, source.prompt)


def _prompts(recipe: Recipe) -> Iterator[Problem]:
    from medtune.data.prompts import NO_SYSTEM, authored

    words = recipe.prompts
    known = [*authored()["systems"], *words.systems, NO_SYSTEM]
    if words.system not in known:
        fix = nearest(words.system, known) or "Add it under `prompts.systems`"
        yield recipe.problem("prompts.system", f"not one of {', '.join(known)}", fix, words.system)
    for group in ("systems", "kinds"):
        for name, texts in getattr(words, group).items():
            for language in {"en", "zh"} - texts.keys():
                yield recipe.problem(f"prompts.{group}.{name}", f"no text in {language}", f"Add `{language}: …`")


def _model(recipe: Recipe) -> Iterator[Problem]:
    model = recipe.model
    if isinstance(model.base, dict):
        yield from configuration_problems(recipe, "base", "llama")
        if model.tokenizer is None:
            fix = "Name a tokenizer's Hub id or path in model.tokenizer"
            yield recipe.problem("model.tokenizer", "missing, and model.base is a configuration", fix)
        if model.gguf_file:
            yield recipe.problem("model.gguf_file", "model.base is a configuration", "Delete one of the two")
    if model.extend_vocabulary and Path(model.extend_vocabulary).is_file():
        try:
            tokenizer_of(recipe)
        except ValueError as error:
            fix = "Name a Chinese sentencepiece model and a base with a BPE tokenizer"
            yield recipe.problem("model.extend_vocabulary", str(error), fix, model.extend_vocabulary)
    if isinstance(model.base, str) and not model.gguf_file:
        yield from _no_model(recipe, Path(model.base).expanduser())
    if isinstance(model.base, str) and (missing := _missing_shards(Path(model.base).expanduser())):
        message = f"lacks {', '.join(missing[:3])}, which its index lists"
        yield recipe.problem("model.base", message, "Copy or download the whole model again", model.base)
    names = linear_names(model.base)
    if names is not None:
        from medtune.adapters.lora import choose_targets

        try:
            choose_targets(recipe.lora.targets, names)
        except ValueError as error:
            yield recipe.problem("lora.targets", str(error), "Name some of these", recipe.lora.targets)


def _no_model(recipe: Recipe, folder: Path) -> Iterator[Problem]:
    """Yield that a base is an adapter, or the folder of a run whose model lies further inside."""
    adapter, merged = "adapter_config.json", "merged"
    if (folder / "config.json").is_file():
        return
    if (folder / adapter).is_file():
        fix = "Merge it into its base (`merge: {}` in its recipe, or `medtune merge`) and name the merged model"
        yield recipe.problem("model.base", "an adapter, and no model", fix, recipe.model.base)
    elif (folder / "adapter" / adapter).is_file():
        fix = f"Name {folder / merged}, the merged model" if (folder / merged).is_dir() else "Merge its adapter"
        yield recipe.problem("model.base", "the folder of a run, and no model", fix, recipe.model.base)


def _missing_shards(folder: Path) -> list[str]:
    """Return the files of weights that a model's folder should hold and does not."""
    for index in ("model.safetensors.index.json", "pytorch_model.bin.index.json"):
        if (folder / index).is_file():
            try:
                listed = set(json.loads((folder / index).read_text(encoding="utf-8"))["weight_map"].values())
            except (ValueError, KeyError, TypeError, AttributeError):
                return [f"a readable {index}"]
            return sorted(name for name in listed if not (folder / name).is_file())
    return []


def _settings(recipe: Recipe) -> Iterator[Problem]:
    if recipe.hub is not None and recipe.seeds is not None:
        fix = "Publish the run of one seed, with `seed` instead of `seeds`"
        yield recipe.problem("hub", "several seeds would be published under one name", fix)
    if recipe.quantization is not None and recipe.model.dtype == "float16" and recipe.training.get("bf16"):
        yield recipe.problem("model.dtype", "the products are in float16, and training in bf16", "Write bfloat16")
    if recipe.data.packing and recipe.training.get("neftune_noise_alpha"):
        message = "its noise is scaled by the length of a sequence, which packing makes that of the whole batch"
        fix = "Delete it, or write `packing: false`"
        yield recipe.problem("training.neftune_noise_alpha", message, fix, recipe.training["neftune_noise_alpha"])
