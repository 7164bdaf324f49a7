"""Whether a translation is in the language asked for.

Its script tells most languages, its commonest short words the others; the model of `service.text.language` costs a
hundred times as much and is only asked where these leave a doubt.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from service.checks.findings import Finding
from service.checks.output_language_han import ONLY_SIMPLIFIED, other_variant
from service.checks.output_language_words import COMMON_LETTERS, COMMON_WORDS
from service.checks.wording import Wording, letters_of
from service.records import Severity
from service.text import tags
from service.text.language import identify

# Nobody tells these apart by one sentence.
_FAMILIES = (
    frozenset(("hr", "bs", "sh", "cnr", "sr", "sr-Latn")),
    frozenset(("id", "ms")),
    frozenset(("nb", "nn", "no")),
    frozenset(("fa", "prs")),
)
_Codes = Mapping[str, list[str]]
_SHARED_SCRIPTS = frozenset(("Latn", "Cyrl", "Arab", "Deva"))
_WEIGHT = {"Hans": 3, "Hant": 3, "Jpan": 2, "Kore": 2}
_KANA = re.compile("[ぁ-ゟァ-ヺ]")
_HAN = re.compile("[一-鿿]")
_NOT_LATIN = re.compile("[Ͱ-ჿᄀ-᷿\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_FEWEST_LETTERS, _FEWEST_WORDS, _RELATIVES = 8, 5, 3
# Characters that Japanese does not write, or not without kana beside them.
_CHINESE_ALONE = (ONLY_SIMPLIFIED | frozenset("的了是們沒嗎她你他很")) - frozenset(
    "静礼独当万与虫国画医党号装点会欧来将称条旧体学区声黄双"
)
_KANJI_ALONE, _KANA_OF_CHINESE = 12, 0.1
_CLEAR_LEAD, _SURE, _LIKELY = 3, 0.9, 0.8


def compare_language(after: Wording) -> tuple[Finding, ...]:
    """What is to be said about the language of a translation, which ought to be in `after.language`."""
    found = _wrong_script(after) or _wrong_language(after) or other_variant(after)
    return (found,) if found else ()


def _wrong_script(after: Wording) -> Finding | None:
    own, other = _letters(after)
    if other < _FEWEST_LETTERS or other <= 2 * own * _WEIGHT.get(after.script, 1) or _all_names(after):
        return None
    guess = identify(after.text).language
    if _related(guess, after):
        message = f"the translation is not in the script of {_name(after)}"
        return Finding("language", "warning", guess, message)
    return _finding("error", guess, after)


def _letters(after: Wording) -> tuple[int, int]:
    """How many letters of a text belong to its language's script, and how many do not."""
    if after.script == "Latn":
        other = 0 if after.text.isascii() else len(_NOT_LATIN.findall(after.text))
        return (len(after.text) if not other else sum(map(str.isalpha, after.text)) - other), other
    pattern = letters_of(after.script)
    if pattern is None:
        return 1, 0
    own = sum(map(len, pattern.findall(after.text)))
    if own * 2 >= len(after.text):
        return own, 0
    return own, sum(map(str.isalpha, pattern.sub("", after.text)))


def _all_names(after: Wording) -> bool:
    """Whether all that stands there is capitalised, as brands and names are, but for a word."""
    own = letters_of(after.script)
    foreign = own.sub("", after.text) if own else after.text
    if any(letter.isalpha() and letter.lower() == letter.upper() for letter in foreign):
        return False
    return sum(next(filter(str.isalpha, word), "A").islower() for word in after.text.split()) < 2


def _wrong_language(after: Wording) -> Finding | None:
    if after.script in ("Jpan", "Hans", "Hant"):
        return _chinese_or_japanese(after)
    if after.script not in _SHARED_SCRIPTS or len(after.distinct) < _FEWEST_WORDS:
        return None
    code = _code(after)
    own = len(after.distinct & COMMON_WORDS.get(code, frozenset()))
    foreign, relatives = _others(code)
    if own >= 2 and own > 2 * len(after.distinct & foreign) and all(own > len(after.distinct & r) for r in relatives):
        return None
    rival, lead, seen = _best_rival(after, code)
    return _asked(after, rival, lead) if lead > 0 or not seen else None


