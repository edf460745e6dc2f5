import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune.data.splits import assign_splits


def corpus(rows, seed=0):
    rng = random.Random(seed)
    ids = [f"s:f:{row}" for row in range(rows)]
    departments = rng.choices(["内科", "外科", "儿科", "眼科"], weights=[6, 3, 2, 1], k=rows)
    clusters = [rng.randrange(rows // 3) if rng.random() < 0.3 else rows + row for row in range(rows)]
    return ids, departments, clusters


def test_shares_overall_and_within_each_department():
    ids, departments, clusters = corpus(3000)
    splits = assign_splits(ids, departments, clusters)
    assert np.bincount(splits) / 3000 == pytest.approx([0.8, 0.1, 0.1], abs=0.01)
    for name, rows in Counter(departments).items():
        mine = splits[[place for place, other in enumerate(departments) if other == name]]
        assert np.bincount(mine, minlength=3) / rows == pytest.approx([0.8, 0.1, 0.1], abs=0.02)


def test_no_cluster_in_two_splits():
    ids, departments, clusters = corpus(2000, seed=1)
    splits = assign_splits(ids, departments, clusters)
    where = {}
    for cluster, split in zip(clusters, splits, strict=True):
        where.setdefault(cluster, set()).add(int(split))
    assert max(len(places) for places in where.values()) == 1
    assert any(count > 1 for count in Counter(clusters).values())


def test_seed_decides_and_row_order_does_not():
    ids, departments, clusters = corpus(1000, seed=2)
    first = assign_splits(ids, departments, clusters, seed=1)
    assert np.array_equal(first, assign_splits(ids, departments, clusters, seed=1))
    assert not np.array_equal(first, assign_splits(ids, departments, clusters, seed=2))
    order = random.Random(4).sample(range(1000), 1000)
    shuffled = assign_splits(
        [ids[row] for row in order], [departments[row] for row in order], [clusters[row] for row in order], seed=1
    )
    assert np.array_equal(shuffled, first[order])


def test_a_group_larger_than_a_test_split_goes_to_train():
    ids = [str(row) for row in range(100)]
    splits = assign_splits(ids, ["a"] * 100, [0] * 40 + list(range(1, 61)))
    assert set(splits[:40]) == {0}
    assert np.bincount(splits).tolist() == [80, 10, 10]


def test_large_clusters_are_found_in_every_split():
    ids = [str(row) for row in range(2000)]
    splits = assign_splits(ids, ["a"] * 2000, [row // 4 for row in range(2000)])
    assert np.bincount(splits).tolist() == [1600, 200, 200]


def test_small_departments_reach_every_split_if_they_can():
    departments = ["a"] * 3 + ["b"] * 2 + ["c"] * 50
    splits = assign_splits([str(row) for row in range(55)], departments, range(55))
    assert sorted(splits[:3]) == [0, 1, 2]
    assert 0 in splits[3:5]


def test_splits_that_are_not_wanted_stay_empty():
    splits = assign_splits([str(row) for row in range(50)], ["a"] * 50, [row // 2 for row in range(50)], 0.0, 0.2)
    assert np.bincount(splits, minlength=3).tolist() == [40, 0, 10]
    assert set(assign_splits(["x", "y"], [None, None], [0, 0], 0.0, 0.0)) == {0}
    assert len(assign_splits([], [], [])) == 0


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(st.sampled_from(["a", "b", None]), st.integers(0, 15)), min_size=1, max_size=60),
    shares=st.sampled_from([(0.1, 0.1), (0.0, 0.2), (0.3, 0.3), (0.0, 0.0)]),
    seed=st.integers(0, 9),
)
def test_every_row_has_a_split_and_every_cluster_one(rows, shares, seed):
    departments, clusters = zip(*rows, strict=True)
    splits = assign_splits([str(row) for row in range(len(rows))], departments, clusters, *shares, seed)
    assert set(splits) <= {0, 1, 2}
    assert len(set(zip(clusters, splits.tolist(), strict=True))) == len(set(clusters))
