"""What a recipe of `task: evaluate` reads, mistakes in it, and what it will do, told before any weights are loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.data.sources._section import source_inputs
from medtune.recipe.duration import accelerator, matrix_rate
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input, find_file
from medtune.recipe.memory import PROCESS
from medtune.recipe.networks import network, read_config
from medtune.recipe.units import amount, span
from medtune.recipe.validation import nearest

if TYPE_CHECKING:
    from medtune.recipe.model_size import Earlier
    from medtune.tasks.evaluate import Recipe, Source

BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
#: Share of the speed of a large matrix product that generation reaches, by whether there is an accelerator: measured on
#: a CPU with SmolLM2-135M in batches of 8; assumed for accelerators, which wait for their memory.
GENERATION_SHARE = {False: 0.3, True: 0.05}
#: Tokens of a prompt assumed for the estimate.
PROMPT_TOKENS = 200


def inputs(recipe: Recipe) -> list[Input]:
    """Return the questions, models, files and environment variables."""
    found = []
    for place, source in enumerate(recipe.data.sources):
        if source.path:
            found.append(Input(f"data.sources.{place}.path", source.path, "file"))
        elif source.read:
            found += source_inputs(f"data.sources.{place}.read", source.read)
    for place, system in enumerate(recipe.systems):
        found += [Input(f"systems.{place}.{key}", name, kind) for key, name, kind in _read_by(system)]
    if recipe.care is not None and recipe.care.lexicon:
        found.append(Input("care.lexicon", recipe.care.lexicon, "file"))
    return found


def _read_by(system: Any) -> Iterator[tuple[str, str, str]]:
    """Yield key, name and kind of what one system reads."""
    if system.kind == "endpoint":
        for key in ("base_url_env", "api_key_env"):
            if name := getattr(system, key):
                yield key, name, "variable"
        return
    if system.kind == "predictions":
        if system.path:
            yield "path", system.path, "file"
        return
    if system.kind == "checkpoint":
        named = f"{system.model}/{system.gguf_file}" if system.gguf_file else system.model
        yield "model", named, "file" if system.gguf_file else "model"
    else:
        yield "adapter", system.adapter, "model"
        if base := base_of(system):
            yield "base", base, "model"
    if system.tokenizer:
        yield "tokenizer", system.tokenizer, "tokenizer"
    if system.chat_template not in ("alpaca", "model"):
        yield "chat_template", system.chat_template, "file"


def base_of(system: Any) -> str | None:
    """Return the base of an adapter: the recipe's, else the one that it names itself, as far as it is at hand."""
    if system.base:
        return system.base
    file = find_file(system.adapter, "adapter_config.json")
    return json.loads(file.read_text(encoding="utf-8")).get("base_model_name_or_path") if file else None


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    return [*_sources(recipe), *_systems(recipe), *_prompts(recipe)]


def unsupported_here(recipe: Recipe) -> list[Problem]:
    """Return what this machine cannot do."""
    needs = [place for place, system in enumerate(recipe.systems) if getattr(system, "gguf_file", None)]
    if not needs or find_spec("gguf") is not None:
        return []
    fix = 'Run pip install "medtune[gguf]"'
    return [recipe.problem(f"systems.{place}.gguf_file", "needs the package gguf", fix) for place in needs]


def _sources(recipe: Recipe) -> Iterator[Problem]:
    from medtune.data.prompts import authored

    kinds = sorted({*authored()["kinds"], *recipe.prompts.kinds})
    sources = recipe.data.sources
    for place, source in enumerate(sources):
        key = f"data.sources.{place}"
        if (source.path is None) == (source.read is None):
            fix = "Write `path` for prepared rows or `read` for a reader and its options, not both"
            yield recipe.problem(key, "a source has one of `path` and `read`", fix)
        elif source.label in [other.label for other in sources[:place]]:
            yield recipe.problem(f"{key}.name", "two sources have one name", "Give one another `name`", source.label)
        if source.prompt is not None and source.prompt not in kinds:
            fix = nearest(source.prompt, kinds) or "Add it under `prompts.kinds`"
            yield recipe.problem(f"{key}.prompt", f"not one of {', '.join(kinds)}", fix, source.prompt)


def _systems(recipe: Recipe) -> Iterator[Problem]:
    names = [system.name.lower() for system in recipe.systems]  # in files, on disks that know no upper case
    for place, system in enumerate(recipe.systems):
        key = f"systems.{place}"
        if names[place] in names[:place]:
            yield recipe.problem(f"{key}.name", "two systems have one name", "Give one another", system.name)
        if names[place] == "reference":
            fix = "Choose another"
            yield recipe.problem(f"{key}.name", "the report calls the doctors' answers so", fix, system.name)
        if system.kind == "predictions" and (system.path is None) == (system.rival is None):
            fix = "Write `path` for a file, or `rival` for answers that came with the data, not both"
            yield recipe.problem(key, "predictions have one of `path` and `rival`", fix)
        if system.kind == "endpoint":
            yield from _endpoint(recipe, key, system)


