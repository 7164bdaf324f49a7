"""Numbers written in words, found with the word lists of a language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from service.checks.lang import check_words

# Marks of Indian and Semitic scripts are no word characters for `re`, so a word is what is not set between words.
WORD = re.compile(
    r"[^\s\d!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u203a\u3000-\u3020\u060c\u061b\u061f\u0964\uff01-\uff0f\uff1a-\uff20]++"
)
_LONGEST_TAIL = 6
PREFIX = 3
# Decades, dozens and centuries: three of them are thirty, thirty-six and three hundred.
_COUNTED = (10, 12, 100)
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class WordTable:
    """The words of one language with what they stand for.

    `stems` are the open forms by their first letters, the longest first; `starts` are all forms likewise.
    """

    exact: Mapping[str, float]
    stems: Mapping[str, tuple[tuple[str, float], ...]]
    starts: Mapping[str, tuple[tuple[str, float], ...]]
    clitics: re.Pattern[str] | None


def table(words: Iterable[tuple[float, str]], clitics: str = "") -> WordTable:
    """The table of `words`, each a value with its forms; the first to name a form has it."""
    exact: dict[str, float] = {}
    stems: dict[str, list[tuple[str, float]]] = {}
    starts: dict[str, list[tuple[str, float]]] = {}
    for value, forms in words:
        for form in forms.split():
            plain = form.rstrip("*")
            exact.setdefault(plain, value)
            starts.setdefault(plain[:PREFIX], []).append((plain, value))
            if form.endswith("*"):
                stems.setdefault(plain[:PREFIX], []).append((plain, value))
    pattern = re.compile(rf"(?:{'|'.join(sorted(clitics.split(), key=len, reverse=True))})") if clitics else None
    return WordTable(exact, _longest_first(stems), _longest_first(starts), pattern)


def _longest_first(forms: Mapping[str, list[tuple[str, float]]]) -> dict[str, tuple[tuple[str, float], ...]]:
    return {key: tuple(sorted(found, key=lambda form: -len(form[0]))) for key, found in forms.items()}


def look_up(word: str, words: WordTable, tail: int = _LONGEST_TAIL) -> float | None:
    """What a word stands for, as it is, by its stem, or without what is written onto its front.

    `tail` is how much longer than its stem a word may be.
    """
    value = words.exact.get(word)
    if value is not None:
        return value
    for stem, value in words.stems.get(word[:PREFIX], ()):
        if word.startswith(stem) and len(word) <= len(stem) + tail:
            return value
    if words.clitics is not None and (match := words.clitics.match(word)) is not None and len(word) > match.end() + 1:
        bare = word[match.end() :]
        return words.exact.get(bare)
    return None


@lru_cache(maxsize=128)
def number_table(language: str) -> WordTable:
    """The number words of a language, scales among them."""
    numerals = check_words(language).numerals
    return table([*numerals.words.items(), *numerals.scales.items()], numerals.clitics)


@lru_cache(maxsize=128)
def scale_table(language: str) -> WordTable:
    """The words of a language that multiply what stands before them."""
    numerals = check_words(language).numerals
    return table(numerals.scales.items(), numerals.clitics)


@lru_cache(maxsize=128)
def scale_values(language: str) -> frozenset[float]:
    """The values by which the words of a language multiply."""
    return frozenset(check_words(language).numerals.scales)


def evaluate(values: Sequence[float], scales: frozenset[float]) -> float:
    """The number that a run of values makes: 2, 1000, 300, 5, 40 is 2345."""
    total: list[float] = []
    for value in values:
        if value in scales:
            below = 0.0
            while total and total[-1] < value:
                below += total.pop()
            total.append(round((below or 1) * value, 6))
        else:
            total.append(value)
    return float(sum(total))


def prepared(text: str, language: str) -> str:
    """`text` in lower case, with what its language writes in two words in one."""
    lowered = text.lower()
    for apart, together in _merges(language):
        lowered = lowered.replace(apart, together)
    return lowered


@lru_cache(maxsize=128)
def _merges(language: str) -> tuple[tuple[str, str], ...]:
    return tuple(check_words(language).numerals.merges.items())


def word_numbers(text: str, language: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each run of number words of a text, with the values of its words."""
    if check_words(language).numerals.unspaced:
        yield from _unspaced_runs(prepared(text, language), language)
        return
    words = number_table(language)
    joiners = _joiners(language)
    run: list[str] = []
    values: list[float] = []
    for word in WORD.findall(prepared(text, language)):
        if run and word in joiners:
            continue
        value = look_up(word, words)
        if value is None:
            value = _in_one(word, words, language)
        if value is not None:
            run.append(word)
            values.append(value)
        elif run:
            yield " ".join(run), tuple(values)
            run, values = [], []
    if run:
        yield " ".join(run), tuple(values)


