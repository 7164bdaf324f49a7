"""Articles of our own, no two alike, so that no cache and no other caller's work helps."""

import json
from typing import Any

_TOWNS = ("Vell", "Orsa", "Tarn", "Quill", "Maren", "Ilsk", "Dorn", "Pell", "Sund", "Abra")
_WORKS = ("harbour", "bridge", "station", "library", "hospital", "market", "theatre", "school", "tunnel", "airport")
_WHO = ("Ana Ribeiro", "Tomas Reed", "Lena Orsay", "Jonas Quist", "Mira Dahl")


def article(number: int, *, paragraphs: int = 4) -> str:
    """A news article in English of about 45 words a paragraph."""
    town, work, who = (names[number % len(names)] for names in (_TOWNS, _WORKS, _WHO))
    parts = [f"The {work} of {town} opened again on Tuesday after {number} days of work, the mayor said."]
    for part in range(paragraphs):
        figure = 1000 + number * 7 + part
        parts.append(
            f"About {figure} people came to the {work} on the first day. “We have waited {part + 2} years for this,”"
            f" said {who}, who leads the council of {town}. The work cost {figure % 97 + 3} million euros, and the"
            f" neighbouring towns paid for a part of it. The ministry expects {figure + 50} visitors in the spring."
        )
    return "\n\n".join(parts)


def body(number: int, *, paragraphs: int = 4, **more: Any) -> bytes:
    """A request about `article(number)`."""
    asked = {"text": article(number, paragraphs=paragraphs), "source_language": "en", "languages": ["en", "es", "fr"]}
    return json.dumps({**asked, **more}).encode()
