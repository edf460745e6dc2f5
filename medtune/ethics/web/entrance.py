"""Coming in by a personal link, being known by a cookie, and leaving."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from medtune.ethics.links import admin_by_token, rater_by_token
from medtune.ethics.rows import Rater
from medtune.ethics.store import Study
from medtune.ethics.web.attempts import Attempts
from medtune.ethics.web.forms import FormFields, csrf_token, require_csrf
from medtune.ethics.web.pages import choose_language, render
from medtune.ethics.web.sessions import LIFETIME, Session, Sessions
from medtune.ethics.web.views import axis_views

TOKEN = re.compile(r"[A-Za-z0-9_-]{1,100}")

router = APIRouter()


@dataclass
class Site:
    """What the routes share.

    Args:
        study: the study that is served.
        secure: browsers come by HTTPS, so that the cookie may demand it.
        sessions: who is signed in.
        attempts: who tried wrong links.
    """

    study: Study
    secure: bool
    sessions: Sessions
    attempts: Attempts = field(default_factory=Attempts)

    @property
    def cookie(self) -> str:
        """Name of the session's cookie; by its prefix, browsers let no other host and no plain HTTP set it."""
        return "__Host-medtune-session" if self.secure else "medtune-session"


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks.

    Args:
        session: theirs.
        rater: None for the administrator.
    """

    session: Session
    rater: Rater | None

    @property
    def csrf(self) -> str:
        """What their forms carry."""
        return csrf_token(self.session.id)


def site(request: Request) -> Site:
    """Return what the routes share."""
    return request.app.state.site


def signed_in(request: Request) -> Person | None:
    """Return who asks; None if nobody is signed in, or the rater's link has been taken back since."""
    here = site(request)
    session = here.sessions.find(request.cookies.get(here.cookie, ""))
    if session is None or session.rater_id is None:
        return None if session is None else Person(session, None)
    rater = here.study.rater(session.rater_id)
    return Person(session, rater) if rater is not None and rater.active else None


def require_rater(request: Request) -> Person:
    """Return the rater who asks.

    Raises:
        HTTPException: 401 if nobody is signed in, 403 for the administrator, who rates nothing.
    """
    person = signed_in(request)
    if person is None:
        raise HTTPException(401, "not signed in")
    if person.rater is None:
        raise HTTPException(403, "this page is for raters")
    return person


def require_admin(request: Request) -> Person:
    """Return the administrator's session.

    Raises:
        HTTPException: 401 if nobody is signed in, 403 for a rater.
    """
    person = signed_in(request)
    if person is None:
        raise HTTPException(401, "not signed in")
    if person.rater is not None:
        raise HTTPException(403, "this page is for the administrator")
    return person


def _owner(request: Request, token: str) -> Rater | None:
    """Return whose link a token is of; None is the administrator.

    Raises:
        HTTPException: 404 for nobody's, 429 after too many of them.
    """
    here = site(request)
    address = request.client.host if request.client else ""
    if wait := here.attempts.wait(address):
        raise HTTPException(429, "too many wrong links", headers={"retry-after": str(wait)})
    if TOKEN.fullmatch(token):
        rater = rater_by_token(here.study, token)
        if admin_by_token(here.study, token) or rater is not None:
            return rater
    here.attempts.failed(address)
    here.study.log("web", "wrong link")
    raise HTTPException(404, "this link is nobody's")


@router.get("/r/{token}")
def welcome(request: Request, token: str) -> Response:
    """Show whose link was opened.

    Nobody is signed in by that alone: programs that look into mails open links too.
    """
    here, rater = site(request), _owner(request, token)
    language = choose_language(request, rater.language if rater else None)
    rubric = here.study.rubric
    return render(
        request,
        "welcome",
        language,
        study=here.study.name,
        rater=None if rater is None else rater.name,
        axes=axis_views(rubric, here.study.options, language, {}),
        instructions=rubric.instructions.read(language),
        token=token,
        hours=LIFETIME // 3600,
    )


@router.post("/enter")
def enter(request: Request, form: FormFields) -> Response:
    """Sign in by the token of a link."""
    here, rater = site(request), _owner(request, form.get("token", ""))
    if earlier := here.sessions.find(request.cookies.get(here.cookie, "")):
        here.sessions.end(earlier)
    session = here.sessions.open(None if rater is None else rater.id)
    here.study.log("admin" if rater is None else f"rater:{rater.id}", "enter")
    response = RedirectResponse("/admin" if rater is None else "/answers", 303)
    response.set_cookie(
        here.cookie, session.id, max_age=LIFETIME, path="/", secure=here.secure, httponly=True, samesite="lax"
    )
    return response


@router.post("/leave")
def leave(request: Request, form: FormFields) -> Response:
    """Sign out."""
    here, person = site(request), signed_in(request)
    if person is not None:
        require_csrf(form, person.session.id)
        here.sessions.end(person.session)
        here.study.log("admin" if person.rater is None else f"rater:{person.rater.id}", "leave")
    response = RedirectResponse("/", 303)
    response.delete_cookie(here.cookie, path="/", secure=here.secure, httponly=True, samesite="lax")
    return response


@router.get("/")
def start(request: Request) -> Response:
    """Send those who are signed in to their page, and tell others how to come in."""
    person = signed_in(request)
    if person is not None:
        return RedirectResponse("/admin" if person.rater is None else "/answers", 303)
    language = choose_language(request)
    return render(request, "signed_out", language, study=site(request).study.name)
