"""What a recipe will do: rows, tokens, steps, parameters, files, memory and time. Nothing is loaded but tokenizers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from medtune.recipe.examples import CLOSE, EXAMPLES, OPEN, render
from medtune.recipe.model_size import Earlier, parts_of, tokenizer_at, tokenizer_name
from medtune.recipe.schema import Recipe, TrainingRecipe
from medtune.recipe.sections import PreparedDataSection
from medtune.recipe.token_sample import sample_rows
from medtune.recipe.training_plan import describe_training, needs_of
from medtune.recipe.units import amount

Lines = list[str]


def plan(recipe: Recipe) -> Iterator[tuple[str, Lines]]:
    """Describe what a recipe will do.

    Args:
        recipe: a checked recipe.

    Yields:
        Titles with lines: the plan, for a pipeline that of each step, and examples of what is learnt.
    """
    steps = recipe.load_steps() if hasattr(recipe, "load_steps") else None
    if steps is None:
        yield "Plan", describe(recipe, {})
    earlier: dict[Path, Recipe] = {}
    for number, step in enumerate(steps or (), start=1):
        yield f"Step {number} of {len(steps)}: {step.task}", describe(step, earlier)
        earlier[Path(step.output_dir)] = step
    trained = [step for step in steps or [recipe] if trains_on_prepared_data(step)]
    if trained:
        # Those of the last step: it learns what the steps before it learn, and more.
        yield f"Examples ({OPEN}supervised{CLOSE}, masked)", examples(trained[-1])


def trains_on_prepared_data(recipe: Recipe) -> bool:
    """Tell whether a recipe trains on the rows that `task: prepare-data` writes."""
    return isinstance(recipe, TrainingRecipe) and isinstance(getattr(recipe, "data", None), PreparedDataSection)


def describe(recipe: Recipe, earlier: Earlier) -> Lines:
    """Return the plan of one recipe, a line for each point.

    Args:
        recipe: no pipeline.
        earlier: steps of a pipeline that come before it.
    """
    points = describe_training(recipe, earlier) if trains_on_prepared_data(recipe) else _describe_other(recipe, earlier)
    if recipe.seeds:
        seeds = ", ".join(map(str, recipe.seeds))
        points.append(("runs", f"{len(recipe.seeds)}, one for each of the seeds {seeds}; the figures are those of one"))
    width = max(len(name) for name, _ in points)
    return [f"{name:{width}}  {text}" for name, text in points]


def _describe_other(recipe: Recipe, earlier: Earlier) -> list[tuple[str, str]]:
    from medtune.tasks import load_task

    points = []
    for item in load_task(recipe.task).inputs(recipe):
        path = Path(item.name)
        made = f"made by the step {earlier[path].task}" if path in earlier else "not there"
        points.append(("reads", f"{item.name} ({size_on_disk(path) if path.exists() else made})"))
    generated = [source.source for source in getattr(getattr(recipe, "data", None), "sources", []) if not _reads(source)]
    points += [("reads", f"nothing: source {name} generates its rows") for name in generated]
    return [*points, ("writes", recipe.output_dir)]


def _reads(source) -> bool:
    return bool(getattr(source, "path", None))


def size_on_disk(path: Path) -> str:
    """Return the size of a file or folder, such as `1.2 MB`."""
    files = [path] if path.is_file() else path.rglob("*")
    return amount(sum(file.stat().st_size for file in files if file.is_file()), "B")


def examples(recipe: TrainingRecipe) -> Lines:
    """Render the first rows of the training split, or say why there are none to show."""
    path = Path(recipe.data.path) / "train.parquet"
    tokenizers = {part: tokenizer_at(tokenizer_name(recipe, part)) for part in parts_of(recipe)}
    absent = [] if path.is_file() else [str(path)]
    absent += [tokenizer_name(recipe, part) for part, tokenizer in tokenizers.items() if tokenizer is None]
    if absent:
        return [f"unknown until there is {' and '.join(dict.fromkeys(absent))}"]
    rows = sample_rows(path, needs_of(recipe))[:EXAMPLES]
    lines = []
    for number, row in enumerate(rows, start=1):
        first, *others = render(row, tokenizers.get("encoder"), tokenizers.get("decoder"))
        lines += [f"{number}. {first}", *(f"   {line}" for line in others)]
    return lines
