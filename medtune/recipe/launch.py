"""What the first line of a recipe calls: check the recipe, then run it."""

from __future__ import annotations

import logging
import os
import re
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from pickle import UnpicklingError
from typing import Any
from warnings import filterwarnings

from medtune.recipe.check import load_checked, warnings
from medtune.recipe.errors import RecipeError
from medtune.recipe.inputs import MissingInputs, describe_missing, unobtainable

WRONG_RECIPE = 2
FAILED = 1
INTERRUPTED = 130
BROKEN_PIPE = 141

USAGE = """usage: {file} [--section.key=VALUE ...] [--overwrite] [--debug]

  --section.key=VALUE  change the recipe for this run, such as --training.learning_rate=1e-4
  --overwrite          delete what an earlier run left in output_dir, and start afresh
  --debug              show the traceback of an error
"""


def launch(file: str, argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Run a recipe; called by the recipe's own first line and by `medtune run`.

    Args:
        file: the recipe.
        argv: words of the command line after the recipe; those of this process by default.

    Returns:
        The run's metrics.

    Raises:
        SystemExit: 2 for a wrong recipe, 1 if an input is missing or the run fails, 130 if it is interrupted, 141 if
            nobody reads its output any more. What went wrong is on stderr.
    """
    flags, overrides = take_flags(sys.argv[1:] if argv is None else argv, ("--overwrite", "--debug", "--help", "-h"))
    if flags & {"--help", "-h"}:
        print(USAGE.format(file=Path(file).name), end="")
        raise SystemExit(0)
    with reported(debug="--debug" in flags):
        recipe = load_checked(file, overrides)
        problems = warnings(recipe)
        if problems:
            raise RecipeError(problems)
        require_inputs(recipe)
        require_login(recipe)
        from medtune.runs import execute

        return execute(recipe, overwrite="--overwrite" in flags)


def require_inputs(recipe: Any) -> None:
    """Check that a recipe's inputs are at hand or can be downloaded.

    Raises:
        MissingInputs: names all that are neither.
    """
    from medtune.tasks import load_task

    absent = unobtainable(load_task(recipe.task).inputs(recipe))
    if absent:
        lines = [f"{recipe.problem(item.key, describe_missing(item))}" for item in absent]
        raise MissingInputs("\n".join(["the recipe's inputs are not there:", *lines]))


def require_login(recipe: Any) -> None:
    """Check that what a recipe, or a step of it, is to publish can be published.

    Raises:
        MissingInputs: names the recipes that could not.
    """
    publishing = [step for step in recipe.load_steps() if getattr(step, "hub", None)]
    if publishing:
        from medtune.hub.push import cannot_publish

        if reason := cannot_publish():
            lines = [
                f"{step.problem('hub.repository', 'cannot be published', reason, step.hub.repository)}"
                for step in publishing
            ]
            raise MissingInputs("\n".join(lines))


def take_flags(words: Sequence[str], flags: Sequence[str]) -> tuple[set[str], list[str]]:
    """Part a command line into the flags that stand in it and the rest.

    Args:
        words: the command line.
        flags: words that stand alone, such as `--overwrite`.
    """
    return {word for word in words if word in flags}, [word for word in words if word not in flags]


@contextmanager
def reported(debug: bool = False) -> Iterator[None]:
    """Turn expected errors of the body into a message on stderr and an exit code.

    An error that medtune does not expect keeps its traceback.

    Args:
        debug: show the traceback of expected errors too.
    """
    # On a CPU it recommends, at every import, a package that downloads code.
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)
    # peft 0.21 asks a model by a name that transformers 5.23 calls old: nothing that a user could change.
    filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)
    try:
        yield
        sys.stdout.flush()
    except RecipeError as error:
        _leave(WRONG_RECIPE, str(error), debug, everywhere=False)
    except BrokenPipeError:  # whoever reads the output, such as `head`, has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - Python writes what is left into it on its way out
        raise SystemExit(BROKEN_PIPE) from None
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) and not _raised_by_medtune(error):
            raise
        _leave(FAILED, f"error: {error}", debug, everywhere=not isinstance(error, MissingInputs))
    except UnpicklingError as error:
        # PyTorch's own message ends by advising to read the file all the same.
        unknown = re.search(r"GLOBAL (\S+)", str(error))
        held = f"objects beside the weights ({unknown[1]})" if unknown else "something else than weights"
        message = f"a model's .bin file holds {held}, and was not read. Get the model as safetensors, or from others"
        _leave(FAILED, f"error: {message}", debug, everywhere=True)
    except KeyboardInterrupt:
        _leave(INTERRUPTED, "interrupted; the same command continues", debug, everywhere=False)


def _leave(code: int, message: str, debug: bool, everywhere: bool) -> None:
    """Print an error and exit.

    Args:
        code: exit code.
        message: what to print.
        debug: print the traceback first.
        everywhere: whether each process may have its own error; otherwise one per machine speaks for all.
    """
    rank = os.environ.get("RANK", "0")
    if everywhere or os.environ.get("LOCAL_RANK", "0") == "0":
        if debug:
            traceback.print_exc()
        print(f"[process {rank}] {message}" if rank != "0" else message, file=sys.stderr, flush=True)
    else:
        # The launcher stops all processes when the first one leaves: let the one that speaks be the first.
        time.sleep(5)
    raise SystemExit(code) from None


def _raised_by_medtune(error: BaseException) -> bool:
    """Tell whether medtune's own code raised an error, so that its message is enough."""
    last = None
    for frame, _ in traceback.walk_tb(error.__traceback__):
        last = frame
    return last is not None and last.f_globals.get("__name__", "").split(".")[0] == "medtune"
