import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.offsets import Unit, converter


@pytest.mark.parametrize(("unit", "end"), [("codepoint", 5), ("utf16", 6), ("byte", 11)])
def test_the_end_of_a_mixed_text(unit: Unit, end: int) -> None:
    """One, two, three and four byte characters are each counted as their unit asks."""
    assert converter("aé😀x漢", unit)(5) == end


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.data())
def test_slices_agree_in_every_unit(text: str, data: st.DataObject) -> None:
    """The same slice is cut in code points, UTF-16 units and bytes."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide, thin = converter(text, "utf16"), converter(text, "byte")
    utf16 = text.encode("utf-16-le")[2 * wide(start) : 2 * wide(end)].decode("utf-16-le")
    utf8 = text.encode()[thin(start) : thin(end)].decode()
    assert (utf16, utf8) == (text[start:end], text[start:end])
