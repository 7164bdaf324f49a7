"""Breaking a good translation by dropping its only negation."""

import random

import pytest

from benchmarks.quality.damages.negation import LANGUAGES, damage

ENGLISH = "The council did not agree."


@pytest.mark.parametrize(
    ("language", "reference", "broken"),
    [
        ("de", "Der Rat stimmte nicht zu.", "Der Rat stimmte zu."),
        ("fr", "Le conseil n’accepte pas.", "Le conseil accepte."),
        ("ru", "Совет не согласился.", "Совет согласился."),
        ("cs", "Rada nebyla pro.", "Rada byla pro."),
        ("hu", "A tanács nem értett egyet.", "A tanács értett egyet."),
        ("af", "Die raad het nie ingestem nie.", "Die raad het ingestem."),
        ("en", "The council can't agree.", "The council can agree."),
        ("tr", "Konsey kabul etmiyor.", "Konsey kabul etiyor."),
        ("ja", "議会は同意しません。", "議会は同意します。"),
    ],
)
def test_the_only_negation_goes(language: str, reference: str, broken: str) -> None:
    """Both parts of a negation in two places go together."""
    assert broken == damage(reference, ENGLISH, language=language, rng=random.Random(1))


@pytest.mark.parametrize(
    ("reference", "source"),
    [
        ("Der Rat stimmte nicht zu.", "The council agreed."),
        ("Der Rat stimmte zu.", ENGLISH),
        ("Der Rat kann nicht und will nicht.", ENGLISH),
        ("Der Rat war nicht nur müde.", "The council was not only tired."),
    ],
)
def test_a_sentence_without_exactly_one_is_left_alone(reference: str, source: str) -> None:
    """There must be one negation to drop, and one in the source that is then lost."""
    assert None is damage(reference, source, language="de", rng=random.Random(1))


def test_at_least_twenty_languages_can_be_broken() -> None:
    """Detection is measured in all of FLORES' languages."""
    assert len(LANGUAGES) >= 40
