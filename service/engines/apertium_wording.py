"""Words that a pair takes for others: replaced before it sees them, and put right in what it says.

The wordings are data (`instead` and `mended` in `apertium_pairs.json`), found by reading what the pairs make of news
sentences. Both work on the stream itself, while names travel as stand-ins, so that no name is ever touched.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from service.errors import EngineError

Exchange = Callable[[Sequence[bytes]], list[bytes | EngineError]]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one pair is told `instead`, word for word, and the patterns that are `mended` in its answers."""

    instead: Mapping[str, str]
    pattern: re.Pattern[str] | None
    mended: tuple[tuple[re.Pattern[str], str], ...]

    def sent(self, text: bytes) -> bytes:
        """The text in words that the pair renders right."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda match: self.instead[match[0]], text.decode()).encode()

    def received(self, answer: bytes) -> bytes:
        """The answer without the faults that the pair is known for."""
        if not self.mended:
            return answer
        text = answer.decode("utf-8", "replace")
        for pattern, replacement in self.mended:
            text = pattern.sub(replacement, text)
        return text.encode()

    def around(self, exchange: Exchange) -> Exchange:
        """The same exchange, with what is sent and what is received in better words."""
        if self.pattern is None and not self.mended:
            return exchange

        def exchanged(texts: Sequence[bytes]) -> list[bytes | EngineError]:
            answers = exchange([self.sent(text) for text in texts])
            return [self.received(answer) if isinstance(answer, bytes) else answer for answer in answers]

        return exchanged


def make_wording(instead: Mapping[str, str], mended: Sequence[Sequence[str]]) -> Wording:
    """Compile the wordings of a pair; `mended` are pairs of a pattern and what it becomes."""
    longest = sorted(instead, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])") if longest else None
    return Wording(instead, pattern, tuple((re.compile(fault), right) for fault, right in mended))


PLAIN = make_wording({}, ())
