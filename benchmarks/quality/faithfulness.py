"""Summaries held against their articles: which are called consistent, and how often good and foreign sentences are not.

Balanced accuracy on summaries that people labelled, by one set of thresholds for all sets; the peers have a threshold
tuned on each set they are measured on, which flatters them. Sentences of summaries that people wrote stand for good
ones, the same sentences beside another article for foreign ones; the French and Vietnamese ones are standfirsts, with
facts of their own that the article does not repeat. `python -m benchmarks.quality.faithfulness --data DIR` tells
findings by kind.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import mean

from benchmarks.quality.figures import ALL, Figure, read_rows
from service.checks.grounding import split_words
from service.checks.summary import SummaryJudgement, check_summary, check_summary_sentence, read_article
from service.checks.summary_facts import ArticleFacts
from service.records import Article
from service.text.alignment import Alignment
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.words import count_words

# The file, and the fields of article, summary and label.
LABELLED = {
    "summedits": ("faithfulness/summedits_news.jsonl", "doc", "summary", "label"),
    "cliff": ("faithfulness/cliff_error_types.jsonl", "doc", "summ", "consistent"),
    "qags_cnndm": ("faithfulness/qags_cnndm.jsonl", "source", "summary", "consistent"),
    "qags_xsum": ("faithfulness/qags_xsum.jsonl", "source", "summary", "consistent"),
}
WRITTEN = {
    "en": ("summaries/en_llmbench_human.jsonl", "human_summaries"),
    "fr": ("summaries/fr_orangesum.jsonl", "summary"),
    "vi": ("summaries/vi_vmds_docs.jsonl", "author_summary"),
}
DATASETS = ("labelled", "written")
FILES = tuple(path for path, *_ in LABELLED.values()) + tuple(path for path, _ in WRITTEN.values())
CONSISTENT = (1, "1", True, "True")
MOST_ARTICLES, FEWEST_WORDS = 100, 4


@dataclass(frozen=True, slots=True)
class Case:
    """A summary beside its article, and whether people found it consistent."""

    text: str
    summary: str
    consistent: bool


def load(data: Path, dataset: str) -> list[Case]:
    """The labelled summaries of a set."""
    path, text, summary, label = LABELLED[dataset]
    return [Case(row[text], row[summary], row[label] in CONSISTENT) for row in read_rows(data / path)]


@lru_cache(maxsize=512)
def read_text(text: str, language: str, title: str | None = None) -> Article:
    """A text as the service would understand it, nothing removed."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    quotes = find_quotes(text, sentences, names, language=language)
    return Article(text, False, title, language, 1.0, (), sentences, quotes, names, count_words(text))


def judge(case: Case) -> SummaryJudgement:
    """Every sentence of the summary judged."""
    texts = [sentence.text for sentence in split_sentences(case.summary, language="en")]
    return check_summary(read_article(read_text(case.text, "en")), texts)


def balanced_accuracy(found: Sequence[bool], cases: Sequence[Case]) -> float:
    """The mean of the shares of consistent and of inconsistent summaries that are called so."""
    right = {label: [f == label for f, case in zip(found, cases, strict=True) if case.consistent is label]
             for label in (True, False)}  # fmt: skip
    return mean(mean(right[label]) for label in (True, False))


def best_of(scores: Sequence[float], cases: Sequence[Case]) -> float:
    """The balanced accuracy of a score at the threshold that suits these very cases best."""
    return max(balanced_accuracy([score >= limit for score in scores], cases) for limit in set(scores))


def aligned(case: Case) -> float:
    """The share of the worst sentence's weight that the article carries."""
    alignment = Alignment(read_text(case.text, "en").sentences)
    return min((alignment.support(s.text).share for s in split_sentences(case.summary, language="en")), default=1.0)


def known_words(case: Case) -> float:
    """The share of content words that stand in the article."""
    known = {word.stem for word in split_words(case.text, "en")}
    words = [word for word in split_words(case.summary, "en") if word.content]
    return mean(word.stem in known for word in words) if words else 1.0


