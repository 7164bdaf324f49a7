import pytest

from service.engines.apertium_dates import around_months, dated_months, reword_dates
from service.errors import EngineUnavailable

REWORDED = {
    "It closed on March 3, 2025, in Paris.": "It closed on 3 March 2025, in Paris.",
    "It closed on March 3rd.": "It closed on 3 March.",
    "It closed on 3 March 2025.": "It closed on 3 March 2025.",
    "It closed on 3rd March.": "It closed on 3 March.",
    "It closed on the 3rd of March.": "It closed on 3 March.",
    "Born in August 1955.": "Born in August of 1955.",
    "The March 2024 report is late.": "The report of March of 2024 is late.",
    "He died last June.": "He died the past June.",
    "It opened in late July.": "It opened at the end of July.",
    "It is done by late July.": "It is done before the end of July.",
    "In early July it rained.": "At the beginning of July it rained.",
    "It was made mid-October.": "It was made in the middle of October.",
    "It was made in mid-October.": "It was made in the middle of October.",
    "Talks run from March to July.": "Talks run from the month of March to the month of July.",
    "Shut until April.": "Shut until the month of April.",
    "Shut from 3 to 7 August.": "Shut from the 3 to the 7 of August.",
    "Shut from April 2 to April 9.": "Shut from the 2 of April to the 9 of April.",
    "In the year to March it fell.": "In the year to the month of March it fell.",
    "The deadline is 3 April.": "The deadline is the day 3 of April.",
    "Since January prices rose.": "Since the month of January, prices rose.",
    "They may march in May.": "They may march in May.",
    "In May 3,000 people came.": "In May 3,000 people came.",
    "In May 3 million people came.": "In May 3 million people came.",
    "The marchers of midweek came.": "The marchers of midweek came.",
}


@pytest.mark.parametrize("text", REWORDED)
def test_dates_are_reworded(text):
    """Every form of a date becomes one that the pairs render, with the same digits."""
    assert REWORDED[text] == reword_dates(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The party stood by May.", ("Theresa May",)),
        ("Fewer people than since April came.", ("April Jones",)),
        ("The May 2 Movement won.", ("May 2 Movement",)),
    ],
)
def test_months_that_are_names_stay(text, names):
    """A month that the caller knows as part of a name is no date, unless a number beside it says so."""
    assert text == reword_dates(text, names)


def test_number_beside_a_month_makes_a_date_even_of_a_name():
    """`May 1970` is a month, whoever Ana May is."""
    assert "Ana May came in May of 1970." == reword_dates("Ana May came in May 1970.", ("Ana May",))


def pair(months, *, loses=()):
    """An exchange in Spanish that knows some months, and loses others, with the texts that it was sent."""
    sent = []

    def exchange(texts):
        sent.extend(text.decode() for text in texts)
        out = [text.decode() for text in texts]
        for month, name in months.items():
            out = [text.replace(month, "" if month in loses else name) for text in out]
        return [text.encode() for text in out]

    return around_months(exchange, "es"), sent


SPANISH = {"July": "julio", "October": "octubre", "September": "septiembre"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March and April", "in marzo and abril"),
        ("in July and March", "in julio and marzo"),
        ("3 August 2025", "3 agosto 2025"),
        ("in March, in March", "in marzo, in marzo"),
        ("the march in May", "the march in mayo"),
        ("said Ana May", "said Ana May"),
        ("you May go", "you May go"),
    ],
)
def test_month_travels_as_another(text, expected):
    """A month that the pair gets wrong comes out right, and what is no month does not change."""
    exchange, _ = pair(SPANISH)
    assert [expected.encode()] == exchange([text.encode()])


def test_lost_month_is_sent_again_as_it_is():
    """A pair that drops the stand-in is asked again with the month itself, for a wrong month is worse."""
    exchange, sent = pair(SPANISH, loses=("July",))
    assert [b"in March"] == exchange([b"in March"])
    assert ["in July", "in March"] == sent


def test_error_stays_in_its_place():
    """A text that the pair fails on is an error, and its neighbours are not."""
    error = EngineUnavailable("died")
    exchange = around_months(lambda texts: [error, b"en julio"], "es")
    assert [error, b"en marzo"] == exchange([b"in May", b"in March"])


def test_other_targets_get_the_exchange_itself():
    """Galician and Esperanto know every month."""
    assert len is around_months(len, "gl")


@pytest.mark.parametrize("piece", ["March ", "3 ", "in March, ", "May 3, ", "from 3 to 7 ", "mid-", "A " * 3])
def test_hostile_text_takes_linear_time(piece):
    """What is repeated ten thousand times is looked at about once; quadratic work would take minutes."""
    text = piece * 10_000
    assert isinstance(reword_dates(text), str)
    assert 1 == len(around_months(list, "es")([text.encode()]))


def test_month_beside_a_number_is_no_name():
    """Where a person is called May, `3 May` and `May 2025` are dates and `left May` is her."""
    text = "3 May, May 2025, left May, May of 2024"
    assert frozenset({2, 7, 27}) == dated_months(text)
