"""What a model wrote, sentence by sentence: those that stand, and a check for each that was left out."""

from collections.abc import Sequence

from service.engines.judge import Judge
from service.records import Check, SummarySentence
from service.text.sentences import split_sentences
from service.text.standalone import flaw, goes_on, is_terminated

_TOLD = 3
# The most that can be asked for (web.schemas); a model that runs on past it is not read further.
_MOST_SENTENCES = 1_000


def judged(
    written: str, judge: Judge, language: str, *, complete: bool
) -> tuple[tuple[SummarySentence, ...], tuple[Check, ...]]:
    """The sentences that stand, ranked as they were written, and a check for each that was left out.

    `complete` is false where the model was stopped; a last sentence without an end is then left out.
    """
    texts = [sentence.text for sentence in split_sentences(written, language=language)][:_MOST_SENTENCES]
    kept: list[SummarySentence] = []
    left_out: list[Check] = []
    seen: set[str] = set()
    for order, text in enumerate(texts):
        cut = not complete and order == len(texts) - 1 and not is_terminated(text)
        why = "the model was stopped in the middle of it" if cut else _why_not(text, seen, judge)
        seen.add(text)
        follows = order > 0 and goes_on(text, language=language)
        if why is None and follows and not (kept and kept[-1].order == order - 1):
            why = "it leans on the sentence before it, which was left out"
        if why is None:
            evidence, support = judge.evidence(text), judge.support(text)
            kept.append(SummarySentence(text, evidence, order=order, rank=len(kept), support=support))
        else:
            message = f"sentence {order + 1} of the model's brief was left out: {why}"
            left_out.append(Check("left_out", "info", None, None, message))
    return tuple(kept), tuple(left_out)


def _why_not(text: str, before: set[str], judge: Judge) -> str | None:
    if text in before:
        return "it was written before"
    return judge.flaw(text) or _misshapen(text)


def _misshapen(text: str) -> str | None:
    found = flaw(text)
    if found == "question":
        return "it is a question"
    # A date at the beginning ("7. October") looks like a list mark, and a model's own marks are taken off before.
    if found not in (None, "list") or not is_terminated(text):
        return "it is a fragment, no sentence"
    return None


def reasons(left_out: Sequence[Check]) -> str:
    """The first few reasons why sentences were left out, and how many more there are."""
    told = "; ".join(check.message for check in left_out[:_TOLD]) or "it holds no sentence"
    more = len(left_out) - _TOLD
    return f"{told}; and {more} more" if more > 0 else told
