"""The application: the routes behind their guard, and what each error of the study becomes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from medtune.ethics.store import Locked, NotAssigned, NotLocked, Study
from medtune.ethics.web import administration, entrance, rating
from medtune.ethics.web.guard import Guard
from medtune.ethics.web.pages import choose_language, render, static_response, texts, warm_up
from medtune.ethics.web.sessions import Sessions

STATUS = {Locked: 423, NotLocked: 403, NotAssigned: 404, RequestValidationError: 404}

#: FastAPI's own, on by default, would hand personal links to whatever collects traces on the machine.
NO_TELEMETRY = {"tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False}


def create_app(study_path: str | Path, hosts: Iterable[str] | None = None, secure: bool = False) -> FastAPI:
    """Make the application that serves a study.

    Args:
        study_path: the file of `medtune ethics create`.
        hosts: names that requests may ask for; None allows all.
        secure: browsers come by HTTPS: cookies demand it.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file is no study.
    """
    study = Study.open(study_path)
    warm_up()
    sessions = Sessions(study_path)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        sessions.close()
        study.close()

    app = FastAPI(
        lifespan=lifespan,
        # No pages that document the interface: it is not for the public.
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
    )
    app.state.site = entrance.Site(study, secure, sessions)
    for module in (entrance, rating, administration):
        app.include_router(module.router)
    app.add_api_route("/static/{name}", _static, methods=["GET"])
    app.add_exception_handler(StarletteHTTPException, _http_error)
    for error in STATUS:
        app.add_exception_handler(error, _study_error)
    app.add_middleware(Guard, hosts=hosts, secure=secure)
    return app


def _static(name: str) -> Response:
    response = static_response(name)
    if response is None:
        raise HTTPException(404, "there is no such file")
    return response


def _study_error(request: Request, error: Exception) -> Response:
    """Answer what the study refuses; its message names files and numbers, which stay here."""
    status = next(status for kind, status in STATUS.items() if isinstance(error, kind))
    return _answer(request, status, None)


def _http_error(request: Request, error: StarletteHTTPException) -> Response:
    response = _answer(request, error.status_code, error.detail)
    response.headers.update(error.headers or {})
    return response


def _answer(request: Request, status: int, detail: str | None) -> Response:
    """Say what went wrong: to the script as JSON, to people on a page in their language."""
    language = choose_language(request, _own_language(request))
    words = texts()[language]
    text = words.get(f"error_{status}", words["error"])
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"detail": text if detail is None else f"{text} ({detail})"}, status)
    home = "/" if status not in (401, 429) else None
    study = request.app.state.site.study.name
    return render(request, "message", language, status, study=study, title=words["error"], text=text, home=home)


def _own_language(request: Request) -> str | None:
    person = entrance.signed_in(request)
    return person.rater.language if person is not None and person.rater is not None else None
