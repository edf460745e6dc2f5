"""`task: evaluate`: several systems answer the same held-out rows and are compared (MulMed, step C)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from medtune.data.sources._section import SourceSection
from medtune.recipe import evaluate_checks, schema
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Section
from medtune.recipe.sections import Decoding

Language = Literal["zh", "en"]
Dtype = Literal["auto", "float32", "bfloat16", "float16"]


class Source(Section):
    """Held-out rows; either `path` or `read`.

    Args:
        path: folder that `task: prepare-data` wrote, or one Parquet file of records, such as a test set of
            `task: clean-data`.
        read: a reader and its options instead, such as `{source: icliniq, path: …}`; all its rows are taken.
        split: which split of a folder.
        name: what the report calls it; by default the name of the file, the folder or the reader.
        prompt: kind of prompt, by the rows' task if left out, as in `task: instruction-tuning`.
        max_rows: so many of its rows, drawn by the run's seed; all by default.
    """

    path: str | None = None
    read: SourceSection | None = None
    split: Literal["train", "validation", "test"] = "test"
    name: str | None = Field(default=None, pattern=r"^[\w.-]+$")
    prompt: str | None = None
    max_rows: int | None = Field(default=None, ge=1)

    @property
    def label(self) -> str:
        """The source's name."""
        return self.name or (Path(self.path).stem if self.path else self.read.source if self.read else "")


class Data(Section):
    """The questions.

    Args:
        sources: where they come from.
    """

    sources: list[Source] = Field(min_length=1)


class System(Section):
    """What every system has.

    Args:
        name: in tables, plots and files.
        languages: that it answers; questions in others are not put to it.
        max_failed: share of its rows that may have no answer. They count as empty answers, which score 0, and are
            shown; above it the run stops, and repeating it asks for the missing answers only.
    """

    name: str = Field(pattern=r"^\w[\w.-]*$", max_length=40)
    languages: list[Language] = Field(default=["en", "zh"], min_length=1)
    max_failed: float = Field(default=0.0, ge=0, lt=1)


class Prompted(System):
    """A system on this machine that reads prompts.

    Args:
        dtype: of the weights; `auto` is that of the files.
        chat_template: `model`, the one that the checkpoint brings along; `alpaca`; or the path of a jinja file.
        system_line: line that opens the conversation, by name; that of `prompts.system` by default.
        max_prompt_tokens: longest prompt; what is asked about is cut, the template never. As long as the model's
            positions allow by default.
    """

    dtype: Dtype = "auto"
    chat_template: str = "model"
    system_line: str | None = None
    max_prompt_tokens: int | None = Field(default=None, ge=16)


class Checkpoint(Prompted):
    """A causal language model, or a BERPT model, which reads the description alone.

    Args:
        kind: `checkpoint`.
        model: Hub id or path.
        tokenizer: Hub id or path; the model's by default.
        gguf_file: file in the folder `model` that holds it.
    """

    kind: Literal["checkpoint"]
    model: str
    tokenizer: str | None = None
    gguf_file: str | None = None


class Adapter(Prompted):
    """An adapter that peft saved, on its base.

    Args:
        kind: `adapter`.
        adapter: Hub id or path.
        base: Hub id or path of the base in 16 or 32 bits; by default the one that the adapter names.
        tokenizer: Hub id or path; the adapter's by default, else the base's.
    """

    kind: Literal["adapter"]
    adapter: str
    base: str | None = None
    tokenizer: str | None = None


class Predictions(System):
    """Answers that are there already: either `path` or `rival`.

    Args:
        kind: `predictions`.
        path: file with `id` and `prediction` for every row: .parquet, .jsonl, .json, .csv or .tsv.
        rival: name of another system whose answers came with the data, such as `chatgpt` for iCliniq's column
            `answer_chatgpt`. It is given the rows of the sources that it answered anything of.
    """

    kind: Literal["predictions"]
    path: str | None = None
    rival: str | None = None


