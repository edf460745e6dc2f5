import logging

import pytest

from medtune.trainers import checkpoints


@pytest.fixture
def make(tmp_path):
    def make(step, complete=True):
        folder = tmp_path / f"checkpoint-{step}"
        folder.mkdir()
        (folder / "model.safetensors").write_bytes(b"x" * 100)
        (folder / "trainer_state.json").write_text("{}")
        if complete:
            checkpoints.commit(folder)
        return folder

    return make


def test_newest_complete_checkpoint_by_number(make, tmp_path):
    for step in (9, 10, 100):
        make(step)
    assert checkpoints.last_complete(tmp_path).name == "checkpoint-100"


def test_no_checkpoint(tmp_path):
    assert checkpoints.last_complete(tmp_path) is None
    assert checkpoints.last_complete(tmp_path / "absent") is None


def test_save_that_was_interrupted_does_not_count(make, tmp_path, caplog):
    make(10)
    make(20, complete=False)
    with caplog.at_level(logging.WARNING):
        assert checkpoints.last_complete(tmp_path).name == "checkpoint-10"
    assert "checkpoint-20 is incomplete (complete.json, which is written last, is missing)" in caplog.text


def test_deletion_that_was_interrupted_does_not_count(make):
    folder = make(10)
    (folder / "model.safetensors").unlink()
    assert checkpoints.what_is_missing(folder) == "model.safetensors is missing"


def test_short_file_does_not_count(make):
    folder = make(10)
    (folder / "model.safetensors").write_bytes(b"x" * 60)
    assert checkpoints.what_is_missing(folder) == "model.safetensors has 60 of 100 bytes"


def test_torn_list_of_files_does_not_count(make):
    folder = make(10)
    (folder / "complete.json").write_text('{"model.saf')
    assert "written last" in checkpoints.what_is_missing(folder)


def test_only_torn_checkpoints_are_deleted(make, tmp_path):
    make(10)
    make(20, complete=False)
    (tmp_path / "checkpoint-notes").mkdir()
    checkpoints.delete_torn(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint-10", "checkpoint-notes"]
