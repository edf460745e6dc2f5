"""Answers on disk: torn lines, several processes, failures that are tried again."""

import json

import pytest

from medtune.evaluation.systems.answer_store import Answer, AnswerStore, content_key

MADE_BY = {"model": "abc", "max_new_tokens": 8}


@pytest.fixture
def store(tmp_path):
    return AnswerStore(tmp_path, MADE_BY)


def test_what_was_written_is_read(store):
    answers = {"a": Answer("rest", 0.5, cut=True), "b": Answer(""), "c": Answer("热水", None, department="内科")}
    store.append(list(answers), list(answers.values()))
    assert AnswerStore(store.folder.parent, MADE_BY).read() == answers


def test_a_line_that_a_kill_tore_costs_one_answer_and_no_later_one(store):
    store.append(["a", "b"], [Answer("one"), Answer("two")])
    store.close()
    [file] = store.folder.glob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-4])
    assert list(store.read()) == ["a"]
    again = AnswerStore(store.folder.parent, MADE_BY)
    again.append(["b"], [Answer("three")])
    assert {key: answer.text for key, answer in again.read().items()} == {"a": "one", "b": "three"}


def test_a_damaged_line_is_generated_again(store):
    store.append(["a"], [Answer("one")])
    [file] = store.folder.glob("*.jsonl")
    file.write_bytes(b'\xff\xfe\n[1]\n{"key": "x"}\n{"key": "y", "text": "t", "mood": 1}\n' + file.read_bytes())
    assert list(store.read()) == ["a"]


def test_a_failure_never_replaces_an_answer(store):
    store.append(["a", "b"], [Answer("one"), Answer(None, error="HTTP 500")])
    store.append(["a", "b"], [Answer(None, error="HTTP 500"), Answer("two")])
    assert {key: answer.text for key, answer in store.read().items()} == {"a": "one", "b": "two"}


def test_other_settings_are_another_store(store, tmp_path):
    store.append(["a"], [Answer("one")])
    assert AnswerStore(tmp_path, MADE_BY | {"max_new_tokens": 9}).read() == {}
    assert json.loads((store.folder / "made_by.json").read_text(encoding="utf-8")) == MADE_BY


def test_each_process_has_its_own_file(store, tmp_path, monkeypatch):
    store.append(["a"], [Answer("one")])
    monkeypatch.setenv("RANK", "1")
    other = AnswerStore(tmp_path, MADE_BY)
    other.append(["b"], [Answer("two")])
    assert sorted(file.name for file in store.folder.glob("*.jsonl")) == ["rank-0-000.jsonl", "rank-1-000.jsonl"]
    assert sorted(store.read()) == ["a", "b"]


def test_a_key_depends_on_content_alone():
    assert content_key({"a": 1, "b": [2]}) == content_key({"b": [2], "a": 1})
    assert content_key([1, 2]) != content_key([12])
    assert content_key("\ud800") != content_key("?")
