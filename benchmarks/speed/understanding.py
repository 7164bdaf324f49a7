"""How long the understanding of a 700-word article takes, step by step, in one process and without HTTP.

Run by `make bench-speed`. With `--data` the articles of 600 to 800 words of `articles/fundus.jsonl` are taken, by
language; without it both seeds as one text. The figures are medians over the rounds and over the articles, in
milliseconds of the processor: it is the work of one thread, so this is the time on a machine with nothing else to do,
and `wall` is what it took here. Exits 1 over the floor.
"""

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from service.engines.extractive import ExtractiveSummariser
from service.pipeline.quotes import key_quotes
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import Article, BriefRequest, Ceiling, SummaryRequest
from service.text.clean import find_removed
from service.text.language import identify
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.read import read_document
from service.text.sentences import split_sentences
from service.text.tokens import tokenise
from service.text.words import count_words

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
ARTICLES = "articles/fundus.jsonl"
FEWEST_WORDS, MOST_WORDS = 600, 800
LIMITS = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
CEILING = Ceiling(max_words=60)
SUMMARISER = ExtractiveSummariser()

Timings = dict[str, float]
_Result = TypeVar("_Result")


def read_articles(data: Path | None) -> list[tuple[str, str]]:
    """(language, text) of every article of the right length, or of the seeds."""
    if data is None:
        return [("en", "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))))]
    with open(data / ARTICLES, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["lang"], row["text"]) for row in rows if FEWEST_WORDS <= count_words(row["text"]) <= MOST_WORDS]


def whole(text: str) -> Article:
    """Everything as the service does it before it translates."""
    request = BriefRequest(text, "auto", None, None, ("en",), CEILING, 5, False, (), False)
    article, _ = understand(request, limits=LIMITS, watch=Stopwatch())
    SUMMARISER.summarise([SummaryRequest(article, CEILING)])
    key_quotes(article, 5)
    return article


def time_steps(text: str, article: Article) -> Timings:
    """Milliseconds of each step on its own; `article` is what they add up to."""
    spent: Timings = {}

    def timed(step: str, work: Callable[[], _Result]) -> _Result:
        began = time.process_time()
        result = work()
        spent[step] = (time.process_time() - began) * 1000
        return result

    document = timed("read", lambda: read_document(text, format="auto", title=None))
    language = timed("language", lambda: identify(document.text)).language
    cleaned = timed("clean", lambda: find_removed(document.text, language=language, title=document.title))
    body = tuple(span for span in (*cleaned.removed, cleaned.title_span) if span)
    sentences = timed("sentences", lambda: split_sentences(document.text, language=language, removed=body))
    tokens = timed("tokens", lambda: tokenise(document.text))
    names = timed("names", lambda: find_names(document.text, sentences, language=language, tokens=tokens))
    timed(
        "quotes",
        lambda: find_quotes(document.text, sentences, names, language=language, excluded=(), tokens=tokens),
    )
    timed("summarise", lambda: SUMMARISER.summarise([SummaryRequest(article, CEILING)]))
    return spent


def time_article(text: str, rounds: int) -> Timings:
    """Each step and the whole, in milliseconds."""
    article = whole(text)
    found = []
    for _ in range(rounds):
        began, wall = time.process_time(), time.perf_counter()
        whole(text)
        total, wall = (time.process_time() - began) * 1000, (time.perf_counter() - wall) * 1000
        found.append(time_steps(text, article) | {"total": total, "wall": wall})
    return median_of(found)


def measure(articles: list[tuple[str, str]], rounds: int) -> dict[str, list[Timings]]:
    """The timings of every article, by language."""
    whole(articles[0][1])
    found: defaultdict[str, list[Timings]] = defaultdict(list)
    for language, text in tqdm(articles, desc="articles", file=sys.stderr):
        found[language].append(time_article(text, rounds))
    return dict(found)


def median_of(timings: list[Timings]) -> Timings:
    """The median of each step."""
    return {step: round(statistics.median(row[step] for row in timings), 2) for step in timings[0]}


def show(found: dict[str, list[Timings]]) -> Timings:
    """Print a row a language; the medians over all articles."""
    everything = [row for rows in found.values() for row in rows]
    overall = median_of(everything)
    print(f"{'':10} {'articles':>8} " + " ".join(f"{step:>9}" for step in overall))
    for language, rows in (*sorted(found.items()), ("all", everything)):
        print(f"{language:10} {len(rows):8} " + " ".join(f"{value:9.2f}" for value in median_of(rows).values()))
    return overall


def main() -> int:
    """Measure, print, keep the results, compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the evaluation data; without it the seeds are timed")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    data = options.data if options.data and (options.data / ARTICLES).is_file() else None
    if options.data and data is None:
        print(f"no {ARTICLES} under {options.data}: the seeds are timed")
    overall = show(measure(read_articles(data), options.rounds))
    results = HERE.parent / "results"
    results.mkdir(exist_ok=True)
    (results / "understanding.json").write_text(json.dumps(overall, indent=2) + "\n", encoding="utf-8")
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))["understanding"]
    if overall["total"] > floors["goal_p50_ms_at_most"]:
        print(f"goal not reached: p50 is {overall['total']} ms, over {floors['goal_p50_ms_at_most']}")
    if overall["total"] > floors["p50_ms_at_most"]:
        print(f"p50 is {overall['total']} ms, over the floor of {floors['p50_ms_at_most']}")
        return 1
    print("the floor is kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
