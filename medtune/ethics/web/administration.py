"""The administrator's page: how far raters are, the lock, and the export; never which system wrote what."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from medtune.ethics.web.entrance import Person, require_admin, site
from medtune.ethics.web.forms import FormFields, require_csrf
from medtune.ethics.web.pages import choose_language, render, texts

router = APIRouter()

PROGRESS_COLUMNS = ("rater", "active", "done", "total", "last_saved")
#: Without the system and the row: who may unblind the study has its file and `medtune ethics export`.
SCORE_COLUMNS = ("rater", "item_id", "kind", "repeat_of", "language", "task", "stratum", "axis", "value", "saved")


@router.get("/admin")
def page(request: Request) -> Response:
    """Show the progress."""
    return _page(request, require_admin(request))


@router.post("/admin/lock")
def lock(request: Request, form: FormFields) -> Response:
    """End the study; `Locked` if that has been done becomes a 423."""
    person = require_admin(request)
    require_csrf(form, person.session.id)
    if form.get("sure") != "yes":
        return _page(request, person, asked_to_lock=True)
    site(request).study.lock("admin")
    return RedirectResponse("/admin", 303)


@router.get("/admin/progress.csv")
def progress_csv(request: Request) -> Response:
    """Return the progress as a table."""
    require_admin(request)
    rows = [(row["name"], row["active"], row["done"], row["total"], row["last"]) for row in _rows(request)]
    return _csv("progress", PROGRESS_COLUMNS, rows)


@router.get("/admin/scores.csv")
def scores_csv(request: Request) -> Response:
    """Return the scores as a table; `NotLocked` becomes a 403."""
    rows = _scores(request)
    return _csv("scores", SCORE_COLUMNS, ([row[name] for name in SCORE_COLUMNS] for row in rows))


@router.get("/admin/scores.jsonl")
def scores_jsonl(request: Request) -> Response:
    """Return the scores as JSON lines; `NotLocked` becomes a 403."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in _scores(request))
    return _download("scores.jsonl", "application/jsonl; charset=utf-8", "".join(lines))


def _scores(request: Request) -> list[dict[str, Any]]:
    require_admin(request)
    study = site(request).study
    scores = study.scores()
    study.log("admin", "export", scores=len(scores))
    return [{name: getattr(score, name) for name in SCORE_COLUMNS} for score in scores]


def _rows(request: Request) -> list[dict[str, Any]]:
    return [
        {
            "name": progress.rater.name,
            "active": progress.rater.active,
            "done": progress.done,
            "total": progress.total,
            "last": _minute(progress.last_saved),
        }
        for progress in site(request).study.progress()
    ]


def _page(request: Request, person: Person, asked_to_lock: bool = False) -> Response:
    study, rows = site(request).study, _rows(request)
    language, locked = choose_language(request), study.locked
    counted = [row for row in rows if row["active"]]
    return render(
        request,
        "admin",
        language,
        status=409 if asked_to_lock else 200,
        study=study.name,
        csrf=person.csrf,
        locked=_minute(locked),
        rows=rows,
        done=sum(row["done"] for row in counted),
        total=sum(row["total"] for row in counted),
        problem=f"{texts()[language]['error_409']} {texts()[language]['lock_confirm']}?" if asked_to_lock else None,
    )


def _minute(time: str | None) -> str | None:
    """Return an ISO time to the minute, as people read it."""
    return None if time is None else time[:16].replace("T", " ")


def _csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    # The mark at the beginning is how spreadsheets know UTF-8.
    return _download(f"{name}.csv", "text/csv; charset=utf-8", "\ufeff" + text.getvalue())


def _cell(value: Any) -> Any:
    """Return a value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _download(name: str, media_type: str, text: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=media_type, headers=headers)
