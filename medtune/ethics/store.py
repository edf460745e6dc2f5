"""A study's file: SQLite, written so that an acknowledged score survives a power cut."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from medtune.ethics.creation import SCHEMA_VERSION, write_study
from medtune.ethics.database import Database, log, now
from medtune.ethics.options import Options
from medtune.ethics.pages import read_item, read_places
from medtune.ethics.results import (
    read_adjudications,
    read_comments,
    read_guesses,
    read_items,
    read_progress,
    read_scores,
)
from medtune.ethics.rows import (
    Adjudication,
    Comment,
    Guess,
    Item,
    Label,
    NewItem,
    NewRater,
    NewSystem,
    Place,
    Progress,
    Rater,
    RaterItem,
    Saved,
    Score,
    Tokens,
)
from medtune.ethics.rubric import Rubric, default_rubric
from medtune.ethics.saving import Locked, NotAssigned, write_comment, write_decision, write_guess, write_score

LONGEST_COMMENT = 4_000  # characters


class NotLocked(PermissionError):
    """The study is not locked yet: scores are not shown."""


class Study:
    """A study's file. Any number of threads and processes may use it at once; each thread has its own connection.

    Args:
        path: the file; use `open`, which makes sure that it is a study.
    """

    def __init__(self, path: str | Path):
        self.path = Path(path)
        self.db = Database(path)

    @classmethod
    def open(cls, path: str | Path) -> Study:
        """Open a study.

        Raises:
            FileNotFoundError: there is no such file.
            ValueError: the file is no study, or one of another version of medtune.
        """
        if not Path(path).is_file():
            raise FileNotFoundError(f"{path}: no such study; `medtune ethics create` makes one")
        with Path(path).open("rb") as file:  # SQLite would turn an empty file into a database
            if file.read(16) != b"SQLite format 3\0":
                raise ValueError(f"{path}: no study of `medtune ethics create`")
        study = cls(path)
        try:
            (version,) = study.db.one("SELECT schema_version FROM study") or (None,)
        except sqlite3.DatabaseError as error:
            study.close()
            raise ValueError(f"{path}: no study of `medtune ethics create` ({error})") from error
        if version != SCHEMA_VERSION:
            study.close()
            raise ValueError(f"{path}: a study of version {version}; this medtune reads version {SCHEMA_VERSION}")
        return study

    @classmethod
    def create(
        cls,
        path: str | Path,
        name: str,
        systems: Sequence[NewSystem],
        items: Sequence[NewItem],
        raters: Sequence[NewRater],
        rubric: Rubric | None = None,
        options: Options | None = None,
        seed: int = 0,
    ) -> tuple[Study, Tokens]:
        """Write a new study; every rater is to rate every item.

        Args:
            path: the file, which must not exist.
            name: shown to raters.
            systems: all that the items name.
            items: the answers; their repeats are added here.
            raters: who rates.
            rubric: medtune's by default.
            options: how the study is held.
            seed: of the order of items.

        Returns:
            The study, and the tokens of the links, which are stored nowhere: only their hashes are.

        Raises:
            FileExistsError: the file exists.
            ValueError: names or values do not fit together, all of them at once; or see `rater_order`.
        """
        settings = (rubric or default_rubric(), options or Options(), seed)
        tokens = write_study(Path(path), name, systems, items, raters, *settings)
        return cls.open(path), tokens

    def close(self) -> None:
        """Close all connections; the next use opens new ones."""
        self.db.close()

    def __enter__(self) -> Study:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What the study is.

    @cached_property
    def name(self) -> str:
        """What raters see the study called."""
        return self.db.one("SELECT name FROM study")[0]

    @cached_property
    def seed(self) -> int:
        """Of the order of items."""
        return self.db.one("SELECT seed FROM study")[0]

    @cached_property
    def rubric(self) -> Rubric:
        """What raters judge."""
        return Rubric.model_validate_json(self.db.one("SELECT rubric FROM study")[0])

    @cached_property
    def options(self) -> Options:
        """How the study is held."""
        return Options.model_validate_json(self.db.one("SELECT options FROM study")[0])

    @property
    def locked(self) -> str | None:
        """ISO time of the lock; `None` while scores are taken."""
        return self.db.one("SELECT locked FROM study")[0]

    def lock(self, actor: str = "cli") -> str:
        """End the study: scores are no longer taken and may be read. This is final.

        Returns:
            ISO time of the lock.

        Raises:
            Locked: it is locked already.
        """
        time = now()
        with self.db.write() as db:
            if db.execute("UPDATE study SET locked = ? WHERE locked IS NULL", (time,)).rowcount != 1:
                raise Locked(f"{self.path} is locked already")
            log(db, actor, "lock", {})
        return time

    def systems(self) -> list[str]:
        """Return the systems' names, in alphabetical order. Not for raters' pages."""
        return [name for (name,) in self.db.all("SELECT name FROM system ORDER BY name")]

    def labels(self) -> list[Label]:
        """Return what a rater may answer to "who wrote this?"; empty where it is not asked."""
        return [Label(*row) for row in self.db.all("SELECT id, en, zh FROM label ORDER BY id")]

    # Who takes part.

    def raters(self) -> list[Rater]:
        """Return all raters."""
        return [_rater(row) for row in self.db.all("SELECT id, name, language, active FROM rater ORDER BY id")]

    def rater(self, rater_id: int) -> Rater | None:
        """Return a rater by number, active or not; `None` if there is none."""
        row = self.db.one("SELECT id, name, language, active FROM rater WHERE id = ?", (rater_id,))
        return _rater(row) if row else None

    # What a rater sees and does.

    def positions(self, rater_id: int) -> list[Place]:
        """Return how far a rater is with each item, in their order."""
        return read_places(self.db, self.rubric, self.options, rater_id)

    def item_for(self, rater_id: int, position: int) -> RaterItem:
        """Return the item at a place of a rater's order.

        Raises:
            NotAssigned: the rater has no such place.
        """
        row = self.db.one("SELECT item_id FROM assignment WHERE rater_id = ? AND position = ?", (rater_id, position))
        if row is None:
            raise NotAssigned(f"rater {rater_id} has no item at place {position}")
        return self.item_by_id(rater_id, row[0])

    def item_by_id(self, rater_id: int, item_id: str) -> RaterItem:
        """Return an item of a rater.

        Raises:
            NotAssigned: the rater has no such item.
        """
        item = read_item(self.db, self.rubric, self.options, rater_id, item_id)
        if item is None:
            raise NotAssigned(f"rater {rater_id} has no item {item_id!r}")
        return item

    def save_score(self, rater_id: int, item_id: str, axis: str, value: int | None, client: str = "") -> str:
        """Save a score; when this returns, it is on the disk.

        The same value again changes nothing, so that a request may be sent twice. Another value is a new row, and
        the earlier one stays as superseded.

        Args:
            rater_id: number of the rater.
            item_id: opaque.
            axis: key of the axis.
            value: the score; `None` is "cannot judge".
            client: random id of the browser's tab.

        Returns:
            ISO time at which the value was saved first.

        Raises:
            NotAssigned: the rater has no such item.
            Locked: the study is locked.
            ValueError: there is no such axis, or it has no such value.
        """
        return self.save_scores([(rater_id, item_id, axis, value)], client)[0].saved

    def save_scores(
        self, scores: Sequence[tuple[int, str, str, int | None]], client: str = "", actor: str = ""
    ) -> list[Saved]:
        """Save several scores in one transaction: all of them or, if one is refused, none.

        Args:
            scores: number of the rater, id of the item, key of the axis, value.
            client: random id of the browser's tab, or `import`.
            actor: who appears in the log; the rater by default.

        Returns:
            For each of them whether it was new, and since when it holds.

        Raises:
            NotAssigned, Locked, ValueError: see `save_score`.
        """
        for _, _, axis, value in scores:
            self.check_value(axis, value)
        with self.db.write() as db:
            return [write_score(db, *score, client, actor) for score in scores]

    def save_guess(self, rater_id: int, item_id: str, label_id: int | None) -> str:
        """Save which label's system a rater thinks wrote an answer; `None` is "don't know".

        Returns:
            ISO time.

        Raises:
            NotAssigned, Locked: see `save_score`.
            ValueError: there is no such label.
        """
        if label_id is not None and label_id not in {label.id for label in self.labels()}:
            raise ValueError(f"{label_id!r} is no label of this study")
        with self.db.write() as db:
            return write_guess(db, rater_id, item_id, label_id)

    def save_comment(self, rater_id: int, item_id: str, text: str) -> str:
        """Save a rater's comment on an item, in place of an earlier one; an empty one deletes nothing but the words.

        Returns:
            ISO time.

        Raises:
            NotAssigned, Locked: see `save_score`.
            ValueError: the comment is too long.
        """
        if len(text) > LONGEST_COMMENT:
            raise ValueError(f"the comment has {len(text)} characters; at most {LONGEST_COMMENT} are allowed")
        with self.db.write() as db:
            return write_comment(db, rater_id, item_id, text)

    # What comes out.

    def progress(self) -> list[Progress]:
        """Return how far each rater is, without a score: may be shown at any time."""
        return read_progress(self.db, self.rubric, self.options)

    def scores(self, even_unlocked: bool = False) -> list[Score]:
        """Return every current score, of repeats and gold items too.

        Axes after one whose unacceptable value ended the item are left out, whatever was given there before.

        Args:
            even_unlocked: read a study that goes on, for a look by those who do not rate.

        Raises:
            NotLocked: the study is not locked.
        """
        self.check_readable(even_unlocked)
        return read_scores(self.db, self.rubric, self.options)

    def current_scores(self) -> dict[tuple[int, str, str], int | None]:
        """Return every current value by rater, item and axis, at any time: to compare with, never to be shown."""
        rows = self.db.all("SELECT rater_id, item_id, axis, value FROM score WHERE superseded = 0")
        return {(rater_id, item_id, axis): value for rater_id, item_id, axis, value in rows}

    def guesses(self, even_unlocked: bool = False) -> list[Guess]:
        """Return what raters said about who wrote the answers; raises like `scores`."""
        self.check_readable(even_unlocked)
        return read_guesses(self.db)

    def comments(self, even_unlocked: bool = False) -> list[Comment]:
        """Return the raters' comments; raises like `scores`."""
        self.check_readable(even_unlocked)
        return read_comments(self.db)

    def items(self) -> list[Item]:
        """Return all items with their systems. Not for raters' pages."""
        return read_items(self.db)

    def adjudicate(self, item_id: str, axis: str, value: int, by: str, reason: str = "") -> str:
        """Save what was agreed where raters differed; an earlier decision stays as superseded.

        Returns:
            ISO time.

        Raises:
            NotLocked: the study is not locked: decisions are made when all scores are in.
            KeyError: there is no such item.
            ValueError: there is no such axis, or it has no such value.
        """
        self.check_readable()
        if value is None:
            raise ValueError("a decision needs a value")
        self.check_value(axis, value)
        with self.db.write() as db:
            return write_decision(db, item_id, axis, value, by, reason)

    def adjudications(self) -> list[Adjudication]:
        """Return the decisions that hold; there are none before the lock."""
        return read_adjudications(self.db)

    def log(self, actor: str, action: str, **detail: Any) -> None:
        """Add a line to the audit log, which only grows.

        Args:
            actor: `rater:3`, `admin` or `cli`.
            action: a word or two.
            **detail: what it was about; no identities, no answers, no scores.
        """
        with self.db.write() as db:
            log(db, actor, action, detail)

    def audit(self) -> list[tuple[str, str, str, str]]:
        """Return the audit log from its beginning: time, actor, action, and detail as JSON."""
        return self.db.all("SELECT at, actor, action, detail FROM audit ORDER BY id")

    # Guards.

    def check_value(self, axis: str, value: int | None) -> None:
        """Raise ValueError unless the rubric has such an axis with such a value."""
        values = self.rubric.axis(axis).values
        if value is not None and (type(value) is not int or value not in values):
            allowed = ", ".join(map(str, values))
            raise ValueError(f"{axis}: {value!r} is not allowed; {allowed} or none (cannot judge) is")

    def check_readable(self, even_unlocked: bool = False) -> None:
        """Raise NotLocked unless the study is locked."""
        if not even_unlocked and self.locked is None:
            raise NotLocked(
                f"{self.path} is not locked: scores are not shown while raters rate. "
                f"`medtune ethics lock {self.path}` ends the study"
            )

    def check_unlocked(self) -> None:
        """Raise Locked if the study is locked."""
        if self.locked is not None:
            raise Locked("the study is locked: no more scores are taken")


def _rater(row: tuple) -> Rater:
    return Rater(*row[:3], active=bool(row[3]))
