"""What a request is expected to take, and how that is learned."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.work.cost import FACTORS, CostModel, Work

ARTICLE = Work(characters=2200, languages=5, words=60, quotes=5, translate_quotes=True, profile="embedded")


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (ARTICLE, 181),
        (replace(ARTICLE, languages=0), 15),
        (replace(ARTICLE, translate_quotes=False), 134),
        (replace(ARTICLE, characters=100, quotes=100), 59),
    ],
)
def test_expected_times_of_the_embedded_profile(work: Work, expected: int) -> None:
    """Reading it once, and its words in every language; a short text has few words and quotes, whatever is asked."""
    assert expected == round(CostModel().expected_ms(work))


@pytest.mark.parametrize(
    ("profile", "factor"),
    [("embedded", 1.0), ("neural", 60.0), ("instruct+neural+embedded", 60.0), ("something-new", 60.0)],
)
def test_profiles_begin_with_their_slowest_family(profile: str, factor: float) -> None:
    """Nobody is promised what only the quickest could do."""
    model = CostModel()
    assert factor == model.expected_ms(replace(ARTICLE, profile=profile)) / model.expected_ms(ARTICLE)


def test_it_learns_what_lasts() -> None:
    """A machine that is three times slower is believed after some dozens of requests, for its profile alone."""
    model, neural = CostModel(), replace(ARTICLE, profile="neural")
    before = model.expected_ms(ARTICLE)
    for _ in range(60):
        model.learn(ARTICLE, 3 * before)
    assert 2.9 < model.expected_ms(ARTICLE) / before < 3.1
    assert FACTORS["neural"] * before == model.expected_ms(neural)
    assert ["embedded"] == list(model.factors())


def test_the_first_requests_teach_most() -> None:
    """A profile that is four times slower than was guessed is known to be so after five requests, not fifty."""
    model = CostModel()
    before = model.expected_ms(ARTICLE)
    for _ in range(5):
        model.learn(ARTICLE, 4 * before)
    assert 3.0 < model.expected_ms(ARTICLE) / before < 4.0


def test_one_outlier_moves_it_little() -> None:
    """An engine that was stuck for an hour makes nobody wait for it."""
    model = CostModel()
    before = model.expected_ms(ARTICLE)
    for _ in range(20):
        model.learn(ARTICLE, before)
    model.learn(ARTICLE, 3_600_000)
    assert 1.0 < model.expected_ms(ARTICLE) / before < 1.3


@given(st.lists(st.floats(-10, 1e9), max_size=400))
def test_it_stays_within_bounds(measured: list[float]) -> None:
    """Whatever is measured, the expectation is a positive number of some size."""
    model = CostModel()
    for each in measured:
        model.learn(ARTICLE, each)
    assert 0.05 <= model.expected_ms(ARTICLE) / CostModel().expected_ms(ARTICLE) <= 2000
