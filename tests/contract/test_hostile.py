"""Input made to hurt: an answer that keeps the contract, or a clear error. Times are measured in benchmarks/speed."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

SAID = "The mayor said on Monday that 30,000 people “will come to the harbour” in Vell. "
CASES = {
    "a whole megabyte": (SAID * 13_000, 413),
    "one line of 200,000 characters": ((SAID * 2_500)[:199_999], 200),
    "10,000 curly marks": ("“" * 10_000 + SAID, 200),
    "10,000 straight marks": ('He said "no" ' * 5_000 + "to it.", 200),
    "10,000 marks that never close": ("«" + "‘“" * 5_000, 422),
    "only emoji": ("😀" * 50_000, 422),
    "only white space": (" \n\t\u3000" * 1_000, 422),
    "right-to-left overrides": ("\u202e" + SAID + "\u202c\u2067" + SAID, 200),
    "NUL bytes": (SAID.replace(" ", " \x00") + "\x00", 200),
    "control and separator characters": (SAID.replace(" ", "\u2028\x0b\x1f "), 200),
    "private use and unassigned": (SAID + "\ue000\U000e0001\U0010fffd", 200),
    "Apertium's own marks": ("^The^ mayor$ [said] {it} \\ @all *now #here / <there> ~ on Monday. " + SAID, 200),
    "combining marks": ("The ma" + "\u0301" * 20_000 + "yor said no.", 200),
    "a template and a script": ("{{7*7}} ${7*7} <script>alert(1)</script> " + SAID, 200),
}


@pytest.mark.apertium
@pytest.mark.parametrize("name", CASES)
def test_an_answer_or_a_clear_error(client: FlaskClient, name: str) -> None:
    """No 5xx, and every offset of an answer still cuts its text."""
    text, status = CASES[name]
    body = {"text": text, "languages": ["en", "es"], "source_language": "en", "format": "text", "quotes": 100}
    reply = client.post("/summarize", json=body)
    document = json.loads(reply.data)
    assert (reply.status_code, document.get("detail") if status == 200 else None) == (status, None)
    for quote in document.get("quotes", []):
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_sixteen_callers_at_once(client: FlaskClient) -> None:
    """Answers do not mix: each caller gets the one for its own article."""

    def ask(number: int) -> tuple[int, str]:
        text = f"The harbour of Vell took in {number} ships on Monday. The mayor thanked the crews."
        with client.application.test_client() as own:
            answer = own.post("/summarize", json={"text": text, "languages": ["en", "es"], "source_language": "en"})
        return number, answer.json["briefs"][1]["text"]  # type: ignore[index]

    with ThreadPoolExecutor(max_workers=16) as pool:
        answers = list(pool.map(ask, range(101, 149)))
    assert [number for number, text in answers if str(number) not in text] == []
