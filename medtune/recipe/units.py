"""Numbers for people."""


def amount(number: float, unit: str = "") -> str:
    """Return a number with three digits and a prefix, such as `1.25 GB` or `101 M`."""
    for size, prefix in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g} {prefix}{unit}"
    return f"{number:,.0f} {unit}".strip()


def counted(number: float, what: str, several: str = "") -> str:
    """Return a number with what is counted, such as `1 row` or `2,000 rows`.

    Args:
        number: how many.
        what: the word for one.
        several: the word for more, where that is not the same with an s.
    """
    shown = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{shown} {what if number == 1 else several or f'{what}s'}"


def span(seconds: float) -> str:
    """Return a time to one or two digits, such as `40 s`, `3 min` or `2.5 h`."""
    for size, unit in ((86400, "days"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{float(f'{seconds / size:.2g}'):g} {unit}"
    return f"{float(f'{max(seconds, 1):.2g}'):g} s"
