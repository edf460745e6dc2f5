"""Humanistic care in an evaluation's report: caring words, most frequent words, and what tells systems apart."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.evaluation.caring import ANY, Lexicon, Rate, caring_rates, count_caring, load_lexicon
from medtune.evaluation.evaluation_plots import caring_figure, keywords_figure
from medtune.evaluation.log_odds import Contrast, log_odds
from medtune.evaluation.reports.fonts import drawable
from medtune.evaluation.reports.plots import save_figure
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import markdown_table
from medtune.evaluation.system_scores import LANGUAGES, SystemScores
from medtune.evaluation.words import Words, count_words, keywords

if TYPE_CHECKING:
    from medtune.tasks.evaluate import Care

REFERENCE = "reference"  # the doctors' own answers
DRAWN = 15  # words in a figure
CONTRASTS = 8  # words on either side
NOTABLE = 1.96  # standard deviations
KEYWORD_COLUMNS = ("language", "system", "kind", "rank", "word", "answers", "share", "times", "caring")
RATE_COLUMNS = ("language", "system", "group", "answers", "share", "low", "high", "mean", "mean_low", "mean_high")


def care_section(scores: Sequence[SystemScores], care: Care, output_dir: Path, seed: int) -> Section:
    """Count the words of all answers, write the figures and CSV files, and return the section.

    Args:
        scores: of all systems and languages.
        care: of the recipe.
        output_dir: receives `plots/`, `keywords.csv` and `caring_words.csv`.
        seed: of the bootstrap.
    """
    lexicon = load_lexicon(care.lexicon)
    markdown, numbers, word_rows, rate_rows = [_introduction(lexicon, care)], {}, [], []
    for language, name in LANGUAGES.items():
        texts = _texts([one for one in scores if one.language == language])
        if not texts:
            continue
        rates = {s: caring_rates(count_caring(answers, lexicon, language), seed) for s, answers in texts.items()}
        words = {system: count_words(answers, language) for system, answers in texts.items()}
        top = {system: _marked(of_system, lexicon, language, care.keywords) for system, of_system in words.items()}
        contrasts = _contrasts({system: of.single.times for system, of in words.items()})
        figures = _draw(rates, top, language, output_dir)
        markdown += [f"### {name}", *_rates_part(rates, figures), *_words_part(top, figures, care.keywords)]
        markdown += _contrasts_part(contrasts, words)
        word_rows += [{"language": language, "system": s, **row} for s, rows in top.items() for row in rows]
        rate_rows += [_rate_row(language, s, rate) for s, of_system in rates.items() for rate in of_system]
        numbers[language] = {"contrasts": {s: [asdict(one) for one in found] for s, found in contrasts.items()}}
    _write_csv(output_dir / "keywords.csv", word_rows, KEYWORD_COLUMNS)
    _write_csv(output_dir / "caring_words.csv", rate_rows, RATE_COLUMNS)
    numbers |= {"keywords": word_rows, "caring_words": rate_rows}
    return Section(["## Humanistic care", *markdown], numbers)


def _texts(scores: Sequence[SystemScores]) -> dict[str, list[str]]:
    """Return the answers of each system, and the doctors' own to all rows that some system was asked."""
    if not scores:
        return {}
    doctors = {row.id: row.reference or "" for one in scores for row in one.predictions}
    return {REFERENCE: list(doctors.values())} | {
        one.system: [row.prediction or "" for row in one.predictions] for one in scores
    }


def _introduction(lexicon: Lexicon, care: Care) -> str:
    source = f"`{care.lexicon}`" if care.lexicon else "medtune's own list, `medtune/evaluation/caring_words.yaml`"
    return (
        f"Caring words, of {source}, in {len(lexicon.groups)} groups. The words that the MulMed paper names are in "
        "understand, concern, hope, help and suggest. A word counts wherever it stands, negated or not, and says "
        "nothing of whether the answer is right. `reference` are the doctors' own answers."
    )


def _marked(words: Words, lexicon: Lexicon, language: str, most: int) -> list[dict[str, Any]]:
    """Return the most frequent words and pairs, with the group of those that are caring words."""
    found = []
    for kind, counts in (("word", words.single), ("pair", words.pairs)):
        for rank, row in enumerate(keywords(counts, most), start=1):
            hits = count_caring([row["word"]], lexicon, language)
            caring = next((group for group, values in hits.items() if values[0]), "")
            found.append({"kind": kind, "rank": rank, **row, "caring": caring})
    return found


