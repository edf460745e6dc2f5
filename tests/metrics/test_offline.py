"""The metric classes write no text to disk."""

from medtune.metrics import Bleu, Rouge


def test_no_file_holds_the_text(tmp_path):
    for metric in (Bleu(cache_dir=str(tmp_path)), Rouge(cache_dir=str(tmp_path))):
        metric.add_batch(predictions=["头痛三天"], references=["头痛两天"])
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]
        metric.compute()
