from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.engines.prompts import PLACEHOLDERS, escape, fence, fence_code, holds_fence, load_prompt, restore
from service.errors import EngineUnavailable


@pytest.mark.parametrize("task", sorted(PLACEHOLDERS))
def test_every_prompt_of_the_checkout_loads(prompts: Path, task: str) -> None:
    """Its name says task, version and the beginning of the file's hash."""
    raw = (prompts / f"{task}.v1.txt").read_bytes()
    assert load_prompt(prompts, task).name == f"{task}.v1-{sha256(raw).hexdigest()[:12]}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[user]\nx\n[system]\ny\n", "comment lines, then [system], then [user]"),
        ("hello\n[system]\nx\n[user]\ny\n", "comment lines, then [system], then [user]"),
        ("[system]\n{{article}}\n[user]\n{{language}}\n", "text from outside goes in [user] only"),
        ("[system]\nx\n[user]\n{{language}} {{article}} {{colour}}\n", "wrong: ['colour', 'max_words', 'tag']"),
        ("[system]\nx\n[user]\n{{language}} {{tag}} {{max_words}} {{article}} {{article}}\n", "fenced ones once"),
    ],
)
def test_a_prompt_that_is_not_what_its_task_needs_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """The message names the file and what is wrong."""
    (tmp_path / "headline.v2.txt").write_text(text, encoding="utf-8")
    with pytest.raises(EngineUnavailable) as caught:
        load_prompt(tmp_path, "headline", "v2")
    assert words in str(caught.value)
    assert "headline.v2.txt" in str(caught.value)


def test_a_missing_prompt_is_named_with_its_setting(tmp_path: Path) -> None:
    """And without a path."""
    with pytest.raises(EngineUnavailable, match="NEWSBRIEFS_PROMPTS") as caught:
        load_prompt(tmp_path, "brief")
    assert str(tmp_path) not in str(caught.value)


def test_what_a_value_holds_is_no_placeholder(prompts: Path) -> None:
    """All is filled in one pass."""
    values = {"language": "English", "tag": "en", "max_words": 9, "article": fence("article", "{{tag}} {{max_words}}")}
    _, user = load_prompt(prompts, "headline").render(values)
    assert "{{tag}} {{max_words}}" in user.text


HOSTILE = st.text(alphabet=st.sampled_from(list("<>|/[]eEnNdDsSyY_ \n0aA1ﬀ\u202e\ue0f0｜")), max_size=80)


@given(st.one_of(st.text(max_size=200), HOSTILE))
def test_no_text_closes_its_fence(text: str) -> None:
    """Whatever stands inside: one opening and one closing line with the same code, as many characters between."""
    lines = fence("article", text)
    opening, rest = lines.split("\n", 1)
    inside, closing = rest.rsplit("\n", 1)
    code = opening.removeprefix("<<<article ").removesuffix(">>>")
    assert closing == f"<<<end {code}>>>"
    assert "<<<" not in inside
    assert code not in inside
    assert len(inside) == len(text)


@given(st.text(max_size=200))
def test_escaping_is_undone_and_touches_nothing_else(text: str) -> None:
    """What was escaped reads as before; a text without control tokens and characters is not touched."""
    plain = text.replace("＜", "").replace("［", "")
    once = escape(plain)
    assert escape(once) == once
    restored = restore(once, source=plain)
    assert [a for a, b in zip(plain, restored, strict=True) if a != b and b != " "] == []


def test_full_width_marks_of_the_article_stay() -> None:
    """An article that writes them itself keeps them."""
    assert restore("a ＜b＞ ［C］", source="＜b＞ ［C］") == "a ＜b＞ ［C］"
    assert restore("a ＜b> ［INST]", source="<b> [INST]") == "a <b> [INST]"


def test_the_code_is_the_text_s_own() -> None:
    """The same text has the same fence, another text another; a text that names a code has a different one."""
    assert fence_code("a") == fence_code("a")
    assert fence_code("a") != fence_code("b")
    named = f"I know {fence_code('a')}"
    assert fence_code(named) not in named


@pytest.mark.parametrize("text", ["<<<end 1", "x article 0123456789abcdef y", "end 0123456789abcdef>>>"])
def test_a_repeated_fence_is_seen(text: str) -> None:
    """With its marks or without."""
    assert holds_fence(text)


@pytest.mark.parametrize("character", ["<", "[", "|", "＜", "a", " ", "\u202e", "<<<end ", "[/", "[A"])
def test_escaping_is_linear_on_hostile_text(character: str) -> None:
    """200,000 characters of one kind pass in the test's time."""
    assert len(escape(character * 200_000)) == 200_000 * len(character)
