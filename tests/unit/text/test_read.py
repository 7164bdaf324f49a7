import pytest

from service.records import Document
from service.text.read import decide_format, read_document

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Ferry service resumes - The Harbour Post</title>
<meta property="og:title" content="Ferry service resumes &amp; prices rise"><style>p{color:red}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ferry service resumes &amp; prices rise</h1>
<p>The ferry to the <em>northern</em> islands sailed again on Monday, <a href="/x">after a week</a> of storms that
had kept it in the harbour.</p><script>track("visitor")</script>
<p>&ldquo;We are glad,&rdquo; the captain said. She called it <q>a long week</q>.<br>Prices rise by 3&nbsp;per cent
from the first of next month, the company said in a statement.</p>
<ul><li>Adults pay 12 crowns</li><li>Children pay 6 crowns</li></ul></article>
<footer>Copyright The Harbour Post</footer></body></html>"""

MARKDOWN = """# Ferry resumes

The ferry **sailed** again on [Monday](https://example.org/ferry), after
a week of storms. ![A ferry](ferry.png)

- Adults pay 12
- Children pay 6

```python
print("not article")
```

> We are glad.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by < 3 per cent.\nNobody minded.",
        "First point * second point\n\n* one\n* two",
        "President spoke.\n![]() |\nA caption. Photo: AFP |\n",
        "He wrote <p> where he meant </p> and laughed.",
        "#harbour is a hashtag\nand this is a line",
        "a\x00b \ufeff c",
        "",
    ],
)
def test_plain_text_is_kept_character_for_character(text: str) -> None:
    """A `<`, an asterisk or the residue of an image make no page of an article."""
    assert Document(text=text, title=None, extracted=False) == read_document(text, format="auto", title=None)


@pytest.mark.parametrize(
    ("text", "expected"), [(PAGE, "html"), (MARKDOWN, "markdown"), ("<p>One.</p><p>Two.</p>", "html")]
)
def test_format_is_told_by_good_evidence(text: str, expected: str) -> None:
    """Pages and documents with several marks of their kind are known."""
    assert expected == decide_format(text)


def test_page_gives_the_article_and_nothing_around_it() -> None:
    """Navigation, scripts, styles and the footer never appear; blocks stand on lines of their own."""
    read = read_document(PAGE, format="auto", title=None)
    expected = [
        "Ferry service resumes & prices rise",
        "The ferry to the northern islands sailed again on Monday, after a week of storms that had kept it in the "
        "harbour.",
        "“We are glad,” the captain said. She called it “a long week”.",
        "Prices rise by 3 per cent from the first of next month, the company said in a statement.",
        "Adults pay 12 crowns",
        "Children pay 6 crowns",
    ]
    assert expected == [line for line in read.text.splitlines() if line]
    assert read.extracted


def test_title_of_a_page_is_the_one_without_the_name_of_the_site() -> None:
    """`og:title` goes before `<title>`; a title that the client gives goes before both."""
    assert "Ferry service resumes & prices rise" == read_document(PAGE, format="html", title=None).title
    assert "My title" == read_document(PAGE, format="html", title="  My \n title ").title


def test_fragment_is_read_whole() -> None:
    """A short piece of HTML has no page around it to be cut away."""
    read = read_document("<p>Short <b>one</b>.</p><p>Two &amp; three.</p>", format="html", title=None)
    assert "Short one.\n\nTwo & three." == read.text


@pytest.mark.parametrize("page", ["", "   ", "<script>x()</script>", "<html></html>", "<!-- a --><!-- b -->"])
def test_page_with_nothing_to_read_is_empty(page: str) -> None:
    """The caller then tells the client; nothing is raised here."""
    assert "" == read_document(page, format="html", title=None).text


def test_entities_of_a_document_type_are_not_expanded() -> None:
    """A page that defines its own entities gets none of them filled in."""
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><html><body><p>Safe &b; text.</p></body></html>'
    assert "lol" not in read_document(bomb, format="html", title=None).text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "x",
        "<p>" * 50_000,
        "<!--" * 50_000,
        "<a " * 50_000,
        "<" * 100_000,
        "<table><tr><td>" * 10_000,
    ],
    ids=["nested", "unclosed", "comments", "attributes", "brackets", "tables"],
)
@pytest.mark.timeout(10)
def test_hostile_page_is_read_in_bounded_time(page: str) -> None:
    """A reader whose time grew with the square of the input would take minutes."""
    assert len(page) >= len(read_document(page, format="html", title=None).text)


def test_markdown_gives_the_text_its_reader_sees() -> None:
    """Links give their text, images and code nothing, and the first heading is the title."""
    read = read_document(MARKDOWN, format="auto", title=None)
    expected = (
        "Ferry resumes The ferry sailed again on Monday, after a week of storms. "
        "Adults pay 12 Children pay 6 We are glad."
    )
    assert expected.split() == read.text.split()
    assert "Ferry resumes" == read.title
    assert ["Adults pay 12", "Children pay 6"] == [line for line in read.text.splitlines() if "pay" in line]


def test_front_matter_gives_the_title_and_goes() -> None:
    """What a static site keeps above the text is no article."""
    read = read_document('---\ntitle: "Front page"\ntags: a, b\n---\nThe text.\n', format="markdown", title=None)
    assert ("The text.", "Front page") == (read.text, read.title)


def test_code_fence_that_is_never_closed_loses_nothing() -> None:
    """A stray fence must not swallow the rest of the article."""
    read = read_document("Before.\n\n```\nAfter it all goes on.\n", format="markdown", title=None)
    assert "After it all goes on." in read.text


@pytest.mark.parametrize("mark", ["[a](", "*a", "` ", "![", "_a_ ", "# a\n", "[", "~~a", "<", "> ", "* a\n"])
@pytest.mark.timeout(10)
def test_hostile_markdown_is_read_in_bounded_time(mark: str) -> None:
    """Above some number of marks they are wiped off without a parser whose time grows with their square."""
    assert len(mark) * 100_000 >= len(read_document(mark * 100_000, format="markdown", title=None).text)
