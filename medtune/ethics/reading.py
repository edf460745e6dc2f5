"""What the numbers say, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from medtune.ethics.agreement import Agreement
from medtune.ethics.blinding import Blinding
from medtune.ethics.resampling import Estimate, number
from medtune.ethics.systems import Pair

# Landis and Koch 1977, The Measurement of Observer Agreement for Categorical Data, page 165.
LANDIS_KOCH = ((0.81, "almost perfect"), (0.61, "substantial"), (0.41, "moderate"), (0.21, "fair"), (0.0, "slight"))
# Krippendorff 2004, Reliability in Content Analysis, page 429.
RELIABLE, TENTATIVE = 0.800, 0.667
ONE_SIDED_SHARE = 0.9
FAR_APART = 0.2
MOSTLY_ALIKE = 2 / 3
SIGNIFICANT = 0.05


def band(value: float) -> str:
    """Return what Landis and Koch call a coefficient of this size."""
    return next((name for lower, name in LANDIS_KOCH if round(value, 2) >= lower), "poor")


def read_band(estimate: Estimate) -> str:
    """Return the band of a coefficient, with those that its interval reaches."""
    if estimate.value is None:
        return "not defined"
    if estimate.low is None:
        return band(estimate.value)
    low, high = band(estimate.low), band(estimate.high)
    return low if low == high else f"{band(estimate.value)} (its interval reaches from {low} to {high})"


def read_alpha(estimate: Estimate) -> str:
    """Return what Krippendorff would draw from an alpha: its lower end decides."""
    if estimate.value is None:
        return f"Alpha is not defined: {estimate.note}"
    sure = estimate.value if estimate.low is None else estimate.low
    if sure >= RELIABLE:
        return f"Alpha is at least {RELIABLE:.2f}: single ratings can be relied on"
    if sure >= TENTATIVE:
        return f"Alpha is at least {TENTATIVE:.2f}: good for tentative conclusions"
    if estimate.value >= TENTATIVE:
        return f"Alpha may lie below {TENTATIVE:.2f}: whether a single rater's score can be relied on stays open"
    return f"Alpha lies below {TENTATIVE:.2f}: a single rater's score of a single answer cannot be relied on"


def read_agreement(found: Agreement) -> str:
    """Say in plain words how far raters agree on an axis."""
    if found.raw.value is None:
        return f"Agreement is not defined: {found.raw.note}."
    text = f"Two raters gave the same answer the same value {found.raw.value:.0%} of the time. "
    text += f"AC2: {read_band(found.ac2)}. "
    if found.alpha.value is None:
        return f"{text}Alpha and kappa are not defined: {found.alpha.note}."
    return f"{text}Kappa: {read_band(found.kappa)}. {read_alpha(found.alpha)}."


def read_paradox(by_axis: Mapping[str, Agreement]) -> str:
    """Say why coefficients lie far apart where most scores are alike; an empty text if they do not.

    Args:
        by_axis: by title of the axis.
    """
    defined = {name: one for name, one in by_axis.items() if one.alpha.value is not None and one.ac2.value is not None}
    apart = [
        f"{one.top_share:.0%} of the scores on {name} are {one.top_value:g}"
        for name, one in defined.items()
        if one.ac2.value - one.alpha.value > FAR_APART and one.top_share > MOSTLY_ALIKE
    ]
    if not apart:
        return ""
    text = (
        f"Why the coefficients lie far apart: {'; '.join(apart)}. Where most scores are alike, raters agree often by "
        "chance alone. Alpha and kappa subtract all of that chance and come out low even if raters seldom differ; AC2 "
        "subtracts less. Read AC2 and “same value” as how often raters agree, alpha and kappa as how well single "
        "scores tell better answers from worse. The comparison of systems rests on means over raters and many "
        "answers, which are steadier than single scores."
    )
    if any(one.top_share >= ONE_SIDED_SHARE for one in defined.values()):
        text += (
            " Their intervals rest on the few other scores: where 97% of the scores were alike, those of alpha and "
            "kappa covered the true value about 91% of the time in simulations, instead of 95%."
        )
    return text


def read_pairs(pairs: Sequence[Pair], title: str, lowest_is_best: bool = False) -> str:
    """Say which systems differ on an axis.

    Args:
        pairs: of this axis.
        title: of the axis.
        lowest_is_best: which end of its scale is good.
    """
    tested = [pair for pair in pairs if pair.p_holm is not None]
    differ = [pair for pair in tested if pair.p_holm < SIGNIFICANT]
    said = []
    for pair in differ:
        better = (pair.second, pair.first) if (pair.effect > 0) != lowest_is_best else (pair.first, pair.second)
        size = f"{abs(pair.difference.mean):.2f} [{_ends(pair)}]"
        said.append(f"{better[0]} is better than {better[1]} by {size}, {p_words(pair.p_holm)}")
    if len(differ) < len(tested):
        rest = "no other pair" if differ else "no pair"
        said.append(f"{rest} differs by more than chance")
    return f"{title}: {'; '.join(said)}." if said else f"{title}: nothing to compare."


def _ends(pair: Pair) -> str:
    """Return the ends of a difference's interval as a size: from the better system's point of view."""
    ends = (pair.difference.low, pair.difference.high)
    ends = ends if pair.difference.mean >= 0 else (-ends[1], -ends[0])
    return f"{number(ends[0])}, {number(ends[1])}"


def p_words(p: float) -> str:
    """Return `p = …` or `p < 0.001`."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def read_blinding(found: Blinding) -> str:
    """Say whether the raters were blinded."""
    if found.right is None:
        return f"All {found.silent} answers were “don't know”: nothing speaks against the blinding."
    text = (
        f"{found.right.found} of {found.right.total} guesses ({found.right.value:.0%}) named the right label, where "
        f"{found.chance:.0%} would do so by chance; {found.silent} times the raters did not know. "
    )
    if found.p is None:
        return text + "With a single label there is nothing to tell apart."
    told = found.p < SIGNIFICANT
    if not told:
        return text + f"That is no more than chance gives ({p_words(found.p)}): nothing speaks against the blinding."
    size = f" The index is {found.overall.mean:.2f} of a possible 1." if found.overall else ""
    said = f"That is more than chance gives ({p_words(found.p)}): the raters could sometimes tell who wrote an answer."
    return text + said + size
