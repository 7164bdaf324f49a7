"""The plainest summariser: the article's sentences in their own order. What every other one is measured against."""

from collections.abc import Sequence

from service.errors import EngineError
from service.records import ModelInfo, Sentence, Span, Summary, SummaryRequest, SummarySentence


class LeadSummariser:
    """Takes sentences from the top."""

    name = "lead"
    revision = "1"

    def knows(self, language: str) -> bool:
        """It takes whole sentences of the article, whatever language they are in."""
        return True

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request; the result has the length and order of the input."""
        return [self._one(request) for request in requests]

    def models(self) -> list[ModelInfo]:
        """What it is made of: nothing but this file."""
        return [ModelInfo(self.name, self.revision, "Apache-2.0", "source", ("mul",))]

    def close(self) -> None:
        """Nothing to free."""

    def _one(self, request: SummaryRequest) -> Summary | EngineError:
        sentences = request.article.sentences
        if not sentences:
            return EngineError("the article has no sentence to summarise; send its text")
        offered = tuple(_offer(sentence, place) for place, sentence in enumerate(sentences))
        return Summary(headline=offered[0], sentences=offered, engine=self.name, revision=self.revision)


def _offer(sentence: Sentence, place: int) -> SummarySentence:
    return SummarySentence(sentence.text, (Span(sentence.start, sentence.end),), order=place, rank=place)
