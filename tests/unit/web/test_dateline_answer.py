"""The dateline on the wire."""

import pytest

from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import Briefing, BriefRequest, Ceiling
from service.text.offsets import Unit
from service.web.answers import to_answer
from service.web.schemas import SummarizeAnswer

HEAD = "КИЇВ, Україна (AP) — "
BODY = "Пором знову вийшов у море в понеділок після тижня штормів, які тримали його в гавані."
LIMITS = Limits(characters=200_000, sentences=400, weighed_characters=60_000)


def answer(text: str, *, text_format: str = "text", unit: Unit = "codepoint") -> SummarizeAnswer:
    """The answer for a text of which nothing else is asked."""
    request = BriefRequest(
        text=text,
        format=text_format,  # type: ignore[arg-type]
        title=None,
        source_language=None,
        languages=("uk",),
        ceiling=Ceiling(max_words=60),
        quotes=0,
        translate_quotes=False,
        glossary=(),
        strict=False,
    )
    article, truncation = understand(request, limits=LIMITS, watch=Stopwatch())
    return to_answer(Briefing(article, truncation, (), (), ()), answer_id="1", unit=unit, profile="embedded", models=())


@pytest.mark.parametrize(
    ("unit", "encoding", "width"), [("codepoint", "utf-32-le", 4), ("utf16", "utf-16-le", 2), ("byte", "utf-8", 1)]
)
def test_dateline_has_offsets_in_the_unit_asked_for(unit: Unit, encoding: str, width: int) -> None:
    """They give the same stretch that is among the removed ones."""
    text = f"😀 ☂\n\n{HEAD}{BODY}"
    source = answer(text, unit=unit).source
    found = source.dateline
    assert found is not None
    encoded = text.encode(encoding)
    assert HEAD == encoded[found.start * width : found.end * width].decode(encoding)
    assert (found.start, found.end, "dateline") in [(item.start, item.end, item.reason) for item in source.removed]
    assert ("КИЇВ, Україна", ["AP"]) == (found.place, found.agencies)


def test_dateline_of_a_page_counts_in_its_extracted_text() -> None:
    """As every offset does where the answer carries `source.text`."""
    source = answer(f"<html><body><p>{HEAD}{BODY}</p><p>{BODY}</p></body></html>", text_format="html").source
    assert source.text is not None
    assert source.dateline is not None
    assert HEAD == source.text[source.dateline.start : source.dateline.end]


def test_no_dateline_is_null() -> None:
    """Always in the answer."""
    assert answer(BODY).model_dump()["source"]["dateline"] is None
