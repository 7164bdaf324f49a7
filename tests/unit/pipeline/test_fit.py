"""Choosing whole sentences under a ceiling."""

from service.pipeline.fit import choose, leaning_orders
from service.records import Ceiling, Span, SummarySentence

LEAD = "The council of Lyon approved the budget."
HE = "He thanked the council."
COST = "Taxes rise by two percent."
VOTE = "Ten members voted against it on Monday in Lyon."


def offered(*texts: str, ranks: tuple[int, ...] | None = None) -> list[SummarySentence]:
    """Sentences in reading order with the ranks given, their order if none."""
    places = ranks or tuple(range(len(texts)))
    return [
        SummarySentence(text, (Span(order, order + 1),), order=order, rank=rank)
        for order, (text, rank) in enumerate(zip(texts, places, strict=True))
    ]


def words_of(sentences: list[SummarySentence]) -> dict[int, str]:
    """Each sentence's own words by its order."""
    return {item.order: item.text for item in sentences}


def chosen_orders(sentences: list[SummarySentence], ceiling: Ceiling, **options: object) -> list[int]:
    """The orders chosen from the sentences' own words."""
    language = str(options.get("language", "en"))
    leaning = leaning_orders(sentences, language=language)
    chosen = choose(sentences, words_of(sentences), ceiling, language=language, leaning=leaning)
    return [item.order for item in chosen]


def test_the_best_are_chosen_and_read_in_order() -> None:
    """Rank says which sentences come in, order how they are read."""
    sentences = offered(LEAD, VOTE, COST, ranks=(1, 2, 0))
    assert [0, 2] == chosen_orders(sentences, Ceiling(max_words=12))


def test_a_sentence_that_does_not_fit_gives_way_to_the_next() -> None:
    """A long sentence of a better rank is passed over whole."""
    sentences = offered(LEAD, VOTE, COST)
    assert [0, 2] == chosen_orders(sentences, Ceiling(max_words=12))


def test_nothing_is_chosen_where_nothing_fits() -> None:
    """No sentence is cut to make it fit."""
    assert [] == chosen_orders(offered(LEAD, VOTE), Ceiling(max_words=3))


def test_no_limit_takes_all() -> None:
    """A ceiling without a limit lets every sentence through."""
    assert [0, 1, 2] == chosen_orders(offered(LEAD, VOTE, COST), Ceiling())


def test_characters_count_the_separators() -> None:
    """Two sentences with their space fit exactly, and not in one character less."""
    sentences = offered(LEAD, COST)
    exact = len(f"{LEAD} {COST}")
    fitted = [chosen_orders(sentences, Ceiling(max_characters=limit)) for limit in (exact, exact - 1)]
    assert [[0, 1], [0]] == fitted


def test_no_separator_is_counted_where_none_is_written() -> None:
    """Chinese sentences stand side by side."""
    sentences = offered("市议会批准了预算。", "税收将上升。")
    assert [0, 1] == chosen_orders(sentences, Ceiling(max_characters=15), language="zh")


def test_one_sentence_is_one_sentence() -> None:
    """A ceiling of one sentence takes the best that stands alone."""
    assert [2] == chosen_orders(offered(LEAD, VOTE, COST, ranks=(1, 2, 0)), Ceiling(max_sentences=1))


def test_a_pronoun_follows_its_antecedent_only() -> None:
    """ "He" is chosen after the sentence before it, however well it ranks."""
    sentences = offered(LEAD, HE, COST, ranks=(2, 0, 1))
    fitted = [chosen_orders(sentences, Ceiling(max_sentences=most)) for most in (1, 2, 3)]
    assert [[2], [0, 2], [0, 1, 2]] == fitted


def test_a_pronoun_of_a_better_rank_comes_in_with_its_antecedent() -> None:
    """Once the antecedent is in, the sentence that waited for it goes before lower ranks."""
    sentences = offered(LEAD, HE, COST, VOTE, ranks=(1, 0, 2, 3))
    assert [0, 1] == chosen_orders(sentences, Ceiling(max_sentences=2))


def test_a_pronoun_without_a_neighbour_on_offer_may_stand() -> None:
    """Where the engine had nothing better to offer, a brief is better than none."""
    assert [0] == chosen_orders(offered(HE), Ceiling(max_sentences=1))


def test_padding_far_down_the_ranking_is_not_looked_for() -> None:
    """After a few that don't fit, a short sentence from the end of the ranking stays out."""
    sentences = offered(LEAD, *[VOTE] * 6, COST)
    assert [0] == chosen_orders(sentences, Ceiling(max_words=12))


def test_the_wording_of_the_translation_is_what_counts() -> None:
    """A sentence whose translation is too long makes room for another; one without a translation is left out."""
    sentences = offered(LEAD, VOTE, COST)
    texts = {0: "mot " * 20, 2: "Les impôts augmentent."}
    chosen = choose(sentences, texts, Ceiling(max_words=12), language="fr")
    assert [2] == [item.order for item in chosen]
