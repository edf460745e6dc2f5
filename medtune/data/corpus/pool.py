"""Shards to worker processes and back, in order and in constant memory; a run that was ended goes on where it was."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
    if workers == 1:
        own = Worker(settings)
        for shard in shards:
            yield _finished(shard, settings) or own.clean(shard)
            advance(shard.rows)
        return
    # Spawned, not forked: nothing of this process (threads, a started torch) comes along.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, worker.start, (settings,)) as pool:
        waiting: deque[tuple[int, Future | dict]] = deque()
        try:
            for shard in shards:
                waiting.append((shard.rows, _finished(shard, settings) or pool.submit(worker.work, shard)))
                if len(waiting) > _WAITING * workers:
                    yield _next(waiting, advance)
            while waiting:
                yield _next(waiting, advance)
        except BrokenProcessPool as error:
            raise ChildProcessError(
                "a worker process was ended from outside, perhaps for want of memory. Nothing that is finished is "
                "lost: run the recipe again, with a smaller `workers` or `rows_per_shard` if memory was short"
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _next(waiting: deque[tuple[int, Future | dict]], advance: Callable[[int], Any]) -> dict[str, Any]:
    rows, result = waiting.popleft()
    summary = result.result() if isinstance(result, Future) else result
    advance(rows)
    return summary


def _finished(shard: Shard, settings: Settings) -> dict[str, Any] | None:
    summary = ShardFiles(settings.folder, shard.number).summary()
    if summary is not None and (summary["content"], summary["source"]) != (shard.content, shard.source):
        raise ValueError(
            f"shard {shard.number} was made of other rows than the source holds now; run with --overwrite to start "
            "afresh"
        )
    return summary
