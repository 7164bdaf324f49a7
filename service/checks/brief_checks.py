"""A brief as a whole: whether it says who and where, keeps its ceiling, is not empty and says nothing twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from service.checks.findings import Finding
from service.checks.wording import ReadWording, read_wording
from service.records import Article, Ceiling, Name
from service.text.lang import language_data
from service.text.tags import separator
from service.text.words import count_words, has_unspaced

# Experts and witnesses are named often, too; whom a story is about stands in its title or its first sentences.
_LEAD_SENTENCES, _AHEAD = 3, 3
# From this weight on, mentions counted; so many of each kind are looked for, at most.
_SALIENT, _MOST = 5, 3
_STEM_SHARE, _SHORTEST_STEM = 0.7, 4
_SAME_WORDS, _FEWEST_WORDS = 0.85, 5


@dataclass(frozen=True, slots=True)
class Salient:
    """Whom and where an article is about, the weightiest first; a name is told by its last word."""

    persons: tuple[str, ...]
    places: tuple[str, ...]
    unspaced: bool


def read_salient(article: Article) -> Salient:
    """The persons and places that an article names most, in its title and at its head above all."""
    return Salient(
        persons=_weightiest(article, "person"),
        places=_weightiest(article, "place"),
        unspaced=not language_data(article.language).spaced,
    )


def compare_coverage(before: Salient, text: str) -> tuple[Finding, ...]:
    """Whether a brief in the article's own language names any of whom and where the article is about."""
    names = before.persons + before.places
    folded = text.casefold()
    if not names or any(_is_named(name, folded, unspaced=before.unspaced) for name in names):
        return ()
    said = ", ".join(names[:2])
    message = f"the article is about {said}, and the brief names neither them nor any other person or place of weight"
    return (Finding("coverage", "warning", names[0], message),)


def check_ceiling(texts: Sequence[str], ceiling: Ceiling, *, language: str) -> tuple[Finding, ...]:
    """The limits that the sentences of a brief in `language` exceed together."""
    found: list[Finding] = []
    for unit, limit, count_in in (
        ("sentences", ceiling.max_sentences, len),
        ("words", ceiling.max_words, partial(_words_over, limit=ceiling.max_words or 0)),
        ("characters", ceiling.max_characters, lambda texts: len(separator(language).join(texts))),
    ):
        if limit is not None and (count := count_in(texts)) > limit:
            message = f"the brief has {count} {unit}, over the limit of {limit}"
            found.append(Finding("ceiling", "error", str(count), message))
    return tuple(found)


def _words_over(texts: Sequence[str], limit: int) -> int:
    """How many words some texts have; 0 where it is plain that they are within the limit."""
    most = sum([len(text) if has_unspaced(text) else len(text.split()) for text in texts])
    return sum(map(count_words, texts)) if most > limit else 0


def check_sentences(
    texts: Sequence[str], *, language: str, read: ReadWording = read_wording
) -> Iterator[tuple[int | None, Finding]]:
    """What is wrong with the sentences of a brief as such, each with its place in the brief, or None for the whole.

    `read` is for who has read them already.
    """
    if not texts:
        yield None, Finding("empty", "error", None, "the brief has no sentence")
    words = [read(text, language=language).distinct for text in texts]
    for index, text in enumerate(texts):
        if not any(map(str.isalnum, text)):
            yield index, Finding("empty", "error", None, "the sentence holds no word")
            continue
        said = next((earlier for earlier in range(index) if _say_the_same(words[earlier], words[index])), None)
        if said is not None:
            message = f"the sentence says what sentence {said + 1} of the brief says, word for word or nearly so"
            yield index, Finding("repetition", "warning", None, message)


def _say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _FEWEST_WORDS:
        return one == other
    if min(len(one), len(other)) < _SAME_WORDS * max(len(one), len(other)):
        return False
    return len(one & other) >= _SAME_WORDS * len(one | other)


def _weightiest(article: Article, kind: str) -> tuple[str, ...]:
    """The names of a kind that stand in the title or at the head, and often enough."""
    lead = article.sentences[:_LEAD_SENTENCES]
    end, title = lead[-1].end if lead else 0, (article.title or "").casefold()
    weights: Counter[str] = Counter()
    ahead: set[str] = set()
    for name in article.names:
        if name.kind == kind:
            key = _key(name, article.language)
            weights[key] += 1
            if name.start < end or key.casefold() in title:
                ahead.add(key)
    for key in ahead:
        weights[key] += _AHEAD
    return tuple(key for key, weight in weights.most_common(_MOST) if key in ahead and weight >= _SALIENT)


def _key(name: Name, language: str) -> str:
    """A person by surname, as stories do; a place as it stands."""
    if name.kind != "person" or not language_data(language).spaced:
        return name.text
    return name.text.split()[-1]


def _is_named(name: str, folded: str, *, unspaced: bool) -> bool:
    """Whether a name stands in a text in lower case, with any ending."""
    key = name.casefold()
    if not unspaced and len(key) > _SHORTEST_STEM:
        key = key[: max(_SHORTEST_STEM, round(_STEM_SHARE * len(key)))]
    return key in folded