def _endpoint(recipe: Recipe, key: str, system: Any) -> Iterator[Problem]:
    for name in ("num_beams", "no_repeat_ngram_size"):
        if getattr(recipe.generation, name) != type(recipe.generation).model_fields[name].default:
            message, fix = f"{system.name} is an endpoint, which has no such setting", "Delete it"
            yield recipe.problem(f"generation.{name}", message, fix, getattr(recipe.generation, name))
    ours = {"model", "messages", "stream", "n", "temperature", "top_p", "max_tokens", "max_completion_tokens"}
    for name in sorted(ours & system.options.keys()):
        fix = "Delete it; `generation` and the system's own keys say it"
        yield recipe.problem(f"{key}.options.{name}", "is set by medtune", fix)


def _prompts(recipe: Recipe) -> Iterator[Problem]:
    from medtune.data.prompts import NO_SYSTEM, authored

    words = recipe.prompts
    known = [*authored()["systems"], *words.systems, NO_SYSTEM]
    named = {"prompts.system": words.system}
    named |= {f"systems.{n}.system_line": getattr(one, "system_line", None) for n, one in enumerate(recipe.systems)}
    for key, name in named.items():
        if name is not None and name not in known:
            fix = nearest(name, known) or "Add it under `prompts.systems`"
            yield recipe.problem(key, f"not one of {', '.join(known)}", fix, name)
    for group in ("systems", "kinds"):
        for name, texts in getattr(words, group).items():
            for language in sorted({"en", "zh"} - texts.keys()):
                yield recipe.problem(f"prompts.{group}.{name}", f"no text in {language}", f"Add `{language}: …`")


def describe(recipe: Recipe, earlier: Earlier) -> list[tuple[str, str]]:
    """Return the plan: rows, systems with memory and time, and files.

    Args:
        recipe: the evaluation.
        earlier: steps of a pipeline that come before it.
    """
    counted = [_rows(source) for source in recipe.data.sources]
    points = []
    for place, (source, rows) in enumerate(zip(recipe.data.sources, counted, strict=True)):
        told = "counted when they are read" if rows is None else f"{rows:,}"
        points.append(("rows" if place == 0 else "", f"{source.label}: {told}"))
    known = None if any(rows is None for rows in counted) else sum(counted)
    for place, system in enumerate(recipe.systems):
        points.append(("systems" if place == 0 else "", f"{system.name}: {_of_system(recipe, system, known)}"))
    if known is not None:
        most = known * recipe.generation.max_new_tokens
        points.append(("tokens", f"at most {amount(most)} generated by each system that answers all rows"))
    files = "predictions/NAME.parquet, row_scores.parquet, report.html, report.md, report.json, plots, words as CSV"
    points.append(("writes", f"{recipe.output_dir}: {files}"))
    points.append(
        ("", f"{recipe.answers or f'{recipe.output_dir}/answers'}: generated answers, found again by a rerun")
    )
    return points


def _rows(source: Source) -> int | None:
    """Return the rows of a source; None where they must be read to be counted, or are not there."""
    import pyarrow.parquet as pq

    if source.path is None:
        return None
    path = Path(source.path)
    file = path / f"{source.split}.parquet" if path.is_dir() else path
    if not file.is_file():
        return None
    rows = pq.read_metadata(file).num_rows
    return min(rows, source.max_rows or rows)


def _of_system(recipe: Recipe, system: Any, rows: int | None) -> str:
    if system.kind == "predictions":
        return f"answers of {system.path}" if system.path else f"answers of {system.rival} that came with the data"
    if system.kind == "endpoint":
        rate = f", at most {system.requests_per_minute:g} requests a minute" if system.requests_per_minute else ""
        least = f", so {span(rows / system.requests_per_minute * 60)} at least" if rate and rows else ""
        return f"{system.model} at the address in {system.base_url_env}, {system.concurrency} at a time{rate}{least}"
    name = system.model if system.kind == "checkpoint" else base_of(system)
    config = read_config(name) if name else None
    what = f"{system.adapter} on {name or 'a base that it names'}" if system.kind == "adapter" else name
    if getattr(system, "gguf_file", None):
        return f"{what}/{system.gguf_file}"
    if config is None or config.get("model_type") == "berpt" or "vocab_size" not in config:
        return f"{what}" if config else f"{what}; size and time unknown while it is not there"
    return f"{what}: {_cost(recipe, system, config, rows)}"


def _cost(recipe: Recipe, system: Any, config: dict[str, Any], rows: int | None) -> str:
    """Say how much memory a causal model needs, and how long it takes, very roughly."""
    size, generation = network(config, "decoder"), recipe.generation
    kept = config.get("dtype") or config.get("torch_dtype") or "float32"
    dtype = kept if system.dtype == "auto" else system.dtype
    width = BYTES.get(dtype, 4)
    tokens = PROMPT_TOKENS + generation.max_new_tokens
    # Keys and values of all heads: fewer are kept where heads share them.
    cache = 2 * size.layers * size.width * width * tokens * generation.batch_size * generation.num_beams
    device = accelerator()
    memory = size.parameters * width + cache + (PROCESS if device is None else 0)
    told = f"{amount(size.parameters)} parameters in {dtype}, about {amount(memory, 'B')} at the peak"
    if rows is None:
        return told
    rate = matrix_rate(device, half=device is not None and width == 2)
    seconds = 2 * size.parameters * tokens * rows / (rate * GENERATION_SHARE[device is not None])
    return f"{told}, very roughly {span(seconds)} if every answer is as long as allowed"
