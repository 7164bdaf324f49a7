"""What a seq2seq model may give instead of a translation: nothing, a loop, the source again, half a sentence."""

from collections import Counter
from collections.abc import Sequence

import regex

from service.engines.decoding import Hypothesis

_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
# A loop says the same few tokens over and over: so many times in a row, for a phrase of up to so many tokens. Real
# sentences of the development half of FLORES in 39 languages repeat none of their words more than twice in a row.
_LOOP_TIMES, _LOOP_LONGEST = 4, 8
# A name or a figure reads the same in any language; a sentence of more words does not.
_ECHO_WORDS = 5


def degenerate(hypothesis: Hypothesis, text: str, *, source: str, foreign: bool) -> str | None:
    """Why `text`, which `hypothesis` stands for, can't be the translation of `source`; None where it can.

    `foreign` is false where source and target are so close that a sentence may read the same in both.
    """
    if not _LETTER.search(text) and _LETTER.search(source):
        return "the model wrote nothing"
    if not hypothesis.ended:
        return "the model did not come to an end"
    if loops(hypothesis.tokens) and not loops(source.split()):
        return "the model repeated itself"
    if foreign and echoes(text, source):
        return "the model repeated the source"
    return None


def loops(tokens: Sequence[str]) -> bool:
    """Whether some run of 1 to 8 tokens stands four times in a row; a run of punctuation alone is no loop."""
    for size in range(1, _LOOP_LONGEST + 1):
        same = 0
        for index in range(size, len(tokens)):
            same = same + 1 if tokens[index] == tokens[index - size] else 0
            if same >= size * (_LOOP_TIMES - 1) and _LETTER.search("".join(tokens[index - size + 1 : index + 1])):
                return True
    return False


def echoes(text: str, source: str) -> bool:
    """Whether nearly all words of a text are those of its source, in number too."""
    said, given = Counter(_WORD.findall(text.casefold())), Counter(_WORD.findall(source.casefold()))
    if given.total() < _ECHO_WORDS:
        return False
    return (said & given).total() >= 0.9 * max(said.total(), given.total())
