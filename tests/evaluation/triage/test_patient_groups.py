import json

import numpy as np
import pyarrow as pa
import pytest

from medtune.evaluation.triage.patient_groups import NOT_GIVEN, field_values, group_names, patient_groups


def test_fields_are_columns_or_keys_of_meta():
    table = pa.table(
        {"language": ["zh", "en"], "meta": [json.dumps({"age": " 34岁 ", "sex": ""}), None], "department": ["a", "b"]}
    )
    assert field_values(table, "language") == ["zh", "en"]
    assert field_values(table, "age") == ["34岁", None]
    assert field_values(table, "sex") == [None, None]


def test_few_values_are_groups_as_they_are():
    assert group_names(["男", "女", None, "男"]) == ["男", "女", NOT_GIVEN, "男"]


def test_many_ages_become_bands():
    values = [f"{age}岁" for age in range(30)] + ["40", "65 years", "101", None]
    names = group_names(values)
    assert names[5] == "0 to 5"
    assert names[6] == names[17] == "6 to 17"
    assert names[18] == "18 to 39"
    assert names[-4:] == ["40 to 64", "65 and over", "65 and over", NOT_GIVEN]


def test_what_is_no_number_is_not_guessed():
    values = [f"{age}岁" for age in range(30)] + ["8个月", "about 50"]
    assert group_names(values)[-2:] == [NOT_GIVEN, NOT_GIVEN]


def test_names_of_people_are_no_groups():
    with pytest.raises(ValueError, match="25 different values that are no numbers; at most 20 make groups of patients"):
        group_names([f"person {letter}" for letter in "abcdefghijklmnopqrstuvwxy"])


def test_small_groups_are_left_out():
    found = patient_groups(["a"] * 40 + ["b"] * 35 + ["c"] * 3 + ["d"] * 2, smallest=30)
    assert list(found.rows) == ["a", "b"]
    assert found.suppressed == 2
    assert found.rows["b"].tolist() == list(range(40, 75))


def test_a_single_small_group_cannot_be_worked_out_from_the_others():
    found = patient_groups(["a"] * 40 + ["b"] * 35 + ["c"] * 3, smallest=30)
    assert list(found.rows) == ["a"]
    assert found.suppressed == 2


def test_groups_stand_in_the_order_of_their_numbers_and_the_unknown_last():
    values = ["10+"] * 9 + [None] * 9 + ["9+"] * 9 + ["0+"] * 9
    assert list(patient_groups(values, smallest=5).rows) == ["0+", "9+", "10+", NOT_GIVEN]
    assert sum(len(rows) for rows in patient_groups(values, smallest=5).rows.values()) == len(values)
    assert np.concatenate(list(patient_groups(values, smallest=5).rows.values())).max() == 35
