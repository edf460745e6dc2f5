"""A corpus made of texts with planted identities: none of them stands in any file, log or card of the run."""

import json
from pathlib import Path

import planted
import pyarrow as pa
import pyarrow.parquet as pq
from planted.score import GROUPS

from medtune.data.corpus.worker import Worker
from medtune.tasks import clean_data


def test_no_identity_stands_in_any_output(tmp_path, monkeypatch, capfd):
    """Also not in what is set aside, by whatever step or reader, and not in the unfinished work."""
    texts = planted.generate("open", per_kind=12, negatives=6)
    columns = {"description": "ask", "reply": "answer", "group": "patient"}
    answers = ["多喝水，注意休息，一周以后复查。", "", "痛" * 40]  # the last two are set aside before the anonymisation
    values = [[text.text[span.start : span.end] for span in text.spans] for text in texts]
    rows = [
        {"ask": text.text, "answer": answers[number % 3], "patient": (values[number] or ["p"])[0]}
        for number, text in enumerate(texts)
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in [*rows, *rows[:30]]]
    lines += [json.dumps(row, ensure_ascii=False)[:-2] for row in rows[:60]]  # broken: kept as they are, masked
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    read = {"source": "table", "task": "question-answer", "path": str(tmp_path / "a.jsonl"), "columns": columns}
    keys = {"task": "clean-data", "output_dir": "unused", "rows_per_shard": 100, "workers": 1, "samples": 20}
    unfinished = []
    clean = Worker.clean

    def clean_and_look(self, shard):
        summary = clean(self, shard)
        unfinished.extend(map(contents, self.settings.folder.glob(f"{shard.number:06d}.*")))
        return summary

    monkeypatch.setattr(Worker, "clean", clean_and_look)
    recipe = clean_data.Recipe.model_validate({**keys, "data": {"sources": [{"read": read}]}})
    metrics = clean_data.run(recipe, tmp_path / "out")
    assert metrics["rows_read"] == len(lines)
    printed = capfd.readouterr()
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    written = "\n".join([*map(contents, files), *unfinished, printed.out, printed.err])
    known = {
        value
        for text, found in zip(texts, values, strict=True)
        for span, value in zip(text.spans, found, strict=True)
        if span.kind in GROUPS["structured"] and len(value) >= 5
    }
    assert len(known) > 60
    assert [value for value in known if value in written] == []


def contents(file: Path) -> str:
    """Return the text of a file, whatever its form."""
    if file.suffix == ".parquet":
        return str(pq.read_table(file).to_pylist())
    if file.suffix == ".arrow":
        with pa.OSFile(str(file)) as stream:
            return str(pa.ipc.open_file(stream).read_all().to_pylist())
    return file.read_bytes().decode("utf-8", "replace")
