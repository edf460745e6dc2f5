"""Writing the file of a new study."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from medtune.ethics.database import log, now
from medtune.ethics.options import Options
from medtune.ethics.order import rater_order
from medtune.ethics.rows import NewItem, NewRater, NewSystem, Tokens
from medtune.ethics.rubric import Rubric

SCHEMA_VERSION = 1
_NEVER = "a study is never overwritten. Choose another name"


def token_hash(token: str) -> str:
    """Return what is stored of a token: SHA-256, enough for 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def new_token() -> str:
    """Return 256 random bits as text that may stand in a link."""
    return secrets.token_urlsafe(32)


def write_study(
    path: Path,
    name: str,
    systems: Sequence[NewSystem],
    items: Sequence[NewItem],
    raters: Sequence[NewRater],
    rubric: Rubric,
    options: Options,
    seed: int,
) -> Tokens:
    """Write the file; it appears under its name only when it is whole. See `Study.create`."""
    _check(systems, items, raters, rubric)
    if path.exists():
        raise FileExistsError(f"{path} exists; {_NEVER}")
    path.parent.mkdir(parents=True, exist_ok=True)
    tokens = Tokens(new_token(), {rater.name: new_token() for rater in raters})
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # patients' words, for the owner alone
    try:
        with closing(sqlite3.connect(unfinished)) as db, db:
            schema = files("medtune.ethics").joinpath("schema.sql").read_text(encoding="utf-8")
            db.executescript(f"BEGIN;\n{schema}")  # the transaction ends with the block
            values = (SCHEMA_VERSION, name, now(), seed, rubric.model_dump_json(), options.model_dump_json())
            db.execute("INSERT INTO study VALUES (1, ?, ?, ?, ?, ?, ?, NULL, ?)", (*values, token_hash(tokens.admin)))
            _insert_systems(db, systems)
            _insert_items(db, items)
            for number, rater in enumerate(raters, start=1):
                insert_rater(db, number, rater, tokens.raters[rater.name], options.repeat_gap, seed)
            kinds = Counter("gold" if item.expected is not None else "item" for item in items)
            repeats = sum(item.repeats for item in items)
            log(db, "cli", "create", {**kinds, "repeat": repeats, "raters": len(raters)})
        _put(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return tokens


def _put(unfinished: Path, path: Path) -> None:
    """Give the file its name; unlike a rename, a link fails where somebody has made such a file meanwhile."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise FileExistsError(f"{path} exists; {_NEVER}") from None
    except OSError:  # a disk without links, such as a memory stick
        os.rename(unfinished, path)


def _check(systems: Sequence[NewSystem], items: Sequence[NewItem], raters: Sequence[NewRater], rubric: Rubric) -> None:
    problems = []
    names = [system.name for system in systems]
    if unknown := sorted({item.system for item in items if item.system is not None} - set(names)):
        problems.append(f"items of systems that are not listed: {', '.join(unknown)}")
    for what, given in (("system", names), ("rater", [rater.name for rater in raters])):
        if twice := [one for one, times in Counter(given).items() if times > 1]:
            problems.append(f"two of one name, {what}: {', '.join(twice)}")
    if not items or not raters:
        problems.append(f"{len(items)} items and {len(raters)} raters; at least one of each is needed")
    scales = {axis.key: axis.values for axis in rubric.axes}
    for item in items:
        for axis, values in (item.expected or {}).items():
            if axis not in scales:
                problems.append(f"gold item {item.row_id}: there is no axis {axis}")
            elif wrong := [value for value in values if value not in scales[axis]]:
                problems.append(f"gold item {item.row_id}: {axis} has no value {', '.join(map(str, wrong))}")
        if item.expected is None and item.system is None:
            problems.append(f"item {item.row_id} has neither a system nor expected values")
    if problems:
        raise ValueError("\n".join(problems))


def _insert_systems(db: sqlite3.Connection, systems: Sequence[NewSystem]) -> None:
    """Insert systems and labels under random numbers, which say nothing."""
    labels = sorted({system.label for system in systems if system.label is not None})
    numbers = {label: number for number, label in enumerate(_shuffled(labels), start=1)}
    for label, number in numbers.items():
        words = dict(label)
        en, zh = words.get("en") or words["zh"], words.get("zh") or words["en"]
        db.execute("INSERT INTO label VALUES (?, ?, ?)", (number, en, zh))
    for number, system in enumerate(_shuffled(systems), start=1):
        db.execute("INSERT INTO system VALUES (?, ?, ?)", (number, system.name, numbers.get(system.label)))


def _insert_items(db: sqlite3.Connection, items: Sequence[NewItem]) -> None:
    """Insert items and their repeats."""
    numbers = dict(db.execute("SELECT name, id FROM system"))
    rows = []
    for item in items:
        first = secrets.token_hex(16)
        expected = None if item.expected is None else json.dumps(item.expected)
        texts = (item.language, item.task, item.stratum, item.question, item.answer, item.reference)
        kind = "item" if expected is None else "gold"
        rows.append((first, item.row_id, numbers.get(item.system), *texts, kind, None, expected))
        for _ in range(item.repeats):
            rows.append((secrets.token_hex(16), item.row_id, numbers.get(item.system), *texts, "repeat", first, None))
    rows.sort()  # by their random ids: neither is the order in the file a hint
    db.executemany(f"INSERT INTO item VALUES ({', '.join('?' * 12)})", rows)


def insert_rater(db: sqlite3.Connection, number: int, rater: NewRater, token: str, gap: int, seed: int) -> None:
    """Insert a rater and the order of all items for them, see `rater_order`."""
    db.execute("INSERT INTO rater VALUES (?, ?, ?, ?, 1)", (number, rater.name, rater.language, token_hash(token)))
    rows = db.execute("SELECT id, row_id, repeat_of FROM item").fetchall()
    repeats = {item: original for item, _, original in rows if original is not None}
    order = rater_order({item: row for item, row, _ in rows}, seed, number, repeats, gap)
    places = [(number, item, position) for position, item in enumerate(order)]
    db.executemany("INSERT INTO assignment VALUES (?, ?, ?)", places)


def _shuffled(values: Sequence) -> list:
    return secrets.SystemRandom().sample(list(values), len(values))
