"""Whether a translation is its source, or holds stretches of it that nobody translated.

Names and titles stay as they are, and close languages read alike; so a stretch must be long and hold common words of
the source's language that the target's does not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.checks.findings import Finding
from service.checks.output_language_words import COMMON_WORDS
from service.checks.wording import Wording, letters_of, read_wording
from service.records import Severity

_FEWEST_WORDS, _FEWEST_LETTERS, _FEWEST_PLAIN = 4, 10, 2
# The share of the pairs of words side by side that stand so in the source too. Of 997 lines of FLORES dev none has .9
# and one .7 even from Danish to Norwegian; from English to 12 languages none has .5.
_WHOLLY, _MOSTLY, _SURELY_AMONG_RELATIVES = 0.85, 0.6, 8
# Words in a row; letters, where words are not spaced. Names of bodies and works run to 8 words (30 letters of Chinese
# in Japanese), hardly ever with two common words of the source's language.
_STRETCH, _LONG_STRETCH, _COMMON = 6, 10, 2
_UNSPACED_STRETCH, _LONG_UNSPACED_STRETCH = 16, 30
_RELATED = 0.12


@dataclass(frozen=True, slots=True)
class _Shared:
    """What of a translation stands in its source just so: a share, and the longest stretch."""

    share: float
    stretch: Sequence[str]


def compare_echo(before: Wording, after: Wording) -> tuple[Finding, ...]:
    """Whether `after`, a translation of `before`, was left untranslated, wholly or in part."""
    target = after.language
    if before.unspaced != after.unspaced:
        if not _holds_letters_of(before, after):
            return ()
        after = read_wording(after.text, language=before.language)
    fewest = _FEWEST_LETTERS if before.unspaced else _FEWEST_WORDS
    if len(before.distinct & after.distinct) < fewest:
        return ()
    shared = _shared(before.words, after.words)
    found = _whole(shared, before, after, target) or _part(shared, before, target)
    return (found,) if found else ()


def _holds_letters_of(before: Wording, after: Wording) -> bool:
    pattern = letters_of(before.script)
    return pattern is not None and sum(map(len, pattern.findall(after.text))) >= _FEWEST_LETTERS


def _shared(before: Sequence[str], after: Sequence[str]) -> _Shared:
    pairs = set(pairwise(before))
    count = length = best = end = 0
    for index, pair in enumerate(pairwise(after)):
        if pair not in pairs:
            length = 0
            continue
        count, length = count + 1, length + 1
        if length > best:
            best, end = length, index + 2
    return _Shared(count / max(1, len(after) - 1), after[end - best - 1 : end] if best else ())


def _whole(shared: _Shared, before: Wording, after: Wording, target: str) -> Finding | None:
    plain = [word for word in after.text.split() if word[0].isalpha() and not word[0].isupper()]
    if shared.share < _MOSTLY or (len(plain) < _FEWEST_PLAIN and not before.unspaced):
        return None
    related = _are_related(before.language, target)
    if shared.share >= _WHOLLY:
        sure = not related or len(after.words) >= _SURELY_AMONG_RELATIVES
        return Finding("echo", "error" if sure else "warning", None, "the translation is the source itself")
    return None if related else Finding("echo", "error", None, "most of the source was left untranslated")


def _part(shared: _Shared, before: Wording, target: str) -> Finding | None:
    stretch = shared.stretch
    least, long = (_UNSPACED_STRETCH, _LONG_UNSPACED_STRETCH) if before.unspaced else (_STRETCH, _LONG_STRETCH)
    if len(stretch) < least:
        return None
    own = COMMON_WORDS.get(before.language)
    common = len((own - COMMON_WORDS.get(target, frozenset())).intersection(stretch)) if own else None
    if (common is not None and common < _COMMON) or (common is None and not before.unspaced and len(stretch) < long):
        return None
    severity: Severity = "error" if len(stretch) >= long else "warning"
    value = ("" if before.unspaced else " ").join(stretch)
    return Finding("echo", severity, value, f"{value!r} was left as it stands in the source")


def _are_related(one: str, other: str) -> bool:
    left, right = COMMON_WORDS.get(one, frozenset()), COMMON_WORDS.get(other, frozenset())
    return one == other or len(left & right) > _RELATED * len(left | right)
