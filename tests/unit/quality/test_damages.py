"""Good translations broken on purpose: each fault is one, and the same every time."""

import random

import pytest

from benchmarks.quality.damages import echo, omission, repetition, wrong_language

SOURCE = "The bridge is open.\nPeople came.\nThe mayor spoke."
REFERENCE = "Die Brücke ist offen.\nLeute kamen.\nDie Bürgermeisterin sprach."


@pytest.mark.parametrize("seed", range(5))
def test_a_sentence_is_left_out(seed: int) -> None:
    """One of them, the others as they were."""
    broken = omission.damage(REFERENCE, SOURCE, language="de", rng=random.Random(seed))
    assert broken is not None
    assert 1 == len(set(REFERENCE.split("\n")) - set(broken.split("\n")))
    assert None is omission.damage("Leute kamen.", "People came.", language="de", rng=random.Random(seed))


@pytest.mark.parametrize("seed", range(5))
def test_half_the_sentences_are_left_as_they_are(seed: int) -> None:
    """Two of three; of one, all of it."""
    broken = echo.damage(REFERENCE, SOURCE, language="de", rng=random.Random(seed))
    assert broken is not None
    assert 2 == len(set(SOURCE.split("\n")) & set(broken.split("\n")))
    assert "People came." == echo.damage("Leute kamen.", "People came.", language="de", rng=random.Random(seed))


def test_another_language_must_read_otherwise() -> None:
    """What reads like the reference is no fault."""
    rng = random.Random(0)
    damage = wrong_language.damage
    assert "Vinieron." == damage("Leute kamen.", "People came.", language="de", other="Vinieron.", rng=rng)
    assert None is damage("Ja.", "Yes.", language="de", other="Ja.", rng=rng)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    ("reference", "language"),
    [("Die neue Brücke über den Fluss ist seit Montag offen", "de"), ("林多市长周一上午为河上的新桥揭幕", "zh")],
)
def test_a_phrase_is_repeated(seed: int, reference: str, language: str) -> None:
    """It grows by what was there before, and the same seed gives the same fault."""
    broken = repetition.damage(reference, "", language=language, rng=random.Random(seed))
    assert broken == repetition.damage(reference, "", language=language, rng=random.Random(seed))
    assert broken is not None
    pieces = list(broken) if language == "zh" else broken.split()
    assert len(set(pieces)) < len(pieces)
