"""What a request is expected to take: a linear model of the embedded profile, times a factor a profile, learned.

The constants are a fit (relative least squares, outliers damped) to 265 requests measured on two cores (x86-64, a
virtual machine) with Debian's Apertium pairs: `service.web.summarize.summarize` on the two seeds and on made-up news of
100 to 60,000 characters, from English into none, one, two, three or five of es, fr, pt, ca, it; 0, 5 or 20 quotes,
translated or not; every named length. One request at a time, answers not kept. Half of the requests took 0.9 to 1.3
times what the model says, nine in ten 0.65 to 1.9 times.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from threading import Lock
from types import MappingProxyType

_REQUEST_MS = 7.0
_THOUSAND_CHARACTERS_MS = 3.8
_LANGUAGE_MS = 4.5
_WORD_MS = 0.32
_QUOTE_MS = 1.9
# News has about so many characters to a word, and to a quote worth giving.
_CHARACTERS_A_WORD, _CHARACTERS_A_QUOTE = 6.0, 400.0

FACTORS: Mapping[str, float] = MappingProxyType({"embedded": 1.0, "neural": 60.0, "instruct": 60.0})
"""What the families are taken to need at first, in times of the embedded one.

neural: two languages of 100 tokens for each of 16 callers took 3.3 s a caller (docs/speed.md, 61.5 tokens a second on
two cores), where the embedded engines need 0.05 s. instruct: a guess, for a chat server may be any; a brief and a dozen
sentences at 20 a minute on a processor, and far less on an accelerator, which is learned within some twenty requests.
"""
_UNKNOWN_FACTOR = max(FACTORS.values())
# A sixth of each surprise is believed, half of a lasting change after four requests; of the first ones more, for what a
# profile begins with is a guess. A shared host may halve a machine's speed from one second to the next: under load a
# steadier guess would let in what then comes too late.
_BELIEF = 1 / 6
# One answer from a stuck engine, or one that failed at once, counts as four times too slow or quick and no more.
_MOST_SURPRISE = log(4.0)
_LEAST_FACTOR, _MOST_FACTOR = 0.05, 2000.0


@dataclass(frozen=True, slots=True)
class Work:
    """What of a request says how long it takes.

    `languages` are those to translate into, the article's own not counted; `words` is the ceiling of a brief;
    `quotes` as many as are asked for; `profile` is that of the engines, several families joined by `+`.
    """

    characters: int
    languages: int
    words: int
    quotes: int
    translate_quotes: bool
    profile: str


class CostModel:
    """Expected milliseconds of a request; safe under threads.

    The factor of a profile is an exponentially weighted mean of measured over expected, in logarithms, so that one
    outlier moves it little and it stays positive. It takes in what the constants can't know: this machine, these
    models, and how much the requests that run at the same time slow each other.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._factors: dict[str, float] = {}
        self._seen: Counter[str] = Counter()

    def expected_ms(self, work: Work) -> float:
        """How long the work is expected to hold its slot."""
        with self._lock:
            return _embedded_ms(work) * self._factor(work.profile)

    def learn(self, work: Work, measured_ms: float) -> None:
        """Believe a little of what finished work took; only work that was done to its end tells something."""
        if measured_ms <= 0:
            return
        with self._lock:
            factor = self._factor(work.profile)
            # Of a measurement that is next to nothing the quotient would be nothing at all.
            surprise = log(max(measured_ms / (_embedded_ms(work) * factor), _LEAST_FACTOR / _MOST_FACTOR))
            bounded = max(-_MOST_SURPRISE, min(_MOST_SURPRISE, surprise))
            self._seen[work.profile] += 1
            belief = max(_BELIEF, 1 / (self._seen[work.profile] + 1))
            learned = factor * exp(belief * bounded)
            self._factors[work.profile] = max(_LEAST_FACTOR, min(_MOST_FACTOR, learned))

    def factors(self) -> dict[str, float]:
        """What is believed of each profile that was met, for metrics."""
        with self._lock:
            return dict(self._factors)

    def _factor(self, profile: str) -> float:
        """What was learned of the profile; at first, that of its slowest family."""
        if profile in self._factors:
            return self._factors[profile]
        return max(FACTORS.get(family, _UNKNOWN_FACTOR) for family in profile.split("+"))


def _embedded_ms(work: Work) -> float:
    """What the embedded engines need: for reading the article once, and for the words of every language."""
    words = min(work.words, work.characters / _CHARACTERS_A_WORD)
    quotes = min(work.quotes, work.characters / _CHARACTERS_A_QUOTE) if work.translate_quotes else 0.0
    a_language = _LANGUAGE_MS + _WORD_MS * words + _QUOTE_MS * quotes
    return _REQUEST_MS + _THOUSAND_CHARACTERS_MS * work.characters / 1000 + work.languages * a_language
