"""A sentence of a brief held against its evidence: no for yes, sure for maybe."""

import time

import pytest

from service.checks.polarity import read_polarity
from service.checks.polarity_flips import View, flipped


def _flipped(sentence: str, *evidence: str, language: str = "en") -> list[tuple[str, str | None]]:
    found = flipped(View(read_polarity(sentence, language)), [View(read_polarity(item, language)) for item in evidence])
    return [(finding.kind, finding.value) for finding in found]


def test_a_denial_that_the_source_does_not_have() -> None:
    """The brief denies at the word where its source affirms."""
    assert [("negation", "not")] == _flipped(
        "Anna Weller was not convicted of fraud on Monday.", "Anna Weller was convicted of fraud on Monday in Leeds."
    )


def test_a_denial_that_the_brief_dropped() -> None:
    """The source denies and the brief affirms the same."""
    assert [("negation", "not")] == _flipped(
        "Anna Weller was convicted of fraud on Monday.",
        "Anna Weller was not convicted of fraud on Monday, a court said.",
    )


def test_other_negations_of_the_evidence_do_not_count() -> None:
    """ "Not guilty" is held against "guilty", not against another denial in the sentence."""
    evidence = (
        "The dock workers who never left the harbour during the long strike say that Anna Weller is guilty of fraud."
    )
    assert [("negation", "not")] == _flipped("Anna Weller is not guilty of fraud.", evidence)


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Anna Weller was not convicted.", "Anna Weller was not convicted of fraud."),
        ("Anna Weller did not pay the fine.", "Anna Weller refused to pay the fine."),
        ("Anna Weller admitted the fraud on Monday.", "Anna Weller did not deny the fraud on Monday."),
        ("The bridge was closed.", "The bridge was closed, though no ship had hit it."),
        ("The bridge may close in June.", "The bridge may close in June."),
        ("The final is in Leeds on Sunday.", "The final is in Leeds on Sunday 24 May."),
    ],
)
def test_the_same_said_otherwise_is_no_finding(sentence: str, evidence: str) -> None:
    """What the source says too is not told."""
    assert [] == _flipped(sentence, evidence)


def test_a_maybe_that_the_brief_dropped() -> None:
    """What the source calls possible the brief calls a fact."""
    assert [("modality", "allegedly")] == _flipped(
        "Anna Weller stole three paintings from the museum.",
        "Anna Weller allegedly stole three paintings from the museum.",
    )


def test_who_tells_what_somebody_says_need_not_say_maybe() -> None:
    """A claim that is still somebody's claim is not hardened."""
    evidence = "Anna Weller allegedly stole three paintings from the museum."
    assert [] == _flipped("Police said Anna Weller stole three paintings from the museum.", evidence)


def test_another_language_is_held_the_same_way() -> None:
    """Negation governs words in every language that puts spaces between them."""
    evidence = "Der Stadtrat hat den neuen Haushalt am Montag beschlossen."
    assert [("negation", "nicht")] == _flipped(
        "Der Stadtrat hat den Haushalt nicht beschlossen.", evidence, language="de"
    )


def test_without_evidence_nothing_is_claimed() -> None:
    """A sentence that nothing carries is not flipped; another check tells that it stands alone."""
    assert [] == _flipped("Anna Weller was not convicted.")


@pytest.mark.parametrize(
    ("language", "sentence", "evidence"),
    [
        ("zh", "部长没有签署新的预算法案。", "部长星期一在首都签署了新的预算法案。"),
        ("ja", "大臣は新しい予算案に署名しなかった。", "大臣は月曜日に首都で新しい予算案に署名した。"),
        ("ko", "장관은 새로운 예산안에 서명하지 않았다.", "장관은 월요일에 새로운 예산안에 서명하였다."),
    ],
)
def test_words_without_spaces_and_negation_behind_them(language: str, sentence: str, evidence: str) -> None:
    """Where no spaces part words pairs of letters stand for them; some languages negate behind the verb."""
    assert ["negation"] == [kind for kind, _ in _flipped(sentence, evidence, language=language)]
    assert [] == _flipped(sentence, sentence, language=language)


@pytest.mark.parametrize("piece", ["not ", "not a ", "signed not ", "may be. ", "不签署"])
def test_hostile_text_is_held_in_linear_time(piece: str) -> None:
    """Thirty thousand characters of negations take well under a second."""
    text = piece * (30_000 // len(piece))
    found = read_polarity(text, "zh" if piece[0] == "不" else "en")
    start = time.process_time()
    flipped(View(found), [View(found), View(found)])
    assert time.process_time() - start < 1
