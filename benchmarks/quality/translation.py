"""How much better the embedded translator is than the engine it is made of.

chrF on FLORES-200 dev, Apertium as it comes beside Apertium with the project's lexicon, prepared and repaired; and the
share of lines that came out with the digits they went in with.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from sacrebleu.metrics.chrf import CHRF

from benchmarks.quality.figures import Figure
from service.engines.apertium import DEFAULT_MODES, ApertiumTranslator
from service.engines.apertium_discovery import installed_modes, load_catalogue
from service.engines.apertium_process import Pipeline
from service.engines.apertium_stream import decode, encode, normalise
from service.engines.shields import same_digits
from service.records import Translation, TranslationRequest

DATASETS = ("en-es", "en-ca", "en-gl", "en-fr", "en-pt", "en-it", "es-en", "fr-en")
LANGUAGES = sorted({language for pair in DATASETS for language in pair.split("-")})
FILES = tuple(f"mt/flores_dev/{language}.txt" for language in LANGUAGES)
LINES = 997


def read_lines(data: Path, language: str, lines: int) -> list[str]:
    """The first sentences of a language; aligned over the languages."""
    return (data / "mt" / "flores_dev" / f"{language}.txt").read_text("utf-8").splitlines()[:lines]


def translate_plain(texts: list[str], names: list[str]) -> list[str]:
    """Through the same pairs as they are: no preparation, no repair, marks removed."""
    modes, _ = installed_modes(DEFAULT_MODES, load_catalogue())
    for name in names:
        pipeline = Pipeline(modes[name].stages)
        answers = pipeline.exchange([encode(normalise(text)) for text in texts], deadline=time.monotonic() + 300)
        pipeline.close()
        texts = [decode(answer, text).text for answer, text in zip(answers, texts, strict=True)]
    return texts


def translate_ours(translator: ApertiumTranslator, texts: list[str], source: str, target: str) -> list[str]:
    """Through the service's translator; a failed text counts as empty."""
    deadline = time.monotonic() + 300
    requests = [TranslationRequest(text, source, target, deadline=deadline) for text in texts]
    return [answer.text if isinstance(answer, Translation) else "" for answer in translator.translate(requests)]


def changed_digits(before: list[str], after: list[str]) -> int:
    """Lines whose runs of digits are not the same on both sides."""
    return sum(not same_digits(a, b) for a, b in zip(before, after, strict=True))


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """chrF and unchanged digits by pair of languages, next to plain Apertium over the same pairs."""
    translator = ApertiumTranslator(max_pipelines=12)
    figures = [figure for pair in datasets for figure in measure_pair(translator, data, pair)]
    translator.close()
    return figures


def measure_pair(translator: ApertiumTranslator, data: Path, pair: str) -> list[Figure]:
    """The two figures of one pair of languages."""
    source, target = pair.split("-")
    texts, references = read_lines(data, source, LINES), read_lines(data, target, LINES)
    plain = translate_plain(texts, [edge.name for edge in translator.route(source, target)])
    ours = translate_ours(translator, texts, source, target)
    chrf = [CHRF().corpus_score(hypotheses, [references]).score for hypotheses in (ours, plain)]
    kept = [1 - changed_digits(texts, hypotheses) / len(texts) for hypotheses in (ours, plain)]
    return [
        Figure("translation", "flores", pair, name, value, len(texts), (("apertium", peer),))
        for name, (value, peer) in (("chrF", chrf), ("digits kept", kept))
    ]
