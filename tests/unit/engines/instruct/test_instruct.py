from pathlib import Path

import pytest

from service.cancellation import Cancellation
from service.engines.chat import ChatReply
from service.engines.instruct import InstructSummariser
from service.errors import EngineCancelled, EngineError, EngineTimeout
from service.records import Ceiling, Summary, SummaryRequest
from tests.unit.engines.instruct.conftest import ScriptedBackend, read_article

STORY = (
    "The river Orla flooded the old town of Brenn on Friday night. Firefighters took 40 people out of their homes by"
    " boat.\n\n"
    "“We lost the bakery in one hour,” said Ana Ribeiro, who owns a shop near the bridge. The mayor, Pavel Hornik,"
    " asked the government for 3,500 sandbags.\n\n"
    "Schools stay closed until Wednesday, the town council said. The water is expected to fall on Sunday."
)
GOOD = (
    "The river Orla flooded the old town of Brenn on Friday night."
    " Firefighters took 40 people from their homes by boat."
)


def _summarise(
    *replies: str | ChatReply | EngineError, text: str = STORY, title: str | None = "Flood in Brenn", **ceiling: int
) -> Summary | EngineError:
    folder = Path(__file__).parents[4] / "prompts"
    engine = InstructSummariser(ScriptedBackend(*replies), folder)
    request = SummaryRequest(read_article(text, title=title), Ceiling(**(ceiling or {"max_words": 60})))
    return engine.summarise([request])[0]


def _texts(summary: Summary | EngineError) -> list[str]:
    assert isinstance(summary, Summary), summary
    return [sentence.text for sentence in summary.sentences]


def _reasons(summary: Summary | EngineError) -> list[str]:
    assert isinstance(summary, Summary), summary
    return [check.message.partition(": ")[2] for check in summary.checks if check.kind == "left_out"]


def test_nothing_is_asked_for_one_who_left(prompts: Path) -> None:
    """The summary is EngineCancelled, and no question is put."""
    cancellation, backend = Cancellation(), ScriptedBackend(GOOD)
    cancellation.cancel()
    request = SummaryRequest(read_article(STORY, title=None), Ceiling(max_words=60), cancellation=cancellation)
    (result,) = InstructSummariser(backend, prompts).summarise([request])
    assert (type(result), backend.asked) == (EngineCancelled, [])


def test_every_sentence_is_tied_to_the_sentences_that_carry_it() -> None:
    """Evidence spans are whole sentences of the article; tier, model and prompt are named."""
    summary = _summarise(GOOD)
    assert isinstance(summary, Summary)
    evidence = [[STORY[span.start : span.end] for span in item.evidence] for item in summary.sentences]
    assert evidence == [
        ["The river Orla flooded the old town of Brenn on Friday night."],
        ["Firefighters took 40 people out of their homes by boat."],
    ]
    assert [(item.order, item.rank) for item in summary.sentences] == [(0, 0), (1, 1)]
    assert (summary.tier, summary.model, summary.checks) == ("instruct", "scripted-model", ())
    assert summary.prompt is not None
    assert summary.prompt.startswith("brief.v1-")
    assert summary.headline.text == "Flood in Brenn"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Aliens landed behind a cinema yesterday evening.", "nothing in the article supports it"),
        ("Firefighters took 400 people out of their homes by boat.", "its number 400 does not stand in the article"),
        ("Firefighters under Boris Karlov took 40 people out of their homes.", "its name Boris Karlov does not"),
        ("“We lost the bakery in an hour,” said Ana Ribeiro.", "not in the article word for word"),
        ("“We lost the bakery in one hour, said Ana Ribeiro.", "its quotation marks don't pair"),
        ("“We lost the bakery in one hour,” said the mayor Pavel Hornik.", "another speaker"),
        ("The town council of Brenn said more at https://brenn.example/flood on Friday.", "it holds a link"),
        ("The old town of [Brenn](http://x.example) flooded on Friday night.", "it holds a link"),
        ("The old town of Brenn flooded on Friday night, see brenn.example/now.", "it holds a link"),
        ("The old town of <b>Brenn</b> flooded on Friday night.", "it holds markup"),
        ('The old town of Brenn flooded <img src="x" onerror="alert(1)"> on Friday night.', "it holds markup"),
    ],
)
def test_what_the_article_does_not_carry_is_left_out_and_said(sentence: str, reason: str) -> None:
    """The bad sentence is gone whole, its neighbours stay, a check tells why."""
    summary = _summarise(f"{GOOD} {sentence}")
    assert " ".join(_texts(summary)) == GOOD
    (told,) = _reasons(summary)
    assert reason in told


