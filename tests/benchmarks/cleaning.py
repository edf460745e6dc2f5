"""How many rows a second `task: clean-data` cleans, and in how much memory, against `datasets.map` with the same rules.

    python tests/benchmarks/cleaning.py [--rows 100000] [--workers 2] [--near-duplicates] [--without-map]
    python tests/benchmarks/cleaning.py --steps [--rows 20000]      # processor time of each step, in one process

Makes rows of 200 characters out of the sentences of the real data (MEDTUNE_SHARED or ../shared), in random order, so
that no two are alike but for a planted share: 5 % repeat an earlier row, 5 % differ from one in a character. Without
--near-duplicates all rules but near duplicates are on. `datasets.map` reads the same JSON lines, applies the same steps
in as many processes and writes Parquet. Processor time is the sum over all processes: on a busy machine it is the
number to trust, and rows a second on N free cores are N / (processor seconds a row).

Bars: 20,000 rows/s on 2 cores without near duplicates; 3,000,000 rows with them in 10 minutes and 6 GiB.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import resource
import tempfile
import threading
import time
from pathlib import Path

import psutil

LENGTH = 200
SHARED = Path(os.environ.get("MEDTUNE_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def sentence_pool() -> list[str]:
    """Return the Chinese sentences of the real data, 5 to 80 characters long."""
    from medtune.data.cleaning.sentences import sentences
    from medtune.data.records import Record
    from medtune.data.sources import read_source

    data = SHARED / "data"
    sources = [
        {"source": "toyhom", "path": str(data / "internal_medicine_train.gb18030.csv")},
        {"source": "meddialog", "path": str(data / "haodf_covid_raw.txt")},
    ]
    texts = [
        text
        for source in sources
        for row in read_source(source)
        if isinstance(row, Record)
        for text in (row.description, row.reply, *(turn.text for turn in row.turns))
        if text
    ]
    return sorted({piece.strip() for text in texts for piece in sentences(text) if 5 <= len(piece) <= 80})


def write_rows(file: Path, rows: int, pool: list[str]) -> None:
    """Write rows as JSON lines: a question of about 80 and an answer of about 120 characters."""
    random_ = random.Random(0)
    earlier: list[tuple[str, str]] = []
    with open(file, "w", encoding="utf-8") as stream:
        for number in range(rows):
            kind = random_.random()
            if kind < 0.1 and earlier:
                asked, answered = random_.choice(earlier)
                if kind >= 0.05:
                    place = random_.randrange(len(answered))
                    answered = f"{answered[:place]}同{answered[place + 1 :]}"
            else:
                text = ""
                while len(text) < LENGTH:
                    text += random_.choice(pool)
                asked, answered = text[:80], text[80:LENGTH]
                if len(earlier) < 50_000:
                    earlier.append((asked, answered))
            stream.write(json.dumps({"ask": asked, "answer": answered, "id": number}, ensure_ascii=False) + "\n")


class Peak(threading.Thread):
    """Samples the resident memory of this process and its children; shared pages count once for each."""

    def __init__(self):
        super().__init__(daemon=True)
        self.bytes, self.over = 0, threading.Event()

    def run(self) -> None:
        """Sample until told to stop."""
        this = psutil.Process()
        while not self.over.wait(0.25):
            total = 0
            for process in (this, *this.children(recursive=True)):
                try:
                    total += process.memory_info().rss
                except psutil.Error:
                    continue
            self.bytes = max(self.bytes, total)


def processor_seconds() -> float:
    """Return the processor time of this process and of its children that have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, kinds))


def measured(name: str, rows: int, work) -> None:
    """Run something and print rows a second, processor time a row and peak memory."""
    peak = Peak()
    peak.start()
    wall, processor = time.perf_counter(), processor_seconds()
    kept = work()
    wall, processor = time.perf_counter() - wall, processor_seconds() - processor
    peak.over.set()
    peak.join()
    micro = processor / rows * 1e6
    print(
        f"{name:<34}{wall:>8.1f}{rows / wall:>10,.0f}{micro:>10.1f}{2e6 / micro:>14,.0f}{peak.bytes / 2**30:>8.2f}"
        f"{kept:>11,}",
        flush=True,
    )


def with_medtune(file: Path, folder: Path, workers: int, near: bool) -> int:
    """Clean with the task; returns the rows kept."""
    from medtune.tasks.clean_data import Recipe, run

    columns = {"description": "ask", "reply": "answer"}
    read = {"source": "table", "path": str(file), "task": "question-answer", "columns": columns}
    duplicates = {} if near else {"threshold": None}
    recipe = {
        "task": "clean-data",
        "output_dir": str(folder),
        "data": {"sources": [{"read": read}]},
        "cleaning": {"duplicates": duplicates},
        "workers": workers,
    }
    return run(Recipe.model_validate(recipe), folder)["rows_kept"]


