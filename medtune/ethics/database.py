"""SQLite as a study needs it: a connection for each thread, and every write a transaction that is on the disk."""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

WAIT = 30.0  # seconds that a write waits for another one


class _Holder:
    """A thread's connection, closed when the thread ends: a server's threads come and go."""

    def __init__(self, db: sqlite3.Connection):
        self.db = db

    def __del__(self):
        self.db.close()


class Database:
    """A file that any number of threads and processes use at once.

    Args:
        path: the file, which exists.
    """

    def __init__(self, path: str | Path):
        self.path = Path(path)
        self._local = threading.local()
        self._holders: weakref.WeakSet[_Holder] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._turn = threading.Lock()

    def one(self, query: str, values: tuple = ()) -> tuple | None:
        """Return the first row of a query, or `None`."""
        return self._connection().execute(query, values).fetchone()

    def all(self, query: str, values: tuple = ()) -> list[tuple]:
        """Return the rows of a query."""
        return self._connection().execute(query, values).fetchall()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction: all of the body's changes are on the disk after it, or none."""
        db = self._connection()
        # SQLite lets a writer that waits for another sleep for up to a tenth of a second; threads here take turns.
        with self._turn:
            db.execute("BEGIN IMMEDIATE")  # what the body reads cannot change before it writes
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Iterator[None]:
        """Let all queries of this thread in the body see the same state."""
        db = self._connection()
        db.execute("BEGIN")
        try:
            yield
        finally:
            db.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            holders, self._holders = list(self._holders), weakref.WeakSet()
            self._local = threading.local()
        for holder in holders:
            holder.db.close()

    def _connection(self) -> sqlite3.Connection:
        holder = getattr(self._local, "holder", None)
        if holder is None:
            # Reading and writing, but not making a file that is missing.
            uri = f"{self.path.resolve().as_uri()}?mode=rw"
            # Another thread closes it, none uses it.
            db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
            try:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")
                db.execute("PRAGMA foreign_keys = ON")
                db.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE fires the triggers that forbid deleting
                db.execute("PRAGMA trusted_schema = OFF")
            except BaseException:
                db.close()
                raise
            holder = self._local.holder = _Holder(db)
            with self._guard:
                self._holders.add(holder)
        return holder.db


def now() -> str:
    """Return the time as ISO text, UTC, with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def log(db: sqlite3.Connection, actor: str, action: str, detail: dict[str, Any], at: str | None = None) -> None:
    """Add a line to the audit log, inside the transaction of what it tells of."""
    db.execute(
        "INSERT INTO audit (at, actor, action, detail) VALUES (?, ?, ?, ?)",
        (at or now(), actor, action, json.dumps(detail, ensure_ascii=False, sort_keys=True)),
    )
