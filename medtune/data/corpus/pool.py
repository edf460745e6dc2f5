"""Shards to worker processes and back, in order and in constant memory; a run that was ended goes on where it was."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from typing import Any

from medtune.data.corpus import worker
from medtune.data.corpus.shards import Shard, ShardFiles
from medtune.data.corpus.worker import Settings, Worker

_WAITING = 2  # shards for each worker that are read ahead


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def clean_shards(
    shards: Iterable[Shard], settings: Settings, workers: int, advance: Callable[[int], Any] = lambda rows: None
) -> Iterator[dict[str, Any]]:
    """Clean shards in worker processes; those that are finished already are passed over.

    Args:
        shards: read while they are needed, at most two for each worker ahead.
        settings: of the run.
        workers: number of processes; 1 works in this one.
        advance: is told the rows of each shard that is done.

    Yields:
        The summary of each shard, in order.

    Raises:
        ChildProcessError: a worker was ended from outside.
        ValueError: a finished shard was made of other rows.
        OSError: a file cannot be written.
    """
    summaries = _in_processes(shards, settings, workers) if workers > 1 else _in_this_process(shards, settings)
    with closing(summaries), _rare_collection() as collect:
        for summary in summaries:
            advance(summary["rows"])
            yield summary
            collect()


def _in_this_process(shards: Iterable[Shard], settings: Settings) -> Generator[dict[str, Any]]:
    own = Worker(settings)
    for shard in shards:
        yield _finished(shard, settings) or own.clean(shard)


def _in_processes(shards: Iterable[Shard], settings: Settings, workers: int) -> Generator[dict[str, Any]]:
    # Spawned, not forked: nothing of this process (threads, a started torch) comes along.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, worker.start, (settings,)) as pool:
        waiting: deque[Future | dict] = deque()
        try:
            for shard in shards:
                waiting.append(_finished(shard, settings) or pool.submit(worker.work, shard))
                if len(waiting) > _WAITING * workers:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        except BrokenProcessPool as error:
            raise ChildProcessError(
                "a worker process was ended from outside, perhaps for want of memory. Nothing that is finished is "
                "lost: run the recipe again, with a smaller `workers` or `rows_per_shard` if memory was short"
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _rare_collection() -> Iterator[Callable[[], int]]:
    """Look for cycles once a shard only: among all that was just read, a tenth of the reader's time goes there."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield gc.collect
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


def _result(done: Future | dict[str, Any]) -> dict[str, Any]:
    return done.result() if isinstance(done, Future) else done


def _finished(shard: Shard, settings: Settings) -> dict[str, Any] | None:
    summary = ShardFiles(settings.folder, shard.number).summary()
    if summary is not None and (summary["content"], summary["source"]) != (shard.content, shard.source):
        raise ValueError(
            f"shard {shard.number} was made of other rows than the source holds now; run with --overwrite to start "
            "afresh"
        )
    return summary
