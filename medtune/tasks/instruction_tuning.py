"""`task: instruction-tuning`: LoRA on a causal language model, from instructions and consultations (MulMed)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from medtune.data.sources._section import SourceSection
from medtune.recipe import instruction_checks, instruction_plan, schema, sections
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Section

METRICS = ("loss", "perplexity")
ADAPTER = "adapter"
MERGED = "merged"


class Model(Section):
    """The base.

    Args:
        base: Hub id, path or configuration of a causal language model; the `merged` folder of an earlier run is one.
        tokenizer: Hub id or path; the base's by default.
        gguf_file: file in the folder `base` that holds the model; it is converted to safetensors once.
        dtype: of the frozen weights; `auto` is bfloat16 or float16 where `training` computes in it, else float32.
        extend_vocabulary: file of a Chinese sentencepiece model, whose pieces join the tokenizer's own. Their
            embeddings start as the means of what their texts were before, and both embeddings are trained in full and
            merged with the adapter.
    """

    base: sections.Model
    tokenizer: str | None = None
    gguf_file: str | None = None
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    extend_vocabulary: str | None = None


class Lora(Section):
    """The adapter.

    Args:
        targets: modules that get one, by the last part of their names; `attention` stands for the query, key and value
            projections (the paper's), whatever the model calls them.
        rank: of the two matrices.
        alpha: scale of what they add: `alpha / rank`, with `rslora` `alpha / sqrt(rank)`.
        dropout: probability of dropout before them.
        rslora: rank-stabilised scale (Kalajdzievski 2023).
        dora: learn length and direction apart (Liu et al. 2024).
        modules_to_save: modules trained in full beside the adapter, such as `embed_tokens` and `lm_head`.
    """

    targets: Literal["attention"] | list[str] = "attention"
    rank: int = Field(default=8, ge=1)
    alpha: float = Field(default=16, gt=0)
    dropout: float = Field(default=0.05, ge=0, lt=1)
    rslora: bool = False
    dora: bool = False
    modules_to_save: list[str] = Field(default_factory=list)

    def settings(self) -> dict[str, Any]:
        """Return the fields of `peft.LoraConfig`."""
        return {
            "r": self.rank,
            "lora_alpha": self.alpha,
            "lora_dropout": self.dropout,
            "use_rslora": self.rslora,
            "use_dora": self.dora,
            "modules_to_save": self.modules_to_save or None,
        }


class Quantization(Section):
    """How the frozen base is kept while training, by bitsandbytes (QLoRA).

    Args:
        kind: `nf4`, 4 bits a weight, or `int8`.
        double: quantise the constants of `nf4` too.
    """

    kind: Literal["nf4", "int8"] = "nf4"
    double: bool = True


class Source(Section):
    """One source of rows; either `path` or `read`.

    Args:
        path: folder that `task: prepare-data` wrote, or one Parquet file of records.
        read: a reader and its options, such as `{source: table, path: …}`.
        weight: how often its training rows are taken in an epoch; 0.5 draws half of them.
        prompt: kind of prompt, by the rows' task if left out: `instruction`, `summary`, `question-answer`,
            `consultation` (the whole dialogue, its last reply the answer), or one of `prompts.kinds`.
        max_rows: train on so many of its rows, drawn by the run's seed.
    """

    path: str | None = None
    read: SourceSection | None = None
    weight: float = Field(default=1.0, gt=0)
    prompt: str | None = None
    max_rows: int | None = Field(default=None, ge=1)


class Data(Section):
    """What is learnt.

    Args:
        sources: mixed by their weights.
        cutoff: most tokens of an example (the paper's is 256). An answer keeps at least half of it, with its end; the
            source text is cut and the template never.
        loss_on: learn the `answer` alone, or `everything`.
        packing: put the examples of a batch one behind the other instead of padding them; none attends to another.
        validation: share held out of sources that are not split yet, for evaluation while training.
        test: share held out of them for the end.
    """

    sources: list[Source] = Field(min_length=1)
    cutoff: int = Field(default=256, ge=16)
    loss_on: Literal["answer", "everything"] = "answer"
    packing: bool = False
    validation: float = Field(default=0.02, ge=0, lt=0.5)
    test: float = Field(default=0.0, ge=0, lt=0.5)


class Prompts(Section):
    """The texts around a row; those of medtune are in `medtune/data/prompts.yaml`.

    Args:
        system: line that opens every conversation: `plain`, `humanistic`, one of `systems`, or `none`.
        systems: further such lines, each with its text in `en` and `zh`.
        kinds: further kinds of prompt for `data.sources`, or other words for those there are, each in `en` and `zh`.
        chat_template: `alpaca`; `model`, the one that the tokenizer brings along; or the path of a jinja file.
    """

    system: str = "plain"
    systems: dict[str, dict[Literal["en", "zh"], str]] = Field(default_factory=dict)
    kinds: dict[str, dict[Literal["en", "zh"], str]] = Field(default_factory=dict)
    chat_template: str = "alpaca"


class Forgetting(Section):
    """What the base could do before, measured before and after: the loss on instructions that are not trained on.

    Args:
        sources: their held-out rows are read, of prepared data those for validation.
        validation: share held out of sources that are not split yet. With the share and the seed of the step that
            trained on them, these are the rows that it held out.
        rows: most rows, evenly of all sources.
        most: largest rise of the loss, in nats a token, with which the step may go on to its merge; any by default.
    """

    sources: list[Source] = Field(min_length=1)
    validation: float = Field(default=0.01, gt=0, lt=0.5)
    rows: int = Field(default=200, ge=1)
    most: float | None = Field(default=None, gt=0)


class Merge(Section):
    """The adapter merged into its base, a checkpoint for any loader in `output_dir/merged`.

    Args:
        name: what lineage and model card call the merged model, such as `CrossLa`; the name of `output_dir` by default.
        prompts: number of held-out prompts on which the merged model is compared with base and adapter.
    """

    name: str | None = Field(default=None, pattern=r"^\w[\w. -]*$", max_length=60)
    prompts: int = Field(default=16, ge=1)


class Generation(sections.Generation):
    """How answers to held-out rows are generated after training.

    Args:
        rows: of the test split, or of the validation split where there is no test; 0 generates none.
    """

    rows: int = Field(default=0, ge=0)


class Recipe(schema.TrainingRecipe):
    """Instruction tuning.

    Args:
        model: the base.
        lora: the adapter.
        quantization: keep the base in 4 or 8 bits; not by default.
        data: what is learnt.
        prompts: the texts around it.
        generation: how held-out rows are answered.
        forgetting: measure what is forgotten of general instructions; not by default.
        merge: merge the adapter into the base afterwards; not by default.
    """

    task: Literal["instruction-tuning"]
    model: Model
    lora: Lora = Lora()
    quantization: Quantization | None = None
    data: Data
    prompts: Prompts = Prompts()
    generation: Generation = Generation()
    forgetting: Forgetting | None = None
    merge: Merge | None = None


def inputs(recipe: Recipe) -> list[Input]:
    """Return the data and the model it starts from."""
    return instruction_checks.inputs(recipe)


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    return instruction_checks.check(recipe)


unsupported_here = instruction_checks.unsupported_here
describe = instruction_plan.describe
examples = instruction_plan.examples


def outputs(recipe: Recipe) -> set[Path]:
    """Return the folders that a later recipe may start from."""
    folder = Path(recipe.output_dir)
    folders = {folder, *(folder / f"seed-{seed}" for seed in recipe.seeds or ())}
    made = (ADAPTER, MERGED) if recipe.merge else (ADAPTER,)
    return folders | {folder / name for folder in folders for name in made}


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Train the adapter, evaluate it before and after on held-out rows, and merge it.

    Leaves `adapter/` (peft's files with tokenizer, chat template, the words of the prompts, and what it stands on),
    `mixture.json` (what became of the rows), and with `merge` the checkpoint `merged/`.
    """
    import gc

    from transformers import set_seed

    from medtune.adapters.base import check_vocabulary, load_base, load_tokenizer, provide_base
    from medtune.adapters.lineage import record_run
    from medtune.adapters.loading import load_to_answer
    from medtune.adapters.lora import add_lora
    from medtune.data.prompts import Prompts as Builders
    from medtune.data.prompts import install_template, save_prompts
    from medtune.distributed import is_main_process, load_whole_models
    from medtune.evaluation.inference.answers import answer_rows, held_out_prompts
    from medtune.models.attention import attend_by_example
    from medtune.models.sentencepieces import grow_embeddings
    from medtune.trainers import instruction_setup as setup
    from medtune.trainers.before import measured_before
    from medtune.trainers.fit import fit
    from medtune.trainers.instruction import InstructionTrainer

    set_seed(recipe.seed)
    own = load_tokenizer(recipe.model.tokenizer or recipe.model.base, _gguf_tokenizer(recipe))
    words = recipe.prompts
    builders = Builders(words.system, words.systems, words.kinds)
    install_template(own, words.chat_template, builders, words.system)
    tokenizer, pieces = setup.extended(own, recipe.model.extend_vocabulary)
    splits = setup.encode(recipe, output_dir, builders, tokenizer)
    general = setup.encode_general(recipe, output_dir, builders, tokenizer)
    metrics = setup.measure_vocabulary(own, tokenizer, splits["train"]) if pieces else {}

    base = provide_base(recipe.model.base, own, output_dir, recipe.model.gguf_file)
    model = load_base(base, setup.dtype_of(recipe), setup.quantization_of(recipe))
    check_vocabulary(model, own)
    grow_embeddings(model, pieces)
    attend_by_example(model)
    model = add_lora(model, recipe.lora.targets, bool(pieces), **setup.lora_options(recipe))
    arguments = setup.trainer_arguments(recipe, output_dir, splits, tokenizer.pad_token_id, model)
    trainer = InstructionTrainer(model=model, preprocessor=tokenizer, **arguments)
    setup.measure_before(trainer, general)
    after = fit(trainer, output_dir, output_dir / ADAPTER)
    metrics |= measured_before(trainer.state) | after
    if is_main_process():
        save_prompts(builders, output_dir / ADAPTER)
        record_run(output_dir, base)
    metrics |= setup.evaluate_after(trainer, splits["test"], general)
    if general is not None:
        setup.refuse_to_forget(recipe, metrics)
    del trainer, model, arguments
    gc.collect()  # base and adapter, before they are loaded again
    load_whole_models()
    if recipe.merge is not None:
        asked = held_out_prompts(recipe, tokenizer, builders, recipe.merge.prompts)
        metrics |= _merge(recipe.merge, base, output_dir, asked)
    if recipe.generation.rows and is_main_process():
        # What was saved answers, on one process: of a model shared out over several, one alone would wait for ever.
        answer_rows(recipe, output_dir, *load_to_answer(str(output_dir)), builders)
    return metrics


def _merge(wanted: Merge, base: str, output_dir: Path, asked: list[str]) -> dict[str, float | int]:
    """Merge the adapter into its base, and return how well the two agree; `asked` are the prompts compared."""
    from medtune.adapters.merge import merge_once

    options = {"prompts": asked or None, "name": wanted.name, "keep_finished": True}
    merged = merge_once(base, output_dir / ADAPTER, output_dir / MERGED, **options)
    return {f"merge_{name}": value for name, value in merged["verification"].items()}


def _gguf_tokenizer(recipe: Recipe) -> str | None:
    return None if recipe.model.tokenizer else recipe.model.gguf_file
