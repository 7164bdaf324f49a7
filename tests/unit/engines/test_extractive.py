"""The embedded extractive summariser."""

from pathlib import Path

import pytest

from service.engines.extractive import ExtractiveSummariser, usable
from service.engines.headline import without_full_stop
from service.pipeline.fit import choose, leaning_orders
from service.pipeline.lengths import named_ceiling
from service.records import Article, Ceiling, Quote, Sentence, Span, Summary, SummaryRequest
from service.text.clean import find_removed
from service.text.sentences import split_sentences

SEEDS = Path(__file__).parents[3] / "seeds"
COUNCIL = (
    "The city council of Lyon approved a budget of two billion euros on Monday.",
    "Mayor Anna Keller said that the budget would pay for schools and trams.",
    "She also promised new parks.",
    "However, the opposition called the budget reckless.",
    "Will the trams ever run on time?",
    "The budget comes before the council of ministers in June.",
)


def article(*texts: str, language: str = "en", title: str | None = None, quotes: tuple[Quote, ...] = ()) -> Article:
    """An article of one paragraph a sentence."""
    sentences = []
    at = 0
    for paragraph, text in enumerate(texts):
        sentences.append(Sentence(text, at, at + len(text), paragraph))
        at += len(text) + 1
    return Article("\n".join(texts), False, title, language, 1.0, (), tuple(sentences), quotes, (), 0)


def summarise(read: Article) -> Summary:
    """The summary of one article."""
    summary = ExtractiveSummariser().summarise([SummaryRequest(read, Ceiling(max_words=60))])[0]
    assert isinstance(summary, Summary)
    return summary


def brief(read: Article, length: str = "short") -> list[str]:
    """The brief's sentences at a named length."""
    summary = summarise(read)
    texts = {item.order: item.text for item in summary.sentences}
    leaning = leaning_orders(summary.sentences, language=read.language)
    ceiling = named_ceiling(length)
    return [item.text for item in choose(summary.sentences, texts, ceiling, language=read.language, leaning=leaning)]


def seed(name: str) -> Article:
    """A seed article, cleaned and split."""
    text = next(SEEDS.glob(f"{name}*")).read_text(encoding="utf-8")
    cleaned = find_removed(text, language="en")
    gaps = sorted([*cleaned.removed, *filter(None, [cleaned.title_span])], key=lambda gap: gap.start)
    sentences = split_sentences(text, language="en", removed=gaps)
    return Article(text, False, cleaned.title, "en", 1.0, cleaned.removed, sentences, (), (), 0)


def test_every_sentence_is_verbatim_with_its_evidence() -> None:
    """A sentence on offer is a stretch of the article, and says which."""
    read = article(*COUNCIL)
    summary = summarise(read)
    assert [item.text for item in summary.sentences] == [
        read.text[span.start : span.end] for item in summary.sentences for span in item.evidence
    ]


def test_orders_are_places_and_ranks_are_a_ranking() -> None:
    """Orders rise in reading order and ranks count from 0 without a gap."""
    sentences = summarise(article(*COUNCIL)).sentences
    assert ([0, 1, 2, 3, 5], [0, 1, 2, 3, 4]) == (
        [item.order for item in sentences],
        sorted(item.rank for item in sentences),
    )


def test_the_lead_comes_first() -> None:
    """The news is in the first sentence, and the ranking knows it."""
    assert COUNCIL[0] == min(summarise(article(*COUNCIL)).sentences, key=lambda item: item.rank).text


def test_a_pronoun_after_an_unusable_sentence_is_left_out() -> None:
    """ "She" after a question has no antecedent to stand beside."""
    read = article(COUNCIL[0], COUNCIL[4], COUNCIL[2], COUNCIL[5])
    assert [True, False, False, True] == usable(read)


