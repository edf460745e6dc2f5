"""The rater's pages: an overview, and one page for each answer, which saves what is chosen at once."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from medtune.ethics.rows import RaterItem
from medtune.ethics.store import LONGEST_COMMENT, Study
from medtune.ethics.web.entrance import Person, require_rater, site
from medtune.ethics.web.forms import FormFields, require_csrf
from medtune.ethics.web.pages import choose_language, render, texts
from medtune.ethics.web.views import axis_views, parse_score, score_text

UNKNOWN_GUESS = "unknown"
FIELDS = frozenset({"csrf", "answer", "client", "comment", "guess"})

router = APIRouter()


@router.get("/answers")
def overview(request: Request) -> Response:
    """Show how far the rater is."""
    person, study = require_rater(request), site(request).study
    places = study.positions(person.rater.id)
    following = next((place.position + 1 for place in places if not place.done), None)
    return render(
        request,
        "overview",
        choose_language(request, person.rater.language),
        study=study.name,
        csrf=person.csrf,
        positions={place.position + 1: place.done for place in places},
        done=sum(place.done for place in places),
        total=len(places),
        next=following,
        closed=study.locked is not None,
    )


@router.get("/answers/{number}")
def show(request: Request, number: str) -> Response:
    """Show an answer to judge."""
    person = require_rater(request)
    return _item_page(request, person, _item(request, person, number))


@router.get("/answers/{number}/state")
def state(request: Request, number: str) -> JSONResponse:
    """Return what is saved of an answer's judgement, for a tab that another one has overtaken."""
    person = require_rater(request)
    return JSONResponse(_state(site(request).study, person, _item(request, person, number)))


@router.post("/answers/{number}")
def save(request: Request, number: str, form: FormFields) -> Response:
    """Save the fields that a form has; when this answers, they are on the disk.

    The script sends a field as soon as it changes and is answered with what is saved; without the script, the whole
    form comes and the next page follows.
    """
    person = require_rater(request)
    require_csrf(form, person.session.id)
    study, item = site(request).study, _item(request, person, number)
    if form.get("answer") != item.id:
        raise HTTPException(404, "this is another answer: reload the page")
    by_script = "application/json" in request.headers.get("accept", "")
    try:
        _save(study, person.rater.id, item, form)
    except ValueError as error:
        if by_script:
            raise HTTPException(409, str(error)) from error
        saved = study.item_for(person.rater.id, item.position)
        return _item_page(request, person, saved, problem=str(error), comment=form.get("comment"))
    if by_script:
        return JSONResponse(_state(study, person, study.item_for(person.rater.id, item.position)))
    return RedirectResponse(_next(item), 303)


def _item(request: Request, person: Person, number: str) -> RaterItem:
    """Return the answer of that number in the rater's order; `NotAssigned` becomes a 404."""
    if not (number.isascii() and number.isdigit() and len(number) <= 7 and int(number) >= 1):
        raise HTTPException(404, "there is no such answer")
    return site(request).study.item_for(person.rater.id, int(number) - 1)


def _save(study: Study, rater_id: int, item: RaterItem, form: dict[str, str]) -> None:
    """Save a form's fields, each on its own: one that is refused leaves the others saved.

    Raises:
        ValueError: what is wrong with them.
    """
    keys = [axis.key for axis in study.rubric.axes]
    problems = [
        f"there is no field {name[:60]!r}" for name in form if name not in FIELDS | {f"axis.{key}" for key in keys}
    ]
    for index, key in enumerate(keys):
        if f"axis.{key}" in form:
            try:
                value = parse_score(form[f"axis.{key}"])
                study.check_value(key, value)
                _require_turn(study, rater_id, item, keys[:index])
                study.save_score(rater_id, item.id, key, value, form.get("client", ""))
            except ValueError as error:
                problems.append(str(error))
    try:
        if "guess" in form and study.options.ask_who_wrote:
            study.save_guess(rater_id, item.id, _guess(form["guess"]))
        if form.get("comment", item.comment).replace("\r\n", "\n") != item.comment:
            study.save_comment(rater_id, item.id, form["comment"].replace("\r\n", "\n"))
    except ValueError as error:
        problems.append(str(error))
    if problems:
        raise ValueError("; ".join(problems))


def _require_turn(study: Study, rater_id: int, item: RaterItem, earlier: list[str]) -> None:
    """Check that an axis may be judged: each presupposes those before it.

    Raises:
        ValueError: one of them has no score yet, or has ended the item.
    """
    if not earlier:
        return
    now = study.item_for(rater_id, item.position)
    missing = [key for key in earlier if key not in now.scores]
    if now.ended_by in earlier:
        raise ValueError(f"{now.ended_by} is unacceptable: the axes after it are not judged")
    if missing:
        raise ValueError(f"{missing[0]} is to be judged first")


def _guess(text: str) -> int | None:
    if text == UNKNOWN_GUESS:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise ValueError(f"{text[:20]!r} is no choice")
    return int(text)


def _guess_text(item: RaterItem) -> str | None:
    if not item.guessed:
        return None
    return UNKNOWN_GUESS if item.guess is None else str(item.guess)


def _next(item: RaterItem) -> str:
    last = item.position + 1 == item.total
    return "/answers" if last else f"/answers/{item.position + 2}"


def _state(study: Study, person: Person, item: RaterItem) -> dict[str, Any]:
    places = study.positions(person.rater.id)
    return {
        "axes": {axis.key: score_text(axis.key, item.scores) for axis in study.rubric.axes},
        "guess": _guess_text(item),
        "comment": item.comment,
        "complete": item.done,
        "done": sum(place.done for place in places),
        "total": len(places),
    }


def _item_page(
    request: Request, person: Person, item: RaterItem, problem: str | None = None, comment: str | None = None
) -> Response:
    """Render an answer's page; `problem` and `comment` are those of a form that was not saved as a whole."""
    study, language = site(request).study, choose_language(request, person.rater.language)
    labels = study.labels() if study.options.ask_who_wrote else []
    guesses = [(str(label.id), label.read(language)) for label in labels]
    places = study.positions(person.rater.id)
    return render(
        request,
        "item",
        language,
        status=200 if problem is None else 409,
        study=study.name,
        csrf=person.csrf,
        home="/answers",
        item=item,
        position=item.position + 1,
        total=item.total,
        done=sum(place.done for place in places),
        axes=axis_views(study.rubric, study.options, language, item.scores),
        guesses=[*guesses, (UNKNOWN_GUESS, texts()[language]["guess_unknown"])] if guesses else [],
        guess=_guess_text(item),
        comment=item.comment if comment is None else comment,
        comment_limit=LONGEST_COMMENT,
        complete=item.done,
        closed=study.locked is not None,
        problem=problem,
        previous=item.position or None,
        next=_next(item),
    )
