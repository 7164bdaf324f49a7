"""Reading what was submitted: plain text as it stands, HTML and Markdown as the text a reader sees."""

from typing import Literal

import regex

from service.records import Document
from service.text.read_html import read_html
from service.text.read_markdown import read_markdown

Format = Literal["auto", "text", "markdown", "html"]

# How much of the text is looked at to tell its format; a page says what it is long before that.
_LOOKED_AT = 100_000
_PAGE_START = regex.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<(?:!doctype\s++html|html[\s>])", regex.I
)
_TAG_START = regex.compile(
    r"\s*+<(?:p|div|article|section|main|body|head|h[1-6]|ul|ol|table|blockquote|figure)(?:\s[^<>]{0,1000})?>", regex.I
)
_BLOCK_CLOSED = regex.compile(r"</(?:p|div|article|section|main|h[1-6]|li|ul|ol|blockquote|table|td)>", regex.I)
_HEADING = regex.compile(r"^#{1,6}[ \t]++\S", regex.M)
_LINK = regex.compile(r"(?<!!)\[[^\[\]\n]{1,200}\]\((?:https?://|/|mailto:)[^\s()]{1,500}\)")
_STRONG = regex.compile(r"(?<![*\w])\*\*[^*\s][^*\n]{0,300}\*\*(?![*\w])|(?<![_\w])__[^_\s][^_\n]{0,300}__(?![_\w])")
_FENCE = regex.compile(r"^```\w*+[ \t]*+$", regex.M)


def read_document(text: str, *, format: Format, title: str | None) -> Document:
    """The text to work on, and the title given or, failing that, the one the source declares.

    Plain text is kept character for character. The text of the result is empty where a page has nothing to read.
    """
    kind = decide_format(text) if format == "auto" else format
    if kind == "text":
        return Document(text=text, title=_tidy(title), extracted=False)
    read, declared = read_html(text) if kind == "html" else read_markdown(text)
    return Document(text=read, title=_tidy(title) or _tidy(declared), extracted=True)


def decide_format(text: str) -> Literal["text", "markdown", "html"]:
    """What the text is written in; plain text unless there is good evidence for more.

    An article that merely holds a `<`, an asterisk or the residue of an image is plain text.
    """
    start = text.removeprefix("\ufeff")[:_LOOKED_AT]
    if _PAGE_START.match(start):
        return "html"
    closed = len(_BLOCK_CLOSED.findall(start))
    if closed >= 3 or (closed and _TAG_START.match(start)):
        return "html"
    return "markdown" if _is_markdown(start) else "text"


def _is_markdown(start: str) -> bool:
    headings = len(_HEADING.findall(start))
    links = len(_LINK.findall(start))
    strong = len(_STRONG.findall(start)) + len(_FENCE.findall(start)) // 2
    if headings:
        return headings + links + strong >= 2
    return links >= 3 or (links >= 1 and strong >= 1)


def _tidy(title: str | None) -> str | None:
    return " ".join(title.split()) or None if title else None
