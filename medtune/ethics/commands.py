"""The words of `medtune ethics`. Thin: each action calls one function, imported when it is needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable

URL = "http://127.0.0.1:8000"
TABLES = ("scores", "guesses", "comments", "disagreements", "decisions", "items", "progress", "audit", "sheets")

Add = Callable[[str, Callable[[argparse.Namespace, list[str]], None], str], argparse.ArgumentParser]


def add_actions(ethics: argparse.ArgumentParser) -> None:
    """Add the actions to the parser of `medtune ethics`."""
    actions = ethics.add_subparsers(title="actions", metavar="ACTION", required=True)

    def action(name: str, function, text: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=text[0].lower() + text[1:].rstrip("."), description=text)
        added.set_defaults(function=function, error=added.error)
        return added

    _add_create(action)
    _add_planning(action)
    _add_holding(action)
    _add_exchange(action)


def _add_create(action: Add) -> None:
    create = action("create", _create, "Make a study of several systems' predictions, with a link for each rater.")
    create.add_argument("study", metavar="STUDY", help="file to write, such as knees.study")
    create.add_argument(
        "--predictions",
        metavar="FILE",
        nargs="+",
        required=True,
        help="one file (or run's folder) for each system, .parquet, .jsonl, .json, .csv or .tsv; NAME=FILE names it",
    )
    create.add_argument(
        "--raters", metavar="NAME[:zh|en]", nargs="+", required=True, help="who rates, and the language of their pages"
    )
    create.add_argument("--items", metavar="N", type=_count, help="questions to sample; all systems' answers are rated")
    create.add_argument(
        "--difference", metavar="POINTS", type=float, help="instead: sample as many as it takes to see this difference"
    )
    create.add_argument("--name", metavar="TEXT", help="what raters see the study called (default: the file's name)")
    create.add_argument("--common", action="store_true", help="use the rows that are in all files, by id")
    create.add_argument("--reference", metavar="NAME", help="rate the true replies too, as a system of this name")
    text = "SYSTEM=LABEL for each system, LABEL as ENGLISH|中文: ask raters who wrote an answer, to measure blinding"
    create.add_argument("--who", metavar="SYSTEM=LABEL", nargs="+", default=[], help=text)
    create.add_argument(
        "--stratify",
        metavar="BY",
        nargs="*",
        default=["language"],
        help="keep the shares of language, task, source, department (default: language)",
    )
    create.add_argument("--data", metavar="PREPARED", help="output_dir of `task: prepare-data` with the departments")
    create.add_argument("--repeats", metavar="N", type=int, help="answers that come twice (default: a tenth)")
    create.add_argument(
        "--repeat-gap", metavar="N", type=_count, help="items between them at least (default: 20 or fewer)"
    )
    create.add_argument("--gold", metavar="FILE", help="answers whose right scores are known, to check attention")
    create.add_argument("--rubric", metavar="FILE", help="another rubric than `medtune ethics rubric` prints")
    create.add_argument("--mask", metavar="WORD", nargs="+", default=[], help="further words to mask in answers")
    create.add_argument(
        "--end-on-unacceptable", action="store_true", help="an unacceptable answer on the first axis ends the item"
    )
    create.add_argument("--show-reference", action="store_true", help="show raters the true reply beside the answer")
    create.add_argument("--seed", metavar="N", type=int, default=0, help="of sample and order (default: 0)")
    create.add_argument("--url", metavar="URL", default=URL, help=f"where raters reach the server (default: {URL})")
    _add_design(create)


def _add_design(parser: argparse.ArgumentParser) -> None:
    text = "standard deviation of one rater's differences between two systems, in points (default: 1)"
    parser.add_argument("--spread", metavar="POINTS", type=float, default=1.0, help=text)
    text = "share of that variance that raters have in common (default: 0.5)"
    parser.add_argument("--agreement", metavar="SHARE", type=float, default=0.5, help=text)
    parser.add_argument("--power", metavar="P", type=float, default=0.8, help="chance to see it (default: 0.8)")


def _add_planning(action: Add) -> None:
    power = action("power", _power, "Tell how many questions a study needs to see a difference.")
    power.add_argument("--systems", metavar="N", type=_count, default=2, help="systems compared (default: 2)")
    power.add_argument("--raters", metavar="N", type=_count, default=5, help="raters of every answer (default: 5)")
    power.add_argument("--items", metavar="N", type=_count, help="questions, to learn what difference they show")
    power.add_argument("--difference", metavar="POINTS", type=float, help="to learn how many questions show it")
    _add_design(power)
    action("rubric", _rubric, "Print the rubric as YAML, to start another one from.")


def _add_holding(action: Add) -> None:
    serve = action("serve", _serve, "Let raters rate in their browsers.")
    serve.add_argument("study", metavar="STUDY")
    serve.add_argument("--host", metavar="HOST", default="127.0.0.1", help="address (default: this machine only)")
    serve.add_argument("--port", metavar="N", type=int, default=8000, help="port (default: 8000)")
    serve.add_argument("--certificate", metavar="FILE", help="TLS certificate (PEM), for https")
    serve.add_argument("--key", metavar="FILE", help="its private key (PEM)")
    serve.add_argument("--behind-proxy", action="store_true", help="a proxy with HTTPS stands before the server")
    serve.add_argument("--allow-plain-http", action="store_true", help="listen beyond this machine without HTTPS")

    status = action("status", _status, "Show how far each rater is.")
    status.add_argument("study", metavar="STUDY")

    link = action("link", _link, "Make a new link for a rater who lost theirs, add a rater, or withdraw a link.")
    link.add_argument("study", metavar="STUDY")
    what = link.add_mutually_exclusive_group(required=True)
    what.add_argument("--rater", metavar="NAME", help="a new link in place of the old one")
    what.add_argument("--admin", action="store_true", help="a new link for the administrator")
    what.add_argument("--add", metavar="NAME[:zh|en]", help="a rater who joins")
    what.add_argument("--withdraw", metavar="NAME", help="the link is no longer good; the scores stay")
    link.add_argument("--url", metavar="URL", default=URL, help=f"where raters reach the server (default: {URL})")

    lock = action("lock", _lock, "End the study for good: no more scores are taken, and they may be read.")
    lock.add_argument("study", metavar="STUDY")
    lock.add_argument("--incomplete", action="store_true", help="although raters are not done")


def _add_exchange(action: Add) -> None:
    export = action("export", _export, "Write what a study holds to a file.")
    export.add_argument("study", metavar="STUDY")
    export.add_argument("--to", metavar="PATH", required=True, help="a .csv, .jsonl or .parquet file; sheets: a folder")
    text = f"{', '.join(TABLES[:-1])}, or sheets: a spreadsheet for each rater without access (default: scores)"
    export.add_argument("--what", metavar="TABLE", choices=TABLES, default="scores", help=text)
    export.add_argument("--even-unlocked", action="store_true", help="show scores of a study that goes on")

    take = action("import", _import, "Read filled-in spreadsheets, scores of a copy of the study, or decisions.")
    take.add_argument("study", metavar="STUDY")
    take.add_argument("files", metavar="FILE", nargs="+")
    take.add_argument("--replace", action="store_true", help="where the study holds other scores, take the file's")

    report = action("report", _report, "Report on a locked study: scores, agreement, comparison, blinding.")
    report.add_argument("study", metavar="STUDY")
    report.add_argument("--to", metavar="DIR", default="ethics-report", help="folder to write (default: ethics-report)")
    text = "the files the study was made of, to correlate with automatic metrics"
    report.add_argument("--predictions", metavar="FILE", nargs="+", default=[], help=text)
    report.add_argument("--even-unlocked", action="store_true", help="report on a study that goes on")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is too small; at least 1 is allowed")
    return number


def _create(arguments: argparse.Namespace, _: list[str]) -> None:
    from dataclasses import fields

    from medtune.ethics.create import Choices, create_study
    from medtune.ethics.links import link

    chosen = {field.name: getattr(arguments, field.name) for field in fields(Choices)}
    created = create_study(arguments.study, Choices(**chosen))
    print("\n".join(created.notes))
    print("\nThe links, shown only now: the study holds no more than their hashes. Send each to one person alone.")
    width = max(len(name) for name in [*created.tokens.raters, "administrator"])
    for name, token in (created.tokens.raters | {"administrator": created.tokens.admin}).items():
        print(f"  {name:{width}}  {link(arguments.url, token)}")
    print(f"\nNext: medtune ethics serve {arguments.study}")


def _power(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.power import Design, describe, questions_for

    if arguments.items is None and arguments.difference is None:
        arguments.error("give --items, --difference or both")
    design = Design(arguments.systems, arguments.raters, arguments.spread, arguments.agreement, power=arguments.power)
    print(describe(design, arguments.items or questions_for(design, arguments.difference), arguments.difference))


def _rubric(_: argparse.Namespace, __: list[str]) -> None:
    from medtune.ethics.rubric import default_text

    print(default_text(), end="")


def _serve(arguments: argparse.Namespace, _: list[str]) -> None:
    try:
        from medtune.ethics.web.serve import serve
    except ModuleNotFoundError as error:
        if error.name in ("fastapi", "uvicorn", "multipart", "python_multipart"):
            raise SystemExit(f"error: {error.name} is not installed; pip install 'medtune[ethics]'") from error
        raise
    serve(
        arguments.study,
        arguments.host,
        arguments.port,
        certificate=arguments.certificate,
        key=arguments.key,
        behind_proxy=arguments.behind_proxy,
        allow_plain_http=arguments.allow_plain_http,
    )


def _status(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.store import Study

    with Study.open(arguments.study) as study:
        print(_progress(study))
        print(f"locked since {study.locked}" if study.locked else "open: scores are taken")


def _progress(study) -> str:
    lines = []
    for one in study.progress():
        when = f", last on {one.last_saved[:16].replace('T', ' ')} UTC" if one.last_saved else ""
        gone = "" if one.rater.active else ", link withdrawn"
        lines.append(f"{one.rater.name}: {one.done} of {one.total} done{when}{gone}")
    return "\n".join(lines)


def _link(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.create import parse_rater
    from medtune.ethics.links import add_rater, link, new_link, withdraw
    from medtune.ethics.store import Study

    with Study.open(arguments.study) as study:
        if arguments.withdraw is not None:
            withdraw(study, arguments.withdraw)
            print(f"the link of {arguments.withdraw} is no longer good; the scores stay")
            return
        if arguments.add is not None:
            token = add_rater(study, parse_rater(arguments.add, study.raters()[0].language))
        else:
            token = new_link(study, None if arguments.admin else arguments.rater)
        print(link(arguments.url, token))


def _lock(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.store import Study

    with Study.open(arguments.study) as study:
        study.check_unlocked()
        open_ones = [one for one in study.progress() if one.done < one.total and one.rater.active]
        if open_ones and not arguments.incomplete:
            raise ValueError(f"not all raters are done; --incomplete locks all the same, for good:\n{_progress(study)}")
        study.lock()
        print(f"{_progress(study)}\nlocked: no more scores are taken. Next: medtune ethics report {arguments.study}")


def _export(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.export import export
    from medtune.ethics.sheets import export_sheets
    from medtune.ethics.store import Study
    from medtune.recipe.units import counted

    with Study.open(arguments.study) as study:
        if arguments.what == "sheets":
            for path in export_sheets(study, arguments.to):
                print(path)
            return
        rows = export(study, arguments.what, arguments.to, arguments.even_unlocked)
        print(f"{arguments.to}: {counted(rows, 'row')}")


def _import(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.imports import import_files
    from medtune.ethics.store import Study

    with Study.open(arguments.study) as study:
        done = import_files(study, arguments.files, arguments.replace)
        parts = {
            "new scores": done.new,
            "changed": done.changed,
            "already there": done.same,
            "comments": done.comments,
            "guesses": done.guesses,
            "decisions": done.decisions,
        }
        print(", ".join(f"{number} {what}" for what, number in parts.items() if number) or "nothing to import")


def _report(arguments: argparse.Namespace, _: list[str]) -> None:
    from medtune.ethics.report import report

    report(arguments.study, arguments.to, arguments.predictions, arguments.even_unlocked)
