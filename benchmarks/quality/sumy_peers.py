"""sumy's LexRank, TextRank and LSA on sentences that are already split; nothing where sumy is not installed."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "cs": "czech"}

Tokens = Callable[[str], list[str]]
Ranker = Callable[[Sequence[str], str], list[int]]


def rankers(tokens: Tokens) -> dict[str, Ranker]:
    """By name: a function from sentences and their language to their indices, best first.

    All count words by `tokens`, so that no language is left out; stemmers and stop words are sumy's own.
    """
    try:
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return {}
    kinds = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer, "LSA": LsaSummarizer}
    return {f"sumy {name}": _ranker(kind, tokens) for name, kind in kinds.items()}


def _ranker(kind: Any, tokens: Tokens) -> Ranker:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer, null_stemmer
    from sumy.utils import get_stop_words

    class Words:
        """sumy's tokenizer protocol."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(tokens(text))

    def rank(sentences: Sequence[str], language: str) -> list[int]:
        name = LANGUAGES.get(language)
        summarizer = kind(Stemmer(name) if name else null_stemmer)
        summarizer.stop_words = get_stop_words(name) if name else ()
        ranked: list[int] = []

        def take_all(infos: Sequence[Any]) -> Sequence[Any]:
            ranked.extend(info.order for info in infos)
            return infos

        document = ObjectDocumentModel([Paragraph([Sentence(text, Words()) for text in sentences])])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the Czech stemmer warns of every number
            summarizer(document, take_all)
        return ranked

    return rank
