"""Reading a form, and knowing that it comes from a page of this server."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, HTTPException, Request

FORM = "application/x-www-form-urlencoded"
FIELDS = 100


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form.

    Raises:
        HTTPException: 415 for any other content type, 403 if another site's page sent it, 400 for what is no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, f"only {FORM} is allowed")
    require_same_origin(request)
    try:
        text = (await request.body()).decode("ascii")
        pairs = parse_qsl(
            text, keep_blank_values=True, strict_parsing=bool(text), max_num_fields=FIELDS, errors="strict"
        )
    except ValueError:  # UnicodeDecodeError is one
        raise HTTPException(400, "that is no form in UTF-8") from None
    twice = [name for name, times in Counter(name for name, _ in pairs).items() if times > 1]
    if twice or any("\0" in value for _, value in pairs):
        raise HTTPException(400, "a field is there twice, or holds a NUL character")
    return dict(pairs)


#: A route's parameter with the fields of the form that was sent.
FormFields = Annotated[dict[str, str], Depends(read_form)]


def require_same_origin(request: Request) -> None:
    """Refuse what another site's page sent.

    Browsers say where a form comes from in `Origin`, newer ones also in `Sec-Fetch-Site`. Programs send neither; they
    need the CSRF token all the same.

    Raises:
        HTTPException: 403.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    foreign = origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
    if foreign or site not in (None, "same-origin", "none"):
        raise HTTPException(403, "this form comes from another site")


def csrf_token(session_id: str) -> str:
    """Return the token that a session's forms carry; another site's page cannot know it."""
    return hmac.new(session_id.encode(), b"medtune csrf", hashlib.sha256).hexdigest()


def require_csrf(form: dict[str, str], session_id: str) -> None:
    """Compare a form's token with its session's, in constant time.

    Raises:
        HTTPException: 403.
    """
    if not hmac.compare_digest(form.get("csrf", "").encode(), csrf_token(session_id).encode()):
        raise HTTPException(403, "this form is not of your session: reload the page")
