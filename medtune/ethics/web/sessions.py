"""Who is signed in: a random id in a cookie, its hash in the study's file, so that a restart signs nobody out."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Seconds after which the personal link has to be opened again.
LIFETIME = 12 * 3600

TABLE = """
CREATE TABLE IF NOT EXISTS web_session (
    id_hash TEXT PRIMARY KEY,   -- SHA-256: whoever reads the file cannot take a session over
    rater_id INTEGER,           -- NULL: the administrator
    link_hash TEXT NOT NULL,    -- of the link it was opened with: a new link ends the sessions of the old one
    expires REAL NOT NULL       -- seconds since 1970
) STRICT, WITHOUT ROWID
"""

LINK = "coalesce((SELECT token_hash FROM rater WHERE id = ?), (SELECT admin_token_hash FROM study))"

FIND = """
SELECT s.rater_id FROM web_session s LEFT JOIN rater r ON r.id = s.rater_id
WHERE s.id_hash = ? AND s.expires > ?
AND s.link_hash = CASE WHEN s.rater_id IS NULL THEN (SELECT admin_token_hash FROM study) ELSE r.token_hash END
"""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in.

    Args:
        id: secret, in the cookie.
        rater_id: number of the rater; None is the administrator.
    """

    id: str
    rater_id: int | None


class Sessions:
    """The sessions of one study.

    Args:
        path: the study's file.
        clock: seconds since 1970.
    """

    def __init__(self, path: str | Path, clock: Callable[[], float] = time.time):
        self._clock = clock
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        self._db.execute(TABLE)

    def open(self, rater_id: int | None) -> Session:
        """Sign somebody in, and forget the sessions that are over."""
        session = Session(secrets.token_urlsafe(32), rater_id)
        now = self._clock()
        with self._lock, self._db:
            self._db.execute("DELETE FROM web_session WHERE expires <= ?", (now,))
            row = (_hash(session.id), rater_id, rater_id, now + LIFETIME)
            self._db.execute(f"INSERT INTO web_session VALUES (?, ?, {LINK}, ?)", row)
        return session

    def find(self, session_id: str) -> Session | None:
        """Return a session that is not over, and whose link is still good.

        It is found by the hash of its id, so that the time it takes tells nothing about the id.
        """
        with self._lock:
            row = self._db.execute(FIND, (_hash(session_id), self._clock())).fetchone()
        return None if row is None else Session(session_id, row[0])

    def end(self, session: Session) -> None:
        """Sign somebody out."""
        with self._lock:
            self._db.execute("DELETE FROM web_session WHERE id_hash = ?", (_hash(session.id),))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()


def _hash(session_id: str) -> str:
    return hashlib.sha256(session_id.encode()).hexdigest()
