import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.data.records import Record
from medtune.data.sources import read_source

ABSTRACT = "Snails sleep in winter . We counted them ."
SUMMARY = "In winter snails sleep ."
HEADINGS = ["Abstract", "Introduction"]
KEYWORDS = ["snails", "winter"]


def write(tmp_path, name, rows):
    file = tmp_path / name
    if name.endswith("parquet"):
        pq.write_table(pa.Table.from_pylist(rows), file)
    else:
        text = json.dumps(rows) if name.endswith("json") else "\n".join(map(json.dumps, rows))
        file.write_text(text, encoding="utf-8")
    return str(file)


def read(path):
    return list(read_source({"source": "lay_summaries", "path": path}))


ARTICLE = {"article": f"{ABSTRACT}\nSnails are old .\nWe thank the snails .", "keywords": KEYWORDS}
LAYOUTS = {
    "biolaysumm.jsonl": ARTICLE | {"lay_summary": SUMMARY, "headings": HEADINGS, "id": "x-1"},
    "hub.jsonl": ARTICLE | {"summary": SUMMARY, "section_headings": "\n".join(HEADINGS), "keywords": "snails\nwinter"},
    "biolaysumm_2025.parquet": ARTICLE | {"summary": SUMMARY, "section_headings": HEADINGS},
    "original.json": {
        "id": "x-1",
        "abstract": ["Snails sleep in winter .", "We counted them ."],
        "summary": [SUMMARY],
        "sections": [["Snails are old ."]],
        "headings": ["Introduction"],
        "keywords": KEYWORDS,
    },
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_abstract_and_the_summary(tmp_path, name):
    row = LAYOUTS[name] | {"title": "Snails", "year": "2001"}
    (record,) = read(write(tmp_path, name, [row]))
    assert record == Record(
        id=f"lay_summaries:{name}:1",
        source="lay_summaries",
        language="en",
        task="summary",
        description=ABSTRACT,
        reply=SUMMARY,
        group=f"lay_summaries:{name}:1",
        meta={"title": "Snails", "year": "2001", "keywords": "snails; winter"}
        | ({"article_id": "x-1"} if "id" in row else {}),
    )


@pytest.mark.parametrize(
    "row",
    [
        {"article": "Snails are old .", "lay_summary": SUMMARY, "headings": ["Introduction"]},
        {"article": " ", "lay_summary": SUMMARY},
        {"article": None, "lay_summary": SUMMARY},
        {"abstract": [], "summary": [SUMMARY]},
    ],
)
def test_an_article_without_an_abstract_is_kept_aside(tmp_path, row):
    (rejected,) = read(write(tmp_path, "a.jsonl", [row]))
    assert rejected.reason == "no abstract"
    assert json.loads(rejected.text) == row


def test_without_headings_the_first_section_is_the_abstract(tmp_path):
    (record,) = read(write(tmp_path, "a.jsonl", [{"article": f"{ABSTRACT}\nMore .", "lay_summary": ""}]))
    assert (record.description, record.reply, record.meta) == (ABSTRACT, None, {})


def test_wrong_columns(tmp_path):
    with pytest.raises(ValueError, match="no column 'abstract' or 'article', 'lay_summary' or 'summary'"):
        read(write(tmp_path, "a.jsonl", [{"text": "a"}]))
