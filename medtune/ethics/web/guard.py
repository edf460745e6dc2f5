"""What every request passes and every response carries: hosts, bodies of a sane size, headers that lock the page."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

#: Bytes of a request's body. A comment of 4,000 Chinese characters takes 36,000 as a form sends it.
BODY_LIMIT = 64 * 1024
#: Seconds in which a body has to arrive.
BODY_SECONDS = 10.0

# Nothing but this server's own style sheet, script and icon; no inline code, no frames, forms to nobody else.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)

HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # `no-referrer` would make browsers send `Origin: null` with every form, and the check of the origin impossible.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex, nofollow",
}
STRICT_TRANSPORT = "max-age=31536000"

logger = logging.getLogger(__name__)


class Guard:
    """ASGI middleware around the whole application.

    The body is read before the application is asked, so that it is small and complete. An error of the application
    becomes a bare 500, with the traceback in the server's log only.

    Args:
        app: the application.
        hosts: names (in lower case, without port) that the `Host` header may give; None allows all.
        secure: browsers reach the server by HTTPS, and are to do so for a year.
    """

    def __init__(self, app: Any, hosts: Iterable[str] | None = None, secure: bool = False):
        self.app = app
        self.hosts = None if hosts is None else frozenset(hosts)
        headers = HEADERS | ({"strict-transport-security": STRICT_TRANSPORT} if secure else {})
        self.headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008})
        started = False

        async def send_with_headers(message: MutableMapping[str, Any]) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                own = {name.lower() for name, _ in message.get("headers", ())}
                cache = [] if b"cache-control" in own else [(b"cache-control", b"no-store")]
                message = {**message, "headers": [*message.get("headers", ()), *cache, *self.headers]}
            await send(message)

        if self.hosts is not None and _host(scope) not in self.hosts:
            return await _refuse(send_with_headers, 421, "this server does not answer to that name")
        body = await _body(scope, receive)
        if isinstance(body, tuple):
            return await _refuse(send_with_headers, *body)
        try:
            await self.app(scope, _replay(body, receive), send_with_headers)
        except Exception:
            logger.exception("a request failed")
            if not started:
                await _refuse(send_with_headers, 500, "the server made an error; what was acknowledged is kept")


def _host(scope: Scope) -> str:
    """Return the name of the `Host` header without its port; empty unless there is exactly one header."""
    values = [value for name, value in scope["headers"] if name == b"host"]
    if len(values) != 1:
        return ""
    host = values[0].decode("latin-1").lower()
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]


async def _body(scope: Scope, receive: Receive) -> bytes | tuple[int, str]:
    """Read the body; the status and the reason if it is refused."""
    too_large = 413, f"at most {BODY_LIMIT} bytes are allowed"
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    if lengths and (not lengths[0].isdigit() or len(lengths[0]) > 9 or int(lengths[0]) > BODY_LIMIT):
        return too_large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return 400, "the connection broke in the middle of the request"
                body += message.get("body", b"")
                if len(body) > BODY_LIMIT:
                    return too_large
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        return 408, f"a request has to arrive within {BODY_SECONDS:.0f} seconds"


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give the body that was read to the application, then what the server says."""
    messages = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> MutableMapping[str, Any]:
        return messages.pop() if messages else await receive()

    return replayed


async def _refuse(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": reason.encode()})
