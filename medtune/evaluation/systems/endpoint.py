"""Answers from an OpenAI-compatible server: several requests at a time, tried again while the server is busy.

Neither the key nor a text gets into a message: what the server says of an error is left unread, since it may repeat
what it was sent.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from medtune.evaluation.systems.answer_store import Answer

LONGEST_WAIT = 60.0  # seconds between two tries, unless the server asks for more
LONGEST_RETRY_AFTER = 900.0  # seconds; a server that asks for more than that will not answer today
LARGEST_REPLY = 8 << 20  # bytes
TRY_AGAIN = {408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529}
REFUSALS = {
    401: "it does not accept the key",
    403: "the key may not use this model",
    404: "it knows no such address or model",
    405: "this is no address of an OpenAI-compatible server",
}


class EndpointError(ConnectionError):
    """A server that gives no answer to anything; its message holds neither the key nor a text."""


class _Failure(Exception):
    """One request that failed.

    Args:
        reason: short and countable.
        again: whether another try may help.
        after: seconds that the server asks to wait.
    """

    def __init__(self, reason: str, again: bool = True, after: float | None = None):
        super().__init__(reason)
        self.reason, self.again, self.after = reason, again, after


@dataclass
class Endpoint:
    """A server.

    Args:
        name: how messages call it.
        base_url: such as `http://127.0.0.1:8000/v1`.
        key: sent as a bearer token; empty for none.
        body: fields of every request beside the messages: model, longest answer, temperature …
        concurrency: requests at a time.
        requests_per_minute: most requests started in a minute.
        timeout: seconds until a request is given up.
        tries: requests for one answer.
        first_wait: seconds before the second try, doubled before each further one.
    """

    name: str
    base_url: str = field(repr=False)
    key: str = field(repr=False)
    body: dict[str, Any]
    concurrency: int = 4
    requests_per_minute: float | None = None
    timeout: float = 120.0
    tries: int = 6
    first_wait: float = 1.0

    def __post_init__(self):
        if not self.base_url.startswith(("http://", "https://")):
            raise EndpointError(
                f"systems: {self.name}: the address in its variable begins with neither http:// nor https://"
            )
        self._pace = _Pace(self.requests_per_minute)

    def answers(self, conversations: Sequence[list[dict[str, str]]]) -> Iterator[tuple[int, Answer]]:
        """Ask for all answers, several at a time.

        Args:
            conversations: messages with `role` and `content`.

        Yields:
            The place of a conversation and its answer, as they come; one that failed in the end has an `error`.

        Raises:
            EndpointError: the server refuses the key, knows no such model, or fails again and again.
        """
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        limits = httpx.Limits(max_connections=self.concurrency)
        with httpx.Client(headers=headers, timeout=self.timeout, limits=limits) as client:
            pool = ThreadPoolExecutor(self.concurrency)
            try:
                yield from self._as_they_come(pool, client, conversations)
            finally:
                self._pace.stop()
                pool.shutdown(wait=True, cancel_futures=True)

    def _as_they_come(
        self, pool: ThreadPoolExecutor, client: httpx.Client, conversations: Sequence[list[dict[str, str]]]
    ) -> Iterator[tuple[int, Answer]]:
        running: dict[Future, int] = {}
        waiting = iter(enumerate(conversations))
        failed_in_a_row = 0
        while True:
            while len(running) < 2 * self.concurrency and (following := next(waiting, None)) is not None:
                running[pool.submit(self._answer, client, following[1])] = following[0]
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                place, answer = running.pop(future), future.result()
                failed_in_a_row = failed_in_a_row + 1 if answer.error else 0
                yield place, answer
                if failed_in_a_row >= max(10, 3 * self.concurrency):
                    raise EndpointError(
                        f"systems: {self.name}: the server failed on {failed_in_a_row} questions in a row, the last "
                        f"with: {answer.error}. What it answered is kept; the same command goes on from there"
                    )

    def _answer(self, client: httpx.Client, messages: list[dict[str, str]]) -> Answer:
        """Ask until there is an answer, or no try is left."""
        failure = _Failure("stopped")
        for number in range(self.tries):
            if not self._pace.wait():
                break
            start = time.monotonic()
            try:
                text, cut = self._ask(client, messages)
                return Answer(text, round(time.monotonic() - start, 3), cut)
            except _Failure as error:
                failure = error
            if not failure.again or number == self.tries - 1:
                break
            self._pace.rest(self._pause(number, failure), everybody=failure.after is not None)
        return Answer(None, error=failure.reason)

    def _pause(self, number: int, failure: _Failure) -> float:
        """Return the seconds before the next try: what the server asks for, else twice as long each time."""
        if failure.after is not None:
            return failure.after
        longest = min(LONGEST_WAIT, self.first_wait * 2**number)
        return longest * random.uniform(0.5, 1.0)  # so that those who failed together do not come back together

    def _ask(self, client: httpx.Client, messages: list[dict[str, str]]) -> tuple[str, bool]:
        """Send one request, and return the answer and whether it was cut off."""
        deadline = time.monotonic() + self.timeout
        url = f"{self.base_url.rstrip('/')}/chat/completions"
        try:
            with client.stream("POST", url, json={**self.body, "messages": messages}) as response:
                self._check_status(response)
                content = bytearray()
                for piece in response.iter_bytes():
                    content += piece
                    if len(content) > LARGEST_REPLY:
                        raise _Failure("a reply larger than 8 MiB", again=False)
                    if time.monotonic() > deadline:  # a server that sends a byte now and then never times out itself
                        raise _Failure("time-out")
        except EndpointError:
            raise
        except httpx.TimeoutException:
            raise _Failure("time-out") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError):
            raise _Failure("no connection") from None
        return _parse(bytes(content))

    def _check_status(self, response: httpx.Response) -> None:
        status = response.status_code
        if status == 200:
            return
        if status in REFUSALS:
            raise EndpointError(f"systems: {self.name}: the server answers {status}: {REFUSALS[status]}")
        if 300 <= status < 400:
            raise EndpointError(
                f"systems: {self.name}: the server answers {status}, a redirection; give the final address"
            )
        again = status in TRY_AGAIN
        raise _Failure(f"HTTP {status}", again, _retry_after(response.headers.get("Retry-After")) if again else None)


class _Pace:
    """When the next request may start, for all threads together."""

    def __init__(self, requests_per_minute: float | None):
        self.apart = 60.0 / requests_per_minute if requests_per_minute else 0.0
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._next = 0.0

    def wait(self) -> bool:
        """Wait for one's turn; False if there will be none."""
        while True:
            with self._lock:
                now = time.monotonic()
                if now >= self._next:
                    self._next = now + self.apart
                    return not self._stopped.is_set()
                pause = self._next - now
            if self._stopped.wait(pause):
                return False

    def rest(self, seconds: float, everybody: bool) -> None:
        """Wait before a further try; everybody does where the server has asked for it."""
        if everybody:
            with self._lock:
                self._next = max(self._next, time.monotonic() + seconds)
        else:
            self._stopped.wait(seconds)

    def stop(self) -> None:
        """Let nobody wait any longer, or start another request."""
        self._stopped.set()


def _retry_after(value: str | None) -> float | None:
    """Return the seconds of a `Retry-After` header, which holds seconds or a date; None if it holds neither."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, TypeError):
            return None
    if not 0 <= seconds < float("inf"):
        return 0.0 if seconds < 0 else None
    if seconds > LONGEST_RETRY_AFTER:
        raise _Failure("the server asks to come back in more than 15 minutes", again=False)
    return seconds


def _parse(content: bytes) -> tuple[str, bool]:
    """Return the text of a reply, and whether it was cut off at its longest length."""
    try:
        choice = json.loads(content)["choices"][0]
        text, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        raise _Failure("a reply that is no chat completion") from None
    if not isinstance(text, str):
        raise _Failure("a reply without text")
    # A lone surrogate, which JSON may hold, can be written to no file.
    return text.encode("utf-8", "replace").decode("utf-8").strip(), reason == "length"
