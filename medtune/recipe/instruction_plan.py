"""The plan of an instruction tuning, in words, and rows as the model will see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from medtune.recipe.adapter_size import WEIGHT_BYTES, AdapterSize, adapter_size, estimate, grown_vocabulary
from medtune.recipe.duration import UTILISATION, accelerator, matrix_rate
from medtune.recipe.examples import CLOSE, EXAMPLES, OPEN, SHOWN_CHARACTERS
from medtune.recipe.instruction_checks import dtype_name, name_of
from medtune.recipe.instruction_sample import Sample, sample, tokenizer_of
from medtune.recipe.memory import Memory
from medtune.recipe.schedule import Schedule, plan_steps
from medtune.recipe.training_fields import field_value
from medtune.recipe.units import amount, counted, span

if TYPE_CHECKING:
    from medtune.recipe.model_size import Earlier
    from medtune.tasks.instruction_tuning import Recipe

Points = list[tuple[str, str]]


def describe(recipe: Recipe, earlier: Earlier) -> Points:
    """Return the plan of a tuning, estimates included; see `medtune.recipe.training_plan.describe_training`."""
    samples = sample(recipe)
    rows = _rows_an_epoch(samples, len(recipe.data.sources))
    schedule = plan_steps(recipe, rows)
    size = adapter_size(recipe, earlier)
    return [
        *_sources(recipe, samples),
        *_batches(recipe, schedule),
        *_parameters(recipe, size),
        *_vocabulary(recipe),
        *_files(recipe, size),
        *_memory(recipe, size, schedule, samples),
        *_time(recipe, size, schedule, samples),
    ]


def examples(recipe: Recipe, earlier: Earlier) -> list[str]:
    """Render the first rows, a source in turn, or say why there are none to show."""
    from medtune.data.cleaning.mask import mask
    from medtune.data.prompts import render

    tokenizer = tokenizer_of(recipe)
    samples = [one for one in sample(recipe) or [] if one.examples]
    if tokenizer is None or not samples:
        return ["none without tokenizer and chat template" if tokenizer is None else "none without the data"]
    lines = []
    for number in range(EXAMPLES):
        one = samples[number % len(samples)]
        place = number // len(samples)
        if place >= len(one.examples) or (encoded := one.encoded[place]) is None:
            continue
        [prompt] = render(tokenizer, [one.examples[place].messages(with_answer=False)], to_answer=True)
        prompt = tokenizer.decode(encoded.input_ids[: encoded.prompt]) if encoded.source_cut else prompt
        answer = tokenizer.decode(encoded.input_ids[encoded.prompt :])
        everything = recipe.data.loss_on == "everything"
        text = f"{OPEN if everything else ''}{_short(mask(prompt))}{'' if everything else OPEN}"
        first, *others = f"{text}{_short(mask(answer))}{CLOSE}".splitlines()
        lines += [f"{number + 1}. {first}", *(f"   {line}" for line in others)]
    return lines


def _short(text: str) -> str:
    """Leave the middle of long lines out; what begins and ends a text is what there is to check."""
    limit = 2 * SHOWN_CHARACTERS
    return "\n".join(
        line if len(line) <= limit else f"{line[:SHOWN_CHARACTERS]} … {line[-SHOWN_CHARACTERS // 2 :]}"
        for line in text.split("\n")
    )


def _rows_an_epoch(samples: list[Sample] | None, sources: int) -> int | None:
    """Return the rows of an epoch; None where a source is not there, or must be read whole to be counted."""
    if samples is None or len(samples) < sources or any(one.rows is None for one in samples):
        return None
    rows = 0
    for one in samples:
        share = one.count.used / max(one.count.rows, 1)
        limited = min(one.rows, one.part.max_rows or one.rows)
        rows += round(limited * share * one.part.weight)
    return rows


def _sources(recipe: Recipe, samples: list[Sample] | None) -> Points:
    if samples is None:
        return [("rows, tokens", "unknown without tokenizer and chat template")]
    there = {one.part.name: one for one in samples}
    points = []
    for place, source in enumerate(recipe.data.sources):
        name = name_of(source)
        points.append(("sources" if place == 0 else "", f"{name}: {_of_source(there.get(name))}"))
    if samples and (tokens := sum(one.count.tokens for one in samples)):
        supervised = sum(one.count.supervised for one in samples) / tokens
        packed = "packed without padding" if recipe.data.packing else "rows of like length share a batch"
        learnt = "all of them learnt" if recipe.data.loss_on == "everything" else f"{supervised:.0%} of them learnt"
        points.append(("tokens", f"{_mean(samples):.0f} a row, at most {recipe.data.cutoff}, {learnt}; {packed}"))
    return points


def _of_source(one: Sample | None) -> str:
    if one is None:
        return "not there yet"
    count = one.count
    rows = "rows counted when they are read" if one.rows is None else counted(one.rows, "row")
    if not count.used:
        return rows
    shares = {"source text cut": count.source_cut, "answer cut": count.answer_cut, "dropped": count.dropped}
    told = ", ".join(f"{value / (count.used + count.dropped):.1%} {name}" for name, value in shares.items())
    weight = f", weight {one.part.weight:g}" if one.part.weight != 1 else ""
    return f"{rows}{weight}; {told} at {count.tokens / count.used:.0f} tokens on average (sample of {count.rows})"


def _mean(samples: list[Sample]) -> float:
    return sum(one.count.tokens for one in samples) / max(sum(one.count.used for one in samples), 1)


def _batches(recipe: Recipe, schedule: Schedule) -> Points:
    parts = [counted(schedule.per_device, "example")]
    parts += [f"{schedule.accumulation} accumulated"] if schedule.accumulation > 1 else []
    parts += [f"{schedule.processes} processes"] if schedule.processes > 1 else []
    batch = parts[0] if len(parts) == 1 else f"{' x '.join(parts)} = {counted(schedule.rows, 'example')} a step"
    epochs = counted(schedule.epochs, "epoch")
    if field_value(recipe.training, "max_steps") > 0:
        steps = f"{schedule.steps:,} (max_steps)"
    elif schedule.steps is None:
        steps = f"{epochs}; how many steps follows from the rows"
    else:
        steps = f"{schedule.steps:,}: {epochs} of {schedule.steps_per_epoch:,}"
    return [("batch", batch), ("steps", steps)]


def _parameters(recipe: Recipe, size: AdapterSize | None) -> Points:
    if size is None:
        return [("parameters", "unknown without the base's configuration")]
    kept = recipe.quantization.kind if recipe.quantization else dtype_name(recipe)
    targets = ", ".join(size.targets)
    share = f"{size.trained / size.base:.2%}"
    text = f"{amount(size.base)} in {kept}, frozen; {amount(size.trained)} trained ({share}): rank {recipe.lora.rank}"
    return [("parameters", f"{text} on {targets}, {size.modules} modules")]


def _vocabulary(recipe: Recipe) -> Points:
    if recipe.model.extend_vocabulary is None:
        return []
    tokens = grown_vocabulary(recipe)
    size = "unknown without the tokenizer" if tokens is None else f"{tokens:,} pieces"
    return [("vocabulary", f"{size}, with those of {recipe.model.extend_vocabulary}; both embeddings trained in full")]


def _files(recipe: Recipe, size: AdapterSize | None) -> Points:
    adapter = f"adapter/ ({amount(size.trained * 4, 'B')})" if size else "adapter/"
    files = f"{adapter} with tokenizer and chat template, mixture.json, metrics.json, plots"
    files += ", predictions.parquet" if recipe.generation.rows else ""
    if recipe.merge is not None:
        files += ", merged/"
        files += f" ({amount(size.base * WEIGHT_BYTES[size.dtype], 'B')} in {size.dtype})" if size else ""
    return [("writes", f"{recipe.output_dir}: {files}")]


def _memory(recipe: Recipe, size: AdapterSize | None, schedule: Schedule, samples: list[Sample] | None) -> Points:
    if size is None:
        return []
    on_cpu = _device(recipe) is None
    longest = [len(one.input_ids) for found in samples or [] for one in found.encoded if one is not None]
    tokens = max(longest, default=recipe.data.cutoff)
    memory: Memory = estimate(recipe, size, schedule.per_device, tokens, on_cpu)
    held = {
        "libraries": memory.process,
        "weights": memory.weights,
        "optimizer": memory.optimizer,
        "activations, logits and gradients": memory.training,
    }
    parts = " + ".join(f"{name} {amount(count, 'B')}" for name, count in held.items() if count)
    where = "on the CPU" if on_cpu else f"on {_device(recipe)}, without its own context (about 0.5 GB)"
    return [
        ("memory", f"about {amount(memory.peak, 'B')} at the peak of one process {where} = {parts}"),
        ("", f"assumed: {counted(schedule.per_device, 'example')} of {tokens} tokens"),
    ]


def _time(recipe: Recipe, size: AdapterSize | None, schedule: Schedule, samples: list[Sample] | None) -> Points:
    if size is None or schedule.steps is None or not samples:
        return [("time", "unknown while rows, tokens or the model are")]
    half = bool(recipe.training.get("bf16") or recipe.training.get("fp16"))
    device = _device(recipe)
    rate, share = matrix_rate(device, half), UTILISATION[device is not None]
    # Forward and backward through frozen weights: no gradients of the weights themselves.
    flops = 4 * size.passed * schedule.steps * schedule.rows * _mean(samples)
    seconds = flops / (rate * share * schedule.processes)
    return [
        ("time", f"very roughly {span(seconds)} for the training steps alone"),
        (
            "",
            f"assumed: {amount(flops, 'FLOP')} at {share:.0%} of {amount(rate, 'FLOP/s')}, this machine's matrix rate",
        ),
    ]


def _device(recipe: Recipe) -> str | None:
    return None if recipe.training.get("use_cpu") else accelerator()
