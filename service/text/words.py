"""Counting words in any script, so that a ceiling on words means something everywhere.

Scripts that put no space between words have no countable words without a dictionary. There every
ideograph or kana counts as one word, and every three letters (or marks, or digits) of Thai, Lao, Khmer
or Burmese do: both over-count, so a ceiling kept by this count is kept by any dictionary's count too.
Texts that are joined never count for more than they did apart: sentences that fit a ceiling one by one
fit it together.
"""

import re

import regex

_IDEOGRAPH = r"\p{Han}\p{Hiragana}\p{Katakana}"
_UNSPACED = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_ANY_UNSPACED = regex.compile(f"[{_IDEOGRAPH}{_UNSPACED}]")
# Every block that holds one of these scripts, and others: the standard library's engine tells ten times as fast that
# a text has none.
_MAY_BE_UNSPACED = re.compile(
    "[\u0e00-\u109f\u1700-\u19ff\u2e80-\uabff\uf900-\ufaff\uff00-\uffef\U00010000-\U0010ffff]"
)
_PIECE = regex.compile(rf"(?V1)[[{_IDEOGRAPH}]&&[\p{{L}}\p{{N}}]]|[[{_UNSPACED}]&&[\p{{L}}\p{{M}}\p{{N}}]]{{1,3}}")
_SPACED = regex.compile(rf"[^\s{_IDEOGRAPH}{_UNSPACED}]+")


def count_words(text: str) -> int:
    """How many words `text` has: runs between white space that hold a letter or a digit."""
    unspaced = has_unspaced(text)
    tokens: list[str] = _SPACED.findall(text) if unspaced else text.split()
    pieces = len(_PIECE.findall(text)) if unspaced else 0
    return pieces + sum([token[0].isalnum() or any(map(str.isalnum, token)) for token in tokens])


def has_unspaced(text: str) -> bool:
    """Whether any of `text` is in a script that puts no space between words."""
    return not text.isascii() and _MAY_BE_UNSPACED.search(text) is not None and _ANY_UNSPACED.search(text) is not None
