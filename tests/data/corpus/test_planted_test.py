import json

import pytest

from medtune.data.corpus.planted_test import interval, read_planted_test
from medtune.data.corpus.render import _risk

ROW = {"measure": "recall", "name": "phone", "count": 995, "of": 1000}


def test_a_result_is_read_and_stated_with_its_interval(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([ROW]), encoding="utf-8")
    rows = read_planted_test(str(tmp_path / "a.json"))
    assert rows == [ROW]
    # By hand: (p + z^2/2n ± z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n) with p = .995, n = 1000, z = 1.959964.
    assert interval(ROW) == pytest.approx((0.98834904, 0.99786246), abs=1e-8)
    assert "| recall | phone | 995 | 1,000 | 99.50% | 98.83% to 99.79% |" in "\n".join(_risk({"planted_test": rows}))


@pytest.mark.parametrize(
    "rows", ["no", {}, [], [3], [{"name": "phone"}], [ROW | {"count": "5"}], [ROW | {"count": 1001}], [ROW | {"of": 0}]]
)
def test_anything_else_is_told_with_the_form_it_should_have(tmp_path, rows):
    (tmp_path / "a.json").write_text(rows if rows == "no" else json.dumps(rows), encoding="utf-8")
    with pytest.raises(ValueError, match=r'a list such as \[\{"measure": "recall", "name": "phone"'):
        read_planted_test(str(tmp_path / "a.json"))
