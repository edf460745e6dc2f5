import math

import numpy as np
import pytest
from scipy import integrate, stats

from medtune.ethics.power import (
    EFFICIENCY,
    Design,
    describe,
    largest_hidden_share,
    power_of,
    questions_for,
    smallest_difference,
    t_power,
)


@pytest.mark.parametrize(
    ("effect", "level", "power", "pairs"),
    [  # G*Power 3.1, "difference between two dependent means", two-sided
        (0.5, 0.05, 0.80, 34),
        (0.2, 0.05, 0.80, 199),
        (0.8, 0.05, 0.80, 15),
        (0.5, 0.05, 0.95, 54),
    ],
)
def test_paired_t_test_agrees_with_published_sample_sizes(effect, level, power, pairs):
    assert t_power(effect, pairs, level) >= power > t_power(effect, pairs - 1, level)


@pytest.mark.parametrize(("effect", "pairs", "level"), [(0.3, 40, 0.05), (0.7, 12, 0.01), (0.0, 20, 0.05)])
def test_paired_t_test_agrees_with_integration_over_the_variance(effect, pairs, level):
    """P(reject) given the sample variance is normal; integrate over the variance's chi distribution."""
    freedom, limit = pairs - 1, stats.t.ppf(1 - level / 2, pairs - 1)

    def rejected(deviation: float) -> float:
        shift = effect * math.sqrt(pairs)
        given = stats.norm.sf(limit * deviation - shift) + stats.norm.cdf(-limit * deviation - shift)
        return given * stats.chi.pdf(deviation * math.sqrt(freedom), freedom) * math.sqrt(freedom)

    reference = integrate.quad(rejected, 0, 8, epsabs=1e-12)[0]
    assert t_power(effect, pairs, level) == pytest.approx(reference, abs=1e-9)


def simulated_power(design: Design, questions: int, difference: float, studies: int, seed: int) -> float:
    """Share of simulated studies whose Wilcoxon test sees the difference, with normal differences."""
    random = np.random.default_rng(seed)
    common = random.normal(difference, design.spread * math.sqrt(design.agreement), (studies, questions, 1))
    own = random.normal(0, design.spread * math.sqrt(1 - design.agreement), (studies, questions, design.raters))
    differences = (common + own).mean(axis=-1)
    return float((stats.wilcoxon(differences, axis=1, method="asymptotic").pvalue < design.level).mean())


@pytest.mark.parametrize(
    ("design", "questions", "difference"),
    [(Design(), 60, 0.25), (Design(systems=3, raters=3, agreement=0.2), 40, 0.3), (Design(raters=1), 100, 0.3)],
)
def test_power_is_what_simulated_studies_reach(design, questions, difference):
    studies = 4_000
    expected = power_of(design, questions, difference)
    reached = simulated_power(design, questions, difference, studies, seed=1)
    assert 0.2 < expected < 0.95
    assert reached == pytest.approx(expected, abs=4 * math.sqrt(expected * (1 - expected) / studies) + 0.01)


def test_scores_of_three_levels_reach_it_too():
    """Scores 0, 1, 2 cut from normal opinions; spread and agreement are measured on many, the power on studies."""
    random = np.random.default_rng(2)
    raters, questions, studies, cuts = 5, 80, 2_000, (-1.0, 0.2)

    def scores(count: int, shift: float) -> np.ndarray:
        opinion = random.normal(shift, 1, (count, 1)) + random.normal(0, 0.8, (count, raters))
        return np.digitize(opinion, cuts)

    many = scores(200_000, 0.45) - scores(200_000, 0.0)
    spread = many.std(axis=0).mean()
    agreement = (many.mean(axis=1).var() / spread**2 * raters - 1) / (raters - 1)
    design = Design(raters=raters, spread=spread, agreement=agreement)
    differences = scores(questions * studies, 0.45) - scores(questions * studies, 0.0)
    means = differences.mean(axis=1).reshape(studies, questions)
    reached = (stats.wilcoxon(means, axis=1, method="asymptotic").pvalue < 0.05).mean()
    assert reached == pytest.approx(power_of(design, questions, many.mean()), abs=0.05)


def test_the_plans_invert_each_other():
    for design in (Design(), Design(systems=4, raters=2, spread=0.8)):
        for difference in (0.05, 0.2, 1.0):
            questions = questions_for(design, difference)
            assert power_of(design, questions, difference) >= design.power
            assert power_of(design, questions - 1, difference) < design.power
            assert smallest_difference(design, questions) <= difference < smallest_difference(design, questions - 1)


def test_more_systems_and_fewer_raters_need_more_questions():
    need = [questions_for(Design(systems=s, raters=r), 0.2) for s, r in ((2, 5), (3, 5), (3, 2))]
    assert need == sorted(set(need))
    assert questions_for(Design(agreement=1.0, raters=50), 0.2) == questions_for(Design(raters=1), 0.2)
    assert pytest.approx(0.9549, abs=1e-4) == EFFICIENCY


def test_no_unacceptable_answer_in_n_bounds_the_share():
    assert largest_hidden_share(100) == pytest.approx(stats.beta.ppf(0.95, 1, 100), abs=1e-12)
    assert largest_hidden_share(300) == pytest.approx(3 / 300, rel=0.01)


def test_the_description_names_what_it_assumes():
    text = describe(Design(systems=3), 60, 0.2)
    for part in ("60 questions, 5 raters, 3 systems", "Holm over 3 pairs", "--spread", "4.9%"):
        assert part in text
    assert "difference" not in describe(Design(systems=1), 60)
    assert "4 questions, 2 raters, 3 systems: too few to see any" in describe(Design(systems=3, raters=2), 4)


def test_impossible_designs_are_refused_all_at_once():
    with pytest.raises(ValueError, match=r"raters 0 is not at least 1\nspread -1 is not above 0\nagreement 2"):
        Design(raters=0, spread=-1, agreement=2)
    with pytest.raises(ValueError, match="is not above 0"):
        questions_for(Design(), 0)
    with pytest.raises(ValueError, match="more than 10,000,000"):
        questions_for(Design(), 1e-5)