def _asked(after: Wording, rival: str | None, lead: int) -> Finding | None:
    """What the model says where the words left a doubt: an error where both agree, or where it is sure by itself."""
    guess = identify(after.text)
    if guess.language == "und" or _related(guess.language, after):
        return None
    agreed = rival is not None and _same(rival, guess.language)
    if lead >= _CLEAR_LEAD and (agreed or guess.confidence >= _SURE):
        return _finding("error", guess.language, after)
    likely = guess.confidence >= _LIKELY or lead >= _CLEAR_LEAD or (agreed and lead > 0)
    return _finding("warning", guess.language, after) if likely else None


def _chinese_or_japanese(after: Wording) -> Finding | None:
    kana = len(_KANA.findall(after.text))
    if after.script == "Jpan":
        return None if kana else _chinese(after)
    if kana > _KANA_OF_CHINESE * len(after.words) and kana >= 3:
        return _finding("error", "ja", after)
    return None


def _chinese(after: Wording) -> Finding | None:
    """What is to be said about a text without kana: a headline or a list of names may be Japanese all the same."""
    han = len(_HAN.findall(after.text))
    if after.distinct & _CHINESE_ALONE and han >= _FEWEST_WORDS:
        return _finding("error", "zh", after)
    return _finding("warning", "zh", after) if han >= _KANJI_ALONE else None


def _best_rival(after: Wording, code: str) -> tuple[str | None, int, bool]:
    """The other language with most words and letters in the text, its lead, and whether the one asked for has any."""
    by_word, by_letter = _by_feature(after.script)
    votes = Counter(found for word in after.distinct for found in by_word.get(word, ()))
    votes.update(found for letter in set(after.text.lower()) for found in by_letter.get(letter, ()))
    rivals = ((count, found) for found, count in votes.items() if not _related(found, after))
    count, rival = max(rivals, default=(0, None))
    return rival, count - votes[code], votes[code] > 0


@lru_cache(maxsize=8)
def _by_feature(script: str) -> tuple[_Codes, _Codes]:
    """The languages of a script that each common word, and each letter, belongs to."""
    words: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for code in _codes_of(script):
        for word in COMMON_WORDS[code]:
            words.setdefault(word, []).append(code)
        for letter in COMMON_LETTERS.get(code, ()):
            letters.setdefault(letter, []).append(code)
    return words, letters


@lru_cache(maxsize=128)
def _others(code: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The common words of other languages of its script that are not its own, and those of its nearest relatives."""
    own = COMMON_WORDS.get(code, frozenset())
    others = [COMMON_WORDS[other] for other in _codes_of(tags.script(code) or "Latn") if not _same(other, code)]
    relatives = sorted(others, key=lambda words: len(words & own), reverse=True)[:_RELATIVES]
    return frozenset().union(*others) - own, tuple(relatives)


def _codes_of(script: str) -> Iterable[str]:
    return [code for code in COMMON_WORDS if tags.script(code) == script]


def _code(after: Wording) -> str:
    """The key of a text's language in the table of words."""
    if after.language == "sr" and after.script == "Latn":
        return "hr"
    return {"no": "nb", "nn": "nb", "bs": "hr"}.get(after.language, after.language)


def _related(code: str, after: Wording) -> bool:
    return _same(code, "sr-Latn" if after.language == "sr" and after.script == "Latn" else after.language) or (
        tags.base(code) == after.language
    )


@lru_cache(maxsize=4096)
def _same(one: str, other: str) -> bool:
    return tags.base(one) == tags.base(other) or any(one in family and other in family for family in _FAMILIES)


def _finding(severity: Severity, guess: str, after: Wording) -> Finding:
    verb = "is" if severity == "error" else "may be"
    message = f"the translation {verb} in {tags.english_name(guess)}, not in {_name(after)}"
    return Finding("language", severity, guess, message)


def _name(after: Wording) -> str:
    return tags.english_name(after.language)
