"""An article read once, for holding the sentences of its brief against it."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from service.checks.attribution import Said, flatten, read_said
from service.checks.grounding import Word, WordsOf, read_words, split_words
from service.checks.grounding_pieces import WordOrder
from service.checks.names_foreign import KnownWords
from service.checks.names_foreign import read_words as read_known_words
from service.checks.polarity import read_polarity
from service.checks.polarity_flips import View
from service.checks.quantities import Quantities, read_quantities
from service.records import Article
from service.text.alignment import Alignment, Support


class ArticleFacts:
    """What the checks need of an article; each part is read when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.language = article.language
        self._article = article
        self._polarities: dict[int, View] = {}
        self._lower: dict[int, frozenset[str]] = {}

    @cached_property
    def alignment(self) -> Alignment:
        """The article, ready to be asked which of its sentences carry a text."""
        return Alignment(self._article.sentences)

    @cached_property
    def said(self) -> Said:
        """What the article says word for word, and who says it."""
        return read_said(self._article)

    @cached_property
    def words(self) -> WordsOf:
        """All words of the article and its title."""
        title = split_words(self._article.title or "", self.language)
        return read_words(
            chain(title, chain.from_iterable(self._split)),
            language=self.language,
            places=self.known.places,
            initials=self.known.initials,
        )

    @cached_property
    def order(self) -> WordOrder:
        """The words of the article in their order."""
        return WordOrder(self._split)

    @cached_property
    def _split(self) -> tuple[tuple[Word, ...], ...]:
        return tuple(split_words(sentence.text, self.language) for sentence in self._article.sentences)

    @cached_property
    def known(self) -> KnownWords:
        """The words that names may be made of."""
        return read_known_words(self._text, self.language)

    @cached_property
    def quantities(self) -> Quantities:
        """Every number and date of the article."""
        return read_quantities(self._text, self.language)

    def holds(self, text: str) -> bool:
        """Whether `text` stands in the article word for word."""
        return flatten(text) in self.said.flat

    def evidence(self, support: Support) -> list[str]:
        """The sentences of a support."""
        return [self._article.sentences[index].text for index in support.indices]

    def polarities(self, support: Support) -> list[View]:
        """The negations and hedges of the sentences of a support."""
        return [self._polarity(index) for index in support.indices]

    def words_around(self, support: Support) -> frozenset[str]:
        """The words of the sentences of a support and of those beside them, in small letters."""
        last = len(self._article.sentences) - 1
        indices = {near for index in support.indices for near in (index - 1, index, index + 1) if 0 <= near <= last}
        return frozenset().union(*(self._words(index) for index in indices))

    @property
    def _text(self) -> str:
        return f"{self._article.title or ''}\n{self._article.text}"

    def _polarity(self, index: int) -> View:
        if index not in self._polarities:
            self._polarities[index] = View(read_polarity(self._article.sentences[index].text, self.language))
        return self._polarities[index]

    def _words(self, index: int) -> frozenset[str]:
        if index not in self._lower:
            self._lower[index] = frozenset(word.lower for word in self._split[index])
        return self._lower[index]


def listed(words: Sequence[str]) -> str:
    """Words for a message, each once."""
    return ", ".join(dict.fromkeys(words))
