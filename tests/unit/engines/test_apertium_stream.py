import pytest

from service.engines.apertium_stream import decode, encode, normalise
from service.errors import EngineUnavailable


def test_control_characters_and_runs_of_space_go():
    """NUL would end the text for the pipeline, and a lone surrogate can't be written as UTF-8."""
    assert "a b c d ef" == normalise(" a\0b\n\n\tc \ud800 d\u200be\u202ef ")


def test_joiners_stay():
    """A family emoji and a Persian word are held together by joiners."""
    text = "👨\u200d👩 می\u200cشود"
    assert text == normalise(text)


@pytest.mark.parametrize("text", ["{x} [y] ^z$ a/b \\ <i>", "* # @ ~", "C# a@b *bold*", "[[nested] \\]", "“…”"])
def test_reserved_characters_come_back(text):
    """What a pipeline that changes nothing gives back is the text itself, with nothing unknown."""
    answer = decode(encode(text), text)
    assert (text, ()) == (answer.text, answer.unknown)


def test_marks_are_read_and_removed():
    """An asterisk or at-sign before a word reports it, escaped or not; a hash only counts as broken."""
    answer = decode(rb"El *policing y \@drone, #guerra.[#newsbriefs]", "x")
    assert ("El policing y drone, guerra", ("policing", "drone"), 1) == (answer.text, answer.unknown, answer.broken)


def test_full_stop_is_lent():
    """A text without a stop is sent with one, which is taken off again; one with a stop keeps it."""
    assert (b"No stop.[#newsbriefs]", b"A stop.[#newsbriefs]") == (encode("No stop"), encode("A stop."))
    assert ("Sin", "Con.") == (decode(b"Sin.[#newsbriefs]", "No").text, decode(b"Con.[#newsbriefs]", "Yes.").text)


def test_lost_end_is_an_error():
    """An answer without its end may be another text's answer."""
    with pytest.raises(EngineUnavailable, match="lost the end"):
        decode(b"Hola.", "Hello.")


def test_bytes_that_are_no_utf8_do_not_raise():
    """A pipeline that breaks a character is reported by its text, not by a crash."""
    assert "a\ufffdb" == decode(b"a\xffb[#newsbriefs]", "ab.").text
