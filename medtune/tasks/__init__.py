"""One module per `task:` of a recipe: its schema and a short, linear `run`.

A module `multitask` serves `task: multitask` and holds

- `Recipe`, the schema;
- `inputs(recipe)`, the models and data it reads;
- `check(recipe)`, the mistakes that a schema cannot see, without loading weights;
- `run(recipe, output_dir)`, which does the work and returns metrics;
- optionally `METRICS`, if it trains: what it measures on the validation split, as `eval_` and the name;
- optionally `unsupported_here(recipe)`, what keeps it from running on this machine;
- optionally `outputs(recipe)`, the folders that it writes and others read, if there are more than its `output_dir`;
- optionally `describe(recipe, earlier)` and `examples(recipe, earlier)`, its plan and rows as it will read them, where
  it trains on other rows than those of `task: prepare-data`;
- optionally `SINGLE_PROCESS = True`, if there is nothing to share out among several processes;
- optionally `STEPS = True`, if it runs other recipes, which know themselves whether they are finished.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType


def task_names() -> list[str]:
    """Return the tasks that a recipe can name."""
    files = Path(__file__).parent.glob("*.py")
    return sorted(file.stem.replace("_", "-") for file in files if file.stem != "__init__")


def load_task(name: str) -> ModuleType:
    """Return the module of a task.

    Args:
        name: one of `task_names()`.
    """
    return import_module(f"medtune.tasks.{name.replace('-', '_')}")
