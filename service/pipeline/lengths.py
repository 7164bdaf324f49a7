"""The named lengths of a brief, as hard ceilings on words."""

from collections.abc import Mapping
from types import MappingProxyType

from service.records import Ceiling

CEILINGS: Mapping[str, Ceiling] = MappingProxyType(
    {
        "headline": Ceiling(max_words=30, max_sentences=1),
        "short": Ceiling(max_words=60),
        "medium": Ceiling(max_words=120),
        "long": Ceiling(max_words=200),
    }
)
"""One sentence of at most 30 words; 60 words, the length of a news agency's brief of two or three
sentences; 120, a paragraph for a newsletter; 200, a column. Words as `service.text.words.count_words` has them."""


def named_ceiling(name: str) -> Ceiling:
    """The ceiling of a named length; raises ValueError where there is no such name."""
    try:
        return CEILINGS[name]
    except KeyError:
        raise ValueError(f"length {name!r} is not known; allowed: {', '.join(CEILINGS)}") from None
