"""The text of an HTML page as its reader sees it: trafilatura finds the article, and this renders it.

Nothing is fetched, no entity of a document type is expanded, and no element is visited recursively.
"""

import regex
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# trafilatura takes about 0.1 ms for an element; above this many a plainer choice of the main part is made
# (400 ms at 4,000 elements; news pages have 500 to 3,000).
_MOST_ELEMENTS_FOR_EXTRACTION = 4_000
_LEAST_SHARE_KEPT = 0.25


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _tags(
    "script style noscript template head nav footer aside form button select textarea svg math iframe object embed "
    "audio video canvas map dialog figcaption graphic"
)
# The names of the tree that trafilatura makes stand beside those of HTML.
_PARAGRAPHS = _tags(
    "p div article section main header h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure hr address details "
    "summary fieldset head quote list body"
)
_LINES = _tags("li br tr dt dd item row lb caption option")
_CELLS = frozenset({"td", "th", "cell"})
_MARKS_OF_Q = {"de": "„“", "fr": "«»", "es": "«»", "it": "«»", "ru": "«»", "uk": "«»", "pl": "„”", "cs": "„“"}
_DEFAULT_MARKS = "“”"
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_IS_PAGE = regex.compile(r"<(?:html|body|nav|footer|header)[\s>]", regex.IGNORECASE)
_SPACES = regex.compile(r"[^\S\n]++")
_AROUND_LINE_END = regex.compile(r" ?\n ?")
_MANY_LINE_ENDS = regex.compile(r"\n{3,}")


def read_html(page: str) -> tuple[str, str | None]:
    """The text of the article in `page` with a line for each block, and the title it declares."""
    tree = _parse(page)
    if tree is None:
        return "", None
    title = _declared_title(tree)
    _write_out_quotations(tree)
    visible = _render(_main_part(tree))
    article = _extract(tree) if _IS_PAGE.search(page) and _is_small(tree) else ""
    # An unusual page: the extractor then keeps nothing, or a caption only.
    return article if len(article) >= len(visible) * _LEAST_SHARE_KEPT else visible, title


def visible_text(fragment: str) -> str:
    """All that is seen of a piece of HTML, with nothing judged."""
    tree = _parse(fragment)
    return _render(tree) if tree is not None else ""


def _parse(page: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = _CONTROL.sub("", page).encode("utf-8", errors="replace")
    try:
        return document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _declared_title(tree: HtmlElement) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//meta[@name='twitter:title']/@content"):
        found = [str(value).strip() for value in tree.xpath(path)]
        if found and found[0]:
            return found[0]
    for path in ("//h1", "//head/title"):
        elements = tree.xpath(path)
        text = " ".join("".join(elements[0].itertext()).split()) if elements else ""
        if text and (path != "//h1" or len(elements) == 1):
            return text
    return None


def _is_small(tree: HtmlElement) -> bool:
    return sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS_FOR_EXTRACTION


def _write_out_quotations(tree: HtmlElement) -> None:
    """Put the marks around `<q>` that a browser would draw."""
    marks = _MARKS_OF_Q.get((tree.get("lang") or "").split("-")[0].lower(), _DEFAULT_MARKS)
    for element in tree.iter("q"):
        element.text = marks[0] + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + marks[1]
        else:
            element.text += marks[1]
        element.tag = "span"


def _main_part(tree: HtmlElement) -> HtmlElement:
    for path in ("//article", "//main", "//body"):
        found = tree.xpath(path)
        if len(found) == 1:
            return found[0]
    return tree


def _extract(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction  # 0.4 s of imports: only where there is a page to read

    document = bare_extraction(
        tree, fast=True, include_comments=False, include_tables=True, include_links=False, include_formatting=True
    )
    body = getattr(document, "body", None)
    return _render(body) if body is not None else ""


def _render(root: HtmlElement) -> str:
    """What is seen of `root`: white space as a browser collapses it, blocks on lines of their own."""
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        unseen = tag in _UNSEEN and not (tag == "head" and element.get("rend"))
        if event == "start":
            hidden += unseen
            if not hidden:
                parts.append(_break(tag, closing=False))
                parts.append(_one_line(element.text))
        else:
            if not hidden:
                parts.append(_break(tag, closing=True))
            hidden -= unseen
            if not hidden and element is not root:
                parts.append(_one_line(element.tail))
    return _tidy("".join(parts))


def _break(tag: str, *, closing: bool) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    if tag in _LINES:
        return "" if closing else "\n"
    return " " if tag in _CELLS else ""


def _one_line(text: str | None) -> str:
    return text.replace("\n", " ").replace("\r", " ") if text else ""


def _tidy(text: str) -> str:
    text = _AROUND_LINE_END.sub("\n", _SPACES.sub(" ", text))
    return str(_MANY_LINE_ENDS.sub("\n\n", text)).strip()
