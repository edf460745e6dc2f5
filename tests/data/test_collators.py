import torch

from medtune.data.collators import PaddingCollator


def test_pads_to_the_longest_example():
    batch = PaddingCollator(pad_token_id=0)(
        [
            {"input_ids": [5, 6, 7], "labels": [8, 9], "department_labels": 2},
            {"input_ids": [5], "labels": [4, 3, 9], "department_labels": -100},
        ]
    )
    assert batch["input_ids"].tolist() == [[5, 6, 7], [5, 0, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1], [1, 0, 0]]
    assert batch["labels"].tolist() == [[8, 9, -100], [4, 3, 9]]
    assert batch["department_labels"].tolist() == [2, -100]
    assert all(tensor.dtype == torch.int64 for tensor in batch.values())


def test_end_token_that_is_also_the_pad_token_stays_visible_and_supervised():
    examples = [{"input_ids": [5, 9], "labels": [5, 9]}, {"input_ids": [9], "labels": [9]}]
    batch = PaddingCollator(pad_token_id=9)(examples)
    assert batch["attention_mask"].tolist() == [[1, 1], [1, 0]]
    assert batch["labels"].tolist() == [[5, 9], [9, -100]]


def test_pads_to_a_multiple():
    batch = PaddingCollator(pad_token_id=0, multiple_of=4)([{"input_ids": [1, 2, 3, 4, 5], "labels": [1]}])
    assert batch["input_ids"].tolist() == [[1, 2, 3, 4, 5, 0, 0, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1, 1, 1, 0, 0, 0]]
    assert batch["labels"].tolist() == [[1, -100, -100, -100]]


def test_pads_to_no_more_than_the_longest_example():
    examples = [{"input_ids": [1, 2, 3, 4, 5], "labels": [1]}]
    batch = PaddingCollator(pad_token_id=0, multiple_of=4, longest={"input_ids": 6})(examples)
    assert batch["input_ids"].tolist() == [[1, 2, 3, 4, 5, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1, 1, 1, 0]]
    assert batch["labels"].tolist() == [[1, -100, -100, -100]]


def test_example_longer_than_the_longest_is_not_cut():
    batch = PaddingCollator(pad_token_id=0, multiple_of=4, longest={"input_ids": 3})([{"input_ids": [1, 2, 3, 4, 5]}])
    assert batch["input_ids"].tolist() == [[1, 2, 3, 4, 5]]