def known_pairs(case: Case) -> float:
    """The share of pairs of words that stand so in the article."""
    known = set(pairwise(word.stem for word in split_words(case.text, "en")))
    pairs = list(pairwise(word.stem for word in split_words(case.summary, "en")))
    return mean(pair in known for pair in pairs) if pairs else 1.0


PEERS: dict[str, Callable[[Case], float]] = {
    "alignment": aligned,
    "known words": known_words,
    "known pairs": known_pairs,
}


def measure_labelled(data: Path) -> list[Figure]:
    """Balanced accuracy on each set, and the mean of the four."""
    figures = []
    for dataset in LABELLED:
        cases = load(data, dataset)
        ours = balanced_accuracy([judge(case).consistent for case in cases], cases)
        peers = tuple((name, best_of([score(case) for case in cases], cases)) for name, score in PEERS.items())
        figures.append(Figure("faithfulness", dataset, "en", "balanced acc.", ours, len(cases), peers))
    best = mean(peer[1] for figure in figures if (peer := figure.best_peer))
    total = sum(figure.items for figure in figures)
    whole = mean(figure.value for figure in figures)
    return [*figures, Figure("faithfulness", "mean", ALL, "balanced acc.", whole, total, (("best of each", best),))]


def sentences_of(data: Path, language: str) -> Iterator[tuple[ArticleFacts, ArticleFacts, str]]:
    """Sentences that people wrote about an article: the article, another one, the sentence."""
    path, field = WRITTEN[language]
    rows = [row for row in read_rows(data / path) if row[field]][:MOST_ARTICLES]
    facts = [read_article(read_text(row["text"], language, row.get("title"))) for row in rows]
    for own, other, row in zip(facts, facts[1:] + facts[:1], rows, strict=True):
        references = row[field] if isinstance(row[field], list) else [row[field]]
        for sentence in split_sentences("\n\n".join(references), language=language):
            if count_words(sentence.text) >= FEWEST_WORDS:
                yield own, other, sentence.text


def measure_written(data: Path) -> list[Figure]:
    """The share of good sentences without an error, and of foreign ones with an error or a warning."""
    figures = []
    for language in WRITTEN:
        good, foreign = [], []
        for own, other, text in sentences_of(data, language):
            good.append("error" not in {f.severity for f in check_summary_sentence(own, text).findings})
            found = {f.severity for f in check_summary_sentence(other, text).findings}
            foreign.append(not found.isdisjoint(("error", "warning")))
        for measure, values in (("no error", good), ("foreign refused", foreign)):
            figures.append(Figure("faithfulness", "written", language, measure, mean(values), len(values)))
    return figures


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """The figures of the labelled summaries and of those that people wrote."""
    parts = {"labelled": measure_labelled, "written": measure_written}
    return [figure for dataset in datasets for figure in parts[dataset](data)]


def print_kinds(data: Path) -> None:
    """For each set the share of consistent and of inconsistent summaries, and of good sentences, with each finding."""
    for dataset in LABELLED:
        cases = load(data, dataset)
        found: Counter[tuple[bool, str]] = Counter()
        for case in cases:
            told = {f"{f.kind} {f.severity}" for sentence in judge(case).sentences for f in sentence.findings}
            found.update((case.consistent, kind) for kind in told)
        of = Counter(case.consistent for case in cases)
        print(f"{dataset}: consistent {of[True]}, inconsistent {of[False]}")
        for kind in sorted({kind for _, kind in found}):
            print(f"  {kind:18} {found[True, kind] / of[True]:.3f} {found[False, kind] / of[False]:.3f}")
    for language in WRITTEN:
        told_of = [check_summary_sentence(own, text).findings for own, _, text in sentences_of(data, language)]
        kinds = Counter(kind for told in told_of for kind in {f"{f.kind} {f.severity}" for f in told})
        print(f"written in {language}: {len(told_of)} sentences")
        print("\n".join(f"  {kind:18} {count / len(told_of):.3f}" for kind, count in sorted(kinds.items())))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.faithfulness", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of evaluation data")
    print_kinds(parser.parse_args().data)
