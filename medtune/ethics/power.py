"""How many questions a study needs to see a difference, before it starts.

Every system answers the same questions and every rater judges every answer, so two systems are compared by the
differences of their mean scores, question by question, with Wilcoxon's signed-rank test. Its power is that of the
paired t-test (noncentral t) on 3/π as many questions, its asymptotic relative efficiency for normal differences; with
several pairs of systems the level is divided by their number, the first and hardest step of Holm's correction.

Source: Cohen 1988, Statistical Power Analysis, chapter 2; Lehmann 1975, Nonparametrics, section 4.2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy import stats

EFFICIENCY = 3 / math.pi
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Design:
    """What a study can be planned by.

    Args:
        systems: how many are compared.
        raters: how many judge every answer.
        spread: standard deviation of the difference between one rater's scores of two systems' answers to a
            question. On a scale of 0, 1, 2 it is .7 to 1.1: 1 if both scores spread by .7 and are unrelated.
        agreement: share of that variance which the raters have in common, the intraclass correlation of one rater's
            differences. The rest is averaged out over raters.
        alpha: risk of seeing a difference where there is none, over all pairs of systems.
        power: chance of seeing one that is there.
    """

    systems: int = 2
    raters: int = 5
    spread: float = 1.0
    agreement: float = 0.5
    alpha: float = 0.05
    power: float = 0.8

    def __post_init__(self):
        problems = [
            f"{name} {value} is not {allowed}"
            for name, value, fits, allowed in (
                ("systems", self.systems, self.systems >= 1, "at least 1"),
                ("raters", self.raters, self.raters >= 1, "at least 1"),
                ("spread", self.spread, 0 < self.spread < math.inf, "above 0"),
                ("agreement", self.agreement, 0 <= self.agreement <= 1, "between 0 and 1"),
                ("alpha", self.alpha, 0 < self.alpha < 1, "between 0 and 1"),
                ("power", self.power, 0 < self.power < 1, "between 0 and 1"),
            )
            if not fits
        ]
        if problems:
            raise ValueError("\n".join(problems))

    @property
    def pairs(self) -> int:
        """How many pairs of systems are compared, at least one."""
        return max(1, self.systems * (self.systems - 1) // 2)

    @property
    def level(self) -> float:
        """The level of the hardest of the corrected tests."""
        return self.alpha / self.pairs

    @property
    def deviation(self) -> float:
        """Standard deviation of the difference of mean scores over the raters, between questions."""
        return self.spread * math.sqrt(self.agreement + (1 - self.agreement) / self.raters)


def t_power(effect: float, pairs: float, level: float) -> float:
    """Return the power of the two-sided paired t-test.

    Args:
        effect: mean difference in standard deviations of the differences (Cohen's d_z).
        pairs: how many, more than one.
        level: of the test.
    """
    freedom = pairs - 1
    limit = stats.t.ppf(1 - level / 2, freedom)
    shift = abs(effect) * math.sqrt(pairs)
    upper = float(stats.nct.sf(limit, freedom, shift))
    lower = float(stats.nct.cdf(-limit, freedom, shift))
    # For large shifts SciPy gives NaN for a tail that is 0.
    return min(1.0, (upper if upper == upper else 1.0) + (lower if lower == lower else 0.0))


def power_of(design: Design, questions: int, difference: float) -> float:
    """Return the chance of seeing a difference of mean scores between two systems.

    Args:
        design: of the study.
        questions: how many, each answered by every system.
        difference: in points of the scale.
    """
    effective = questions * EFFICIENCY
    return t_power(difference / design.deviation, effective, design.level) if effective > 1.5 else 0.0


def questions_for(design: Design, difference: float) -> int:
    """Return the fewest questions with which a difference is seen with the design's power.

    Raises:
        ValueError: the difference is not above 0, or so small that no study can see it.
    """
    if not difference > 0:
        raise ValueError(f"a difference of {difference} is not above 0")
    low, high = 1, 2
    while power_of(design, high, difference) < design.power:
        low, high = high, high * 2
        if high > LARGEST:
            raise ValueError(f"a difference of {difference} points needs more than {LARGEST:,} questions")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if power_of(design, middle, difference) >= design.power else (middle, high)
    return high


def smallest_difference(design: Design, questions: int) -> float:
    """Return the smallest difference that so many questions show with the design's power; infinite if none."""
    low, high = 0.0, design.deviation
    while power_of(design, questions, high) < design.power:
        low, high = high, high * 2
        if high > 1e6 * design.deviation:
            return math.inf
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if power_of(design, questions, middle) >= design.power else (middle, high)
    return high


def largest_hidden_share(answers: int, confidence: float = 0.95) -> float:
    """Return how large a share of unacceptable answers may be although none of so many was one.

    Args:
        answers: of one system.
        confidence: of the one-sided bound.

    Source: Clopper and Pearson 1934; 3/n is its "rule of three".
    """
    return 1 - (1 - confidence) ** (1 / answers)


def describe(design: Design, questions: int, difference: float | None = None, scale: float = 2.0) -> str:
    """Say in words what a study of so many questions can see.

    Args:
        design: of the study.
        questions: how many.
        difference: one to give the power for.
        scale: points between the lowest and the highest score.
    """
    lines = []
    if design.systems > 1:
        correction = "" if design.pairs == 1 else f", Holm over {design.pairs} pairs"
        smallest = smallest_difference(design, questions)
        seen = (
            f"a true difference of {smallest:.2f} points between two systems on an axis is seen with "
            f"{design.power:.0%} power (Wilcoxon, level {design.alpha:g}{correction})."
            if smallest <= scale
            else f"too few to see any difference between two systems with {design.power:.0%} power."
        )
        lines.append(f"{questions} questions, {design.raters} raters, {design.systems} systems: {seen}")
        if difference is not None and questions != (needed := questions_for(design, difference)):
            lines.append(
                f"A difference of {difference:g} is seen with {power_of(design, questions, difference):.0%} power; "
                f"{design.power:.0%} needs {needed} questions."
            )
        lines.append(
            "Assumed: one rater's differences between two answers to a question have a standard deviation of "
            f"{design.spread:g}, and raters share {design.agreement:.0%} of that variance. A pilot tells; change them "
            "with --spread and --agreement."
        )
    lines.append(
        f"If none of a system's {questions} answers is unacceptable, up to {largest_hidden_share(questions):.1%} of "
        "all its answers may be (95%, one-sided)."
    )
    return "\n".join(lines)