def test_a_sentence_inside_a_quotation_is_left_out() -> None:
    """Words cut from who said them are nobody's news."""
    said = "The trams will run in May. I promise it to the people."
    text = f'{COUNCIL[0]} "{said}"'
    start = len(COUNCIL[0]) + 2
    middle = start + said.index("I")
    spans = [(0, len(COUNCIL[0])), (start, middle - 1), (middle, start + len(said))]
    quote = Quote(said, start, start + len(said), "full", None, None, 1.0, 1.0)
    sentences = tuple(Sentence(text[a:b], a, b, 0) for a, b in spans)
    read = Article(text, False, None, "en", 1.0, (), sentences, (quote,), (), 0)
    assert [True, False, False] == usable(read)


def test_a_heading_without_a_full_stop_is_left_out() -> None:
    """A line that ends as no sentence does is a heading where the others end."""
    assert [True, False, True] == usable(article(COUNCIL[0], "What the new budget means for you", COUNCIL[1]))


def test_sentences_without_full_stops_are_kept_where_none_has_any() -> None:
    """Thai writes no full stops: they prove nothing there."""
    texts = ("สภาเมืองอนุมัติงบประมาณฉบับใหม่เมื่อวันจันทร์", "นายกเทศมนตรีกล่าวว่างบประมาณจะใช้สร้างโรงเรียน")
    assert [True, True] == usable(article(*texts, language="th"))


def test_an_article_of_unfit_sentences_still_gives_something() -> None:
    """A single question is better than an empty brief."""
    assert ["Will it rain?"] == brief(article("Will it rain?"))


def test_an_article_without_a_sentence_is_an_error_in_its_place() -> None:
    """One empty article doesn't take its batch mates with it."""
    results = ExtractiveSummariser().summarise(
        [SummaryRequest(read, Ceiling()) for read in (article(), article(*COUNCIL))]
    )
    assert ["EngineError", "Summary"] == [type(result).__name__ for result in results]


def test_the_same_article_gives_the_same_summary() -> None:
    """No set order or random number shows in the answer."""
    assert summarise(article(*COUNCIL, title="Lyon")) == summarise(article(*COUNCIL, title="Lyon"))


def test_what_was_said_is_not_said_again() -> None:
    """A sentence that repeats the lead ranks behind one that adds something."""
    repeated = "On Monday the city council of Lyon approved a budget of two billion euros."
    read = article(COUNCIL[0], repeated, COUNCIL[1], COUNCIL[5])
    ranks = {item.text: item.rank for item in summarise(read).sentences}
    assert ranks[COUNCIL[1]] < ranks[repeated]


def test_the_title_is_the_headline() -> None:
    """A title is taken as it is, with the sentences of the lead that carry its words."""
    headline = summarise(article(*COUNCIL, title="Lyon approves budget")).headline
    assert ("Lyon approves budget", Span(0, len(COUNCIL[0]))) == (headline.text, headline.evidence[0])


def test_a_title_in_the_text_is_its_own_evidence() -> None:
    """Where the title stands in the text, its evidence is that place."""
    read = article(*COUNCIL)
    read = Article(read.text, False, "The city", "en", 1.0, (), read.sentences, (), (), 0, title_span=Span(0, 8))
    assert (Span(0, 8),) == summarise(read).headline.evidence


def test_a_title_of_foreign_words_has_the_lead_as_evidence() -> None:
    """A headline never goes without evidence."""
    assert (Span(0, len(COUNCIL[0])),) == summarise(article(*COUNCIL, title="Öt!")).headline.evidence


def test_without_a_title_a_short_sentence_is_the_headline() -> None:
    """It is verbatim, short, and has no full stop; its evidence is exactly it."""
    read = article(*COUNCIL)
    headline = summarise(read).headline
    span = headline.evidence[0]
    assert ("The city council of Lyon approved a budget of two billion euros on Monday", headline.text) == (
        headline.text,
        read.text[span.start : span.end],
    )


