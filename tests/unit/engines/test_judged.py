"""What a model wrote, sentence by sentence: evidence and support of what stands, a check for what does not."""

from service.engines.judge import Judge
from service.engines.judged import judged
from service.records import Article, Span
from service.text.sentences import split_sentences

TEXT = (
    "The river Orla flooded the old town of Brenn on Friday night. Firefighters took 40 people out of their homes by"
    " boat. Schools stay closed until Wednesday, the town council said."
)
SENTENCES = split_sentences(TEXT, language="en")
ARTICLE = Article(TEXT, False, None, "en", 1.0, (), SENTENCES, (), (), 31)


def test_the_articles_own_sentence_is_carried_whole() -> None:
    """A copied sentence points to where it stands, with full support."""
    kept, left_out = judged(SENTENCES[1].text, Judge(ARTICLE), "en", complete=True)
    assert [(item.evidence, item.support) for item in kept] == [((Span(SENTENCES[1].start, SENTENCES[1].end),), 1.0)]
    assert left_out == ()


def test_a_sentence_of_its_own_wording_tells_how_far_it_is_carried() -> None:
    """New words are not carried, and the evidence is the sentence that carries the others."""
    kept, _ = judged("Firefighters rescued 40 people from flooded homes by boat.", Judge(ARTICLE), "en", complete=True)
    assert 0.35 < kept[0].support < 1
    assert Span(SENTENCES[1].start, SENTENCES[1].end) in kept[0].evidence


def test_what_the_article_does_not_say_is_left_out_and_told() -> None:
    """An invented number costs the sentence."""
    kept, left_out = judged("Firefighters took 400 people out of their homes.", Judge(ARTICLE), "en", complete=True)
    assert (kept, [check.kind for check in left_out]) == ((), ["left_out"])
