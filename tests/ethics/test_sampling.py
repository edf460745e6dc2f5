from collections import Counter

import pytest

from medtune.ethics.sampling import allocate, choose_repeats, stratified_sample


def test_shares_by_largest_remainder():
    # 10 of 100: exact shares 5.5, 2.6, 1.9; the largest remainders are those of c and b.
    assert allocate({"a": 55, "b": 26, "c": 19}, 10) == {"a": 5, "b": 3, "c": 2}
    # Everybody has one although the exact shares of b and c are .1; a gives way.
    assert allocate({"a": 98, "b": 1, "c": 1}, 10) == {"a": 8, "b": 1, "c": 1}
    assert allocate({"a": 1, "b": 1, "c": 8}, 2) == {"a": 0, "b": 0, "c": 2}
    assert allocate({"a": 3, "b": 2}, 5) == {"a": 3, "b": 2}


def test_shares_add_up_and_never_exceed_what_is_there():
    for count in range(1, 41):
        sizes = {"a": 1, "b": 2, "c": 7, "d": 30}
        shares = allocate(sizes, count)
        assert sum(shares.values()) == count
        assert all(0 <= shares[stratum] <= size for stratum, size in sizes.items())
        assert count < 4 or min(shares.values()) >= 1


def test_a_sample_is_the_same_whatever_the_order_of_rows():
    strata = {f"{language}:{number}": language for language in ("en", "zh") for number in range(30)}
    sample = stratified_sample(strata, 20, seed=4)
    assert sample == stratified_sample(dict(reversed(strata.items())), 20, seed=4)
    assert sample != stratified_sample(strata, 20, seed=5)
    assert Counter(strata[row] for row in sample) == {"en": 10, "zh": 10}
    with pytest.raises(ValueError, match="61 items are asked for, but only 60 rows"):
        stratified_sample(strata, 61, seed=4)


def test_repeats_are_of_all_systems_and_of_different_questions():
    rows, systems = [f"r{number}" for number in range(12)], ["x", "y", "z"]
    repeats = choose_repeats(rows, systems, 9, seed=1)
    assert Counter(system for _, system in repeats) == {"x": 3, "y": 3, "z": 3}
    assert len({row for row, _ in repeats}) == 9
    assert len(choose_repeats(rows, systems, 36, seed=1)) == 36
    assert choose_repeats(rows, systems, 0, seed=1) == set()
