"""Extractive briefs on real news against references, next to the lead and sumy's algorithms.

Run as `python -m benchmarks.quality.summaries --data DIR [--json FILE] [--sumy] [--show SET N]`. Every system
takes whole sentences up to 60 words (`count_words`) from the same split, each passing over what doesn't fit.
Scored with ROUGE-1 F (Lin 2004) without stemming: tokens are runs of letters, marks and digits, and single
characters of the scripts that put no space between words; with several references the best one counts.
The service is given the title where the set has one (`service`), and not (`service, no title`).
"""

import argparse
import json
import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import regex

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
SUMY_LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "cs": "czech"}


@dataclass(frozen=True, slots=True)
class Item:
    """One article, split, with its references as token counts."""

    group: str
    article: Article
    references: tuple[Counter[str], ...]


System = Callable[[Item], Sequence[int]]


def load(data: Path) -> Iterator[Item]:
    """Every article with a reference, set by set."""
    for group, (path, field) in SETS.items():
        with (data / path).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                references = row[field] if isinstance(row[field], list) else [row[field]]
                counts = tuple(Counter(tokens(text)) for text in references if text)
                if counts:
                    yield Item(group, read_article(row), counts)


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


def sumy_systems() -> dict[str, System]:
    """LexRank, TextRank and LSA of sumy on the same sentences; needs `pip install sumy numpy`."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence
    from sumy.nlp.stemmers import Stemmer, null_stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    class Words:
        """sumy's tokenizer protocol over the benchmark's tokens, so that no language is left out."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(tokens(text))

    def system(kind: Any) -> System:
        def orders(item: Item) -> list[int]:
            name = SUMY_LANGUAGES.get(item.article.language)
            summarizer = kind(Stemmer(name) if name else null_stemmer)
            summarizer.stop_words = get_stop_words(name) if name else ()
            made = [SumySentence(sentence.text, Words()) for sentence in item.article.sentences]
            ranked: list[int] = []

            def take_all(infos: Sequence[Any]) -> Sequence[Any]:
                ranked.extend(info.order for info in infos)
                return infos

            summarizer(ObjectDocumentModel([Paragraph(made)]), take_all)
            return fill(item, ranked)

        return orders

    kinds = {"sumy LexRank": LexRankSummarizer, "sumy TextRank": TextRankSummarizer, "sumy LSA": LsaSummarizer}
    return {name: system(kind) for name, kind in kinds.items()}


def measure(items: Sequence[Item], systems: Mapping[str, System]) -> dict[str, list[float]]:
    """The score of every item under every system, in the order of `items`; progress goes to stderr."""
    scores: dict[str, list[float]] = {}
    for name, system in systems.items():
        began = time.perf_counter()
        scores[name] = [score(item, system(item)) for item in items]
        print(f"{name}: {len(items)} articles in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return scores


def groups(items: Sequence[Item]) -> dict[str, list[int]]:
    """Indices by set, and by set and language where a set has ten articles or more of a language."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        found[item.group].append(i)
    by_language: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        if item.group in ("multi", "fundus"):
            by_language[f"{item.group}/{item.article.language}"].append(i)
    return found | {name: indices for name, indices in sorted(by_language.items()) if len(indices) >= 10}


def table(items: Sequence[Item], scores: Mapping[str, Sequence[float]]) -> dict[str, dict[str, float]]:
    """Mean score by group and system, and what the service gains on the lead with its standard error."""
    result = {}
    for name, indices in groups(items).items():
        row = {system: mean(values[i] for i in indices) for system, values in scores.items()}
        gains = [scores["service"][i] - scores["lead"][i] for i in indices]
        row |= {"gain": mean(gains), "error": stdev(gains) / math.sqrt(len(gains)), "articles": len(indices)}
        result[name] = row
    return result


def print_table(rows: Mapping[str, Mapping[str, float]]) -> None:
    """The figures, one group a line."""
    columns = list(next(iter(rows.values())))
    print("  ".join([f"{'set':12}", *(f"{column:>18}" for column in columns)]))
    for name, row in rows.items():
        print("  ".join([f"{name:12}", *(f"{row[column]:18.4f}" for column in columns)]))


def show(items: Sequence[Item], group: str, most: int) -> None:
    """Briefs to read as an editor would."""
    for item in [item for item in items if item.group == group][:most]:
        print(f"\n[{item.article.language}] {item.article.title}")
        for order in by_service(item):
            print(f"  {order:3} {item.article.sentences[order].text}")


def main() -> int:
    """Measure, print, and write the figures where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sumy", action="store_true")
    parser.add_argument("--show", nargs=2, metavar=("SET", "N"))
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no data at {options.data}: nothing was measured", file=sys.stderr)
        return 2
    items = list(load(options.data))
    if options.show:
        show(items, options.show[0], int(options.show[1]))
        return 0
    systems: dict[str, System] = {"lead": lead, "service": by_service, "service, no title": by_service_without_title}
    rows = table(items, measure(items, systems | (sumy_systems() if options.sumy else {})))
    print_table(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
