"""Strict briefs of real articles on the embedded engines: none may leave with a failing check, each change told.

200 articles in 10 languages and more, each into its own language and four that can be reached from it.

By source language and over all: `held` is the share of briefs that are ok without an error among their checks, or
failed with a reason; `plain` is the share without any error when strict is off: how often the engines need it. Of those
that do, `told` is the share whose change can be seen in the strict brief: its route says that sentences were replaced,
a check says that the headline was left out, or it has failed with reason `checks`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.quality.figures import ALL, Figure, read_rows
from service.engines.apertium import ApertiumTranslator
from service.engines.base import EngineSet
from service.engines.extractive import ExtractiveSummariser
from service.pipeline.brief import prepare_briefing
from service.pipeline.understand import Limits
from service.records import Brief, BriefRequest, Ceiling

DATASETS = ("articles",)
# Which files, and how many articles of a language are taken from each at most.
TAKEN = {
    "articles/fundus.jsonl": 14,
    "articles/pt_fakebr_true.jsonl": 30,
    "articles/uk_brown_press.jsonl": 30,
    "articles/ar_ant.jsonl": 10,
    "articles/hi_bbc_sample.jsonl": 3,
    "quotes/en_polnear.jsonl": 30,
    "quotes/multilingual_hand.jsonl": 2,
}
FILES = tuple(TAKEN)
ARTICLES = 200
# The first four of these that can be reached are asked for.
TARGETS = ("en", "es", "fr", "pt", "it", "ca", "gl", "oc", "eo", "ru", "uk", "be", "sv", "nb", "da", "ur", "ms")
MOST_TARGETS = 4
LIMITS = Limits(characters=200_000, sentences=400, weighed_characters=60_000)


def articles(data: Path) -> Iterator[tuple[str, str, str | None]]:
    """Language, text and title of each article, the files in turn."""
    taken: defaultdict[tuple[str, str], int] = defaultdict(int)
    count = 0
    for path, most in TAKEN.items():
        for row in read_rows(data / path):
            key = (path, row["lang"])
            if taken[key] < most and count < ARTICLES:
                taken[key] += 1
                count += 1
                yield row["lang"], row["text"], row.get("title")


def request(language: str, text: str, title: str | None, targets: Iterable[str], *, strict: bool) -> BriefRequest:
    """What a newsroom would ask for."""
    return BriefRequest(
        text=text,
        format="text",
        title=title,
        source_language=language,
        languages=(language, *targets),
        ceiling=Ceiling(max_words=60),
        quotes=0,
        translate_quotes=False,
        glossary=(),
        strict=strict,
    )


def is_held(brief: Brief) -> bool:
    """Whether it may be printed, or says why there is nothing to print."""
    if brief.status == "failed":
        return brief.problem is not None
    return brief.verdict != "fail" and all(check.severity != "error" for check in brief.checks)


def is_told(plain: Brief, strict: Brief) -> bool:
    """Whether what strict changed can be seen in the brief itself."""
    if strict.status == "failed":
        return strict.problem is not None and strict.problem.reason in ("checks", "length")
    if [s.text for s in plain.sentences] != [s.text for s in strict.sentences]:
        return any(step.step == "replace" for step in strict.steps)
    return plain.headline == strict.headline or any(check.kind == "headline" for check in strict.checks)


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """The three figures by source language and over all."""
    translator, extracts = ApertiumTranslator(max_pipelines=24), ExtractiveSummariser()
    engines = EngineSet("embedded", "embedded", extracts, translator, extracts)
    reached = translator.targets()
    counts: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, text, title in articles(data):
        targets = [target for target in TARGETS if target in reached.get(language, ())][:MOST_TARGETS]
        plain, strict = (
            prepare_briefing(request(language, text, title, targets, strict=mode), engines, limits=LIMITS).briefs
            for mode in (False, True)
        )
        for loose, tight in zip(plain, strict, strict=True):
            for key in (ALL, language):
                counts[key, "held"].append(is_held(tight))
                counts[key, "plain"].append(is_held(loose))
            if not is_held(loose):
                counts[ALL, "told"].append(is_told(loose, tight))
    translator.close()
    return [
        Figure("strict", "articles", language, measure, sum(found) / len(found), len(found))
        for (language, measure), found in sorted(counts.items())
    ]
