"""What was masked where, without saying whom: the identity itself stands in no log, only a keyed hash of it.

HMAC-SHA256 (RFC 2104). Without the key nobody can try out numbers until a hash fits, as they could with a plain hash.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

import pyarrow as pa

AUDIT_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("text", pa.int32(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("length", pa.int32(), nullable=False),
        pa.field("valid", pa.bool_()),
        pa.field("hash", pa.string(), nullable=False),
    ]
)
"""Of the rows of `AuditLog.take`: the record's id, number of the text in `fields.texts` (from 0), kind, first character
and length in the text before masking, what a checksum says, and the identity's keyed hash."""

_DIGITS = 16


class AuditLog:
    """Collects entries until they are taken.

    Args:
        key: secret of the hashes, to be kept apart from the log. Equal identities have equal hashes under one key; an
            empty key draws a random one, and then only within one process.
    """

    def __init__(self, key: bytes = b""):
        self._key = key or secrets.token_bytes(32)
        self._entries: list[dict[str, Any]] = []

    def add(self, record: str, text: int, span: Any, identity: str) -> None:
        """Note one masked identity.

        Args:
            record: the record's id.
            text: number of the text among the record's.
            span: where it stood and what it is, a `Span`.
            identity: the masked text; it is hashed in lower case without blanks and hyphens, and forgotten.
        """
        entry = {"id": record, "text": text, "kind": span.kind, "start": span.start, "length": span.end - span.start}
        self._entries.append({**entry, "valid": span.valid, "hash": self.hash(identity)})

    def hash(self, identity: str) -> str:
        """Return the keyed hash of an identity, 16 hexadecimal digits."""
        plain = "".join(char for char in identity.lower() if char.isalnum())
        return hmac.digest(self._key, plain.encode("utf-8", "surrogatepass"), "sha256").hex()[:_DIGITS]

    def take(self) -> list[dict[str, Any]]:
        """Return the entries since the last call, rows of `AUDIT_SCHEMA`, and forget them."""
        entries, self._entries = self._entries, []
        return entries
