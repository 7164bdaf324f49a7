import pytest

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
        ("… " * 1_000 + "ja ja", 2),
        ("。 " * 1_000 + "中", 1),
    ],
)
def test_words_in_many_scripts(text: str, expected: int) -> None:
    """Runs between spaces; ideographs and kana one by one; Thai by threes."""
    assert count_words(text) == expected
