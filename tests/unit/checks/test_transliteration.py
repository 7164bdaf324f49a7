import pytest

from service.checks.transliteration import hear, likeness, pattern_of, spell, voices


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("Łukaszewicz", "lukaszewicz"),
        ("Шевчук", "shevchuk"),
        ("Μπάρντας", "bardas"),
        ("נתן", "ntn"),
        ("मोहन", "maohana"),
        ("김", "gim"),
        ("タナカ", "tanaka"),
        ("安娜", "anna"),
        ("সুমন", "saumana"),
    ],
)
def test_spelled_in_the_latin_alphabet(word: str, spelled: str) -> None:
    """Every script is spelled in the letters a to z."""
    assert spelled == spell(word)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Jenkins", "Дженкинс"),
        ("Hartmann", "Гартман"),
        ("Wójcik", "Wojcik"),
        ("Bergström", "Μπέργκστρεμ"),
        ("Delacroix", "Делакруа"),
        ("Mortensen", "मोर्टेनसेन"),
        ("Robertson", "ロバートソン"),
        ("Kowalska", "코발스카"),
        ("Schmidt", "Šmit"),
        ("Kuznetsov", "קוזנצוב"),
        ("Ramirez", "راميريز"),
    ],
)
def test_a_name_sounds_like_itself_in_another_script(name: str, written: str) -> None:
    """A transliterated name is more alike than the thresholds of the check, in one of its voices."""
    other = hear(written, coarse=True)
    said = [likeness(pattern_of(one.consonants), other.consonants) for one in voices(name, coarse=True)]
    assert max(said) >= 0.66


@pytest.mark.parametrize(("name", "other"), [("Jenkins", "Вольский"), ("Robertson", "グプタ"), ("Ramirez", "코발스카")])
def test_other_names_sound_otherwise(name: str, other: str) -> None:
    """Names that have nothing to do with each other stay far below the thresholds."""
    heard = hear(other, coarse=True)
    assert max(likeness(pattern_of(one.sounds), heard.sounds) for one in voices(name, coarse=True)) < 0.6


def test_likeness_is_one_for_the_same_and_none_for_nothing() -> None:
    """The measure runs from 0 to 1."""
    assert [1.0, 0.0, 0.0] == [likeness(pattern_of("MRKL"), other) for other in ("MRKL", "TSTS", "")]


def test_a_word_of_any_length_is_heard_in_no_time() -> None:
    """What is longer than any name is cut."""
    assert len(hear("abcdefghik" * 20_000).sounds) <= 60
