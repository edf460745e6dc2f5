"""BERTScore of a tiny random encoder against the definition, token by token, and of a real one."""

import numpy as np
import pytest
import torch
from transformers import AutoModel, AutoTokenizer, BertConfig, BertModel, BertTokenizer

from medtune.metrics import BertScore, bertscore_per_row, bertscore_scores

PREDICTIONS = ["头痛三天", "多喝水", "", "请复诊头痛"]
REFERENCES = ["头痛两天了", "多喝水", "多休息", "天天头痛"]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("encoder")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set("".join(PREDICTIONS + REFERENCES)))]
    BertTokenizer(vocab={piece: number for number, piece in enumerate(pieces)}).save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=8,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    return str(folder)


def by_definition(prediction: str, reference: str, folder: str, layer: int) -> tuple[float, float, float]:
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    sides = []
    for text in (prediction, reference):
        with torch.inference_mode():
            hidden = model(**tokenizer(text, return_tensors="pt"), output_hidden_states=True).hidden_states[layer]
        sides.append(hidden[0, 1:-1].double().numpy())
    if not len(sides[0]) or not len(sides[1]):
        return 0.0, 0.0, 0.0
    cosines = [[a @ b / np.linalg.norm(a) / np.linalg.norm(b) for b in sides[1]] for a in sides[0]]
    precision, recall = (
        np.mean([max(row) for row in cosines]),
        np.mean([max(row) for row in zip(*cosines, strict=True)]),
    )
    return precision, recall, 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize("layer", [-1, 1])
def test_equals_the_definition(encoder, layer):
    expected = [by_definition(*pair, encoder, layer) for pair in zip(PREDICTIONS, REFERENCES, strict=True)]
    found = bertscore_scores(PREDICTIONS, REFERENCES, encoder, layer, batch_size=3)
    for column, name in enumerate(("bertscore_precision", "bertscore_recall", "bertscore")):
        assert found[name] == pytest.approx(np.mean([row[column] for row in expected]), abs=1e-6)
    rows = bertscore_per_row(PREDICTIONS, REFERENCES, encoder, layer)
    assert rows == pytest.approx([row[2] for row in expected], abs=1e-6)
    assert rows[1] == pytest.approx(1.0)
    assert rows[2] == 0.0


def test_metric_class_and_signature(encoder):
    found = BertScore().compute(predictions=PREDICTIONS, references=REFERENCES, model=encoder)
    assert found == bertscore_scores(PREDICTIONS, REFERENCES, encoder)
    assert found["signature"].startswith("BERTScore|model:encoder")
    assert "|layer:-1|idf:no|rescaled:no|empty:0|transformers:" in found["signature"]
    low, high = found["intervals"]["bertscore"]
    assert low <= found["bertscore"] <= high


def test_texts_that_are_too_long_are_counted(encoder):
    assert bertscore_scores(PREDICTIONS, REFERENCES, encoder)["truncated"] == 0
    assert bertscore_scores(["头痛" * 9, "多喝水"], ["头痛" * 9, "多喝水"], encoder)["truncated"] == 2


def test_errors(encoder, tmp_path):
    with pytest.raises(ValueError, match="layer 3 is not one of the model's 2"):
        bertscore_scores(["痛"], ["痛"], encoder, layer=3)
    with pytest.raises(ValueError, match="1 predictions but 2 references"):
        bertscore_scores(["痛"], ["痛", "痛"], encoder)
    with pytest.raises(OSError, match="nothing"):
        bertscore_scores(["痛"], ["痛"], str(tmp_path / "nothing"))


def test_a_real_encoder_finds_related_answers_nearer(shared):
    model = str(shared / "models" / "e5-small-zh-en")
    related, other = bertscore_per_row(["多喝温水，注意休息", "天气很好"], ["多饮水，多休息"] * 2, model)
    assert other < related < 1
