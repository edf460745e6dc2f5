"""What a recipe will do: rows, tokens, steps, parameters, files, memory and time. Nothing is loaded but tokenizers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from medtune.recipe.examples import CLOSE, EXAMPLES, OPEN, render
from medtune.recipe.grid import command_line
from medtune.recipe.model_size import Earlier, find_tokenizer, parts_of
from medtune.recipe.schema import Recipe, TrainingRecipe
from medtune.recipe.sections import PreparedDataSection
from medtune.recipe.token_sample import sample_rows
from medtune.recipe.training_facts import TRAIN_FILE, absent, made_by, needs_of
from medtune.recipe.training_plan import describe_training
from medtune.recipe.units import amount, counted

Lines = list[str]
LINE = 110
#: What a task leaves, where it is no training.
WRITES = {
    "clean-data": "train, test sets and rejected rows as Parquet, manifest.json, the corpus card with plots",
    "compare": "report.html, report.md, report.json, plots, metrics.json",
    "prepare-data": "train, validation, test and rejected rows as Parquet, departments.json, the data card",
    "triage-report": "report.md, report.html, report.json, plots; thresholds and temperature, also into the checkpoint",
    "tokenizer": "tokenizer.json, tokenizer_config.json, metrics.json",
}


def plan(recipe: Recipe) -> Iterator[tuple[str, Lines]]:
    """Describe what a recipe will do.

    Args:
        recipe: a checked recipe.

    Yields:
        Titles with lines: the plan, for a pipeline that of each step, and examples of what is learnt.
    """
    steps = recipe.load_steps()
    earlier: dict[Path, Recipe] = {}
    shown = []
    for number, step in enumerate(steps, start=1):
        title = "Plan" if step is recipe else f"Step {number} of {len(steps)}: {step.task}"
        yield title, describe(step, earlier)
        trained = step.load_trials()[0] if hasattr(step, "load_trials") else step
        if trains_on_prepared_data(trained) or hasattr(_task(trained), "examples"):
            # Those of the last step are shown: it learns what the steps before it learn, and more.
            shown = examples(trained, earlier)
        earlier[Path(step.output_dir)] = step
    if shown:
        yield f"Examples ({OPEN}supervised{CLOSE}, masked)", shown


def trains_on_prepared_data(recipe: Recipe) -> bool:
    """Tell whether a recipe trains on the rows that `task: prepare-data` writes."""
    return isinstance(recipe, TrainingRecipe) and isinstance(getattr(recipe, "data", None), PreparedDataSection)


def describe(recipe: Recipe, earlier: Earlier) -> Lines:
    """Return the plan of one recipe, a line for each point.

    Args:
        recipe: no pipeline.
        earlier: steps of a pipeline that come before it.
    """
    if hasattr(recipe, "load_trials"):
        return _describe_search(recipe, earlier)
    if trains_on_prepared_data(recipe):
        points = describe_training(recipe, earlier)
    else:
        points = getattr(_task(recipe), "describe", _describe_other)(recipe, earlier)
    if recipe.seeds:
        seeds = ", ".join(map(str, recipe.seeds))
        points.append(("runs", f"{len(recipe.seeds)}, one for each of the seeds {seeds}; the figures are those of one"))
    return _in_columns(points)


def _describe_search(recipe: Recipe, earlier: Earlier) -> Lines:
    """Return what a search tries, and the plan of its first trial."""
    first, *_ = trials = recipe.load_trials()
    counts = " x ".join(str(len(values)) for values in recipe.grid.values())
    how = "highest" if recipe.direction == "maximize" else "lowest"
    kept = "weights of the best trial" if recipe.keep == "best" else "weights of all trials"
    points = [
        ("trials", f"{len(trials)}: {counts}; each a run of {recipe.tried} (task {first.task})"),
        *(
            ("tries" if place == 0 else "", f"{key}: {', '.join(map(str, values))}")
            for place, (key, values) in enumerate(recipe.grid.items())
        ),
        ("chooses", f"the {how} {recipe.metric} on the validation split"),
        ("writes", f"{recipe.output_dir}: ranking.md, ranking.csv, metrics.json, plots, search.db; {kept}"),
    ]
    return [*_in_columns(points), "", f"One trial: {command_line(recipe.points()[0])}", *describe(first, earlier)]


def _in_columns(points: list[tuple[str, str]]) -> Lines:
    width = max(len(name) for name, _ in points)
    return [line for name, text in points for line in _wrapped(f"{name:{width}}  ", text)]


def _wrapped(name: str, text: str) -> Lines:
    return textwrap.wrap(
        text,
        LINE,
        initial_indent=name,
        subsequent_indent=" " * len(name),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _describe_other(recipe: Recipe, earlier: Earlier) -> list[tuple[str, str]]:
    """Return what any other task reads and writes."""
    reads = []
    for item in _task(recipe).inputs(recipe):
        path = Path(item.name)
        reads.append(f"{item.name} ({size_on_disk(path) if path.exists() else made_by(path, earlier)})")
    for source in getattr(getattr(recipe, "data", None), "sources", []):
        if hasattr(source, "rows"):
            reads.append(f"{counted(source.rows, 'row')} that source {source.source} makes")
    files = WRITES.get(recipe.task)
    written = f"{recipe.output_dir}: {files}" if files else recipe.output_dir
    return [*(("reads" if place == 0 else "", text) for place, text in enumerate(reads)), ("writes", written)]


def _task(recipe: Recipe) -> ModuleType:
    from medtune.tasks import load_task

    return load_task(recipe.task)


def size_on_disk(path: Path) -> str:
    """Return the size of a file or folder, such as `1.2 MB`."""
    files = [path] if path.is_file() else path.rglob("*")
    return amount(sum(file.stat().st_size for file in files if file.is_file()), "B")


def examples(recipe: TrainingRecipe, earlier: Earlier) -> Lines:
    """Render the first rows of the training split, or say why there are none to show."""
    if hasattr(_task(recipe), "examples"):
        return _task(recipe).examples(recipe, earlier)
    missing = absent(recipe, earlier)
    if missing:
        return textwrap.wrap(f"none without {' and '.join(missing)}", LINE, break_on_hyphens=False)
    tokenizers = {part: find_tokenizer(recipe, part, earlier) for part in parts_of(recipe)}
    limits = (recipe.data.max_tokens, recipe.data.max_reply_tokens)
    lines = []
    for number, row in enumerate(sample_rows(Path(recipe.data.path) / TRAIN_FILE, needs_of(recipe))[:EXAMPLES], 1):
        first, *others = render(row, tokenizers.get("encoder"), tokenizers.get("decoder"), *limits)
        lines += [f"{number}. {first}", *(f"   {line}" for line in others)]
    return lines
