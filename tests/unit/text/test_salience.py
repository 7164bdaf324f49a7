"""What a reader of a brief would want first."""

from service.records import Mention, Speaker
from service.text.salience import salience

ANNA = Speaker("Anna Berg", "minister", Mention("Anna Berg", 0, 9))


def worth(text: str = "We stay.", *, words: int = 12, full: bool = True, speaker: Speaker | None = ANNA) -> float:
    """The salience with plain surroundings."""
    return salience(text, words=words, full=full, speaker=speaker, confidence=0.9, position=0.2, prominence=0.5)


def test_an_attributed_quotation_is_worth_more() -> None:
    """Without a speaker a quotation is hardly wanted."""
    assert worth() > worth(speaker=None)


def test_a_full_sentence_is_worth_more_than_a_fragment() -> None:
    """What stands on its own can be shown."""
    assert worth() > worth(full=False)


def test_very_short_and_very_long_are_worth_less() -> None:
    """The best length is six to forty words."""
    assert worth(words=12) > max(worth(words=2), worth(words=88))


def test_a_dangling_opening_is_worth_less() -> None:
    """A quotation that begins with a conjunction hangs on what is not shown."""
    assert worth("We stay.") > worth("But we stay.")


def test_it_is_between_zero_and_one() -> None:
    """The scale is kept at both ends."""
    low = salience("and x", words=1, full=False, speaker=None, confidence=0.0, position=1.0, prominence=0.0)
    high = salience("Never!", words=20, full=True, speaker=ANNA, confidence=1.0, position=0.0, prominence=1.0)
    assert 0.0 <= low < high <= 1.0


def test_a_lone_word_is_worth_little() -> None:
    """One word is kept, behind all that say more."""
    assert worth(words=1, full=False) < 0.5 * worth(words=2, full=False) + 0.05
