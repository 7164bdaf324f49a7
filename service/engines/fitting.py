"""The sentences of an article that a model's input has room for: whole ones, never a cut."""

from collections.abc import Callable

from service.engines.extractive_scoring import rank
from service.records import Article, Sentence


def fitting(article: Article, *, room: int, count: Callable[[str], int]) -> tuple[Sentence, ...]:
    """All sentences, or those ranked best that fit `room` tokens, in the article's order."""
    costs = [count(sentence.text) + 1 for sentence in article.sentences]
    if sum(costs) <= room:
        return article.sentences
    chosen: list[int] = []
    for index in rank(article.sentences, title=article.title, usable=[True] * len(costs)):
        if costs[index] <= room:
            chosen.append(index)
            room -= costs[index]
    return tuple(article.sentences[index] for index in sorted(chosen))
