"""base → A → CrossLa → B → MulMed, by the hashes of what is on disk."""

import pytest
from safetensors.torch import load_file, save_file

from medtune.adapters.lineage import read_lineage, record_adapter
from medtune.adapters.merge import merge
from medtune.adapters.weight_files import open_weights


@pytest.fixture
def chain(make_base, make_adapter, tmp_path):
    base = make_base()
    first = make_adapter(base, name="step_a/adapter")
    record_adapter(first, base, {"alpaca_en": "11", "alpaca_zh": "22"}, {"task": "instruction-tuning"}, "step_a")
    merge(base, first, tmp_path / "crossla", name="CrossLa")
    second = make_adapter(tmp_path / "crossla", name="step_b/adapter", scale=0.1)
    record_adapter(second, tmp_path / "crossla", {"haodf": "33"}, {"task": "instruction-tuning"}, "step_b")
    merge(tmp_path / "crossla", second, tmp_path / "mulmed", name="MulMed")
    return tmp_path


def test_the_whole_chain_is_recorded(chain):
    steps = read_lineage(chain / "mulmed")
    assert [step["name"] for step in steps] == ["base", "step_a", "CrossLa", "step_b", "MulMed"]
    assert [step["kind"] for step in steps] == ["base", "adapter", "merged", "adapter", "merged"]
    assert steps[1]["data"] == {"alpaca_en": "11", "alpaca_zh": "22"}
    assert steps[2]["weights"] == open_weights(chain / "crossla").hash()
    assert steps[4]["weights"] == open_weights(chain / "mulmed").hash()
    assert steps[4]["verification"]["mean_kl"] <= 1e-3
    assert str(chain) not in (chain / "mulmed" / "lineage.json").read_text()


def test_step_b_fits_no_other_crossla(chain):
    file = chain / "crossla" / "model.safetensors"
    tensors = load_file(file)
    tensors["model.norm.weight"] *= 2
    save_file(tensors, file)
    with pytest.raises(ValueError, match=r"step_b/adapter was trained on CrossLa .*and this is crossla"):
        merge(chain / "crossla", chain / "step_b" / "adapter", chain / "out")


def test_the_hash_does_not_depend_on_the_shards(make_base):
    one, other = make_base(name="one"), make_base(name="other", shards="20KB")
    assert open_weights(one).hash() == open_weights(other).hash()
    assert open_weights(one).hash() != open_weights(make_base(seed=1, name="third")).hash()
