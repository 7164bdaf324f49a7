"""How much a reader of a brief would want a quotation, 0 to 1.

A sum of what an editor looks at: who says it and how surely, whether it stands on its own, its length,
where it stands in the article, how strong its words are, and how prominent the speaker is. The weights
are a judgement, not tuned on data.
"""

import regex

from service.records import Speaker

_STRONG = regex.compile(
    r"[!?]|\b(?:never|must|always|worst|best|war|crime|kill|lie|disaster|threat|shame|nothing)\b", regex.I
)
_DANGLING = regex.compile(r"\A(?:and|but|so|or|because|und|aber|et|mais|y|pero|e|mas|и|но|а)\b", regex.I)
_IDEAL_SHORT, _IDEAL_LONG, _LONGEST = 6, 40, 90
_LONE_WORD = 0.4


def salience(
    text: str, *, words: int, full: bool, speaker: Speaker | None, confidence: float, position: float, prominence: float
) -> float:
    """The worth of a quotation of `words` words at `position` (0 first, 1 last).

    `prominence` is the share of the article's attributed quotations that its speaker has.
    """
    score = 0.28 * confidence if speaker else 0.0
    score += 0.18 if full else 0.04
    score += 0.22 * _length_worth(words)
    score += 0.12 * (1.0 - position)
    score += 0.10 * prominence if speaker else 0.0
    score += 0.05 if speaker and speaker.description else 0.0
    score += 0.05 if _STRONG.search(text) else 0.0
    score -= 0.06 if _DANGLING.search(text) else 0.0
    score *= _LONE_WORD if words == 1 else 1.0
    return round(min(1.0, max(0.0, score)), 3)


def _length_worth(words: int) -> float:
    if words < _IDEAL_SHORT:
        return words / _IDEAL_SHORT
    if words <= _IDEAL_LONG:
        return 1.0
    return max(0.0, 1.0 - (words - _IDEAL_LONG) / (_LONGEST - _IDEAL_LONG))