def _contrasts(times: Mapping[str, Counter]) -> dict[str, list[Contrast]]:
    """Compare each system with all others of the language together, the doctors among them."""
    everything = sum(times.values(), Counter())
    return {
        system: log_odds(own, everything - own, everything)
        for system, own in times.items()
        if system != REFERENCE and len(times) > 1
    }


def _draw(
    rates: Mapping[str, Sequence[Rate]], top: Mapping[str, list[dict]], language: str, output_dir: Path
) -> dict[str, str]:
    """Write the figures; return their paths in the report's folder."""
    single = {system: [row for row in rows if row["kind"] == "word"] for system, rows in top.items()}
    figures = {"caring": caring_figure(rates), "keywords": keywords_figure(single, DRAWN)}
    names = {kind: f"plots/{kind}_{language}.png" for kind in figures}
    for kind, figure in figures.items():
        save_figure(figure, output_dir / names[kind])
    return names


def _rates_part(rates: Mapping[str, Sequence[Rate]], figures: Mapping[str, str]) -> list[str]:
    rows = []
    for system, (together, *groups) in rates.items():
        mean, share = together.mean, together.share
        row = {
            "System": system,
            "Answers": share.examples,
            "Words an answer": mean and f"{mean.mean:.2f} [{mean.low:.2f},{mean.high:.2f}]",
            "With any": f"{share.mean:.0%} [{share.low:.0%},{share.high:.0%}]",
        }
        rows.append(row | {rate.group: f"{rate.share.mean:.0%}" for rate in groups})
    headings = list(rows[0])
    return [
        "Caring words in an answer, and the share of answers with at least one of a group; 95 % intervals, Wilson's "
        "for the shares. Those of the groups are in the figure and in `caring_words.csv`.",
        markdown_table(rows, headings, right=headings[1:]),
        f"![Caring words by group]({figures['caring']})",
    ]


def _words_part(top: Mapping[str, list[dict]], figures: Mapping[str, str], most: int) -> list[str]:
    rows = []
    for system, of_system in top.items():
        for kind in ("word", "pair"):
            listed = [f"{row['word']} {row['share']:.0%}" for row in of_system if row["kind"] == kind]
            rows.append({"System": system, "Kind": f"{kind}s", "Share of answers": " · ".join(listed[:most])})
    missing = sorted({c for row in chain(*top.values()) for c in row["word"] if not c.isspace() and drawable(c) != c})
    parts = [
        "Most frequent words and pairs of neighbours, without stop words:",
        f"![Most frequent words]({figures['keywords']})",
        markdown_table(rows, ["System", "Kind", "Share of answers"]),
    ]
    if missing:
        codes = ", ".join(drawable(c) for c in missing)
        parts.append(f"Characters of these words that no font here draws stand as codes in the figure: {codes}.")
    return parts


def _contrasts_part(contrasts: Mapping[str, list[Contrast]], words: Mapping[str, Words]) -> list[str]:
    rows = []
    for system, found in contrasts.items():
        more = [one for one in found[:CONTRASTS] if one.z > NOTABLE]
        less = [one for one in found[::-1][:CONTRASTS] if one.z < -NOTABLE]
        rows.append({"System": system, "More than the others": _list(more, words), "Less": _list(less, words)})
    if not rows:
        return []
    return [
        "Words that a system uses more or less than all others and the doctors together: log-odds with an informative "
        f"Dirichlet prior (Monroe et al. 2008), in standard deviations; those beyond {NOTABLE} only. Words of one "
        "answer come together, so the deviations are somewhat too large.",
        markdown_table(rows, ["System", "More than the others", "Less"]),
    ]


def _list(contrasts: Sequence[Contrast], words: Mapping[str, Words]) -> str:
    forms: dict[str, Counter] = {}
    for of_system in words.values():
        for name, written in of_system.single.forms.items():
            forms[name] = forms.get(name, Counter()) + written
    return " · ".join(f"{forms[one.word].most_common(1)[0][0]} {one.z:+.1f}" for one in contrasts)


def _rate_row(language: str, system: str, rate: Rate) -> dict[str, Any]:
    mean = rate.mean
    return {
        "language": language,
        "system": system,
        "group": "any" if rate.group == ANY else rate.group,
        "answers": rate.share.examples,
        "share": rate.share.mean,
        "low": rate.share.low,
        "high": rate.share.high,
        "mean": None if mean is None else mean.mean,
        "mean_low": None if mean is None else mean.low,
        "mean_high": None if mean is None else mean.high,
    }


def _write_csv(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write a table that spreadsheets open with its Chinese intact: UTF-8 with the mark by which they know it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
