"""A rater as a program, over plain HTTP: signs in, reads pages, saves scores, and tries again until acknowledged."""

from __future__ import annotations

import http.client
import json
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"


@dataclass
class RaterClient:
    """One browser's connection to the server.

    Args:
        port: of the server on this machine.
        token: of the personal link.
    """

    port: int
    token: str
    cookie: str = ""
    csrf: str = ""
    item: str = ""
    seconds: list[float] = field(default_factory=list)
    failures: int = 0
    _connection: http.client.HTTPConnection | None = None

    def request(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, dict, str]:
        """Send a request once; an error of the connection closes it."""
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"accept": "application/json" if fields and "answer" in fields else "text/html"}
        if self.cookie:
            headers["cookie"] = self.cookie
        if fields is not None:
            headers["content-type"] = FORM
        try:
            self._connection.request(method, path, None if fields is None else urlencode(fields), headers)
            answer = self._connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def persist(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, dict, str]:
        """Send a request until it is answered; the time of the answer that came is kept."""
        while True:
            start = time.perf_counter()
            try:
                answer = self.request(method, path, fields)
            except (OSError, http.client.HTTPException):
                self.failures += 1
                time.sleep(0.1)
                continue
            if fields and "answer" in fields:
                self.seconds.append(time.perf_counter() - start)
            return answer

    def enter(self) -> None:
        """Sign in."""
        status, headers, _ = self.persist("POST", "/enter", {"token": self.token})
        assert status == 303, status
        self.cookie = next(value for name, value in headers.items() if name.lower() == "set-cookie").partition(";")[0]

    def read(self, number: int) -> str:
        """Read an answer's page."""
        status, _, page = self.persist("GET", f"/answers/{number}")
        assert status == 200, status
        self.csrf = re.search(r'name="csrf" value="(\w+)"', page)[1]
        self.item = re.search(r'name="answer" value="([^"]+)"', page)[1]
        return page

    def save(self, number: int, **fields: str) -> dict:
        """Save fields of the answer that was read last; returns once the server has acknowledged them."""
        axes = {name if name in ("comment", "guess") else f"axis.{name}": value for name, value in fields.items()}
        answer = self.persist("POST", f"/answers/{number}", {"csrf": self.csrf, "answer": self.item, **axes})
        assert answer[0] == 200, answer
        return json.loads(answer[2])

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
