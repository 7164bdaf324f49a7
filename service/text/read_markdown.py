"""The text of a Markdown document as its reader sees it."""

import functools
from collections.abc import Sequence

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from service.text.read_html import visible_text

_FRONT_MATTER = regex.compile(
    r"\A\ufeff?---[ \t]*+\r?\n((?:[\w-]{1,40}:.{0,500}\r?\n|[ \t-].{0,500}\r?\n){1,60})---[ \t]*+\r?\n"
)
_FRONT_TITLE = regex.compile(r"^title:[ \t]*+[\"']?(.{1,300}?)[\"']?[ \t\r]*+$", regex.M | regex.I)
# The parser's time grows with the square of some marks left open, and 1 MB of plain words takes it 2 s.
# Below these bounds no input tried took longer than 0.6 s; above them the marks are only wiped off.
_LONGEST_PARSED = 200_000
_MOST_MARKS = 4_000
_MARK = regex.compile(r"[\[\]*_`<>!~|#&]|^[ \t]{0,80}[-+]", regex.M)
_WIPED = regex.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]++|>[ \t]?)|^```.{0,40}$|"
    r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\)|\*{1,3}(?=\S)|(?<=\S)\*{1,3}",
    regex.M,
)
_WIPED_LINK = regex.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{1,500}\)")


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read_markdown(source: str) -> tuple[str, str | None]:
    """The text of `source` without its marks, one line for each block, and its title.

    Links give their text, images and closed code fences nothing. The title is the one of the front matter,
    or the first heading of level one.
    """
    source, title = _cut_front_matter(source)
    if len(source) > _LONGEST_PARSED or len(_MARK.findall(source)) > _MOST_MARKS:
        return _WIPED_LINK.sub(r"\1", _WIPED.sub("", source)).strip(), title
    tokens = _parser().parse(source)
    blocks: list[str] = []
    in_title = in_item = False
    for token in tokens:
        if token.type == "heading_open":
            in_title = token.tag == "h1" and title is None
        text = _block_text(token, source)
        if in_title and text:
            title, in_title = text, False
        if token.type in ("list_item_open", "tr_open"):
            in_item = True
        if text:
            blocks.append(("\n" if in_item and blocks else "\n\n" if blocks else "") + text)
            in_item = token.type == "inline" and token.level > 2 and in_item
    return "".join(blocks).strip(), title


def _cut_front_matter(source: str) -> tuple[str, str | None]:
    front = _FRONT_MATTER.match(source)
    if front is None:
        return source, None
    title = _FRONT_TITLE.search(front.group(1))
    return source[front.end() :], title.group(1).strip() if title else None


def _block_text(token: Token, source: str) -> str:
    if token.type == "inline":
        return _inline_text(token.children or ())
    if token.type == "html_block":
        return visible_text(token.content)
    if token.type == "code_block":  # an indented paragraph of a plain article, far more often than code
        return " ".join(token.content.split())
    if token.type == "fence" and token.map and token.map[1] >= source.count("\n") and "```" not in source[-8:]:
        return token.content.strip()  # never closed: the rest of the article would be lost
    return ""


def _inline_text(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()
