import pytest

from service.checks.names_foreign import foreign_names, read_words

_ARTICLE = (
    "Mayor Helena Brandt said the World Trade Board would move to Lisbon. Brandt's deputy, Jon-Erik Falk, "
    "spoke of a French plan. The United States did not comment."
)


@pytest.mark.parametrize(
    "name", ["Helena Brandt", "Brandt", "Falk", "WTB", "Lisbon", "France", "American", "Jon-Erik Falk", "Brandts"]
)
def test_a_name_that_the_article_has_in_some_form(name: str) -> None:
    """Surnames alone, acronyms, countries by their adjective and endings are known."""
    assert () == foreign_names([name], read_words(_ARTICLE, "en"), language="en")


@pytest.mark.parametrize(
    ("name", "severity"),
    [("Oscar Lindqvist", "error"), ("Lindqvist", "warning"), ("Helena Lindqvist", "warning"), ("Spain", "warning")],
)
def test_a_name_that_it_does_not_have(name: str, severity: str) -> None:
    """A whole name that is new is an error, one of which a part is known a warning."""
    found = foreign_names([name], read_words(_ARTICLE, "en"), language="en")
    assert [(severity, name)] == [(finding.severity, finding.value) for finding in found]


@pytest.mark.parametrize(("name", "expected"), [("EC", []), ("TB", []), ("US", ["US"]), ("FB", ["FB"])])
def test_two_letters_are_those_of_two_capitals(name: str, expected: list[str]) -> None:
    """Any article has two words with these initials side by side."""
    article = "The European Council and the Trade Board met, for business under siege."
    found = foreign_names([name], read_words(article, "en"), language="en")
    assert expected == [finding.value for finding in found]


@pytest.mark.parametrize(
    ("language", "article", "known", "new"),
    [
        ("de", "Bürgermeister Karl Hofstetter sprach mit Anna Lenz.", "Hofstetters", "Wegener"),
        ("ru", "Мэр встретился с Игорем Бубновым и Анной Ленской.", "Бубнов", "Орлов"),
        ("pl", "Burmistrz rozmawiał z Janem Sikorą w Gdańsku.", "Sikora", "Nowicki"),
        ("fi", "Pormestari tapasi Sanna Virtasen Oulussa.", "Virtanen", "Mäkelä"),
    ],
)
def test_endings_are_no_other_name(language: str, article: str, known: str, new: str) -> None:
    """Languages with cases write one name in many forms."""
    words = read_words(article, language)
    assert [new] == [finding.value for finding in foreign_names([known, new], words, language=language)]
