"""What comes out of a pair gets its capitals, spaces, quotation marks and apostrophes back."""

import re

QUOTE_MARKS = '"“”„‟«»‹›「」『』'
_QUOTES = re.compile(f"[{QUOTE_MARKS}]")
_INNER_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SPACES = re.compile(r" {2,}")
# One space is enough to look for: runs of them are gone by then.
_BEFORE_STOP = re.compile(r" (?=[.,;!?…)\]])")
_BEFORE_COLON = re.compile(r" (?=:(?:\s|$))")
_AFTER_OPEN = re.compile(r"(?<=[(\[]) ")
_FRENCH_SPACES = re.compile(r" (?=[;:!?»](?:\W|$))|(?<=«) ")
_LOOSE_HYPHEN = re.compile(r"(?<=\w)-(?=[\s.,;:!?]|$)")
_OUTER_APOSTROPHE = re.compile(r"(?<!\w)['’]|['’](?!\w)")
_QUOTE_START = re.compile("([«“„‹「『])([^\\W\\d_])")
_SENTENCE_START = re.compile(f"([.!?…][{QUOTE_MARKS}’')\\]]*\\s+[{QUOTE_MARKS}‘'(¿¡\\[]*)([^\\W\\d_])")
_FIRST_LETTER = re.compile(r"^(\W*)([^\W\d_])")
# What ends with a stop of its own: `EE.UU.`, `p.m.`, an initial, a title.
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:(?:[^\W\d_]{1,4}\.){2,4}|[A-ZÀ-ÞА-Я]\.|(?:Mrs?|Ms|Dr|Dra|Sra?|St|Prof|Gen|Sen|Gov|Jr|vs|núm|art|Mme)\.)$"
)
_LONGEST_ABBREVIATION = 20
# After an abbreviation only these tell a new sentence from a name: "left the U.S. He stayed", "the U.S. Senate".
_STARTERS = re.compile(
    r"(?:He|She|It|They|We|I|You|The|This|These|That|But|And|In|On|At|His|Her|Their|There|If|When|El|Los|Las?|Se|Su|Sus"
    r"|Un|Una|Pero|En|Este|Esta|No|Els?|Les|Va|Van|Es|Il|Elle|Ils|Le|Mais|Dans|O|Os|As?|Mas)(?!\w)"
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
# An acronym hands its capitals to the article and preposition that a pair puts before it: "DE LA OTAN".
_SHOUTED = re.compile(
    r"(?<![\w'’])(?:D['’]|L['’]|DELL['’]|ALL['’]|(?:D[AEO]S?|DE?L|DELS|DELLA|DEI|AL|ALS|EL|LA|EN|A|O|AS|OS|L[AEO]S|LE|DU|DES|(?:NE|DE|A)?GLI)"
    r"(?= +[^\W\d_a-zß-öø-ÿ]))"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’]|[A-Z] [A-ZÀ-Þ]")
_HALF_SHOUTED = re.compile(r"(?<!\w)[A-ZÀ-Þ]{2,4}[a-zß-ÿ]{2,}")


def unspaced(text: str) -> str:
    """French text without the spaces that only French puts before marks and inside guillemets."""
    return _FRENCH_SPACES.sub("", _SPACES.sub(" ", text.replace("\u202f", " ").replace("\xa0", " ")))


def straighten(text: str) -> str:
    """Apostrophes inside words as the dictionaries write them."""
    return _INNER_APOSTROPHE.sub("'", text)


def marks_kept(before: str, after: str) -> bool:
    """Whether the quotation marks of two texts are the same, in the same order."""
    return _QUOTES.findall(before) == _QUOTES.findall(after)


def repair(before: str, after: str, *, curly: bool) -> str:
    """`after`, the translation of `before`, with capitals, spaces and apostrophes as a reader expects.

    `curly` says whether apostrophes are written with ’.
    """
    text = _spaces(before, after)
    if before.isupper() and len(_WORD.findall(before)) > 2:
        return text.upper()
    text = _capitals(before, text)
    return _INNER_APOSTROPHE.sub("’", text) if curly else text


def _spaces(before: str, after: str) -> str:
    text = _SPACES.sub(" ", after).strip()
    # Ellipses and stops that the writer set apart are left so.
    if not _BEFORE_STOP.search(before):
        text = _BEFORE_STOP.sub("", text)
    if not _BEFORE_COLON.search(before):
        text = _BEFORE_COLON.sub("", text)
    if not _LOOSE_HYPHEN.search(before):
        text = _LOOSE_HYPHEN.sub("", text)
    text = _AFTER_OPEN.sub("", text)
    if "’" in before and not any(mark == "'" for mark in _OUTER_APOSTROPHE.findall(before)):
        text = _OUTER_APOSTROPHE.sub("’", text)
    return _quote_spaces(before, text) if marks_kept(before, text) else text


def _quote_spaces(before: str, after: str) -> str:
    """Give every quotation mark the spaces it had; at the ends of a text there is nothing to learn from."""
    sides = [(_space_at(before, m.start() - 1), _space_at(before, m.end())) for m in _QUOTES.finditer(before)]
    marks = _QUOTES.findall(after)
    parts = _QUOTES.split(after)
    out = [parts[0]]
    for mark, part, (left, right) in zip(marks, parts[1:], sides, strict=True):
        if left is not None:
            out[-1] = out[-1].rstrip(" ") + (" " if left else "")
        if right is not None:
            part = (" " if right and part[:1] not in tuple(".,;:!?…)") else "") + part.lstrip(" ")
        out += [mark, part]
    return _SPACES.sub(" ", "".join(out))


def _space_at(text: str, position: int) -> bool | None:
    return text[position] == " " if 0 <= position < len(text) else None


def _capitals(before: str, after: str) -> str:
    first = _FIRST_LETTER.match(before)
    after = _sentence_capitals(before, after)
    if _CAPITALS.search(after):
        after = _quiet(before, after)
    if first is not None and first[2].isupper():
        after = _FIRST_LETTER.sub(lambda m: m[1] + m[2].upper(), after)
    return _lower_start(before, _quote_capitals(before, after))


def _quiet(before: str, after: str) -> str:
    """Undo capitals that a neighbour's spread to: `DE LA OTAN`, `GLI STati`."""
    spoken = set(_WORD.findall(before))
    after = _SHOUTED.sub(lambda m: m[0] if m[0] in spoken else m[0].lower(), after)
    return _HALF_SHOUTED.sub(lambda m: m[0] if m[0] in spoken else m[0].capitalize(), after)


def _sentence_capitals(before: str, after: str) -> str:
    """A capital after each stop, where the source has one; after an abbreviation only where it began a sentence."""
    starts = list(_SENTENCE_START.finditer(before))
    if any(match[2].islower() and not _abbreviated(match) for match in starts):
        return after
    began = [bool(_STARTERS.match(before, match.start(2))) for match in starts if _abbreviated(match)]
    same = len(began) == sum(map(_abbreviated, _SENTENCE_START.finditer(after)))
    turns = iter(began if same else ())
    return _SENTENCE_START.sub(
        lambda m: m[0] if _abbreviated(m) and not next(turns, False) else m[1] + m[2].upper(), after
    )


def _abbreviated(start: re.Match[str]) -> bool:
    """Whether the stop before a supposed sentence start belongs to an abbreviation, after which nothing is sure."""
    stop = start.start() + 1
    return bool(_ABBREVIATION.search(start.string[max(0, stop - _LONGEST_ABBREVIATION) : stop]))


def _quote_capitals(before: str, after: str) -> str:
    """A quotation that began with a capital begins with one again."""
    upper = [match[2].isupper() for match in _QUOTE_START.finditer(before)]
    found = list(_QUOTE_START.finditer(after))
    if len(upper) != len(found):
        return after
    letters = list(after)
    for wanted, match in zip(upper, found, strict=True):
        if wanted:
            letters[match.start(2)] = match[2].upper()[:1]
    return "".join(letters)


def _lower_start(before: str, after: str) -> str:
    """Undo a capital that a pair gave to the first or second word for no reason of its own.

    A pair that drops a pronoun or leaves the first word as it is hands its capital to the next word.
    """
    source = _WORD.findall(before[:400])
    found = list(_WORD.finditer(after[:400]))
    same_start = len(source) > 1 and bool(found) and source[0] == found[0][0] and source[1][0].islower()
    lower_start = len(source) > 3 and all(word[0].islower() for word in source[1:4])
    if len(found) > 1 and (same_start or lower_start):
        after = _lowered(after, found[1])
    first = _FIRST_LETTER.match(before)
    if first is None or not found or not source or not source[0].islower():
        return after
    return after if found[0][0] in source else _lowered(after, found[0])


def _lowered(text: str, match: re.Match[str]) -> str:
    word = match[0]
    if len(word) > 1 and word.isupper():
        return text
    return text[: match.start()] + word[0].lower() + word[1:] + text[match.end() :]
