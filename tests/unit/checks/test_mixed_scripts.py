"""Letters that belong to neither language, and what is left of text that was not decoded."""

import pytest

from service.checks.mixed_scripts import compare_scripts
from service.checks.wording import read_wording


def _found(target: str, language: str, *, source: str = "The bridge is open.", of: str = "en") -> list[tuple[str, str]]:
    found = compare_scripts(read_wording(source, language=of), read_wording(target, language=language))
    return [(finding.severity, finding.value or "") for finding in found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Brücke über die Łyna kostet 5 µm weniger – „wirklich“.", "de"),
        ("Мост открыт, сообщает Lindow Post.", "ru"),
        ("橋が「Lindow」で開通した・月曜日ー。", "ja"),
        ("林多大桥（Lindow Bridge）开通。", "zh"),
        ("다리(橋)가 열렸다.", "ko"),
        ("الجسر مفتوح في Lindow.", "ar"),
        ("पुल खुला है।", "hi"),
        ("Η γέφυρα άνοιξε.", "el"),
    ],
)
def test_the_scripts_of_a_language_pass(text: str, language: str) -> None:
    """With Latin names in them, which stand everywhere."""
    assert [] == _found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Die Brücke ist открыт.", "de", "открыт"),
        ("Мост 開通 сегодня.", "ru", "開通"),
        ("الجسر открыт.", "ar", "открыт"),
        ("大桥 открыт。", "zh", "открыт"),
        ("林多大桥がありました。", "zh", "がありました"),
    ],
)
def test_a_word_in_a_third_script_is_told(text: str, language: str, value: str) -> None:
    """It is neither the translation's nor the source's."""
    assert [("warning", value)] == _found(text, language)


def test_a_word_left_in_the_script_of_the_source_is_told() -> None:
    """A Russian word that nobody translated."""
    assert [("warning", "мост")] == _found("The мост is open.", "en", source="Новый мост открыт.", of="ru")


@pytest.mark.parametrize("word", ["Mосква", "moсt", "Αthens"])
def test_letters_of_two_scripts_in_a_word_are_told(word: str) -> None:
    """A Latin letter that looks like one of the others, or the other way round."""
    assert True is any(word in value for _, value in _found(f"{word} 2024 Łódź", "pl"))


@pytest.mark.parametrize("sign", ["\ufffd", "<0xE2>", "<unk>", "⁇", "▁Brücke"])
def test_what_was_not_decoded_is_an_error(sign: str) -> None:
    """A reader sees garbage."""
    assert ["error"] == [severity for severity, _ in _found(f"Die {sign} ist offen.", "de")]


@pytest.mark.parametrize("sign", ["\x93", "\x00", "BrÃ¼cke", "â€œ", "\ue000"])
def test_text_in_the_wrong_encoding_is_a_warning(sign: str) -> None:
    """And so are characters that can't be printed."""
    assert ["warning"] == [severity for severity, _ in _found(f"Die {sign} ist offen.", "de")]


def test_what_the_source_has_may_stay() -> None:
    """Its own odd signs are no fault of the translator."""
    assert [] == _found("Das \ufffd steht da.", "de", source="The \ufffd stands there.")
