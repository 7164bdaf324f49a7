"""Names in Chinese, Japanese and Korean: cut out of a phrase, made full, or left open where two could be meant."""

import time

import pytest

from service.text.unspaced_names import full_name, last_named, name_in


@pytest.mark.parametrize(
    ("code", "phrase", "name"),
    [
        ("zh", "外交部发言人林若川", "林若川"),
        ("zh", "孙立群先生", "孙立群"),
        ("ja", "小山田健二知事", "小山田健二"),
        ("ja", "ピーター・ホルム氏", "ピーター・ホルム"),
        ("ko", "김도현 보건부 장관", "김도현"),
        ("ko", "피터 홀름 연구원", "피터 홀름"),
        ("ko", "윤성민 대표님", "윤성민"),
    ],
)
def test_a_name_is_cut_free_of_its_office(code: str, phrase: str, name: str) -> None:
    """Before it in Chinese, behind it in Japanese and Korean, with or without a ministry between."""
    span = name_in(phrase, 0, len(phrase), code)
    assert span is not None
    assert name == phrase[span.start : span.end]


@pytest.mark.parametrize(
    ("code", "text", "short", "name"),
    [
        ("zh", "企业家孙立群先生到场。孙先生说", "孙", "孙立群"),
        ("ja", "小山田健二知事が出席した。小山田知事は", "小山田", "小山田健二"),
        ("ko", "김도현 장관은 참석했다. 김 장관은", "김", "김도현"),
        ("ko", "김도현 장관과 김하늘 의원이 참석했다. 김 장관은", "김", "김"),
    ],
)
def test_a_surname_is_made_full_where_one_person_has_it(code: str, text: str, short: str, name: str) -> None:
    """Two people of one surname leave it as it stands."""
    assert name == full_name(text, short, code)


def test_a_pronoun_between_two_names_is_nobody() -> None:
    """Null rather than wrong."""
    text = "部长林若川出席。市长周启文出席。他说"
    assert last_named(text, len(text), "zh") is None


@pytest.mark.parametrize("unit", ["王", "部长", "·", "在"])
def test_a_long_phrase_takes_linear_time(unit: str) -> None:
    """A phrase of 20,000 letters that is no name is given up at once."""
    text = unit * (20_000 // len(unit))
    started = time.perf_counter()
    name_in(text, 0, len(text), "zh")
    full_name(text, unit[0], "zh")
    assert time.perf_counter() - started < 2
