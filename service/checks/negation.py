"""Whether a translated sentence still says no where its source does, and only there."""

from service.checks.findings import Finding
from service.checks.polarity import Polarity


def compare_polarity(before: Polarity, after: Polarity) -> tuple[Finding, ...]:
    """What a translation lost or added of its source sentence's negations."""
    if not (before.known and after.known) or not (before.cues or after.cues):
        return ()
    given, said = before.count, after.count
    if _lost(given, said):
        value = before.value(before.negations[0])
        message = f"the source says {value!r} and the translation does not negate"
        return (Finding("negation", "warning", value, message),)
    if _added(given, said):
        value = after.value(after.negations[0])
        message = f"the translation says {value!r} and the source does not negate"
        return (Finding("negation", "warning", value, message),)
    return ()


def _lost(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the source surely negates and nothing in the translation can stand for it.

    A weak word answers to a weak word of the source first.
    """
    sure, weak = before
    found, also = after
    return sure > 0 and found == 0 and also <= weak


def _added(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the translation surely negates and nothing in the source says no in any way."""
    return after[0] > 0 and before == (0, 0)
