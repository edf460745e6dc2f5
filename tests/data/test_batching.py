import numpy as np
import pytest

from medtune.data.batching import order_by_length


def padded(lengths, order, batch_size):
    """Tokens computed, padding counted; the incomplete batch is padded to its own longest rows."""
    batches = [lengths[order[start : start + batch_size]] for start in range(0, len(order), batch_size)]
    return sum(len(batch) * batch.max(axis=0).sum() for batch in batches)


def test_unlike_pairs_of_equal_sum_are_kept_apart():
    lengths = np.array([[9, 1], [1, 9], [8, 2], [2, 8]])
    assert order_by_length(lengths, 2).tolist() == [1, 3, 2, 0]


def test_one_sequence_is_sorted():
    lengths = np.random.default_rng(0).permutation(37)[:, None]
    assert lengths[order_by_length(lengths, 4), 0].tolist() == list(range(37))


@pytest.mark.parametrize("batch_size", [1, 3, 8, 64, 500])
def test_every_example_once(batch_size):
    lengths = np.random.default_rng(0).integers(1, 200, (203, 2))
    assert sorted(order_by_length(lengths, batch_size)) == list(range(203))


def test_less_padding_than_sorting_by_the_sum():
    lengths = np.random.default_rng(0).lognormal(4, 0.7, (400, 2)).astype(int) + 1
    by_sum = padded(lengths, np.argsort(lengths.sum(axis=1), kind="stable"), 8)
    assert padded(lengths, order_by_length(lengths, 8), 8) < 0.85 * by_sum


def test_no_examples_have_no_order():
    assert order_by_length(np.zeros((0, 2), dtype=int), 8).tolist() == []
