"""Raters come, go, and lose their links."""

from __future__ import annotations

import hmac

from medtune.ethics.creation import insert_rater, new_token, token_hash
from medtune.ethics.database import log
from medtune.ethics.rows import NewRater, Rater
from medtune.ethics.store import Locked, Study


def link(url: str, token: str) -> str:
    """Return the personal link of a token.

    Args:
        url: where the server is reached, such as `https://study.example.org`.
        token: a rater's or the administrator's.
    """
    return f"{url.rstrip('/')}/r/{token}"


def rater_by_token(study: Study, token: str) -> Rater | None:
    """Return the active rater whose link a token is of; `None` if it is nobody's. Takes the same time for all."""
    given, found = token_hash(token), None
    for number, stored in study.db.all("SELECT id, token_hash FROM rater ORDER BY id"):
        if hmac.compare_digest(given, stored):
            found = number
    rater = None if found is None else study.rater(found)
    return rater if rater is not None and rater.active else None


def admin_by_token(study: Study, token: str) -> bool:
    """Tell whether a token is the administrator's."""
    return hmac.compare_digest(token_hash(token), study.db.one("SELECT admin_token_hash FROM study")[0])


def new_link(study: Study, name: str | None) -> str:
    """Replace the link of a rater, or of the administrator for `None`; the old one is no longer good.

    Returns:
        The new token, which is stored nowhere: only its hash is.

    Raises:
        ValueError: there is no such rater.
    """
    token = new_token()
    with study.db.write() as db:
        if name is None:
            db.execute("UPDATE study SET admin_token_hash = ?", (token_hash(token),))
            log(db, "cli", "new link", {"of": "admin"})
        else:
            number = _number(study, name)
            db.execute("UPDATE rater SET token_hash = ?, active = 1 WHERE id = ?", (token_hash(token), number))
            log(db, "cli", "new link", {"of": f"rater:{number}"})
    return token


def withdraw(study: Study, name: str) -> None:
    """Make a rater's link no longer good; their scores stay.

    Raises:
        ValueError: there is no such rater.
    """
    with study.db.write() as db:
        number = _number(study, name)
        db.execute("UPDATE rater SET active = 0 WHERE id = ?", (number,))
        log(db, "cli", "withdraw", {"of": f"rater:{number}"})


def add_rater(study: Study, rater: NewRater) -> str:
    """Add a rater to a study that is under way.

    Returns:
        The token of the link.

    Raises:
        ValueError: there is one of that name.
        Locked: the study is locked.
    """
    token = new_token()
    with study.db.write() as db:
        if db.execute("SELECT locked FROM study").fetchone()[0] is not None:
            raise Locked("the study is locked: no more raters are added")
        if rater.name in {other.name for other in study.raters()}:
            raise ValueError(f"there is a rater {rater.name!r} already; `medtune ethics link` makes a new link")
        number = max((other.id for other in study.raters()), default=0) + 1
        insert_rater(db, number, rater, token, study.options.repeat_gap, study.seed)
        log(db, "cli", "add rater", {"rater": f"rater:{number}"})
    return token


def _number(study: Study, name: str) -> int:
    for rater in study.raters():
        if rater.name == name:
            return rater.id
    names = ", ".join(rater.name for rater in study.raters())
    raise ValueError(f"there is no rater {name!r}; there are {names}")
