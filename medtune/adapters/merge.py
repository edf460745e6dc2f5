"""The verified merge: base + adapter become one plain checkpoint, which counts only once it has proved to be both.

Written file by file on the CPU: the base in its own 16 bits, the adapter's part added in fp32, rounded once. Then read
from disk again and checked by `medtune.adapters.verify`. Until then everything lies in a folder with another name, and
`config.json`, without which nothing loads, is moved last.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

from medtune.adapters import verify
from medtune.adapters.adapter import read_adapter
from medtune.adapters.change import changed_blocks
from medtune.adapters.lineage import LINEAGE, name_of, read_lineage, steps_of, steps_with, write_lineage
from medtune.adapters.model_folder import hub_id, model_folder
from medtune.adapters.plan import Item, Plan, plan_merge
from medtune.adapters.weight_files import INDEX, Tensor, as_bytes, open_weights, write_safetensors
from medtune.data.storage import write_text
from medtune.distributed import barrier, is_main_process
from medtune.recipe.inputs import WEIGHT_FILES, Input, pickled_weights
from medtune.recipe.units import amount

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

UNFINISHED = ".merge.unfinished"
TOKENIZER_FILES = (
    "tokenizer*",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab*",
    "merges.txt",
    "*.model",
    "chat_template*",
    "prompts.json",
)
#: A base's licence goes wherever its weights go.
NOTICES = ("LICENSE*", "NOTICE*", "USE_POLICY*")
GENERATION = "generation_config.json"
#: Python, torch, transformers and peft, and what a forward pass of one prompt needs, in bytes.
_PROCESS = 1.2e9


class MergeError(ValueError):
    """A merged model that is not base + adapter; it has been deleted."""


def merge(
    base: str | Path,
    adapter: str | Path,
    out: str | Path,
    tokenizer: str | Path | None = None,
    prompts: Sequence[str] | None = None,
    name: str | None = None,
    keep_finished: bool = False,
) -> dict[str, Any]:
    """Merge a LoRA adapter into its base and check the result.

    Args:
        base: folder or Hub id of the 16-bit model, also when the training was quantised.
        adapter: folder that peft saved.
        out: folder to write into; it may hold other files of a run, but no model.
        tokenizer: folder of the result's tokenizer; by default the adapter's, its run's or the base's, the first that
            has one.
        prompts: texts on which merged and base + adapter are compared; `verify.PROMPTS` by default.
        name: what the lineage calls the result; the name of `out`, or of the run that it lies in, by default.
        keep_finished: return what is recorded if `out` holds this very merge, instead of refusing a second one.

    Returns:
        The last step of the result's lineage: `kind`, `name`, `weights` (their hash) and `verification`, the numbers of
        `verify.Agreement`.

    Raises:
        FileNotFoundError: an input or a shard of it is missing.
        FileExistsError: `out` holds a model already.
        OSError: not enough disk or memory; said before anything is written.
        ValueError: base and adapter do not fit, or the adapter holds NaN.
        MergeError: the result is not base + adapter.
    """
    adapter_folder, out = Path(adapter), Path(out)
    staging = out / UNFINISHED
    read = read_adapter(adapter_folder)  # before a base is downloaded for it
    base_folder = model_folder(base)
    weights = open_weights(base_folder)
    steps = steps_with(read, steps_of(base_folder, weights.hash(), hub_id(base)))
    with _alone_in(out):
        finished = _finish_moving(staging, out, steps) or _recorded(out, steps)
        if finished and keep_finished:
            return finished
        _refuse_second(out)
        plan = plan_merge(weights, read)
        prompts = verify.PROMPTS if prompts is None else prompts
        source = _tokenizer_folder(tokenizer, adapter_folder, base_folder)
        for line in pickled_weights([Input("base", str(base), "model")]):
            print(f"note: {line}")
        print(state_needs(plan, out, len(prompts)), flush=True)
        try:
            staging.mkdir(parents=True)
            write_weights(plan, staging)
            _write_others(plan, staging, source)
            step = _check(plan, staging, source, prompts) | {"name": name or name_of(out)}
            write_lineage(staging, [*steps, step])  # from here on it is only moved
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        return _finish_moving(staging, out, steps)


@contextmanager
def _alone_in(out: Path) -> Iterator[None]:
    """Keep other merges out of a folder; one that was left empty is removed.

    The lock is on the folder itself, and the system lets go of it when the process ends, however it ends. Where folders
    cannot be locked there is none.

    Raises:
        FileExistsError: another process is merging into it.
    """
    if out.is_file():
        raise FileExistsError(f"{out} is a file; name a folder")
    created = [folder for folder in (out, *out.parents) if not folder.exists()]
    out.mkdir(parents=True, exist_ok=True)
    lock = os.open(out, os.O_RDONLY) if fcntl is not None else None
    try:
        if lock is not None:
            _lock(lock, out)
        yield
    finally:
        if lock is not None:
            os.close(lock)
        for folder in created:
            _remove_empty(folder)


def _lock(folder: int, out: Path) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise FileExistsError(f"another process is merging into {out}; wait for it, or name another folder") from error
    except OSError:  # some network disks know no locks
        pass


def merge_once(*arguments: Any, **options: Any) -> dict[str, Any]:
    """Merge on the main process while the others wait, however long it takes; see `merge`."""
    if is_main_process():
        merge(*arguments, **options)
    barrier()
    return read_lineage(Path(options.get("out") or arguments[2]))[-1]


def _recorded(out: Path, steps: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the last step of a finished merge of the same two."""
    recorded = read_lineage(out)
    hashes = [step["weights"] for step in recorded]
    return recorded[-1] if hashes[:-1] == [step["weights"] for step in steps] else None


