"""The `medtune` command. Thin: each sub-command calls one function, imported when it is needed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial

from medtune import __version__

Add = Callable[..., argparse.ArgumentParser]  # a command by name, function and help


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: words after `medtune`; those of this process by default.

    Returns:
        The exit code 0; errors leave through SystemExit with 1 or 2, see `medtune.recipe.launch`.
    """
    parser = build_parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest and not getattr(arguments, "takes_overrides", False):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if not hasattr(arguments, "function"):
        parser.print_help()
        return 0
    from medtune.recipe.launch import reported

    with reported(arguments.debug):
        arguments.function(arguments, rest)
    return 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="medtune",
        description="Fine-tune medical language models.",
        allow_abbrev=False,
        formatter_class=partial(argparse.HelpFormatter, max_help_position=24),
    )
    parser.add_argument("--version", action="version", version=f"medtune {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, function, text: str, takes_overrides: bool = False) -> argparse.ArgumentParser:
        usage = f"medtune {name} RECIPE [options] [--section.key=VALUE ...]" if takes_overrides else None
        added = commands.add_parser(name, help=text, description=text, usage=usage, allow_abbrev=False)
        added.add_argument("--debug", action="store_true", help="show the traceback of an error")
        added.set_defaults(function=function, takes_overrides=takes_overrides)
        return added

    for add in (
        _add_recipe_commands,
        _add_data_commands,
        _add_answering_commands,
        _add_model_commands,
        _add_reporting_commands,
    ):
        add(command)

    from medtune.ethics.commands import add_actions

    add_actions(command("ethics", None, "Let clinicians rate answers, blinded, in a browser; report on their scores."))
    return parser


def _add_recipe_commands(command: Add) -> None:
    """Add what checks, runs and finds recipes, and what they need."""
    check = command("check", _check, "Check a recipe, without weights and network.", takes_overrides=True)
    check.add_argument("recipe", metavar="RECIPE")
    check.add_argument("--ready", action="store_true", help="fail if a model or data set is not at hand")

    run = command("run", _run, "Run a recipe in one process.", takes_overrides=True)
    run.add_argument("recipe", metavar="RECIPE")
    run.add_argument("--overwrite", action="store_true", help="delete an earlier run in the recipe's output_dir")

    recipes = command("recipes", _recipes, "List the recipes that come with medtune, or copy one.")
    actions = recipes.add_subparsers(title="actions", metavar="copy")
    copy = actions.add_parser("copy", help="write a recipe out", description="Write out a recipe and its steps.")
    copy.add_argument("name", metavar="NAME", help="as `medtune recipes` lists it")
    copy.add_argument("target", metavar="DIR", nargs="?", default=".", help="folder to write into (default: this one)")
    copy.set_defaults(function=_copy_recipe)

    fetch = command("fetch", _fetch, "Download what a recipe names, to work offline.", takes_overrides=True)
    fetch.add_argument("recipe", metavar="RECIPE")
    fetch.add_argument("--to", metavar="DIR", required=True, help="folder to write into")


def _add_data_commands(command: Add) -> None:
    """Add what looks into data."""
    data = command("data", None, "Look into raw data, and take other systems' answers out of prepared data.")
    actions = data.add_subparsers(title="actions", metavar="inspect|rivals", required=True)
    text = "Show what a file holds, which reader fits it, and the lines of a recipe that read it."
    inspect = actions.add_parser("inspect", help="show what a file holds and which reader fits", description=text)
    inspect.add_argument("file", metavar="FILE", help="a file, a folder, a pattern or a zip file")
    inspect.add_argument("--rows", metavar="N", type=_count, default=10_000, help="rows looked at (default: 10000)")
    inspect.set_defaults(function=_inspect)
    text = "Write the answers of other systems that came with the data as predictions, for comparison."
    rivals = actions.add_parser("rivals", help="write other systems' answers as predictions", description=text)
    rivals.add_argument("prepared", metavar="PREPARED", help="output_dir of `task: prepare-data`")
    rivals.add_argument("--split", metavar="NAME", default="test", help="train, validation or test (default: test)")
    rivals.add_argument("--to", metavar="DIR", required=True, help="receives a folder for each system")
    rivals.set_defaults(function=_rivals)

    vocabulary = command("vocabulary", _vocabulary, "Show which characters of prepared data a tokenizer does not know.")
    vocabulary.add_argument("tokenizer", metavar="TOKENIZER", help="folder or Hub id; of a joint checkpoint both")
    vocabulary.add_argument("--data", metavar="PREPARED", required=True, help="output_dir of `task: prepare-data`")
    vocabulary.add_argument("--top", metavar="N", type=_count, default=50, help="characters shown (default: 50)")
    vocabulary.add_argument("--json", metavar="FILE", help="receives the same as JSON")


def _add_answering_commands(command: Add) -> None:
    """Add what lets a finished model answer."""
    predict = command("predict", _predict, "Let a checkpoint predict departments or write replies. No diagnosis.")
    predict.add_argument("checkpoint", metavar="CHECKPOINT", help="folder or Hub id")
    predict.add_argument("--input", metavar="FILE", help="rows to predict for: .jsonl, .csv, .tsv, .parquet or .txt")
    predict.add_argument("--output", metavar="FILE", help="receives a JSON line for each row; continued if unfinished")
    predict.add_argument("--text", metavar="TEXT", help="one description to predict for, instead of a file")
    predict.add_argument("--batch-size", metavar="N", type=_count, default=32, help="rows at a time (default: 32)")
    predict.set_defaults(error=predict.error)

    generate = command("generate", _generate, "Let an instruction-tuned model answer the rows of a file. No diagnosis.")
    generate.add_argument("--input", metavar="FILE", required=True, help="rows: .jsonl, .csv, .tsv, .parquet or .txt")
    generate.add_argument("--output", metavar="FILE", required=True, help="receives a JSON line for each row")
    generate.add_argument("--batch-size", metavar="N", type=_count, default=16, help="rows at a time (default: 16)")
    chat = command("chat", _chat, "Talk with an instruction-tuned model in the terminal. No diagnosis.")
    for talking in (generate, chat):
        _add_generation(talking)


def _add_model_commands(command: Add) -> None:
    """Add what merges and publishes models."""
    merge = command("merge", _merge, "Merge a LoRA adapter into its base, and check that the result is both together.")
    merge.add_argument(
        "base", metavar="BASE", help="folder or Hub id of the 16-bit model, also after quantised training"
    )
    merge.add_argument("adapter", metavar="ADAPTER", help="folder of the adapter, as peft saved it")
    merge.add_argument("out", metavar="OUT", help="folder to write the merged model into")
    merge.add_argument(
        "--tokenizer", metavar="DIR", help="the result's tokenizer (default: the adapter's, else the base's)"
    )
    merge.add_argument("--name", metavar="NAME", help="what the lineage calls the result (default: OUT's name)")
    merge.add_argument(
        "--prompts", metavar="FILE", help="texts to compare answers on, one a line (default: 16 of medtune's)"
    )

    card = command("card", _card, "Write the model card of a finished run or a merged model, to be read before a push.")
    card.add_argument("folder", metavar="RUN", help="folder of a finished run, or OUT of `medtune merge`")
    text = "output_dir of a `task: evaluate` in which it was a system; its scores go into the card"
    card.add_argument("--evaluation", metavar="DIR", help=text)

    push = command("push", _push, "Publish a checkpoint with its card on the Hugging Face Hub.")
    push.add_argument("folder", metavar="RUN", help="folder of a finished run, or OUT of `medtune merge`")
    push.add_argument(
        "--to", metavar="USER/NAME", help="the repository (default: `hub.repository` of the run's recipe)"
    )
    push.add_argument(
        "--public", action="store_true", help="let everybody see a new repository (default: only its owner)"
    )


def _add_reporting_commands(command: Add) -> None:
    """Add what compares runs and systems."""
    report = command("report", _report, "Report on finished runs: tables, plots and the numbers behind them.")
    report.add_argument("runs", metavar="RUN", nargs="+", help="folder of a run, or of a run with several seeds")
    report.add_argument("--to", metavar="DIR", default="report", help="folder to write into (default: report)")
    report.add_argument("--baselines", action="store_true", help="add the majority class and a char SVM")
    text = "test rows whose descriptions are swapped, to see whether joint models use them"
    report.add_argument("--shuffle-test-rows", metavar="N", type=_count, default=0, help=text)
    text = "test rows to show with all replies: patients' own words"
    report.add_argument("--samples", metavar="N", type=_count, default=0, help=text)

    compare = command(
        "compare", _compare, "Set two files of numbers, or of predictions for the same rows, side by side."
    )
    text = "metrics.json, report.json or another JSON file of numbers, a run's folder, or predictions"
    compare.add_argument("first", metavar="A", help=text)
    compare.add_argument("second", metavar="B", help="the same of another run or system")
    compare.add_argument("--common", action="store_true", help="compare the rows that both have, if these differ")
    compare.add_argument("--json", metavar="FILE", help="receives the same as JSON")


def _add_generation(command: argparse.ArgumentParser) -> None:
    """Add what `generate` and `chat` have in common."""
    command.add_argument("checkpoint", metavar="CHECKPOINT", help="merged model, adapter or run: folder or Hub id")
    text = (
        "what is asked: question-answer, summary, consultation, instruction or a kind of prompt of the model's own "
        "recipe (default: by the task of each row, else question-answer)"
    )
    command.add_argument("--mode", metavar="KIND", help=text)
    text = "of the answer (default: auto, that of the question)"
    command.add_argument("--language", choices=("auto", "en", "zh"), default="auto", help=text)
    text = "longest answer in tokens (default: 256)"
    command.add_argument("--max-new-tokens", metavar="N", type=_count, default=256, help=text)
    text = "of sampling (default: 0, the most likely words)"
    command.add_argument("--temperature", metavar="T", type=_share_or_more, default=0.0, help=text)
    command.add_argument("--top-p", metavar="P", type=_share, default=1.0, help="nucleus of sampling (default: 1)")
    command.add_argument("--seed", metavar="N", type=int, help="of sampling")


def _share_or_more(text: str) -> float:
    number = float(text)
    if not 0 <= number < 100:
        raise argparse.ArgumentTypeError(f"{text} is out of range; 0 up to 100 are allowed")
    return number


def _share(text: str) -> float:
    number = float(text)
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is out of range; above 0 and up to 1 is allowed")
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is too small; at least 1 is allowed")
    return number


def _check(arguments: argparse.Namespace, overrides: list[str]) -> None:
    from medtune.recipe.check import check

    check(arguments.recipe, overrides, ready=arguments.ready)


def _run(arguments: argparse.Namespace, overrides: list[str]) -> None:
    from medtune.recipe.launch import launch

    flags = [f"--{name}" for name in ("overwrite", "debug") if getattr(arguments, name)]
    launch(arguments.recipe, [*overrides, *flags])


def _recipes(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.recipe.shipped import list_recipes

    list_recipes()


def _copy_recipe(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.recipe.shipped import copy_recipe

    for path in copy_recipe(arguments.name, arguments.target):
        print(path)


def _fetch(arguments: argparse.Namespace, overrides: list[str]) -> None:
    from medtune.fetch import fetch

    fetch(arguments.recipe, arguments.to, overrides)


def _inspect(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.data.inspect import inspect

    inspect(arguments.file, arguments.rows)


def _rivals(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.evaluation.systems.rivals import write_rivals
    from medtune.recipe.units import counted

    for path, rows, empty in write_rivals(arguments.prepared, arguments.to, arguments.split):
        print(f"{path}: {counted(rows, 'answer')}, {empty} of them empty")


def _predict(arguments: argparse.Namespace, _: list[str]) -> None:
    files = [file for file in (arguments.input, arguments.output) if file is not None]
    if len(files) != (2 if arguments.text is None else 0):
        arguments.error("give --text, or --input and --output")
    from transformers.utils.logging import disable_progress_bar

    from medtune.evaluation.inference.predict import predict_file, predict_text

    disable_progress_bar()  # of loading weights

    if arguments.text is not None:
        predict_text(arguments.checkpoint, arguments.text)
    else:
        predict_file(arguments.checkpoint, *files, batch_size=arguments.batch_size)


def _generate(arguments: argparse.Namespace, _: list[str]) -> None:
    from transformers.utils.logging import disable_progress_bar

    from medtune.evaluation.inference.generate import generate_file

    disable_progress_bar()  # of loading weights
    files = (arguments.checkpoint, arguments.input, arguments.output)
    options = {"batch_size": arguments.batch_size, "seed": arguments.seed or 0, **_decoding(arguments)}
    generate_file(*files, arguments.mode, arguments.language, **options)


def _chat(arguments: argparse.Namespace, _: list[str]) -> None:
    from transformers.utils.logging import disable_progress_bar

    from medtune.evaluation.inference.chat import chat

    disable_progress_bar()  # of loading weights
    mode = arguments.mode or "question-answer"
    chat(arguments.checkpoint, mode, arguments.language, arguments.seed, **_decoding(arguments))


def _decoding(arguments: argparse.Namespace) -> dict[str, float]:
    return {name: getattr(arguments, name) for name in ("max_new_tokens", "temperature", "top_p")}


def _vocabulary(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.evaluation.reports.vocabulary import vocabulary_report

    vocabulary_report(arguments.tokenizer, arguments.data, arguments.top, arguments.json)


def _merge(arguments: argparse.Namespace, _: list[str]) -> None:
    from transformers.utils.logging import disable_progress_bar

    from medtune.adapters.merge import merge
    from medtune.adapters.verify import describe, read_prompts

    disable_progress_bar()  # of loading weights
    prompts = None if arguments.prompts is None else read_prompts(arguments.prompts)
    step = merge(arguments.base, arguments.adapter, arguments.out, arguments.tokenizer, prompts, arguments.name)
    print(describe(step, arguments.out))


def _card(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.hub.card import write_card

    print(write_card(arguments.folder, arguments.evaluation))


def _push(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.hub.push import push_folder

    print(push_folder(arguments.folder, arguments.to, private=False if arguments.public else None))


def _report(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.evaluation.reports.report import report

    report(arguments.runs, arguments.to, arguments.baselines, arguments.shuffle_test_rows, arguments.samples)


def _compare(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.evaluation.compare_files import compare_files

    compare_files(arguments.first, arguments.second, arguments.common, arguments.json)


if __name__ == "__main__":
    sys.exit(main())