def test_under_a_long_lead_the_headline_is_short_and_says_as_much() -> None:
    """Where the lead is too long, a short sentence on the same news is taken."""
    long_lead = COUNCIL[0].rstrip(".") + ", " + "after many hours of talks " * 4 + "in the town hall."
    near = "The council of Lyon approved the budget by forty votes."
    read = article(long_lead, "Rain fell on the river for most of the day.", near)
    assert near.rstrip(".") == summarise(read).headline.text


def test_a_short_sentence_on_another_matter_is_no_headline() -> None:
    """Where no short sentence tells the lead's news, the lead itself is taken, up to forty words."""
    lead = COUNCIL[0].rstrip(".") + " after a night of talks with the mayor, the unions and the owners of the trams."
    read = article(lead, "Rain fell on the river for most of the day.", "Fishermen went home with empty nets.")
    assert lead.rstrip(".") == summarise(read).headline.text


def test_a_headline_without_spaces_may_have_as_many_words_as_any() -> None:
    """A kana counts as one word under a ceiling; a headline of two dozen real words is not too long for that."""
    lead = "リヨンの市議会は十四日、学校と路面電車のための総額二十億ユーロの新しい予算案を賛成多数で可決した。"
    read = article(lead, "具体的な時期は明らかにされていない。", language="ja")
    assert lead.rstrip("。") == summarise(read).headline.text


def test_a_headline_keeps_the_ceiling_where_one_can() -> None:
    """A best sentence over the ceiling gives way to one that fits under it."""
    near = "The council of Lyon approved the budget."
    request = SummaryRequest(article(COUNCIL[0], near), Ceiling(max_words=10))
    summary = ExtractiveSummariser().summarise([request])[0]
    assert isinstance(summary, Summary)
    assert near.rstrip(".") == summary.headline.text


def test_a_sentence_the_article_comes_back_to_ranks_before_one_that_stands_apart() -> None:
    """Of two sentences alike in shape, the later one is better where others take up its words."""
    apart = "Bakers praised warm bread beside the quiet western harbour."
    central = "Drivers wanted longer trams under the narrow eastern bridge."
    echoes = ("Longer trams need a stronger bridge, said Keller.", "The eastern bridge carries narrow trams today.")
    ranks = {item.text: item.rank for item in summarise(article(COUNCIL[0], apart, central, *echoes)).sentences}
    assert ranks[central] < ranks[apart]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", "It rained"),
        ("下雨了。", "下雨了"),
        ("It rained...", "It rained..."),
        ("He moved to the U.S.", "He moved to the U.S."),
        ("“It rained.”", "“It rained.”"),
        ("It rained!", "It rained!"),
    ],
)
def test_a_headline_has_no_final_full_stop(text: str, expected: str) -> None:
    """Only a plain full stop goes; a quotation mark keeps what it closes."""
    assert expected == without_full_stop(text)


def test_the_revision_names_rules_and_constants() -> None:
    """Two engines of the same code have the same revision."""
    assert (ExtractiveSummariser.revision, 10) == (ExtractiveSummariser().revision, len(ExtractiveSummariser.revision))


def test_the_first_seed_is_briefed_by_who_what_where() -> None:
    """The lead is in, and no pronoun opens the brief."""
    sentences = brief(seed("000"))
    assert sentences[0].startswith("A top advisor to Ukrainian President Vladimir Zelensky, Igor Zhovkva")


def test_the_second_seed_is_briefed_from_its_story() -> None:
    """It opens with a named subject, and nothing of it comes from a caption, a credit or the byline."""
    text = " ".join(brief(seed("004")))
    furniture = [word for word in ("Photo", "on 5/9.", "Thuy Lam", "Reuters", "![]") if word in text]
    assert ("President Volodymyr Zelensky", []) == (text[:28], furniture)


def test_ten_thousand_sentences_are_ranked() -> None:
    """A book is ranked whole, by work that grows with its length."""
    read = article(*(f"Member number {n} of the council spoke on matter {n % 97}." for n in range(10_000)))
    assert 10_000 == len(summarise(read).sentences)