def _refuse_second(out: Path) -> None:
    steps = read_lineage(out)
    if steps and steps[-1]["kind"] == "merged":
        raise FileExistsError(
            f"{out} holds a finished merge of {steps[-2]['name']} into {steps[-3]['name']}; name another folder, or "
            "delete this one"
        )
    held = [name for name in (*WEIGHT_FILES, "config.json") if (out / name).exists()]
    if held or out.is_file():
        raise FileExistsError(f"{out} holds a model already ({', '.join(held) or 'a file'}); name another folder")
    shutil.rmtree(out / UNFINISHED, ignore_errors=True)  # of a merge that was interrupted before it was checked


def _tokenizer_folder(given: str | Path | None, adapter: Path, base: Path) -> Path | None:
    """Return the first folder that holds a tokenizer."""
    if given is not None:
        return model_folder(given)
    run = [adapter.parent] if (adapter.parent / "run.json").is_file() else []
    return next((folder for folder in (adapter, *run, base) if (folder / "tokenizer_config.json").is_file()), None)


def state_needs(plan: Plan, out: Path, prompts: int) -> str:
    """Say what a merge needs of disk and memory.

    Args:
        plan: the merge.
        out: where the result goes.
        prompts: number of texts on which it is checked.

    Raises:
        OSError: there is less.
    """
    tokens = plan.vocabulary or max(item.tensor.shape[0] for item in plan.items if len(item.tensor.shape) == 2)
    logits = 2 * prompts * verify.LONGEST_PROMPT * tokens * 4
    # Both embeddings in fp32, the matrix at work, all logits, and those of one prompt in fp64 four times.
    memory = plan.size + 6 * plan.largest + logits + 4 * verify.LONGEST_PROMPT * tokens * 8 + _PROCESS
    folder = next(path for path in (out.resolve(), *out.resolve().parents) if path.exists())
    needs = (
        ("disk", plan.size + logits, shutil.disk_usage(folder).free, "Free some, or write to another disk"),
        ("memory", memory, psutil.virtual_memory().available, "End other programs, or merge on another machine"),
    )
    for what, needed, free, fix in needs:
        if needed > free:
            raise OSError(
                f"merging needs {amount(needed, 'B')} of {what}, and {amount(free, 'B')} are free. {fix}. "
                "Nothing was written"
            )
    said = ", ".join(f"{amount(needed, 'B')} of {what} ({amount(free, 'B')} free)" for what, needed, free, _ in needs)
    notes = f", grows the vocabulary to {plan.vocabulary:,}" if plan.vocabulary else ""
    notes += ", parts input and output embeddings, which only the base had in common" if plan.untied else ""
    return f"Merging {plan.adapter.folder} into {plan.base.folder}: needs {said}{notes}"