class Endpoint(System):
    """An OpenAI-compatible server. Questions leave this machine for wherever it is.

    Args:
        kind: `endpoint`.
        model: as the server calls it.
        base_url_env: environment variable with the address, such as `http://127.0.0.1:8000/v1`.
        api_key_env: environment variable with the key; `null` for a server that asks for none.
        system_line: line that opens the conversation, by name; that of `prompts.system` by default.
        concurrency: requests at a time.
        requests_per_minute: most requests started in a minute; any number by default.
        timeout: seconds until a request is given up.
        tries: requests for one answer, where the server is busy or fails.
        first_wait: seconds before the second try; doubled before each further one. What the server's `Retry-After`
            says goes before.
        length_field: name of the request's field for the longest answer.
        options: further fields of every request, such as `{seed: 1}`.
    """

    kind: Literal["endpoint"]
    model: str
    base_url_env: str = Field(default="OPENAI_BASE_URL", pattern=r"^[A-Za-z_]\w*$")
    api_key_env: str | None = Field(default="OPENAI_API_KEY", pattern=r"^[A-Za-z_]\w*$")
    system_line: str | None = None
    concurrency: int = Field(default=4, ge=1, le=256)
    requests_per_minute: float | None = Field(default=None, gt=0)
    timeout: float = Field(default=120, gt=0)
    tries: int = Field(default=6, ge=1)
    first_wait: float = Field(default=1.0, gt=0)
    length_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    options: dict[str, Any] = Field(default_factory=dict)


AnySystem = Annotated[Checkpoint | Adapter | Predictions | Endpoint, Field(discriminator="kind")]


class Prompts(Section):
    """The texts around a row; those of medtune are in `medtune/data/prompts.yaml`.

    Args:
        system: line that opens every conversation: `plain`, `humanistic`, one of `systems`, or `none`.
        systems: further such lines, each with its text in `en` and `zh`.
        kinds: further kinds of prompt for `data.sources`, or other words for those there are, each in `en` and `zh`.
    """

    system: str = "plain"
    systems: dict[str, dict[Language, str]] = Field(default_factory=dict)
    kinds: dict[str, dict[Language, str]] = Field(default_factory=dict)


class Generation(Decoding):
    """How answers are generated, alike for all systems.

    Args:
        max_new_tokens: longest answer in tokens.
    """

    max_new_tokens: int = Field(default=256, ge=1)


class Care(Section):
    """Humanistic care: the words of the answers.

    Args:
        keywords: most frequent words shown of each system.
        lexicon: file with caring words instead of medtune's own, in the form of
            `medtune/evaluation/caring_words.yaml`.
    """

    keywords: int = Field(default=20, ge=1, le=100)
    lexicon: str | None = None


class Recipe(schema.Recipe):
    """An evaluation.

    Args:
        data: the questions, with the doctors' answers.
        systems: what answers them.
        prompts: the texts around a question.
        generation: how answers are generated.
        answers: folder that keeps generated answers by what they were made from, so that another evaluation finds
            them; `output_dir/answers` by default.
        samples: rows shown in full for each language, those where the systems differ most. They are the patients' own
            words: set it to 0 where the report may travel further than the data.
        care: what is counted of the answers' words.
    """

    task: Literal["evaluate"]
    data: Data
    systems: list[AnySystem] = Field(min_length=1)
    prompts: Prompts = Prompts()
    generation: Generation = Generation()
    answers: str | None = None
    samples: int = Field(default=3, ge=0)
    care: Care | None = Care()


def inputs(recipe: Recipe) -> list[Input]:
    """Return the questions and what the systems are read from."""
    return evaluate_checks.inputs(recipe)


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    return evaluate_checks.check(recipe)


unsupported_here = evaluate_checks.unsupported_here
describe = evaluate_checks.describe


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Let all systems answer, score the answers, and write the report.

    Leaves `predictions/NAME.parquet` for each system, `row_scores.parquet`, `report.html`, `report.md`, `report.json`,
    plots, and the counts behind the words as CSV.

    Returns:
        Scores and numbers of rows as `NAME/LANGUAGE/METRIC`, with `intervals` and `signatures`; nothing on processes
        other than the main one.

    Raises:
        ValueError: a prediction file does not fit the questions, or a system has left too many of them unanswered.
    """
    from transformers import set_seed

    from medtune.data.prompts import Prompts as Builders
    from medtune.distributed import barrier, is_main_process
    from medtune.evaluation.evaluation_report import write_evaluation
    from medtune.evaluation.systems.questions import read_questions
    from medtune.evaluation.systems.systems import collect_predictions, generate_answers, prepare_systems

    builders = Builders(recipe.prompts.system, recipe.prompts.systems, recipe.prompts.kinds)
    questions = read_questions(recipe, builders)
    prepared = prepare_systems(recipe, questions, builders, Path(recipe.answers or output_dir / "answers"))
    for one in prepared:
        set_seed(recipe.seed)
        generate_answers(one, recipe.generation)
        barrier()
    if not is_main_process():
        return {}
    answered = collect_predictions(prepared, output_dir / "predictions")
    return write_evaluation(recipe, questions, answered, output_dir)
