"""Which words of a sentence its article does not have, and from which places it was put together."""

import pytest

from service.checks.grounding import novel_words, read_words, split_words
from service.checks.grounding_en import FORMS
from service.checks.grounding_pieces import Cuts, WordOrder, count_cuts
from service.checks.names_foreign import read_words as read_known_words

STORY = (
    "The harbour council banned large ships in spring.",
    "Fishermen welcomed the ban, which protects whales near Osterby.",
    "Tour operators said they would sue.",
)


def novel(sentence: str, story: str, language: str = "en") -> list[str]:
    """The new content words of a sentence."""
    known = read_words(split_words(story, language))
    return [word.text for word in novel_words(split_words(sentence, language), known) if word.content]


@pytest.mark.parametrize(
    ("language", "story", "sentence", "expected"),
    [
        ("en", " ".join(STORY), "Fisherman welcomes the protection of a whale.", []),
        ("en", " ".join(STORY), "Pilots welcomed the ban on submarines.", ["Pilots", "submarines"]),
        ("en", "The U.K. left early.", "The UK left.", []),
        ("en", "Prices rose by 12 percent.", "Prices rose by 99 percent.", []),
        ("de", "Der Stadtrat verbietet große Schiffe.", "Der Stadtrat verbietet alle Flugzeuge.", ["Flugzeuge"]),
        ("fr", "L'usine ferme ses portes.", "Fermeture d'une usine et d'un cinéma.", ["cinéma"]),
        ("ru", "Совет запретил большие корабли.", "Большим кораблям запретили самолёты.", ["самолёты"]),
        ("el", "Το συμβούλιο απαγόρευσε τα πλοία.", "Το συμβούλιο απαγόρευσε τα αεροπλάνα.", ["αεροπλάνα"]),
        ("hi", "परिषद ने बड़े जहाज़ रोके।", "परिषद ने विमान रोके।", ["विमान"]),
        ("zh", "市议会禁止大船。", "市议会禁止飞机。", []),
    ],
)
def test_words_that_the_article_does_not_have(language: str, story: str, sentence: str, expected: list[str]) -> None:
    """Forms of a word are one word; numbers, and scripts without spaces, are left to others."""
    assert expected == novel(sentence, story, language)


@pytest.mark.parametrize("text", ["", "…", "12", "“”", "中文"])
def test_a_text_without_words_has_none(text: str) -> None:
    """Nothing is made of marks."""
    assert [] == [word for word in split_words(text, "en") if word.lower.isalpha()]


def order_of(*sentences: str) -> WordOrder:
    """The words of an article in order."""
    return WordOrder([split_words(sentence, "en") for sentence in sentences])


def test_a_sentence_of_the_article_is_one_piece() -> None:
    """Nothing is cut, and nothing stands outside."""
    assert Cuts(1, 0, 0, 0) == count_cuts(split_words(STORY[1], "en"), order_of(*STORY))


def test_what_is_left_out_is_no_cut() -> None:
    """A shortened sentence goes on in the same sentence of the article."""
    assert Cuts(2, 0, 0, 0) == count_cuts(split_words("The harbour council banned ships", "en"), order_of(*STORY))


def test_going_back_is_a_cut() -> None:
    """The end of the article joined to its beginning."""
    assert Cuts(2, 1, 0, 0) == count_cuts(split_words("Fishermen welcomed the harbour council", "en"), order_of(*STORY))


def test_a_word_put_in_from_elsewhere_is_no_cut() -> None:
    """One word between two pieces that go on does not count."""
    words = split_words("Fishermen welcomed the operators which protects whales", "en")
    assert 0 == count_cuts(words, order_of(*STORY)).cuts


def test_far_cuts_are_counted_apart() -> None:
    """A long way on, or back."""
    filler = ["Neighbours talked about gardens and the weather for hours."] * 5
    order = order_of("Anna Berglund slept late.", *filler, "Tomas Vidal stole two boats.")
    assert Cuts(2, 1, 1, 0) == count_cuts(split_words("Anna Berglund stole two boats.", "en"), order)


def test_a_sentence_of_no_known_word_has_no_piece() -> None:
    """All of it stands outside."""
    assert Cuts(0, 0, 0, 2) == count_cuts(split_words("Purple elephants", "en"), order_of(*STORY))


def named(sentence: str, story: str) -> list[str]:
    """The new content words where the article's places and initials are known too."""
    known = read_known_words(story, "en")
    article = read_words(split_words(story, "en"), language="en", places=known.places, initials=known.initials)
    return [word.text for word in novel_words(split_words(sentence, "en"), article) if word.content]


@pytest.mark.parametrize(
    ("story", "sentence", "expected"),
    [
        ("A mine fell in China.", "A Chinese mine fell.", []),
        ("The WTB met.", "The World Trade Board met.", []),
        ("The world trade board met.", "The WTB met.", []),
        ("The board met.", "The World Trade Club met.", ["World", "Trade", "Club"]),
        ("They begin and speak.", "They have begun; they spoke.", []),
        ("The cat's owner left.", "The cat’s owner is leaving.", []),
    ],
)
def test_words_that_stand_for_others(story: str, sentence: str, expected: list[str]) -> None:
    """Adjectives of countries, acronyms and forms that begin otherwise are no new words."""
    assert expected == named(sentence, story)


@pytest.mark.parametrize("entry", FORMS)
def test_a_form_is_of_one_word(entry: str) -> None:
    """No form stands in two groups."""
    others = {form for group in FORMS if group != entry for form in group.split()}
    assert set() == others & set(entry.split())
