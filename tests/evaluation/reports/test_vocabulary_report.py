"""What `medtune vocabulary` prints and writes."""

import json
import subprocess
import sys

import miniature
import pytest
from transformers import BertTokenizer

from medtune.cli import main
from medtune.data.records import Record
from medtune.data.storage import write_prepared
from medtune.data.tokenizer_audit import audit
from medtune.models import BERPTProcessor


@pytest.fixture
def folder(tmp_path):
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"我有头痛三天"]
    BertTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}).save_pretrained(tmp_path / "tokenizer")
    words = {"language": "zh", "source": "test", "task": "triage", "department": "皮肤科"}
    rows = [
        Record(id=f"{i}", group=f"{i}", description=f"我有湿疹{'三' * i}天β", reply="头痛\n" if i else None, **words)
        for i in range(9)
    ]
    write_prepared(tmp_path / "data", rows, [0] * 6 + [1] * 3, ["皮肤科"], range(9))
    return tmp_path


def test_command(folder, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    words = ["vocabulary", str(folder / "tokenizer"), "--data", str(folder / "data"), "--top", "2"]
    assert main([*words, "--json", str(folder / "found.json")]) == 0
    rows = [(f"我有湿疹{'三' * i}天β", *(["头痛\n"] if i else [])) for i in range(6)]
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    assert found == audit(str(folder / "tokenizer"), rows, top=2)
    assert found["unknown_tokens"] == 3 * 6
    assert found["unknown_characters"][1]["words"] == {"湿疹": 6}
    lines = [" ".join(line.replace("│", " ").split()) for line in capsys.readouterr().out.splitlines()]
    assert "湿 U+6E7F Chinese character 6 6 湿疹" in lines
    assert "β U+03B2 letter 6 6" in lines
    assert "unknown_tokens 18" in lines


def test_errors_are_messages(folder, capsys):
    for words, message in (
        (["nowhere/at-all", "--data", str(folder / "data")], "'nowhere/at-all' cannot be loaded as a tokenizer"),
        ([str(folder / "tokenizer"), "--data", str(folder / "none")], "Prepared data is the output_dir of a recipe"),
    ):
        with pytest.raises(SystemExit) as caught:
            main(["vocabulary", *words])
        assert caught.value.code in (1, 2)
        assert message in capsys.readouterr().err


def test_both_tokenizers_of_a_joint_checkpoint(folder, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    model, _ = miniature.joint(miniature.tokenizer())
    encoder, decoder = miniature.tokenizer(["我有湿疹三天"]), miniature.tokenizer(["我有"])
    for saved in (model, BERPTProcessor(encoder, decoder)):
        saved.save_pretrained(folder / "joint")
    words = ["vocabulary", str(folder / "joint"), "--data", str(folder / "data"), "--json", str(folder / "found.json")]
    assert main(words) == 0
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    assert found.keys() == {"encoder", "decoder"}
    described = [(f"我有湿疹{'三' * i}天β",) for i in range(6)]
    assert found["encoder"] == audit(str(folder / "joint"), described, top=50)
    unknown = {part: {one["character"] for one in found[part]["unknown_characters"]} for part in found}
    assert unknown == {"encoder": {"β"}, "decoder": {"头", "痛"}}
    assert (found["encoder"]["texts"], found["decoder"]["texts"]) == (6, 5)  # the first row has no reply
    printed = " ".join(capsys.readouterr().out.split())
    assert "encoder, each description: " in printed
    assert "decoder, each reply: " in printed


def test_a_joint_checkpoint_is_no_remote_code(folder):
    model, processor = miniature.joint(miniature.tokenizer())
    for saved in (model, processor):
        saved.save_pretrained(folder / "joint")
    words = ["vocabulary", str(folder / "joint"), "--data", str(folder / "data")]
    command = [sys.executable, "-m", "medtune.cli", *words]  # a process of its own: here BERPT is registered already
    done = subprocess.run(command, input="n\n", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "custom code" not in done.stdout + done.stderr
