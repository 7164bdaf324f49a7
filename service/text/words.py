"""Counting words in any script, so that a ceiling on words means something everywhere.

Scripts that put no space between words have no countable words without a dictionary. There every
ideograph or kana counts as one word, and every three letters of Thai, Lao, Khmer or Burmese do: both
over-count, so a ceiling kept by this count is kept by any dictionary's count too.
"""

from collections import Counter

import regex

_IDEOGRAPH = r"\p{Han}\p{Hiragana}\p{Katakana}"
_UNSPACED = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_ANY_UNSPACED = regex.compile(f"[{_IDEOGRAPH}{_UNSPACED}]")
_TOKEN = regex.compile(rf"[{_IDEOGRAPH}]|[{_UNSPACED}]{{1,3}}|[^\s{_IDEOGRAPH}{_UNSPACED}]+")


def count_words(text: str) -> int:
    """How many words `text` has: runs between white space that hold a letter or a digit."""
    tokens = _TOKEN.findall(text) if _has_unspaced(text) else text.split()
    return sum(count for token, count in Counter(tokens).items() if _is_wordlike(token))


def _has_unspaced(text: str) -> bool:
    return not text.isascii() and _ANY_UNSPACED.search("".join(set(text))) is not None


def _is_wordlike(token: str) -> bool:
    return token[0].isalnum() or any(map(str.isalnum, token))
