"""`medtune ethics` as it is typed: from predictions to a locked study and its files."""

import csv
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest

from medtune.cli import main
from medtune.data.records import Prediction
from medtune.ethics.links import admin_by_token, rater_by_token
from medtune.ethics.store import Study

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def study(tmp_path, monkeypatch, capsys) -> str:
    """A study made by the command; the working folder is that of the files."""
    import json

    monkeypatch.chdir(tmp_path)
    for system in ("alpha", "beta"):
        rows = [
            Prediction(f"row:{n}", system, "en", "question-answer", f"Why {n}?", "So.", f"{system.title()} says {n}.")
            for n in range(6)
        ]
        lines = "\n".join(json.dumps(asdict(row)) for row in rows)
        (tmp_path / f"{system}.jsonl").write_text(lines, encoding="utf-8")
    words = (
        "--predictions alpha.jsonl beta.jsonl --raters Ann 李:zh --items 4 --repeats 1 --url https://study.example.org"
    )
    assert main(["ethics", "create", "knees.study", *words.split(), "--who", "alpha=one|甲", "beta=two|乙"]) == 0
    return capsys.readouterr().out


def test_create_prints_each_link_once_and_what_the_study_can_see(study):
    for part in (
        "4 questions × 2 systems = 8 answers, 1 repeats, 0 gold items: 9 to judge for each of 2 raters",
        "alpha: 4 of 4 answers masked",
        "is seen with 80% power",
        "Next: medtune ethics serve knees.study",
    ):
        assert part in study
    links = re.findall(r"(\S+) +https://study.example.org/r/([\w-]{43})$", study, re.MULTILINE)
    assert [name for name, _ in links] == ["Ann", "李", "administrator"]
    with Study.open("knees.study") as opened:
        assert rater_by_token(opened, links[1][1]).name == "李"
        assert admin_by_token(opened, links[2][1])


def test_spreadsheets_go_out_come_back_and_the_study_is_locked(study, capsys):
    assert main(["ethics", "export", "knees.study", "--what", "sheets", "--to", "sheets"]) == 0
    sheets = capsys.readouterr().out.split()
    for sheet in sheets:
        rows = list(csv.reader(open(sheet, encoding="utf-8-sig", newline="")))  # noqa: SIM115
        places = [
            place for place, name in enumerate(rows[0]) if name.split(" ")[0] in ("user_guidance", "who_wrote_it")
        ]
        places += [place for place, name in enumerate(rows[0]) if re.match("information|etiology", name)]
        for row in rows[1:]:
            for place in places:
                row[place] = "2"
            row[places[1]] = "one"
        with open(sheet, "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    with pytest.raises(SystemExit) as error:
        main(["ethics", "lock", "knees.study"])
    assert error.value.code == 1
    assert "Ann: 0 of 9 done" in capsys.readouterr().err
    assert main(["ethics", "import", "knees.study", *sheets]) == 0
    assert capsys.readouterr().out == "54 new scores, 18 guesses\n"
    main(["ethics", "status", "knees.study"])
    assert "李: 9 of 9 done, last on 2" in capsys.readouterr().out
    assert main(["ethics", "lock", "knees.study"]) == 0
    assert main(["ethics", "export", "knees.study", "--to", "scores.parquet"]) == 0
    assert "scores.parquet: 54 rows" in capsys.readouterr().out
    assert main(["ethics", "export", "knees.study", "--what", "disagreements", "--to", "queue.csv"]) == 0
    assert "queue.csv: 0 rows" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("create other.study --predictions nowhere.jsonl --raters A --items 1", "nowhere.jsonl: no such file"),
        ("create knees.study --predictions alpha.jsonl --raters A --items 1", "never overwritten"),
        ("export knees.study --to scores.csv", "is not locked: scores are not shown while raters rate"),
        ("export knees.study --to items.doc --what items", r"\.csv, \.jsonl, \.parquet can be written"),
        ("import knees.study alpha.jsonl", "nothing was imported:\nalpha.jsonl: neither"),
        ("status alpha.jsonl", "no study of `medtune ethics create`"),
        ("lock missing.study", "no such study"),
        ("link knees.study --rater Bob", "no rater 'Bob'; there are Ann, 李"),
    ],
)
def test_what_goes_wrong_is_said_without_a_traceback(study, capsys, words, message):
    with pytest.raises(SystemExit) as error:
        main(["ethics", *words.split()])
    assert error.value.code == 1
    shown = capsys.readouterr().err
    assert re.search(message, shown)
    assert "Traceback" not in shown


def test_links_are_made_added_and_withdrawn(study, capsys):
    for words in ("--rater Ann", "--admin", "--add Cy:zh"):
        assert main(["ethics", "link", "knees.study", *words.split()]) == 0
    links = capsys.readouterr().out.split()
    with Study.open("knees.study") as opened:
        tokens = [link.removeprefix("http://127.0.0.1:8000/r/") for link in links]
        assert rater_by_token(opened, tokens[0]).name == "Ann"
        assert admin_by_token(opened, tokens[1])
        assert rater_by_token(opened, tokens[2]).language == "zh"
        assert main(["ethics", "link", "knees.study", "--withdraw", "Ann"]) == 0
        assert rater_by_token(opened, tokens[0]) is None


def test_serve_and_report_get_what_was_typed(monkeypatch):
    calls = []
    for module, function in (("medtune.ethics.web.serve", "serve"), ("medtune.ethics.report", "report")):
        fake = ModuleType(module)
        setattr(fake, function, lambda *args, **kwargs: calls.append((args, kwargs)))
        monkeypatch.setitem(sys.modules, module, fake)
    monkeypatch.setitem(sys.modules, "medtune.ethics.web", ModuleType("medtune.ethics.web"))
    main(["ethics", "serve", "a.study", "--port", "9", "--certificate", "c.pem", "--key", "k.pem"])
    main(["ethics", "report", "a.study", "--to", "out", "--predictions", "x", "y"])
    tls = {"certificate": "c.pem", "key": "k.pem", "behind_proxy": False, "allow_plain_http": False}
    assert calls == [(("a.study", "127.0.0.1", 9), tls), (("a.study", "out", ["x", "y"], False), {})]


def test_power_and_rubric_need_no_study(capsys):
    main(["ethics", "power", "--difference", "0.2", "--systems", "3"])
    assert "168 questions, 5 raters, 3 systems" in capsys.readouterr().out
    main(["ethics", "power", "--items", "40", "--difference", "0.2"])
    assert re.search(r"A difference of 0\.2 is seen with \d\d% power; 80% needs \d+ questions", capsys.readouterr().out)
    main(["ethics", "rubric"])
    assert "information_security" in capsys.readouterr().out
    for words in ("power", "power --items 0", "create x.study --items 3"):
        with pytest.raises(SystemExit) as error:
            main(["ethics", *words.split()])
        assert error.value.code == 2


def test_a_machine_without_the_web_extra_makes_and_exports_studies():
    code = (
        "import sys\n"
        "for name in ('fastapi', 'uvicorn', 'multipart', 'python_multipart'): sys.modules[name] = None\n"
        "import medtune.ethics.create, medtune.ethics.export, medtune.ethics.imports, medtune.ethics.sheets\n"
        "import medtune.ethics.links, medtune.ethics.commands\n"
        "heavy = {'torch', 'transformers', 'datasets'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
