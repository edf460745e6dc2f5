import numpy as np

from medtune.trainers.sampler import EpochSampler


def order(epoch=0, seed=1, size=103, lengths=None, window=50):
    sampler = EpochSampler(size, batch_size=4, seed=seed, lengths=lengths, window=window)
    sampler.set_epoch(epoch)
    return list(sampler)


def test_every_example_once():
    lengths = np.random.default_rng(0).integers(1, 200, (103, 2))
    assert sorted(order()) == sorted(order(lengths=lengths)) == list(range(103))


def test_order_depends_on_seed_and_epoch_alone():
    assert order(epoch=2) == order(epoch=2)
    assert order(epoch=2) != order(epoch=3)
    assert order(seed=1) != order(seed=2)


def test_batches_hold_examples_of_like_length():
    lengths = np.random.default_rng(0).integers(1, 200, (400, 2))

    def padding(indices):
        batches = lengths[np.array(indices)].reshape(-1, 4, 2)
        return 1 - lengths.sum() / (batches.max(axis=1) * 4).sum()

    assert padding(order(size=400, lengths=lengths)) < 0.1 < 0.25 < padding(order(size=400))


def test_batches_do_not_drift_from_short_to_long():
    lengths = np.arange(4000)[:, None]
    means = lengths[np.array(order(size=4000, lengths=lengths, window=1000))].reshape(-1, 4).mean(axis=1)
    assert abs(np.corrcoef(means, np.arange(len(means)))[0, 1]) < 0.1


def test_incomplete_batch_stays_last():
    # 103 = 25 batches of 4 and one of 3; with one window the longest rows make the rest.
    assert sorted(order(lengths=np.arange(103)[:, None], window=1000)[-3:]) == [100, 101, 102]
