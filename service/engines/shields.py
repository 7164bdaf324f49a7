"""What must come out as it went in: names, glossary terms, addresses, and numbers where an engine changes them.

Such a stretch travels as a stand-in. The best is a surname that the pair's own dictionary knows and renders
as itself, for then the grammar around it works (`Zhovkva’s appeal` becomes a genitive); where there is none, an
invented word, which no dictionary knows, and which therefore passes through.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from service.engines.apertium_dates import dated_months
from service.records import Span

_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]’']"
    r"|(?<![\w.+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    r"|(?<![\w@#])[@#]\w{1,100}"
    r"|(?<![\w.,:])\d{1,2}(?::\d{2})? ?(?:[ap]m\b|[ap]\.m\.)"
    r"|[$€£¥]\d{1,20}(?:[.,]\d{1,20}){0,6} ?(?:m|bn|k|tn)\b"
)
_ADDRESSES = re.compile(_ADDRESS)
_NUMBER = r"(?<![\w.,])[$€£¥]?\d{1,40}(?:[.,:/–-]\d{1,40}){0,20}(?![\w])"
_NUMBERS = re.compile(_NUMBER)
_DIGITS = re.compile(r"\d+")
_VOWELS = frozenset("aeiouàáâäãåèéêëìíîïòóôöõøùúûüæœ")
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class Shielded:
    """A text in which stand-ins hold the places of `carried`: pairs of stand-in and what it stands for."""

    text: str
    carried: tuple[tuple[str, str], ...]

    def intact(self, answer: str) -> bool:
        """Whether each stand-in came back as often as it was sent."""
        if not self.carried:
            return True
        words = _WORDS.findall(answer.casefold())
        sent = _WORDS.findall(self.text.casefold())
        return all(words.count(name.casefold()) == sent.count(name.casefold()) for name, _ in self.carried)

    def restore(self, answer: str) -> str:
        """Put back what the stand-ins stood for."""
        if not self.carried:
            return answer
        back = {name.casefold(): text for name, text in self.carried}
        pattern = "|".join(re.escape(name) for name, _ in self.carried)
        return re.sub(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", lambda m: back[m[0].casefold()], answer, flags=re.I)


def protected_spans(text: str, terms: Iterable[str], *, numbers: bool = False) -> list[Span]:
    """Where `terms` and addresses stand in `text` (and numbers, on demand), in order and not overlapping."""
    spans = [Span(*match.span()) for match in _ADDRESSES.finditer(text)]
    pattern = _any_term(tuple(terms))
    if pattern is not None:
        dates = dated_months(text)
        spans += [Span(*m.span()) for m in pattern.finditer(text) if m.start() not in dates or " " in m[0]]
    if numbers:
        spans += [Span(*match.span()) for match in (*_NUMBERS.finditer(text), *_DIGITS.finditer(text))]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


@lru_cache(maxsize=256)
def _any_term(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    wanted = sorted({term for term in terms if term.strip()}, key=lambda term: (-len(term), term))
    words = [_escaped(term) for term in wanted if term[0].isalnum() and term[-1].isalnum()]
    others = [_escaped(term) for term in wanted if not (term[0].isalnum() and term[-1].isalnum())]
    whole = [rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"] if words else []
    return re.compile("|".join(others + whole)) if wanted else None


def _escaped(term: str) -> str:
    # A name may be written with either apostrophe in the text and in the list.
    return re.sub("['’]", "['’]", re.escape(term))


def shield(text: str, spans: Sequence[Span], stand_ins: Sequence[str]) -> Shielded:
    """Put stand-ins in the places of `spans`; one that is spoken with a vowel gets a stand-in with a vowel.

    Elision (`d’Obama`, `de Clinton`) hangs on that first sound. `stand_ins` empty means invented words.
    """
    chosen: dict[str, str] = {}
    taken = set(_WORDS.findall(text))
    out: list[str] = []
    position = 0
    for span in spans:
        surface = text[span.start : span.end]
        if surface not in chosen:
            chosen[surface] = _stand_in(surface, stand_ins, taken)
            taken.add(chosen[surface])
        out += [text[position : span.start], chosen[surface]]
        position = span.end
    out.append(text[position:])
    return Shielded("".join(out), tuple((name, surface) for surface, name in chosen.items()))


def _stand_in(surface: str, stand_ins: Sequence[str], taken: set[str]) -> str:
    vowel = _vocalic(surface)
    if surface[0].isalpha():
        for name in stand_ins:
            if name not in taken and _vocalic(name) == vowel:
                return name
    # Numbered in letters, because a digit would be read as a number of its own.
    number = len(taken)
    while True:
        first, second = divmod(number % 400, len(_LETTERS))
        word = ("Azq" if vowel else "Zq") + _LETTERS[first] + _LETTERS[second] + "k" * (number // 400)
        if word not in taken:
            return word
        number += 1


def _vocalic(word: str) -> bool:
    return word[:1].casefold() in _VOWELS


def same_digits(before: str, after: str) -> bool:
    """Whether two texts have the same runs of digits, in any order."""
    first, second = _DIGITS.findall(before), _DIGITS.findall(after)
    return first == second or sorted(first) == sorted(second)