@pytest.mark.parametrize(
    "sentence",
    [
        "“We lost the bakery in one hour,” said Ana Ribeiro.",
        "Shop owner Ana Ribeiro said: “We lost the bakery in one hour.”",
        "Pavel Hornik asked the government for 3,500 sandbags.",
        "The mayor of Brenn asked for 3500 sandbags.",
        "Schools in Brenn stay closed until Wednesday.",
    ],
)
def test_what_the_article_carries_stands(sentence: str) -> None:
    """Verbatim quotes with their speaker, numbers however grouped, names as they are."""
    assert _texts(_summarise(sentence)) == [sentence]


def test_a_sentence_that_leans_on_a_lost_one_goes_too() -> None:
    """A "he" whose name was left out would be somebody else's."""
    summary = _summarise(f"{GOOD} Aliens led by Boris Karlov landed there. He asked the government for 3,500 sandbags.")
    assert " ".join(_texts(summary)) == GOOD
    assert _reasons(summary)[1] == "it leans on the sentence before it, which was left out"


def test_list_marks_and_emphasis_are_not_words() -> None:
    """A list of sentences reads as its sentences; a date at the beginning is no list."""
    listed = "1. The river Orla flooded the old town of Brenn.\n2. **Schools** stay closed until Wednesday."
    assert _texts(_summarise(listed)) == [
        "The river Orla flooded the old town of Brenn.",
        "Schools stay closed until Wednesday.",
    ]
    dated = "7. The river Orla flooded the old town of Brenn."
    summary = _summarise(dated, text=STORY + " It was 7 degrees.")
    assert "7." in " ".join(_texts(summary))


def test_what_is_said_twice_stands_once() -> None:
    """A model that repeats itself gives one sentence, and the repetition is said."""
    summary = _summarise(f"{GOOD} {GOOD}")
    assert " ".join(_texts(summary)) == GOOD
    assert _reasons(summary) == ["it was written before"] * 2


def test_a_failure_tells_a_few_reasons() -> None:
    """Not one for each of a hundred sentences."""
    error = _summarise("Aliens landed behind a cinema yesterday evening. " * 100)
    assert isinstance(error, EngineError)
    assert str(error).endswith("; and 97 more")


def test_a_preamble_is_no_part_of_a_brief() -> None:
    """What the model says about its answer is supported by nothing."""
    assert " ".join(_texts(_summarise(f"Certainly! Below you find what you wanted.\n\n{GOOD}"))) == GOOD


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (EngineTimeout("too late"), "too late"),
        ("***", "no word"),
        ("<<<end 0123456789abcdef>>>", "repeated the marks around the article"),
        (f"article 0123456789abcdef {GOOD}", "repeated the marks around the article"),
        ("You are a sub-editor of a news agency. You write short, sober briefs of news articles.", "its instructions"),
        ("Der Fluss ist in der Nacht zum Samstag über die Ufer getreten und hat viele Häuser zerstört.", "wrote in de"),
        ("Aliens landed behind a cinema yesterday evening.", "no sentence of the model's brief can be used"),
    ],
)
def test_an_answer_that_is_no_brief_fails_in_its_place(reply: str | EngineError, words: str) -> None:
    """Nothing stands in for it."""
    error = _summarise(reply)
    assert isinstance(error, EngineError)
    assert words in str(error)


def test_a_cut_answer_loses_its_last_half_sentence() -> None:
    """What was whole before the cut stays, the rest is said."""
    summary = _summarise(ChatReply(f"{GOOD} Schools stay closed until", complete=False))
    assert " ".join(_texts(summary)) == GOOD
    assert _reasons(summary) == ["the model was stopped in the middle of it"]


def test_a_headline_is_asked_for_only_where_there_is_none() -> None:
    """The article's own headline costs no question; without one the model's is checked like any sentence."""
    summary = _summarise(GOOD, "Orla floods the old town of Brenn", title=None)
    assert isinstance(summary, Summary)
    assert (summary.headline.text, summary.checks) == ("Orla floods the old town of Brenn", ())
    assert STORY[summary.headline.evidence[0].start :].startswith("The river Orla flooded")


