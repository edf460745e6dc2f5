"""How many planted identities `cleaning.anonymize` finds, and how many harmless texts it changes, with its defaults.

    python tests/benchmarks/identities.py [--part held_out_6] [--out planted.json]

Prints totals by kind with Wilson's intervals. With --out they are written as the file that `planted_test` of
`task: clean-data` names, so that the card of a corpus states what may be left. The parts up to `held_out_5` are those
that the rules were developed on: their figures say little about other texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "data" / "cleaning"))

_STAY = [("recall", "hospital"), ("recall", "all")]
"""Names of hospitals stay, by default, and all kinds together hold them."""


def measure(part: str, per_kind: int, negatives: int) -> list[dict]:
    """Return `{measure, name, count, of}` of both languages together.

    Args:
        part: of the planted test.
        per_kind: identities of each kind and language.
        negatives: texts without an identity.
    """
    import planted
    from planted.score import score

    from medtune.data.cleaning.anonymize import anonymize

    def mask(text: str) -> tuple[str, list[tuple[int, int]]]:
        masked = anonymize(text)
        return masked.text, [(span.start, span.end) for span in masked.spans]

    rows = score(planted.generate(part, per_kind=per_kind, negatives=negatives), mask)
    return [
        {"measure": f"{row.measure}, {part}", "name": row.name, "count": row.count, "of": row.of}
        for row in rows
        if row.language == "all" and row.of and (row.measure, row.name) not in _STAY
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", default="held_out_6")
    parser.add_argument("--per-kind", type=int, default=300)
    parser.add_argument("--negatives", type=int, default=6000)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    rows = measure(arguments.part, arguments.per_kind, arguments.negatives)
    from medtune.data.corpus.planted_test import interval

    for row in rows:
        low, high = interval(row)
        share = f"{row['count'] / row['of']:.2%} ({low:.2%} to {high:.2%})"
        print(f"{row['measure']:32} {row['name']:24} {row['count']:>7,} of {row['of']:>7,}  {share}")
    if arguments.out is not None:
        arguments.out.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
