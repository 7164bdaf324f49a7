"""How long all checks of one briefing take: a headline and four sentences in eight languages, in one process.

Run by `make bench-speed`. With `--data` the briefs are lines of `mt/flores_dev` and their references in eight
languages of six scripts; without it both seeds, translated by Apertium first into eight languages, all in Latin
letters. What is timed is what a request waits for: reading the source sentences, holding each translation against its
own, and each brief as a whole; milliseconds of the processor, and `wall` what it took here. Exits 1 over the floor.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.engines.apertium import ApertiumTranslator
from service.engines.extractive import ExtractiveSummariser
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.pipeline.verify import Verifier
from service.records import (
    Article,
    BriefRequest,
    Ceiling,
    Span,
    Summary,
    SummaryRequest,
    SummarySentence,
    Translation,
    TranslationRequest,
)

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLORES = "mt/flores_dev"
LIMITS = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
CEILING = Ceiling(max_words=200)
SENTENCES = 4
FLORES_LANGUAGES = ("es", "de", "fr", "ru", "ar", "hi", "zh", "el")
SEED_LANGUAGES = ("es", "ca", "gl", "fr", "pt", "it", "oc", "eo")


@dataclass(frozen=True, slots=True)
class Case:
    """One article, the texts that were translated (its headline first), and what they read in each language."""

    article: Article
    texts: tuple[str, ...]
    translations: Mapping[str, tuple[str, ...]]


def read_article(text: str) -> Article:
    """The article as the service understands it."""
    request = BriefRequest(text, "text", None, "en", ("en",), CEILING, 0, False, (), False)
    return understand(request, limits=LIMITS, watch=Stopwatch())[0]


def flores_cases(data: Path, count: int) -> Iterator[Case]:
    """Five lines each, the first as the headline, within an article of ten."""
    lines = {tag: (data / FLORES / f"{tag}.txt").read_text("utf-8").splitlines() for tag in ("en", *FLORES_LANGUAGES)}
    for first in range(0, count * 10, 10):
        chosen = slice(first, first + SENTENCES + 1)
        article = read_article("\n\n".join(lines["en"][first : first + 10]))
        translations = {tag: tuple(lines[tag][chosen]) for tag in FLORES_LANGUAGES}
        yield Case(article, tuple(lines["en"][chosen]), translations)


def seed_cases() -> Iterator[Case]:
    """The best sentences of each seed, by the embedded engines."""
    translator = ApertiumTranslator(max_pipelines=16)
    for path in sorted(SEEDS.glob("*.txt")):
        article = read_article(path.read_text(encoding="utf-8"))
        summary = ExtractiveSummariser().summarise([SummaryRequest(article, CEILING)])[0]
        if not isinstance(summary, Summary):
            raise summary
        best = sorted(summary.sentences, key=lambda item: item.rank)[:SENTENCES]
        texts = (summary.headline.text, *(item.text for item in best))
        translations = {}
        for tag in SEED_LANGUAGES:
            answers = translator.translate([TranslationRequest(text, "en", tag) for text in texts])
            translations[tag] = tuple(a.text if isinstance(a, Translation) else "" for a in answers)
        yield Case(article, texts, translations)
    translator.close()


def check_all(case: Case) -> int:
    """Every check of every brief; how many findings there were."""
    verifier = Verifier(case.article, ())
    chosen = [SummarySentence(text, (Span(0, 1),), order=i, rank=i) for i, text in enumerate(case.texts[1:])]
    summary = Summary(chosen[0], tuple(chosen), "extractive", "1")
    found = 0
    for tag, translated in case.translations.items():
        pairs = enumerate(zip(case.texts, translated, strict=True))
        found += sum(len(verifier.translation(text, Translation(said, ()), tag, i)) for i, (text, said) in pairs)
        found += len(verifier.brief(summary, chosen, translated[1:], CEILING, language=tag))
    return found


def time_case(case: Case, rounds: int) -> tuple[float, float]:
    """Median milliseconds of the processor and of the clock."""
    processor, wall = [], []
    for _ in range(rounds):
        began, at = time.process_time(), time.perf_counter()
        check_all(case)
        processor.append((time.process_time() - began) * 1000)
        wall.append((time.perf_counter() - at) * 1000)
    return statistics.median(processor), statistics.median(wall)


def compare(p50: float) -> int:
    """Hold the figure against the goal and the floor; 1 where it is over the floor."""
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))["checks"]
    if p50 > floors["goal_p50_ms_at_most"]:
        print(f"goal not reached: p50 is {p50:.2f} ms, over {floors['goal_p50_ms_at_most']}")
    if p50 > floors["p50_ms_at_most"]:
        print(f"p50 is {p50:.2f} ms, over the floor of {floors['p50_ms_at_most']}")
        return 1
    print("the floor is kept")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, keep the results, compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the evaluation data; without it the seeds are timed")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--count", type=int, default=60, help="how many briefings of FLORES lines")
    options = parser.parse_args(arguments)
    data = options.data if options.data and (options.data / FLORES).is_dir() else None
    if options.data and data is None:
        print(f"no {FLORES} under {options.data}: the seeds are timed")
    cases = list(flores_cases(data, options.count) if data else seed_cases())
    for case in cases:
        check_all(case)
    timed = [time_case(case, options.rounds) for case in cases]
    p50, wall = (statistics.median(column) for column in zip(*timed, strict=True))
    print(f"all checks of a briefing in 8 languages, {len(cases)} of them: p50 {p50:.2f} ms, wall {wall:.2f} ms")
    results = HERE.parent / "results"
    results.mkdir(exist_ok=True)
    told = {"p50_ms": round(p50, 3), "wall_p50_ms": round(wall, 3), "briefings": len(cases)}
    (results / "checks.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return compare(p50)


if __name__ == "__main__":
    sys.exit(main())
