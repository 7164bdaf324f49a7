import pytest

from service.engines.shields import protected_spans, same_digits, shield

KNOWN = ("Clinton", "Kennedy", "Obama")


def carried(text, terms=(), **options):
    """What would be carried, as it stands in the text."""
    return [text[span.start : span.end] for span in protected_spans(text, terms, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a?b=1, or www.example.org.", ["https://example.org/a?b=1", "www.example.org"]),
        ("Write to a.b@example.org. Or @desk, #news", ["a.b@example.org", "@desk", "#news"]),
        ("At 9:30 am and 5 p.m. it cost $3.5m.", ["9:30 am", "5 p.m.", "$3.5m"]),
        ("I am 5 and she ran", []),
    ],
)
def test_addresses_are_found(text, expected):
    """URLs, e-mail addresses, handles, hashtags, times and sums are carried without being asked for."""
    assert expected == carried(text)


def test_longest_term_wins_and_words_are_whole():
    """A full name is one term, and a name inside another word is none."""
    assert ["Roger Stone", "Stone"] == carried("Roger Stone of Stoneham met Stone.", ("Stone", "Roger Stone"))


def test_either_apostrophe_matches():
    """The text has straight apostrophes by then, and the list of names may not."""
    assert ["O'Brien"] == carried("Mr O'Brien spoke", ("O’Brien",))


def test_numbers_only_on_demand():
    """Numbers pass through most pairs by themselves."""
    assert ([], ["30,000", "5/9", "7"]) == (carried("30,000 on 5/9 b7"), carried("30,000 on 5/9 b7", numbers=True))


def test_stand_in_sounds_like_the_name():
    """A vowel is carried by a vowel, for elision hangs on it; the same name has one stand-in."""
    text = "Zhovkva and Erdogan met Zhovkva"
    shielded = shield(text, protected_spans(text, ("Zhovkva", "Erdogan")), KNOWN)
    assert "Clinton and Obama met Clinton" == shielded.text


def test_stand_in_is_never_a_word_of_the_text():
    """A sentence about Clinton can't have Clinton as a stand-in."""
    text = "Zhovkva met Clinton"
    assert "Kennedy met Clinton" == shield(text, protected_spans(text, ("Zhovkva",)), KNOWN).text


def test_many_names_get_different_stand_ins():
    """Where the known surnames run out, invented words take over, all different."""
    names = tuple(f"N{chr(97 + a)}{chr(97 + b)}x" for a in range(26) for b in range(20))
    text = " ".join(names)
    shielded = shield(text, protected_spans(text, names), KNOWN)
    assert (520, text) == (len({name for name, _ in shielded.carried}), shielded.restore(shielded.text))


def test_intact_counts():
    """A stand-in that is lost or doubled is seen; another case is not a loss."""
    shielded = shield("Tykhy spoke", protected_spans("Tykhy spoke", ("Tykhy",)), KNOWN)
    answers = ("habló CLINTON", "habló", "Clinton Clinton habló")
    assert [True, False, False] == [shielded.intact(answer) for answer in answers]


def test_restored_beside_an_elision():
    """The name takes its place behind an apostrophe too."""
    shielded = shield("Erdogan spoke", protected_spans("Erdogan spoke", ("Erdogan",)), KNOWN)
    assert "l'appel d'Erdogan" == shielded.restore("l'appel d'Obama")


def test_same_digits():
    """Runs of digits may change places, and nothing else."""
    pairs = (("5/9, 30", "30 el 9/5"), ("30,000", "30000"), ("5 5", "5"))
    assert [True, False, False] == [same_digits(*pair) for pair in pairs]


@pytest.mark.parametrize(
    "text", ["www." * 5000, "a." * 10_000 + "@", "1," * 10_000, "@a" * 10_000, "http://" + "." * 20_000]
)
def test_hostile_text_is_quick(text):
    """Patterns take linear time; the bound is loose and the text long."""
    assert len(protected_spans(text, ("a b",), numbers=True)) <= len(text)


def test_month_of_a_date_is_not_carried_as_a_name():
    """`May` the person travels, `3 May` does not, and a name that begins with a date is carried whole."""
    spans = protected_spans("May came on 3 May, with 3 May Movement", ("May", "May Movement"))
    assert [(0, 3), (26, 38)] == [(span.start, span.end) for span in spans]