def write_weights(plan: Plan, folder: Path) -> None:
    """Write the merged weights, in the base's own files.

    Args:
        plan: what goes where.
        folder: receives them.
    """
    for file, items in plan.files.items():
        write_safetensors(folder / file, [item.tensor for item in items], _pieces(items))
    if list(plan.files) != ["model.safetensors"]:
        places = {item.tensor.name: file for file, items in plan.files.items() for item in items}
        index = {"metadata": {"total_size": plan.size}, "weight_map": places}
        write_text(folder / INDEX, json.dumps(index, indent=2) + "\n")


def _pieces(items: list[Item]) -> Iterator[memoryview | Tensor]:
    for item in items:
        if item.change is None:
            yield item.source
        else:
            yield from (as_bytes(block) for block in changed_blocks(item.source, item.change))


def _write_others(plan: Plan, folder: Path, tokenizer: Path | None) -> None:
    """Write configuration, tokenizer, template, generation configuration and licence."""
    write_text(folder / "config.json", json.dumps(plan.config, indent=2, ensure_ascii=False) + "\n")
    sources = [source for source in (tokenizer, plan.base.folder) if source is not None]
    copied = [path for pattern in TOKENIZER_FILES for path in sources[0].glob(pattern)] if tokenizer else []
    copied += [path for pattern in NOTICES for path in plan.base.folder.glob(pattern)]
    copied += [source / GENERATION for source in sources if (source / GENERATION).is_file()][:1]
    for path in copied:
        if path.is_file():
            shutil.copyfile(path, folder / path.name)


def _check(plan: Plan, folder: Path, source: Path | None, prompts: Sequence[str]) -> dict[str, Any]:
    """Check what was written; see `verify`.

    Returns:
        The step of the lineage, without its name.

    Raises:
        MergeError: with everything that is wrong.
    """
    weights, wrong = verify.check_tensors(plan, folder)
    if wrong:
        raise _failed(plan, wrong)
    tokenizer = _load_tokenizer(plan, source)
    rows = plan.vocabulary or json.loads((folder / "config.json").read_text(encoding="utf-8"))["vocab_size"]
    batch = verify.tokens_of(tokenizer, prompts, rows)
    logits = folder / "logits"
    logits.mkdir()
    error = verify.remember(plan, batch, logits)
    agreement = verify.compare(folder, batch, logits, error)
    shutil.rmtree(logits)
    if agreement.failures():
        raise _failed(plan, agreement.failures())
    changed = sum(item.change is not None for item in plan.items)
    numbers = agreement.as_dict() | {"changed": changed, "unchanged": sum(1 for _ in plan.items) - changed}
    return {
        "kind": "merged",
        "name": "",
        "weights": weights,
        "verification": numbers,
        "finished": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }


def _load_tokenizer(plan: Plan, source: Path | None) -> PreTrainedTokenizerBase | None:
    if source is None:
        return None
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(source)
    rows = plan.vocabulary or plan.config["vocab_size"]
    if len(tokenizer) > rows:
        raise ValueError(
            f"{source}: its tokenizer knows {len(tokenizer):,} tokens and the merged model {rows:,}; name the "
            "tokenizer that the adapter was trained with, and let the adapter hold the grown embeddings"
        )
    return tokenizer


def _failed(plan: Plan, wrong: list[str]) -> MergeError:
    more = f"; and {len(wrong) - 5} more" if len(wrong) > 5 else ""
    return MergeError(
        f"{plan.adapter.folder} merged into {plan.base.folder} is not what both are together: "
        f"{'; '.join(wrong[:5])}{more}. The result was deleted"
    )


def _finish_moving(staging: Path, out: Path, steps: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Move what has been checked to its place, configuration and lineage last.

    Returns:
        The last step of its lineage; nothing if there is nothing checked of these two.
    """
    finished = _recorded(staging, steps)
    if finished is None:
        return None
    last = ("config.json", LINEAGE)
    for path in sorted(staging.iterdir(), key=lambda path: last.index(path.name) if path.name in last else -1):
        os.replace(path, out / path.name)
    staging.rmdir()
    return finished


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
