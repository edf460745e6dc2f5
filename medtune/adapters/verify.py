"""Is a merged model what base and adapter are together? Read from disk again, byte by byte and by what it answers.

One model is in memory at a time, in its own 16 bits: logits of the first wait on disk for those of the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from medtune.adapters.plan import Plan, embeddings_of
from medtune.adapters.weight_files import FLOATS, combined, open_weights, same_bytes

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

#: Mean Kullback-Leibler divergence from base + adapter in fp32, in nats a token.
TOLERANCE = 1e-3
#: What fp32 itself leaves open, as a share of the largest logit: sums are taken in another order.
_FP32 = 1e-5
#: Share of the positions that the rounding error covers. In bf16 single positions, mostly a text's first, are off by
#: ten times as much; with their error as the bound hardly any position would be decided.
_NEARLY_ALL = 0.99
LONGEST_PROMPT = 64
PROMPTS = (
    "孩子发烧三天了，咳嗽得厉害，晚上睡不好，需要去医院看急诊吗？",
    "最近总是头晕，早上起床的时候最明显，血压一百五十，应该挂什么科？",
    "饭后胃胀，有时候反酸，吃了两个星期的药不见好转。请问下一步做什么检查？",
    "膝盖上下楼梯的时候疼，没有外伤，平时可以怎样锻炼？",
    "医生您好，我的化验单上白细胞偏高，是不是有炎症？",
    "怀孕五个月，牙疼得受不了，哪些药不能吃？",
    "请用一句话说明高血压病人为什么要少吃盐。",
    "把下面的病情写成小结：男，六十岁，胸闷两小时，活动后加重。",
    "My mother is 72 and forgot her blood pressure pills for two days. What should she do now?",
    "I have had a dry cough for three weeks and no fever. Which doctor should I see first?",
    "Explain in plain words what a fasting glucose test measures and how to prepare for it.",
    "Summarize for a patient: the trial found fewer falls among older people who trained their balance twice a week.",
    "Below is an instruction that describes a task. Name three foods that are rich in iron.",
    "My son twisted his ankle yesterday; it is swollen but he can walk on it. Does he need an X-ray?",
    "What is the difference between a cold and influenza?",
    "Since Monday I feel pins and needles in my left hand when I wake up. It is gone after a few minutes.",
)


@dataclass(frozen=True)
class Agreement:
    """How near the merged model is to base + adapter.

    Args:
        prompts: texts read.
        positions: tokens compared.
        mean_kl: mean divergence of the merged model from base + adapter in fp32, in nats a token.
        largest_kl: of a single token.
        argmax: share of positions with the same most likely token.
        rounding_error: shift of the base's two best logits against each other between its own precision and fp32, at
            99 % of the positions no larger.
        decided: positions where the two best tokens lie further apart than that.
        decided_argmax: share of these with the same most likely token.
        changed: tensors that the merge changed.
        unchanged: tensors that are the base's, byte for byte.
    """

    prompts: int
    positions: int
    mean_kl: float
    largest_kl: float
    argmax: float
    rounding_error: float
    decided: int
    decided_argmax: float
    changed: int = 0
    unchanged: int = 0

    def failures(self) -> list[str]:
        """Return what is out of tolerance."""
        found = []
        if not self.mean_kl <= TOLERANCE:  # NaN is no agreement
            found.append(f"mean KL is {self.mean_kl:.3g}, more than {TOLERANCE:g}")
        if self.decided_argmax < 1:
            found.append(
                f"another token is the most likely at {1 - self.decided_argmax:.2%} of the {self.decided} positions "
                "that rounding does not explain"
            )
        return found

    def as_dict(self) -> dict[str, Any]:
        """Return the numbers, for `lineage.json`."""
        return asdict(self)


def read_prompts(file: str | Path) -> list[str]:
    """Read texts, one a line; empty lines are left out.

    Raises:
        ValueError: there are none.
    """
    prompts = [line for line in Path(file).read_text(encoding="utf-8").splitlines() if line.strip()]
    if not prompts:
        raise ValueError(f"{file} holds no text; write one prompt a line")
    return prompts


def describe(step: dict[str, Any], folder: str | Path) -> str:
    """Say in a few lines what a merge changed and how well it agrees.

    Args:
        step: what `merge` returned.
        folder: where the merged model is.
    """
    found = step["verification"]
    return (
        f"{folder} holds the merged model, weights {step['weights']}: {found['changed']} tensors changed, "
        f"{found['unchanged']} are the base's byte for byte.\n"
        f"Against base + adapter in fp32 on {found['positions']:,} tokens of {found['prompts']} prompts: mean KL "
        f"{found['mean_kl']:.2g} nats (at most {TOLERANCE:g}), largest {found['largest_kl']:.2g}; the same most likely "
        f"token at {found['argmax']:.2%}, and at {found['decided_argmax']:.2%} of the {found['decided']:,} tokens that "
        f"rounding (which moves the base's two best by up to {found['rounding_error']:.2g}) leaves decided."
    )


def check_tensors(plan: Plan, merged: Path) -> tuple[str, list[str]]:
    """Compare the files with the base's: exactly the targeted tensors may differ.

    Args:
        plan: what was to change.
        merged: folder with what was written.

    Returns:
        The hash of the merged weights as they are on disk, and what is wrong with them.
    """
    written = open_weights(merged).tensors
    wanted = {item.tensor.name: item for item in plan.items}
    wrong = [f"{name} is missing" for name in wanted.keys() - written.keys()]
    wrong += [f"{name} should not be there" for name in written.keys() - wanted.keys()]
    hashes = []
    for name in wanted.keys() & written.keys():
        item, tensor = wanted[name], written[name]
        hashes.append(tensor.hash())
        same = same_bytes(tensor, item.source)
        if item.change is None and not same:
            wrong.append(f"{name} differs from the base and was not to change")
        elif item.change is not None and item.change.new is None and same:
            wrong.append(f"{name} was to change and is the base's: the adapter's part in it is lost in rounding")
        elif (tensor.dtype, tensor.shape) != (item.tensor.dtype, item.tensor.shape):
            wrong.append(f"{name} is {tensor.dtype} {list(tensor.shape)}, not {item.tensor.dtype} {item.tensor.shape}")
    return combined(hashes), wrong


def tokens_of(
    tokenizer: PreTrainedTokenizerBase | None, prompts: Sequence[str], vocabulary: int
) -> dict[str, torch.Tensor]:
    """Return what is read: `input_ids` and `attention_mask`, `[prompts, length]`, shorter ones filled on the right.

    Args:
        tokenizer: the merged model's; without one the ids are drawn at random, the same every time.
        prompts: texts.
        vocabulary: number of tokens the model knows.
    """
    if tokenizer is None:
        ids = torch.randint(vocabulary, (len(prompts), LONGEST_PROMPT), generator=torch.Generator().manual_seed(0))
        return {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    rows = [tokenizer(text, truncation=True, max_length=LONGEST_PROMPT)["input_ids"] for text in prompts]
    rows = [torch.tensor(row) for row in rows if row]
    pad = torch.nn.utils.rnn.pad_sequence
    masks = [torch.ones_like(row) for row in rows]
    return {"input_ids": pad(rows, batch_first=True), "attention_mask": pad(masks, batch_first=True)}


def remember(plan: Plan, batch: dict[str, torch.Tensor], folder: Path) -> float:
    """Let base and adapter answer in fp32, and measure what the base's own precision costs.

    Args:
        plan: names base and adapter.
        batch: from `tokens_of`.
        folder: receives the logits.

    Returns:
        By how much its own precision shifts the base's two best tokens against each other, at nearly all positions.
    """
    from peft import PeftModel

    model = load(plan.base.folder)
    if plan.vocabulary:
        model.resize_token_embeddings(plan.vocabulary, mean_resizing=False)
    for place, logits in enumerate(_answers(model, batch)):
        torch.save(logits, folder / f"narrow-{place}.pt")
    # peft copies an adapter's whole tensors into these modules; in 16 bits that would round them.
    whole = {name for name, parts in plan.adapter.modules.items() if not any("lora" in part for part in parts)}
    compute_in_fp32(model, whole | set(embeddings_of(model)))
    errors, floor = [], 0.0
    for place, logits in enumerate(_answers(model, batch)):
        narrow = torch.load(folder / f"narrow-{place}.pt", weights_only=True)
        best = logits.topk(2, dim=-1).indices
        shifts = (narrow - logits).gather(-1, best)
        errors.append((shifts[:, 0] - shifts[:, 1]).abs())
        floor = max(floor, _FP32 * logits.abs().max().item())
        (folder / f"narrow-{place}.pt").unlink()
    model = PeftModel.from_pretrained(model, plan.adapter.folder).eval()
    for place, logits in enumerate(_answers(model, batch)):
        torch.save(logits, folder / f"{place}.pt")
    return max(floor, torch.cat(errors).quantile(_NEARLY_ALL).item())


def compare(merged: Path, batch: dict[str, torch.Tensor], folder: Path, rounding_error: float) -> Agreement:
    """Let the merged model answer, and compare.

    Args:
        merged: folder of the model.
        batch: that of `remember`.
        folder: holds the logits.
        rounding_error: from `remember`.
    """
    model = load(merged)
    compute_in_fp32(model)
    divergences, equal, decided = [], [], []
    for place, logits in enumerate(_answers(model, batch)):
        wanted = torch.load(folder / f"{place}.pt", weights_only=True)
        expected, found = (values.double().log_softmax(dim=-1) for values in (wanted, logits))
        divergences.append((expected.exp() * (expected - found)).sum(dim=-1))
        equal.append(wanted.argmax(dim=-1) == logits.argmax(dim=-1))
        best = wanted.topk(2, dim=-1).values
        decided.append(best[:, 0] - best[:, 1] > rounding_error)
    divergence, same, clear = (torch.cat(values) for values in (divergences, equal, decided))
    return Agreement(
        prompts=len(batch["input_ids"]),
        positions=len(same),
        mean_kl=divergence.mean().item(),
        largest_kl=divergence.max().item(),
        argmax=same.double().mean().item(),
        rounding_error=rounding_error,
        decided=int(clear.sum()),
        decided_argmax=same[clear].double().mean().item() if clear.any() else 1.0,
    )


def load(folder: Path) -> PreTrainedModel:
    """Load a causal language model on the CPU, in the precision of its files."""
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(folder, dtype=stored_dtype(folder)).eval()


def stored_dtype(folder: Path) -> torch.dtype:
    """Return the dtype that most numbers of a checkpoint have."""
    from medtune.adapters.weight_files import DTYPES

    sizes = dict.fromkeys(FLOATS, 0)
    for tensor in open_weights(folder).tensors.values():
        if tensor.dtype in sizes:
            sizes[tensor.dtype] += tensor.size
    return DTYPES[max(sizes, key=sizes.get)]


@torch.inference_mode()
def _answers(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> Iterator[torch.Tensor]:
    """Yield the logits of each prompt, fp32, `[length, vocabulary]`."""
    answers = model(**batch, use_cache=False).logits
    for logits, length in zip(answers, batch["attention_mask"].sum(dim=1), strict=True):
        yield logits[:length].float().clone()


def compute_in_fp32(model: torch.nn.Module, whole: set[str] = frozenset()) -> None:
    """Let a 16-bit model compute in fp32 while the large matrices stay in 16 bits, but for the one at work.

    Twice the memory for the weights would rule out a 7B model on a 24 GiB machine. Widening 16 bits is exact.

    Args:
        model: is changed.
        whole: modules that are widened for good.
    """
    from transformers.pytorch_utils import Conv1D

    for name, module in model.named_modules():
        if isinstance(module, torch.nn.Linear | Conv1D) and name not in whole:
            module.register_forward_pre_hook(_widen)
            module.register_forward_hook(_narrow)
            continue
        for parameter in module.parameters(recurse=False):
            parameter.data = parameter.data.float()
        for key, buffer in module.named_buffers(recurse=False):
            if buffer.is_floating_point():
                setattr(module, key, buffer.float())


def _widen(module: torch.nn.Module, _) -> None:
    module.narrow = [parameter.data for parameter in module.parameters(recurse=False)]
    for parameter in module.parameters(recurse=False):
        parameter.data = parameter.data.float()


def _narrow(module: torch.nn.Module, *_) -> None:
    for parameter, data in zip(module.parameters(recurse=False), module.narrow, strict=True):
        parameter.data = data
    del module.narrow
