"""News of ordinary length, no two alike: every second one a seed with other figures, every second one made up."""

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.load.articles import article as made_up

SEEDS = Path(__file__).parents[2] / "seeds"
# What is asked for by number of languages, the article's own among them.
LANGUAGES = ("en", "es", "fr", "pt", "ca")
_FIGURE = re.compile(r"(?<![\d/.,])\d{2,}(?![\d/.,])")
_PARAGRAPHS = 5

_TOWNS = ("Vell", "Orsa", "Tarn", "Quill", "Maren", "Ilsk", "Dorn", "Pell")
_TOLD: dict[str, str] = json.loads((Path(__file__).parent / "foreign.json").read_text("utf-8"))
# A desk that reads and writes several languages: so many pairs are needed in turn that a small pool has to change them.
MIX = {
    "en": ("es", "fr", "pt"),
    "es": ("pt", "gl", "ca"),
    "fr": ("es", "ca"),
    "pt": ("es", "gl"),
    "ca": ("es", "it"),
    "it": ("ca", "es"),
}


def article(number: int) -> str:
    """An article in English; what another number gives differs in its figures, so that no cache answers."""
    if number % 2:
        return made_up(number, paragraphs=4 + number // 2 % 8)
    seeds = sorted(SEEDS.glob("*.txt"))
    text = seeds[number // 2 % len(seeds)].read_text(encoding="utf-8")
    return f"{_FIGURE.sub(lambda found: str(int(found[0]) + number), text)}\nIt was report {number} of the year."


def foreign(language: str, number: int) -> str:
    """An article in another language of the mix."""
    values = ({"number": number + part, "figure": 1000 + 7 * number + part} for part in range(_PARAGRAPHS))
    town = _TOWNS[number % len(_TOWNS)]
    return "\n\n".join(_TOLD[language].format(town=town, cost=one["figure"] % 97 + 3, **one) for one in values)


def asked(number: int, languages: tuple[str, ...], **more: Any) -> bytes:
    """A request for briefs of `article(number)`, of the default length and with the default quotes."""
    text, source = article(number), "en"
    return json.dumps({"text": text, "source_language": source, "languages": languages, **more}).encode()


def fresh(languages: int, numbers: Iterator[int]) -> Iterator[bytes]:
    """Requests in so many languages without end, an article each."""
    return (asked(number, LANGUAGES[:languages], timeout_seconds=60) for number in numbers)


def mixed(numbers: Iterator[int]) -> Iterator[bytes]:
    """Requests without end of six languages in turn, each in its own and two others."""
    sources = list(MIX)
    for number in numbers:
        source = sources[number % len(sources)]
        text = article(number) if source == "en" else foreign(source, number)
        first = number // len(sources) % len(MIX[source])
        others = [MIX[source][(first + step) % len(MIX[source])] for step in range(2)]
        asking = {"text": text, "source_language": source, "languages": [source, *others], "timeout_seconds": 60}
        yield json.dumps(asking).encode()


def described(of: int = 400) -> dict[str, float]:
    """How long the articles are."""
    texts = [article(number) for number, _ in zip(count(1), range(of), strict=False)]
    words = sorted(len(text.split()) for text in texts)
    return {
        "mean_words": round(mean(words)),
        "least_words": words[0],
        "most_words": words[-1],
        "mean_characters": round(mean(map(len, texts))),
        "mean_bytes": round(mean(len(asked(number, LANGUAGES)) for number in range(1, of + 1))),
    }
