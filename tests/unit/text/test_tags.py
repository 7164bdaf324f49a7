import pytest

from service.text.tags import canonical, direction, english_name, lookup, same_language, separator


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("PT-br", "pt-BR"),
        ("no", "nb"),
        ("iw", "he"),
        ("zh-hant", "zh-Hant"),
        ("eng", "en"),
        ("ca-valencia", "ca-valencia"),
    ],
)
def test_canonical_form(given: str, expected: str) -> None:
    """Tags come out in canonical case, old and macro codes as the language they mean."""
    assert canonical(given) == expected


@pytest.mark.parametrize("given", ["", "e", "english", "en_US!", "x", "12", "a" * 40])
def test_no_tag_at_all(given: str) -> None:
    """What is no BCP 47 tag is refused with its value."""
    with pytest.raises(ValueError, match="not a valid BCP 47"):
        canonical(given)


@pytest.mark.parametrize(
    ("wanted", "expected"), [("pt-BR", "pt-BR"), ("pt-AO", "pt"), ("es-MX", "es"), ("eo", None), ("zh-Hant-TW", None)]
)
def test_lookup_takes_the_nearest_parent(wanted: str, expected: str | None) -> None:
    """A variety that is not offered is served by its parent, never by another language."""
    assert lookup(wanted, {"pt", "pt-BR", "es"}) == expected


@pytest.mark.parametrize(
    ("wanted", "source", "expected"),
    [
        ("en-GB", "en", True),
        ("pt-BR", "pt", True),
        ("zh-Hant", "zh", False),
        ("sr-Latn", "sr", False),
        ("es", "ca", False),
    ],
)
def test_same_language_is_one_language_in_one_script(wanted: str, source: str, expected: bool) -> None:
    """A brief needs no translation within a language, unless the script differs."""
    assert same_language(wanted, source) is expected


def test_direction_name_and_separator() -> None:
    """Arabic runs right to left, Japanese has no space between sentences, names are English."""
    found = (direction("ar"), direction("en"), separator("ja"), separator("th"), english_name("pt-BR"))
    assert found == ("rtl", "ltr", "", " ", "Portuguese (Brazil)")