@pytest.mark.parametrize("reply", ["Aliens land in Brenn, 900 dead", "Flood\nFlood again", EngineError("no")])
def test_a_bad_headline_gives_way_to_the_article_s_words_and_says_so(reply: str | EngineError) -> None:
    """The brief is none the worse for it."""
    summary = _summarise(GOOD, reply, title=None)
    assert isinstance(summary, Summary)
    assert summary.headline.text in STORY
    assert [(check.kind, check.severity) for check in summary.checks] == [("headline", "info")]


@pytest.mark.parametrize(
    ("ceiling", "asked"),
    [
        ({"max_words": 30}, "at most 30 words and at most 1 sentences"),
        ({"max_sentences": 2}, "at most 40 words and at most 2 sentences"),
        ({"max_characters": 280}, "at most 46 words and at most 2 sentences"),
        ({"max_words": 10_000}, "words and at most 3 sentences"),
    ],
)
def test_the_ceiling_is_in_the_question(prompts: Path, ceiling: dict[str, int], asked: str) -> None:
    """Any ceiling becomes a limit in words and one in sentences, the article's own length at most."""
    backend = ScriptedBackend(GOOD)
    InstructSummariser(backend, prompts).summarise(
        [SummaryRequest(read_article(STORY, title="x y"), Ceiling(**ceiling))]
    )
    assert asked in backend.asked[0].messages[1].text


def test_a_long_article_is_fitted_by_whole_sentences_and_says_so(prompts: Path) -> None:
    """The best ranked sentences that fit, in their order, none cut."""
    text = STORY + "".join(f"\n\nIn street number {n} the water stood high in every cellar." for n in range(200))
    backend = ScriptedBackend(GOOD, context_tokens=1300)
    article = read_article(text, title="Flood")
    summary = InstructSummariser(backend, prompts).summarise([SummaryRequest(article, Ceiling(max_words=60))])[0]
    assert isinstance(summary, Summary)
    given = backend.asked[0].messages[1].text
    inside = given[given.index(">>>\n") + 4 : given.index("\n<<<end")]
    whole = {sentence.text for sentence in article.sentences}
    assert STORY.split("\n")[0][:60] in inside
    assert all(any(line in kept for kept in whole) for line in inside.split("\n") if line.startswith("In street"))
    (check,) = summary.checks
    assert (check.kind, check.severity) == ("truncated", "info")
    assert f"of the article's {len(article.sentences)} sentences" in check.message
    asked = sum(backend.count_tokens(message.text) for message in backend.asked[0].messages)
    assert asked + backend.asked[0].max_tokens <= 1300


def test_a_context_that_holds_no_sentence_is_an_error(prompts: Path) -> None:
    """It names the setting, and nothing is asked."""
    backend = ScriptedBackend(context_tokens=300)
    request = SummaryRequest(read_article(STORY + " More of it came." * 200), Ceiling(max_words=60))
    error = InstructSummariser(backend, prompts).summarise([request])[0]
    assert "NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS" in str(error)
    assert backend.asked == []


def test_the_deadline_goes_with_the_question(prompts: Path) -> None:
    """The backend is told when the answer is wanted."""
    backend = ScriptedBackend(GOOD)
    InstructSummariser(backend, prompts).summarise([SummaryRequest(read_article(STORY, title="x"), Ceiling(), 12.5)])
    assert backend.asked[0].deadline == 12.5


def test_a_language_it_is_not_trusted_with_is_not_asked_about(prompts: Path) -> None:
    """The operator's list decides, a variety by its parent; the message names the setting."""
    backend = ScriptedBackend()
    engine = InstructSummariser(backend, prompts, languages=("de", "pt"))
    error = engine.summarise([SummaryRequest(read_article(STORY), Ceiling(max_words=60))])[0]
    assert "NEWSBRIEFS_INSTRUCT_LANGUAGES has de, pt" in str(error)
    assert (backend.asked, [engine.knows(tag) for tag in ("en", "pt-BR", "de")]) == ([], [False, True, True])
    engine.close()
    assert backend.closed == 0  # the translator beside it still needs it, and closes it
