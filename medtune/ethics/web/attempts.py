"""How often an address may try a wrong link before it has to wait."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

#: Wrong links from one address within `WINDOW` seconds, after which it is refused, with a right link too.
ALLOWED = 10
WINDOW = 15 * 60.0
#: Addresses remembered; the one that failed longest ago is forgotten first.
ADDRESSES = 10_000


class Attempts:
    """Wrong links by address, in memory: a restart forgets them.

    Tokens have 256 bits, so that guessing is hopeless anyway; this keeps a guesser from filling the audit log.

    Args:
        clock: seconds, never going backwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, address: str) -> int:
        """Return the seconds that an address has to wait; 0 if it may try."""
        with self._lock:
            failures = self._recent(_network(address))
            return 0 if len(failures) < ALLOWED else max(1, round(failures[0] + WINDOW - self._clock()))

    def failed(self, address: str) -> None:
        """Count a wrong link."""
        key = _network(address)
        with self._lock:
            failures = self._recent(key)
            failures.append(self._clock())
            self._failures[key] = failures
            self._failures.move_to_end(key)
            if len(self._failures) > ADDRESSES:
                self._failures.popitem(last=False)

    def _recent(self, key: str) -> deque[float]:
        failures = self._failures.get(key, deque(maxlen=ALLOWED))
        while failures and failures[0] <= self._clock() - WINDOW:
            failures.popleft()
        return failures


def _network(address: str) -> str:
    """Return an address, of IPv6 its network of 64 bits: one machine has as many addresses there as it likes."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return address if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
