"""English dates in words that the pairs render as dates, and months that they take for verbs or names.

Most dates are reworded (`March 3, 2025` is `3 March 2025`, `by May` is `by the month of May`). Where a pair renders
some month wrong (`March`, `April`, `May` and `August`, by trying all twelve), another month travels in its place and
the target's name for the right one is put into the answer, so that a hop behind it finds a word it knows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from service.errors import EngineError

Exchange = Callable[[Sequence[bytes]], list[bytes | EngineError]]

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_M = rf"(?<![\w'’-]){_MONTH}(?![\w'’-])"
_DAY = r"(?<![\w.,:/$€£-])(\d{1,2})(?:st|nd|rd|th)?"
# A number behind a month is a day, unless it goes on: `May 3,000`, `June 10.5`, `July 3 million`.
_ENDED = r"(?![\w%]|[.,:/]\d| (?:million|billion|percent|per cent)\b)"
_YEAR = r"((?:1[5-9]|20|21)\d\d)(?![\w%]|[.,:/]\d)"
_NOUN = (
    r"(?:report|election|elections|vote|summit|meeting|attack|attacks|agreement|deadline|budget|referendum|strike"
    r"|poll|polls|deal|protest|protests|talks|ruling|decision|survey|offensive|ceasefire|flood|floods|fire|coup)"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b([Oo])n the {_DAY}(?: of)? ({_M})"), r"\1n \2 \3"),
    (re.compile(rf"{_DAY} ({_M})"), r"\1 \2"),
    (re.compile(rf"({_M}) (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}"), r"\2 \1 \3"),
    (re.compile(rf"({_M}) (\d{{1,2}})(?:st|nd|rd|th)?{_ENDED}"), r"\2 \1"),
    (re.compile(rf"{_DAY}(?: of)? ({_M}),? {_YEAR}"), r"\1 \2 \3"),
    (re.compile(rf"\b([Tt]he|[Aa]n?) ((?:\d{{1,2}} )?{_M}(?: \d{{4}})?) ({_NOUN})\b"), r"\1 \3 of \2"),
    # Without a comma `Since January prices` are the prices of January.
    (
        re.compile(rf"^(In|Since|Until|By|From) ({_M}) (?!{_NOUN}\b|(?:this|last|next|of|and|or|to|until)\b)(?=[a-z])"),
        r"\1 \2, ",
    ),
    (re.compile(rf"(?<=\w )in early ({_M})"), r"at the beginning of \1"),
    (re.compile(rf"(?<=\w )in late ({_M})"), r"at the end of \1"),
    (re.compile(rf"\bIn early ({_M})"), r"At the beginning of \1"),
    (re.compile(rf"\bIn late ({_M})"), r"At the end of \1"),
    (re.compile(rf"\b([Bb])y late ({_M})"), r"\1efore the end of \2"),
    (
        re.compile(rf"\b([Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Tt]o) early ({_M})"),
        r"\1 the beginning of \2",
    ),
    (re.compile(rf"\b([Ff]rom|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Tt]o) late ({_M})"), r"\1 the end of \2"),
    (
        re.compile(rf"\b([Ii]n|[Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Tt]o) mid[- ]({_MONTH})(?![\w'’-])"),
        r"\1 the middle of \2",
    ),
    (re.compile(rf"(?<![\w'’-])mid[- ]({_MONTH})(?![\w'’-])"), r"in the middle of \1"),
    (re.compile(rf"(?<!the )\blast ({_M})"), r"the past \1"),
    (re.compile(rf"(?<!the )\bnext ({_M})"), r"the next \1"),
    (re.compile(rf"\b([Ff]rom) {_DAY} ({_M}) to (\d{{1,2}}) ({_M})"), r"\1 the \2 of \3 to the \4 of \5"),
    (re.compile(rf"\b(years?|months|quarter|half|weeks|period) to ({_M})"), r"\1 to the month of \2"),
    (re.compile(rf"\b([Ff]rom) {_DAY} to (\d{{1,2}}) ({_M})"), r"\1 the \2 to the \3 of \4"),
    (re.compile(rf"\b([Bb]etween) {_DAY} and (\d{{1,2}}) ({_M})"), r"\1 the \2 and the \3 of \4"),
    (re.compile(rf"(?<!\b[Oo]n )(?<!\b[Tt]he )(?<!\b[Dd]ay )(?<!^){_DAY} ({_M})"), r"the day \1 of \2"),
    (re.compile(rf"({_M}) {_YEAR}"), r"\1 of \2"),
    (re.compile(rf"(?<!\d )\b([Ff]rom) ({_M}) (to|until|through) ({_M})"), r"\1 the month of \2 to the month of \4"),
    (re.compile(rf"\b([Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter) ({_M})"), r"\1 the month of \2"),
)
# `3 March 2025` is left whole by the rule for a month and its year.
_FULL_DATE = re.compile(rf"(\d{{1,2}} {_M}) of (?=\d{{4}})")


def reword_dates(text: str, names: Sequence[str] = ()) -> str:
    """The same sentence with its dates in words that the pairs cope with; a date inside a name stays."""
    if not re.search(_M, text) and "mid" not in text:
        return text
    named = frozenset(month for name in names for month in re.findall(_M, name))
    dated = frozenset(month for name in names if re.search(r"\d", name) for month in re.findall(_M, name))
    for pattern, replacement in _RULES:
        text = _replaced(text, pattern, replacement, named, dated)
    return _FULL_DATE.sub(r"\1 ", text)


def _replaced(
    text: str, pattern: re.Pattern[str], replacement: str, named: frozenset[str], dated: frozenset[str]
) -> str:
    """The rule applied, but to months that are names too (`Ana May`); beside a number they are dates for sure."""

    def worded(match: re.Match[str]) -> str:
        blocked = dated if re.search(r"\d", match[0]) else named
        return match[0] if blocked.intersection(re.findall(_MONTH, match[0])) else match.expand(replacement)

    return pattern.sub(worded, text)


# What each pair's target calls the months that go wrong, and those that travel for them; a month that begins with a
# vowel travels as one that does, for `d'abril` and `de març`.
_TARGETS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "March": "marzo", "April": "abril", "May": "mayo", "August": "agosto", "October": "octubre",
        "July": "julio", "September": "septiembre", "December": "diciembre", "February": "febrero",
    },
    "ca": {
        "March": "març", "April": "abril", "May": "maig", "August": "agost", "October": "octubre",
        "July": "juliol", "September": "setembre", "December": "desembre", "February": "febrer",
    },
}  # fmt: skip
_WRONG = "(?:March|April|May|August)"
_STAND_INS = {
    "March": ("July", "September", "December", "February"),
    "May": ("July", "September", "December", "February"),
    "April": ("October", "July", "September", "December"),
    "August": ("October", "July", "September", "December"),
}
_AND = r"(?:, |,? and |,? or | to |,? but )"
_LIST = re.compile(
    rf"(?:\b(?:[Ii]n|of|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]his|[Ll]ast|[Nn]ext|past"
    rf"|[Bb]etween|[Ee]ach|[Ee]very|[Tt]hrough|\d{{1,2}}) {_M}|{_M}(?={_AND}{_MONTH}\b)|{_M}(?= (?:of )?\d)"
    rf"|(?<![\w'’-])(?:March|August|April)(?= (?:is|was) (?:the|a|an)\b))"
    rf"(?:{_AND}{_M}(?! [A-Z]))*"
)


_DATED = re.compile(rf"\d ({_MONTH})(?![\w'’-])|(?<![\w'’-])({_MONTH}) (?:of )?\d")


def dated_months(text: str) -> frozenset[int]:
    """Where the months stand that have a number beside them, which are dates even where a person is called May."""
    return frozenset(match.start(1 if match[1] else 2) for match in _DATED.finditer(text))


@dataclass(frozen=True, slots=True)
class _Carried:
    """A text with months in the places of others, and which stand for which."""

    text: str
    months: Mapping[str, str]


def around_months(exchange: Exchange, target: str) -> Exchange:
    """The same exchange for English texts into `target`, with the months that it gets wrong carried through.

    A text in which a month that travelled did not come back as often as it was sent is sent again as it was.
    """
    known = _TARGETS.get(target.split("-")[0])
    if known is None:
        return exchange

    def exchanged(texts: Sequence[bytes]) -> list[bytes | EngineError]:
        carried = [_carry(text.decode()) for text in texts]
        answers = [
            _put_back(text, answer, known) if isinstance(answer, bytes) else answer
            for text, answer in zip(carried, exchange([text.text.encode() for text in carried]), strict=True)
        ]
        lost = [place for place, answer in enumerate(answers) if answer is None]
        again = iter(exchange([texts[place] for place in lost]) if lost else ())
        return [next(again) if answer is None else answer for answer in answers]

    return exchanged


def _carry(text: str) -> _Carried:
    wrong = dict.fromkeys(month for match in _LIST.finditer(text) for month in re.findall(rf"\b{_WRONG}\b", match[0]))
    months: dict[str, str] = {}
    for month in wrong:
        free = (name for name in _STAND_INS[month] if name not in text and name not in months.values())
        stand_in = next(free, None)
        if stand_in is not None:
            months[month] = stand_in

    def swapped(match: re.Match[str]) -> str:
        return re.sub(rf"\b{_WRONG}\b", lambda month: months.get(month[0], month[0]), match[0])

    return _Carried(_LIST.sub(swapped, text) if months else text, months)


def _put_back(sent: _Carried, answer: bytes, known: Mapping[str, str]) -> bytes | None:
    if not sent.months:
        return answer
    text = answer.decode("utf-8", "replace")
    for month, stand_in in sent.months.items():
        text, count = _renamed(text, known[stand_in], known[month])
        if count != len(re.findall(rf"\b{stand_in}\b", sent.text)):
            return None
    return text.encode()


def _renamed(text: str, old: str, new: str) -> tuple[str, int]:
    """`new` for the month `old`, with its capital, and how often."""
    text, small = re.subn(rf"(?<!\w){old}(?!\w)", new, text)
    text, capital = re.subn(rf"(?<!\w){old.capitalize()}(?!\w)", new.capitalize(), text)
    return text, small + capital
