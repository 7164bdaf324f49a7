"""The damage that the benchmark does to numbers."""

import random

import pytest

from benchmarks.quality.damages.number import damage
from service.checks.numbers import compare_numbers
from service.checks.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Es kostete 30.000 Euro.", "de"),
        ("نحو ٣٠٠ شخص", "ar"),
        ("約1500人", "ja"),
        ("३५ लोग", "hi"),
        ("35 people", "en"),
    ],
)
def test_a_damaged_number_is_another_one_in_the_same_digits(text: str, language: str) -> None:
    """Whatever way is drawn, the check sees the change."""
    for seed in range(40):
        wrong = damage(text, language=language, rng=random.Random(seed))
        assert wrong is not None
        assert wrong != text
        found = compare_numbers(read_quantities(text, language), read_quantities(wrong, language))
        assert {finding.severity for finding in found} == {"error"}


def test_a_text_without_digits_is_not_damaged() -> None:
    """Number words and designations are left alone."""
    rng = random.Random(1)
    assert [damage(text, language="en", rng=rng) for text in ("Two people", "The B2 wing", "")] == [None, None, None]
