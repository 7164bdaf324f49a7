"""A source that was left untranslated."""

import pytest

from service.checks.echo import compare_echo
from service.checks.wording import read_wording

ENGLISH = "The mayor said that the new bridge was opened on Monday after three years of work."
RUSSIAN = "Мэр сказала, что новый мост был открыт в понедельник после трёх лет работы."
CHINESE = "市长说，新桥经过三年的施工后于周一开通，老城区的居民一直在等待这一天。"
GERMAN = "Die Bürgermeisterin sagte, die neue Brücke sei nach drei Jahren Bauzeit am Montag eröffnet worden."


def _found(source: str, target: str, languages: str) -> list[tuple[str, str]]:
    before, _, after = languages.partition("-")
    found = compare_echo(read_wording(source, language=before), read_wording(target, language=after))
    return [(finding.kind, finding.severity) for finding in found]


@pytest.mark.parametrize(
    ("source", "languages"),
    [(ENGLISH, f"en-{target}") for target in ("de", "fr", "af", "ru", "ar", "hi", "zh", "ja", "th", "ko")]
    + [(RUSSIAN, "ru-uk"), (RUSSIAN, "ru-en"), (CHINESE, "zh-ja"), (CHINESE, "zh-en"), (GERMAN, "de-nl")],
)
def test_the_source_itself_is_an_error(source: str, languages: str) -> None:
    """Whatever the languages; a change of marks and capitals does not hide it."""
    assert [("echo", "error")] == _found(source, source, languages)
    assert [("echo", "error")] == _found(source, f"«{source.upper().lower()}»", languages)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [(ENGLISH, GERMAN, "en-de"), (ENGLISH, RUSSIAN, "en-ru"), (CHINESE, ENGLISH, "zh-en"), (ENGLISH, CHINESE, "en-zh")],
)
def test_a_translation_passes(source: str, target: str, languages: str) -> None:
    """No words in common."""
    assert [] == _found(source, target, languages)


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [(ENGLISH, GERMAN, "en-de"), (ENGLISH, RUSSIAN, "en-ru"), (CHINESE, ENGLISH, "zh-en"), (ENGLISH, CHINESE, "en-zh")],
)
def test_a_sentence_left_as_it_was_is_told(source: str, target: str, languages: str) -> None:
    """One of two is translated."""
    before, _, after = languages.partition("-")
    given = f"{source} {source.replace('Monday', 'Tuesday')}"
    assert ["echo"] == [kind for kind, _ in _found(given, f"{target} {source}", f"{before}-{after}")]


def test_what_was_left_is_quoted() -> None:
    """So that an editor finds it."""
    source = read_wording("It is known that this was not what they had been told.", language="en")
    target = read_wording("Man weiß, dass this was not what they had nicht gesagt wurde, und so weiter.", language="de")
    assert ["this was not what they had"] == [finding.value for finding in compare_echo(source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Anna Lindqvist, Kari Oja, Per Holm", "Anna Lindqvist, Kari Oja, Per Holm"),
        ("Lindow United 3 – Karstadt City 1", "Lindow United 3 – Karstadt City 1"),
        ("Photo: Kari Oja", "Photo: Kari Oja"),
        (
            "On Monday evening the choir of the old town sang The Long Road to the Sea in the church.",
            "Am Montagabend sang der Chor der Altstadt in der Kirche „The Long Road to the Sea“.",
        ),
    ],
)
def test_names_and_titles_may_stay(source: str, target: str) -> None:
    """Nothing in them is to be translated."""
    assert [] == [severity for _, severity in _found(source, target, "en-de") if severity == "error"]


def test_danish_may_read_like_norwegian() -> None:
    """Half the words are the same, in the same order."""
    norwegian = "Hun har vært i byen i tre år og vil ikke flytte til en annen."
    danish = "Hun har været i byen i tre år og vil ikke flytte til en anden."
    assert [] == _found(norwegian, danish, "nb-da")


def test_nothing_is_shared_with_nothing() -> None:
    """Empty texts."""
    assert [] == _found("", "", "en-de") + _found(ENGLISH, "", "en-zh")
