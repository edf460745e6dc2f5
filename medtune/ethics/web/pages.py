"""Rendering: the templates, the words of both languages, and the three files of the style, the script and the icon."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

LANGUAGE_COOKIE = "medtune-language"
YEAR = 365 * 24 * 3600

STATIC_TYPES = {
    "style.css": "text/css; charset=utf-8",
    "rate.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return every word of the pages, by language and key."""
    return yaml.safe_load((files(__package__) / "texts.yaml").read_text(encoding="utf-8"))


@cache
def _static() -> dict[str, tuple[bytes, str]]:
    """Return the content and a short hash of each static file; no address reaches the file system."""
    contents = {name: (files(__package__) / "static" / name).read_bytes() for name in STATIC_TYPES}
    return {name: (content, hashlib.sha256(content).hexdigest()[:12]) for name, content in contents.items()}


def static_address(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    return f"/static/{name}?v={_static()[name][1]}"


def static_response(name: str) -> Response | None:
    """Return a static file; None if there is none of that name."""
    if name not in STATIC_TYPES:
        return None
    headers = {"cache-control": f"public, max-age={YEAR}, immutable"}
    return Response(_static()[name][0], media_type=STATIC_TYPES[name], headers=headers)


def choose_language(request: Request, preferred: str | None = None) -> str:
    """Return the language of a page: what was clicked, else clicked earlier, else the person's, else the browser's.

    Args:
        request: the request for the page.
        preferred: of the person who is signed in.
    """
    clicked = (request.query_params.get("language"), request.cookies.get(LANGUAGE_COOKIE), preferred)
    accepted = (
        part.partition(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")
    )
    return next((language for language in (*clicked, *accepted) if language in texts()), "en")


def render(request: Request, template: str, language: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a page.

    Args:
        request: what is answered; a language that it chooses is remembered in a cookie.
        template: name without `.html.jinja`.
        language: of the page's words.
        status: of the response.
        **values: for the template.
    """
    names = {code: words["language_name"] for code, words in texts().items()}
    common = {"language": language, "languages": names, "t": texts()[language], "home": None, "csrf": None}
    page = _TEMPLATES.get_template(f"{template}.html.jinja").render(common | values)
    response = HTMLResponse(page, status)
    if request.query_params.get("language") == language:
        secure = request.app.state.site.secure
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR, secure=secure, httponly=True, samesite="lax")
    return response


def warm_up() -> None:
    """Compile the templates and read the static files now: nobody has to wait for it later, and what lacks is seen."""
    texts()
    for name in STATIC_TYPES:
        static_address(name)
    for template in _TEMPLATES.list_templates():
        _TEMPLATES.get_template(template)


_TEMPLATES = Environment(
    loader=PackageLoader(__package__, "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals["static"] = static_address
