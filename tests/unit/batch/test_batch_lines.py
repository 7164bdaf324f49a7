import io
from hashlib import sha256
from typing import Any

import pytest

from service.batch.lines import Line, count_lines, raw_lines, read_line
from service.errors import BodyTooLarge, InvalidField, MalformedBody

MOST = 200


def _read(data: bytes, **defaults: Any) -> list[Line]:
    return [read_line(raw, defaults=defaults, most_bytes=MOST) for raw in raw_lines(io.BytesIO(data), most_bytes=MOST)]


def test_a_line_is_a_request_or_a_text() -> None:
    """Options of the command line stand in where the line says nothing."""
    first, second = _read(b'{"id": 7, "text": "A.", "quotes": 1}\n"B."\n', quotes=3, languages=["en"])
    assert first.request is not None
    assert second.request is not None
    assert (1, 7, "A.", 1, ["en"]) == (
        first.number,
        first.id,
        first.request.text,
        first.request.quotes,
        first.request.languages,
    )
    assert (2, None, "B.", 3) == (second.number, second.id, second.request.text, second.request.quotes)


def test_blank_lines_count_and_are_skipped() -> None:
    """Numbers are those an editor shows; the last line needs no end, Windows' ends and a byte order mark are fine."""
    data = b'\xef\xbb\xbf"A."\r\n\r\n  \n"B."'
    assert [(1, sha256(b'"A."').hexdigest()), (4, sha256(b'"B."').hexdigest())] == [
        (line.number, line.digest) for line in _read(data)
    ]
    assert 4 == count_lines(io.BytesIO(data))
    assert [0, 1, 1] == [count_lines(io.BytesIO(text)) for text in (b"", b"x", b"x\n")]


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        (b"not json", MalformedBody, "not JSON"),
        (b'{"text": "A."', MalformedBody, "not JSON"),
        (b'{"text": "\xff"}', MalformedBody, "not UTF-8"),
        (b"[1]", InvalidField, "neither an object nor a string"),
        (b"7", InvalidField, "neither an object nor a string"),
        (b"{}", InvalidField, "text is required"),
        (b'{"text": "A.", "quote": 1}', InvalidField, "did you mean 'quotes'"),
        (b'{"text": "A.", "id": [1]}', InvalidField, "/id"),
        (b'{"text": "A.", "id": true}', InvalidField, "/id"),
        (b'{"text": "A.", "id": 1e400}', InvalidField, "/id"),
        (b'"' + b"a" * 300 + b'"', BodyTooLarge, "302 bytes, over the limit of 200"),
    ],
)
def test_a_bad_line_is_an_error_of_its_own(line: bytes, kind: type[Exception], why: str) -> None:
    """The lines beside it are not touched."""
    found, after = _read(line + b'\n"B."\n')
    assert isinstance(found.error, kind)
    assert why in str(found.error)
    assert found.digest == sha256(line).hexdigest()
    assert after.request is not None


def test_a_bad_line_keeps_the_id_it_has() -> None:
    """So that the user finds it."""
    assert ["x"] == [line.id for line in _read(b'{"id": "x"}\n')]


def test_a_line_without_end_is_not_held_in_memory() -> None:
    """No more than a block of it is read at a time, whatever its length."""

    class Counting(io.BytesIO):
        longest = 0

        def readline(self, size: int | None = -1) -> bytes:  # type: ignore[override]
            assert size is not None
            assert size > 0
            line = super().readline(size)
            self.longest = max(self.longest, len(line))
            return line

    source = Counting(b'"' + b"a" * 5_000_000 + b'"\n"B."\n')
    first, second = raw_lines(source, most_bytes=MOST)
    assert (None, 5_000_002, b'"B."') == (first.body, first.size, second.body)
    assert source.longest <= 1_048_576