@lru_cache(maxsize=128)
def _joiners(language: str) -> frozenset[str]:
    return frozenset(check_words(language).numerals.joiners.split())


@lru_cache(maxsize=128)
def _unspaced_run(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = number_table(language).exact
    form = "|".join(re.escape(word) for word in sorted(forms, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:{form})+"), re.compile(form)


def _unspaced_runs(text: str, language: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    run, form = _unspaced_run(language)
    exact = number_table(language).exact
    for match in run.finditer(text):
        yield match.group(), tuple(exact[word] for word in form.findall(match.group()))


def run_values(values: Sequence[float], scales: frozenset[float]) -> set[float]:
    """What a run of number words can mean: the whole, its digits one by one, each word, each two
    neighbours."""
    found = {evaluate(values, scales), *values}
    if len(values) > 1 and all(value < 10 for value in values):
        found.add(float("".join(str(int(value)) for value in values[:15])))
    for first, second in pairwise(values):
        found.add(evaluate((first, second), scales))
        if first < second and second in _COUNTED:
            found.add(first * second)
    return found


def said_values(text: str, language: str) -> set[float]:
    """What the number words of a text can mean; in "two to three million" both are millions."""
    scales = scale_values(language)
    found: set[float] = set()
    before: float | None = None
    for _, values in word_numbers(text, language):
        found |= run_values(values, scales)
        largest = max((value for value in values if value in scales), default=0)
        if before is not None and largest >= _THOUSAND > before:
            found.add(before * largest)
        before = evaluate(values, scales)
    return found


def compound_values(words: Iterable[str], language: str) -> set[float]:
    """What the number words at the front of longer words mean: einundzwanzigjährig is 21."""
    numbers = number_table(language)
    scales = scale_values(language)
    joiners = tuple(sorted(_joiners(language), key=len, reverse=True))
    found: set[float] = set()
    for word in words:
        values, _ = _front(word, numbers, joiners)
        if values:
            found |= run_values(values, scales)
    return found


def _in_one(word: str, numbers: WordTable, language: str) -> float | None:
    """The number that a word writes in one, with nothing else in it: duecentomila, zweitausend."""
    if word[:PREFIX] not in numbers.starts:
        return None
    values, end = _front(word, numbers, tuple(_joiners(language)))
    return evaluate(values, scale_values(language)) if end == len(word) and len(values) > 1 else None


def _front(word: str, numbers: WordTable, joiners: tuple[str, ...]) -> tuple[list[float], int]:
    """The values of the number words at the front of a word, and where they end."""
    values: list[float] = []
    place = first = 0
    if numbers.clitics is not None and (match := numbers.clitics.match(word)) is not None:
        values, end = _front(word[match.end() :], WordTable({}, {}, numbers.starts, None), joiners)
        if values:
            return values, match.end() + end
    while place < len(word):
        step = _step(word, place, numbers)
        if step is not None:
            values.append(step[1])
            place += len(step[0])
            first = first or place
            continue
        joiner = next((joiner for joiner in joiners if word.startswith(joiner, place)), None) if values else None
        if joiner is None:
            break
        place += len(joiner)
    # Two letters alone begin too many words: enogtyve is 21, but enorm is not 1.
    return (values, place) if len(values) > 1 or first >= PREFIX else ([], 0)


def _step(word: str, place: int, numbers: WordTable) -> tuple[str, float] | None:
    """The longest form that stands at a place of a word."""
    for width in (PREFIX, PREFIX - 1):
        for form in numbers.starts.get(word[place : place + width], ()):
            if word.startswith(form[0], place):
                return form
    return None
