"""The plan of one training on prepared data, in words."""

from __future__ import annotations

from functools import cache

from medtune.recipe.duration import UTILISATION, matrix_rate
from medtune.recipe.memory import AUTOCAST, optimizer_bytes
from medtune.recipe.model_size import Earlier
from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.training_facts import Facts, gather
from medtune.recipe.units import amount, counted, span

Points = list[tuple[str, str]]
_rate = cache(matrix_rate)


def describe_training(recipe: TrainingRecipe, earlier: Earlier) -> Points:
    """Return the plan of a training, estimates included.

    Args:
        recipe: has the sections `data` and `model`.
        earlier: steps of a pipeline that come before it.

    Returns:
        Names with texts, in the order in which they are printed.
    """
    facts = gather(recipe, earlier)
    data = _rows(facts) + _tokens(facts)
    return [
        *data,
        *_steps(facts),
        *_parameters(facts),
        *_vocabulary(recipe),
        *_files(facts),
        *_memory(facts),
        *_time(facts),
    ]


def _unknown(facts: Facts) -> str:
    return f"unknown without {' and '.join(facts.absent)}"


def _rows(facts: Facts) -> Points:
    if facts.rows is None:
        return []

    def one(split: str) -> str:
        found = facts.rows[split]
        without = [f"{count:,} without {column}" for column, count in found.lacking.items()]
        return f"{split} {found.rows:,}" + (f" ({' and '.join(without)}, passed over)" if without else "")

    return [("rows", ", ".join(map(one, facts.rows)))]


def _tokens(facts: Facts) -> Points:
    if facts.lengths is None:
        name = "tokens" if facts.rows else "rows, tokens"
        return [(name, _unknown(facts) if facts.absent else "no row of the sample has all that is needed")]
    points = []
    for part in facts.lengths:
        spread = f"{part.mean:.0f} tokens on average, {max(part.tokens)} at most"
        points.append((part.name, f"{spread}; {part.cut:.1%} of the rows are cut at {part.limit}"))
    how = "rows of like length share a batch" if facts.by_length else "rows in random order"
    sample = f"sample of {counted(len(facts.lengths[0].tokens), 'row')}"
    return [*points, ("padding", f"{facts.cut.padding:.0%} of the tokens in a batch; {how} ({sample})")]


def _steps(facts: Facts) -> Points:
    schedule = facts.schedule
    parts = [counted(schedule.per_device, "row")]
    parts += [f"{schedule.accumulation} accumulated"] if schedule.accumulation > 1 else []
    parts += [f"{schedule.processes} processes"] if schedule.processes > 1 else []
    batch = parts[0] if len(parts) == 1 else f"{' x '.join(parts)} = {counted(schedule.rows, 'row')} a step"
    epochs = counted(schedule.epochs, "epoch")
    if facts.value("max_steps") > 0:
        steps = f"{schedule.steps:,} (max_steps)"
    elif schedule.steps is None:
        steps = f"{epochs}; how many steps follows from the rows"
    else:
        steps = f"{schedule.steps:,}: {epochs} of {schedule.steps_per_epoch:,}"
    return [("batch", batch), ("steps", steps)]


def _parameters(facts: Facts) -> Points:
    size = facts.size
    if size is None:
        return [("parameters", _unknown(facts))]
    parts = ", ".join(f"{name} {amount(count)}" for name, count in size.parameters.items())
    if not size.frozen:
        return [("parameters", f"{amount(size.total)}, all trained: {parts}")]
    frozen = ", ".join(f"{name} {amount(count)}" for name, count in size.frozen.items())
    return [("parameters", f"{amount(size.trained)} of {amount(size.total)} trained: {parts}; frozen: {frozen}")]


def _vocabulary(recipe: TrainingRecipe) -> Points:
    points = []
    for key, whose in (("extend_vocabulary", "tokenizer's"), ("extend_decoder_vocabulary", "decoder tokenizer's")):
        limits = getattr(recipe.model, key, None)
        if limits is not None:
            grows = f"the {whose} grows by at most {limits.maximum:,} characters, those unknown to it in at least"
            points.append(("vocabulary", f"{grows} {limits.minimum_rows:,} training rows; not counted above"))
    return points


def _files(facts: Facts) -> Points:
    weights = f"weights ({amount(facts.size.total * 4, 'B')})" if facts.size else "weights"
    files = f"{weights}, tokenizer, metrics.json, log_history.json, plots, predictions.parquet"
    points = [("writes", f"{facts.recipe.output_dir}: {files}")]
    strategy = facts.value("save_strategy")
    if strategy == "no":
        return points
    when = {"epoch": "each epoch", "best": "each best evaluation"}.get(strategy)
    when = when or f"every {counted(facts.value('save_steps'), 'step')}"
    limit = facts.value("save_total_limit")
    kept = f"the last {limit} kept" if limit else "all kept"
    kept += " and the best" if limit and facts.value("load_best_model_at_end") else ""
    each = ""
    if facts.size:
        states = facts.size.trained * optimizer_bytes(facts.optimizer)
        each = f" of {amount(facts.size.total * 4 + states, 'B')}"
    return [*points, ("checkpoints", f"one{each} after {when}, {kept}")]


def _memory(facts: Facts) -> Points:
    memory = facts.memory()
    if memory is None:
        return []
    batch = facts.largest_batch(facts.schedule.per_device)
    evaluates = memory.evaluation > memory.training
    held = {
        "libraries": memory.process,
        "weights": memory.weights,
        "optimizer": memory.optimizer,
        "logits in evaluation" if evaluates else "activations and gradients": max(memory.training, memory.evaluation),
    }
    tokens = " + ".join(str(count) for count in (batch.encoder_tokens, batch.decoder_tokens) if count)
    longest = "longest batch of the sample" if facts.cut else "every row as long as allowed"
    precision = f"16-bit autocast ({AUTOCAST:.0%} of the activations)" if facts.autocast else "32 bits"
    optimizer = f"{optimizer_bytes(facts.optimizer)} bytes a trained parameter for {facts.optimizer}"
    process = " for each process" if facts.schedule.processes > 1 else ""
    where = "on the CPU" if facts.device is None else f"on {facts.device}, without its own context (about 0.5 GB)"
    parts = " + ".join(f"{name} {amount(count, 'B')}" for name, count in held.items() if count)
    return [
        ("memory", f"about {amount(memory.peak, 'B')} at the peak{process} {where} = {parts}"),
        ("", f"assumed: {longest}, {counted(batch.rows, 'row')} of {tokens} tokens; {precision}; {optimizer}"),
    ]


def _time(facts: Facts) -> Points:
    flops = facts.flops()
    if flops is None:
        return [("time", "unknown while rows, tokens or the model are")]
    rate, share = _rate(facts.device, facts.autocast), UTILISATION[facts.device is not None]
    seconds = flops / (rate * share * facts.schedule.processes)
    return [
        ("time", f"very roughly {span(seconds)} for the training steps alone"),
        (
            "",
            f"assumed: {amount(flops, 'FLOP')} at {share:.0%} of {amount(rate, 'FLOP/s')}, this machine's matrix rate",
        ),
    ]