def print_steps(file: Path, folder: Path, rows: int, near: bool) -> None:
    """Print the processor time a row of all that is done to it, shard by shard as in a worker, in this process."""
    import pickle

    from medtune.data.corpus.features import features
    from medtune.data.corpus.shards import ShardFiles, cut, unpack
    from medtune.data.corpus.steps import Cleaning, build_steps
    from medtune.data.sources import read_source

    columns = {"description": "ask", "reply": "answer"}
    source = {"source": "table", "path": str(file), "task": "question-answer", "columns": columns}
    seconds: dict[str, float] = {}
    gc.disable()  # as in a worker

    def timed(name: str, work):
        begin = time.process_time()
        result = work()
        seconds[name] = seconds.get(name, 0.0) + time.process_time() - begin
        return result

    read = timed("read JSON lines", lambda: list(read_source(source)))
    packed = timed("cut into shards, pack, pickle", lambda: [pickle.dumps(one) for one in cut(read, 0, 0, 10_000)])
    steps = build_steps(Cleaning(), b"key")
    _ = [step(row) for step in steps for row in read[:1000]]  # what it loads once does not count
    for number, one in enumerate(packed):
        kept = timed("unpickle", lambda one=one: unpack(pickle.loads(one).payload)[0])  # noqa: S301
        for step in steps:
            done = timed(step.name, lambda step=step, rows=kept: [step(row) for row in rows])
            kept = [after for after in done if not isinstance(after, str)]
        timed("write", lambda number=number, kept=kept: ShardFiles(folder, number).write_records(kept))
        timed("features" + (" with keys" if near else ""), lambda kept=kept: features(kept, 0, 0.8 if near else None))
    print(f"{'':<34}{'µs/row':>10}{'rows/s, a core':>14}")
    for name, spent in (*seconds.items(), ("all", sum(seconds.values()))):
        print(f"{name:<34}{spent / rows * 1e6:>10.1f}{rows / spent:>14,.0f}", flush=True)


_steps = None


def _map_row(row: dict) -> dict:
    """Apply the task's steps to a row of a data set."""
    global _steps
    from medtune.data.corpus.steps import Cleaning, build_steps
    from medtune.data.records import Record

    _steps = _steps or build_steps(Cleaning(), b"")
    record = Record(str(row["id"]), "table", "zh", "question-answer", description=row["ask"], reply=row["answer"])
    for step in _steps:
        record = step(record)
        if isinstance(record, str):
            return {"ask": None, "answer": None, "reason": record}
    return {"ask": record.description, "answer": record.reply, "reason": None}


def with_map(file: Path, folder: Path, workers: int) -> int:
    """Clean with `datasets.map`; returns the rows kept."""
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()
    data = Dataset.from_json(str(file), cache_dir=str(folder))
    data = data.map(_map_row, num_proc=workers)
    kept = data.filter(lambda reason: reason is None, input_columns="reason", num_proc=workers)
    kept.to_parquet(str(folder / "kept.parquet"))
    return len(kept)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=100_000, help="rows to clean (default: 100000)")
    parser.add_argument("--workers", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--near-duplicates", action="store_true", help="with near duplicates")
    parser.add_argument("--without-map", action="store_true", help="leave datasets.map out")
    parser.add_argument("--steps", action="store_true", help="processor time of each step instead")
    parser.add_argument("--folder", help="for the files; a temporary one by default")
    arguments = parser.parse_args()
    import datasets
    import pyarrow

    versions = f"Python {platform.python_version()}, pyarrow {pyarrow.__version__}, datasets {datasets.__version__}"
    print(
        f"{versions}, {arguments.workers} workers, {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        write_rows(folder / "rows.jsonl", arguments.rows, sentence_pool())
        if arguments.steps:
            print_steps(folder / "rows.jsonl", folder, arguments.rows, arguments.near_duplicates)
            return
        head = f"{'':<34}{'s':>8}{'rows/s':>10}{'µs/row':>10}{'2 free cores':>14}{'GiB':>8}{'kept':>11}"
        print(f"{arguments.rows:,} rows of {LENGTH} characters\n{head}")
        name = "clean-data" + (", near duplicates" if arguments.near_duplicates else "")
        work = (folder / "rows.jsonl", folder / "out", arguments.workers)
        measured(name, arguments.rows, lambda: with_medtune(*work, arguments.near_duplicates))
        if not arguments.without_map:
            (folder / "map").mkdir()
            measured("datasets.map, same rules", arguments.rows, lambda: with_map(work[0], folder / "map", work[2]))


if __name__ == "__main__":
    main()
