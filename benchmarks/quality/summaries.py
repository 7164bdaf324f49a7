"""Extractive briefs on real news against references, next to the lead and sumy's algorithms.

`python -m benchmarks.quality.summaries --data DIR --show SET N` shows briefs to read. Every system
takes whole sentences up to 60 words (`count_words`) from the same split, each passing over what doesn't fit.
Scored with ROUGE-1 F (Lin 2004) without stemming: tokens are runs of letters, marks and digits, and single
characters of the scripts that put no space between words; with several references the best one counts.
The service is given the title where the set has one (`rouge-1`), and not (`rouge-1 untitled`).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import mean

import regex

from benchmarks.quality.figures import ALL, Figure, read_rows
from benchmarks.quality.sumy_peers import Ranker, rankers
from service.engines.extractive import ExtractiveSummariser
from service.pipeline.fit import choose, leaning_orders
from service.records import Article, Ceiling, Summary, SummaryRequest
from service.text.sentences import split_sentences
from service.text.words import count_words

BUDGET_WORDS = 60
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
TOKEN = regex.compile(rf"[{UNSPACED}]\p{{M}}*+|(?:(?![{UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])++")
SETS = {
    "en": ("summaries/en_llmbench_human.jsonl", "human_summaries"),
    "bbc": ("summaries/en_bbc100_extractive.jsonl", "summary_extractive"),
    "fr": ("summaries/fr_orangesum.jsonl", "summary"),
    "vi": ("summaries/vi_vmds_docs.jsonl", "author_summary"),
    "multi": ("summaries/multi_hf_samples.jsonl", "summary"),
    "fundus": ("articles/fundus.jsonl", "standfirst"),
}
DATASETS = tuple(SETS)
FILES = tuple(path for path, _ in SETS.values())
LEAST_ARTICLES = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One article, split, with its references as token counts."""

    article: Article
    references: tuple[Counter[str], ...]


System = Callable[[Item], Sequence[int]]


def load(data: Path, dataset: str) -> Iterator[Item]:
    """Every article of a set that has a reference."""
    path, field = SETS[dataset]
    for row in read_rows(data / path):
        references = row[field] if isinstance(row[field], list) else [row[field]]
        counts = tuple(Counter(tokens(text)) for text in references if text)
        if counts:
            yield Item(read_article(row), counts)


def read_article(row: Mapping[str, str]) -> Article:
    """A row as the service would understand it, without quotes and names; its title's line is no sentence."""
    title, text = row.get("title"), row["text"]
    if title and text.startswith(title):
        text = text[len(title) :].lstrip()
    sentences = split_sentences(text, language=row["lang"])
    return Article(text, False, title, row["lang"], 1.0, (), sentences, (), (), count_words(text))


def tokens(text: str) -> list[str]:
    """The units that ROUGE counts."""
    return [token.lower() for token in TOKEN.findall(text)]


def rouge_1(candidate: Counter[str], reference: Counter[str]) -> float:
    """F measure of the unigrams that two texts share."""
    shared = sum((candidate & reference).values())
    if not shared:
        return 0.0
    precision, recall = shared / candidate.total(), shared / reference.total()
    return 2 * precision * recall / (precision + recall)


def score(item: Item, orders: Iterable[int]) -> float:
    """ROUGE-1 F of the chosen sentences against the nearest reference."""
    candidate = Counter(token for order in orders for token in tokens(item.article.sentences[order].text))
    return max(rouge_1(candidate, reference) for reference in item.references)


def fill(item: Item, ranked: Iterable[int]) -> list[int]:
    """Sentences in the order given, as many as fit the budget."""
    taken: list[int] = []
    used = 0
    for order in ranked:
        words = count_words(item.article.sentences[order].text)
        if used + words <= BUDGET_WORDS:
            taken.append(order)
            used += words
    return taken


def lead(item: Item) -> list[int]:
    """The article's first sentences."""
    return fill(item, range(len(item.article.sentences)))


def by_service(item: Item) -> list[int]:
    """The brief the service would give."""
    summary = ExtractiveSummariser().summarise([SummaryRequest(item.article, Ceiling(max_words=BUDGET_WORDS))])[0]
    if not isinstance(summary, Summary):
        return []
    texts = {sentence.order: sentence.text for sentence in summary.sentences}
    language = item.article.language
    leaning = leaning_orders(summary.sentences, language=language)
    ceiling = Ceiling(max_words=BUDGET_WORDS)
    return [s.order for s in choose(summary.sentences, texts, ceiling, language=language, leaning=leaning)]


def by_service_without_title(item: Item) -> list[int]:
    """The brief the service would give were there no title."""
    return by_service(replace(item, article=replace(item.article, title=None)))


def by_peer(item: Item, *, rank: Ranker) -> list[int]:
    """The sentences a peer ranks highest."""
    return fill(item, rank([sentence.text for sentence in item.article.sentences], item.article.language))


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """Mean ROUGE-1 F of the service, with and without the article's title, next to the lead and sumy."""
    figures = []
    systems = {"lead": lead, "service": by_service, "untitled": by_service_without_title}
    systems |= {name: partial(by_peer, rank=rank) for name, rank in rankers(tokens).items()}
    for dataset in datasets:
        items = list(load(data, dataset))
        scores = {name: [score(item, system(item)) for item in items] for name, system in systems.items()}
        for language, indices in groups(items).items():
            means = {name: mean(values[i] for i in indices) for name, values in scores.items()}
            ours = {"rouge-1": means.pop("service"), "rouge-1 untitled": means.pop("untitled")}
            for name, value in ours.items():
                peers = tuple(means.items())
                figures.append(Figure("summaries", dataset, language, name, value, len(indices), peers))
    return figures


def groups(items: Sequence[Item]) -> dict[str, list[int]]:
    """Indices of all items, and by language where a set has several languages and ten articles or more of one."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        by_language[item.article.language].append(i)
    if len(by_language) == 1:
        return by_language
    several = {language: indices for language, indices in sorted(by_language.items()) if len(indices) >= LEAST_ARTICLES}
    return {ALL: list(range(len(items)))} | several


def main() -> int:
    """Show briefs to read as an editor would."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", nargs=2, metavar=("SET", "N"), required=True)
    options = parser.parse_args()
    for item in list(load(options.data, options.show[0]))[: int(options.show[1])]:
        print(f"\n[{item.article.language}] {item.article.title}")
        for order in by_service(item):
            print(f"  {order:3} {item.article.sentences[order].text}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
