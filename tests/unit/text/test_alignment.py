"""Which sentences of an article carry a sentence about it."""

import pytest

from service.text.alignment import LEAST_SUPPORT, Alignment
from service.text.sentences import split_sentences

STORY = (
    "The river Orla flooded the old town of Brenn on Friday night. Firefighters took 40 people out of their homes."
    " The mayor asked the government for sandbags. Schools stay closed until Wednesday."
)
ALIGNED = Alignment(split_sentences(STORY, language="en"))


@pytest.mark.parametrize(
    ("text", "indices"),
    [
        ("Firefighters took 40 people out of their homes.", (1,)),
        ("The mayor wants sandbags from the government.", (2,)),
        ("Brenn's old town was flooded by the river Orla, and schools stay closed.", (0, 3)),
        ("After the river flooded Brenn, firefighters took people out and schools closed.", (0, 1, 3)),
    ],
)
def test_the_sentences_that_carry_most_are_the_evidence(text: str, indices: tuple[int, ...]) -> None:
    """One to three, in the article's order."""
    support = ALIGNED.support(text)
    assert support.indices == indices
    assert support.share >= LEAST_SUPPORT


@pytest.mark.parametrize(
    "text", ["Aliens landed behind a cinema yesterday.", "Parliament passed a budget of nine billion.", "…", ""]
)
def test_what_the_article_does_not_say_has_no_support(text: str) -> None:
    """A shared article or preposition is no evidence."""
    assert ALIGNED.support(text).share < LEAST_SUPPORT


def test_a_verbatim_sentence_is_carried_whole() -> None:
    """Its share is 1, its span its own."""
    support = ALIGNED.support("Schools stay closed until Wednesday.")
    (span,) = ALIGNED.spans(support)
    assert (support.share, STORY[span.start : span.end]) == (1.0, "Schools stay closed until Wednesday.")


def test_of_equal_sentences_the_first_counts() -> None:
    """The same answer every time."""
    twice = Alignment(split_sentences("The dam broke. The dam broke. A bridge fell.", language="en"))
    assert twice.support("The dam broke.").indices == (0,)


@pytest.mark.parametrize(
    ("language", "story", "text", "index"),
    [
        (
            "ja",
            "大雨で川があふれた。消防が住民四十人を救助した。学校は休校になった。",
            "消防が四十人の住民を助けた。",
            1,
        ),
        ("ru", "Река затопила старый город. Пожарные спасли сорок человек. Школы закрыты.", "Школы были закрыты.", 2),
        ("ar", "غمر النهر المدينة القديمة. أنقذ رجال الإطفاء أربعين شخصا. المدارس مغلقة.", "المدارس مغلقة اليوم.", 2),
    ],
)
def test_every_script_is_aligned(language: str, story: str, text: str, index: int) -> None:
    """Stems where spaces part words, pairs of letters where none do."""
    support = Alignment(split_sentences(story, language=language)).support(text)
    assert support.indices[0] == index
    assert support.share >= LEAST_SUPPORT


@pytest.mark.parametrize("piece", ["a", "a ", "。", "漢", "́", " ", "1 "])
def test_alignment_is_linear_on_hostile_text(piece: str) -> None:
    """200,000 characters of one kind pass in the test's time, as article and as sentence."""
    hostile = piece * (200_000 // len(piece))
    support = Alignment(split_sentences(hostile, language="en")).support(hostile)
    assert 0.0 <= support.share <= 1.0
