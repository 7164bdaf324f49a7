import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.words import count_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("— … !", 0),
        ("The mayor’s 30,000-strong force – said no.", 6),
        ("“Ja”, sagte er.", 3),
        ("Президент сказал: «Да».", 3),
        ("قال الرئيس نعم", 3),
        ("我们会重建城市。", 7),
        ("東京でTokyo 2024を", 6),
        ("สวัสดีครับ", 4),
        ("។ " * 10 + "កកក។ក", 2),
        ("\u0e31\u0e34\u0e48", 1),
        ("… " * 1_000 + "ja ja", 2),
        ("。 " * 1_000 + "中", 1),
    ],
)
def test_words_in_many_scripts(text: str, expected: int) -> None:
    """Runs between spaces; ideographs and kana one by one; Thai by threes."""
    assert count_words(text) == expected


def test_joined_texts_count_for_no_more_than_apart() -> None:
    """A full stop of Khmer takes no place among the letters of a word: else the second half of a text counts anew."""
    sentences = ["ក" * 17 + "។", "ក" * 26 + "។", "ក" * 42 + "។", "ក" * 18 + "។", "ក" * 26 + "។"]
    assert count_words("".join(sentences)) == sum(count_words(sentence) for sentence in sentences) == 44


TEXTS = st.text(st.sampled_from("aé1-.’ \u3000中カー〇。กัิ่๑ฯກຂက္។កា") | st.characters(), max_size=20)


@given(one=TEXTS, other=TEXTS)
def test_joining_adds_no_words(one: str, other: str) -> None:
    """Whatever the scripts, marks and signs where two texts meet."""
    assert count_words(one + other) <= count_words(one) + count_words(other)
