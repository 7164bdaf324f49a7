"""Texts through one pair: prepared, sent together, checked, and sent again with more care where a check fails."""

import contextlib
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from service.engines.apertium_dates import around_months
from service.engines.apertium_english import is_headline, lower_headline, reword, unknown_owners, unowned
from service.engines.apertium_repair import QUOTE_MARKS, marks_kept, repair, straighten, unspaced
from service.engines.apertium_stream import Answer, decode, encode
from service.engines.shields import Shielded, protected_spans, same_digits, shield
from service.errors import EngineError

Exchange = Callable[[Sequence[bytes]], list[bytes | EngineError]]
_CURLY = re.compile(r"(?<=\w)’(?=\w)")
_OWNER = re.compile(r"s['’] ")
_PLURAL_OWNER = re.compile(r"(?<=\ws)’(?= )")
# Languages written with a space before a colon and inside guillemets.
_FRENCH_LIKE = frozenset({"fr", "br", "frp"})
ENGLISH = "en"
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class HopText:
    """A text to send through a pair, and the terms to carry through it untouched.

    `curly` says that the text the way began with writes apostrophes as ’.
    """

    text: str
    terms: tuple[str, ...] = ()
    curly: bool = False


@dataclass(frozen=True, slots=True)
class HopResult:
    """A text that came through, and the words of the text sent that the pair did not know."""

    text: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    straight: str
    shielded: Shielded


def has_curly(text: str) -> bool:
    """Whether apostrophes inside words are written as ’."""
    return bool(_CURLY.search(text))


def translate_hop(
    items: Sequence[HopText],
    exchange: Exchange,
    *,
    stand_ins: Sequence[str],
    source: str,
    target: str,
    words: Mapping[str, str] = MappingProxyType({}),
) -> list[HopResult | EngineError]:
    """Send `items` through a pair by `exchange`; the result has their length and order.

    Three tries, each with more care: names as surnames that the pair knows; names and numbers as invented
    words; and the text in pieces around what must not change, which costs grammar but can't lose a name.
    `words` are the words that the pair does not know and that are known here.
    """
    texts = [_worded(item, source, target) for item in items]
    results: list[HopResult | EngineError | None] = [None if _LETTER.search(t) else HopResult(t, ()) for t in texts]
    if source == ENGLISH:
        exchange = around_months(exchange, target)
        _lower_headlines(items, texts, exchange)
    tries = [(stand_ins, False, items), ((), True, items)]
    while tries and None in results:
        names, numbers, terms = tries.pop(0)
        _attempt(results, texts, terms, exchange, stand_ins=names, numbers=numbers)
        if source == ENGLISH and terms is items and stand_ins is names:
            owned = _with_owners(items, texts, results)
            if owned is not None:
                tries.insert(0, (stand_ins, False, owned))
    whole = [
        _with_words(_by_pieces(items[position], text, exchange) if result is None else result, words)
        for position, (text, result) in enumerate(zip(texts, results, strict=True))
    ]
    return [_with_owners_left(result) for result in whole] if source == ENGLISH else whole


def _with_owners_left(result: HopResult | EngineError) -> HopResult | EngineError:
    """Report the owners whose genitive was not translated."""
    left = unowned(result.text) if isinstance(result, HopResult) and _OWNER.search(result.text) else ()
    if isinstance(result, EngineError) or not left:
        return result
    return replace(result, unknown=tuple(dict.fromkeys((*result.unknown, *left))))


def _with_words(result: HopResult | EngineError, words: Mapping[str, str]) -> HopResult | EngineError:
    """Render the unknown words that `words` has."""
    if isinstance(result, EngineError):
        return result
    text = result.text
    known = [word for word in result.unknown if word in words]
    for word in known:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", words[word], text)
    return HopResult(text, tuple(word for word in result.unknown if word not in known))


def _attempt(
    results: list[HopResult | EngineError | None],
    texts: Sequence[str],
    items: Sequence[HopText],
    exchange: Exchange,
    *,
    stand_ins: Sequence[str],
    numbers: bool,
) -> None:
    """Send the texts that have no result yet, and fill in what came back whole."""
    places = [position for position, result in enumerate(results) if result is None]
    prepared = [_prepare(texts[p], items[p].terms, stand_ins, numbers=numbers) for p in places]
    answers = exchange([encode(text.shielded.text) for text in prepared])
    for position, text, answer in zip(places, prepared, answers, strict=True):
        results[position] = _checked(items[position], text, answer)


def _with_owners(
    items: Sequence[HopText], texts: Sequence[str], results: list[HopResult | EngineError | None]
) -> list[HopText] | None:
    """Open again the texts where an unknown name owns something, to carry it too; None where there is none."""
    owned = list(items)
    for position, result in enumerate(results):
        owners = unknown_owners(texts[position], result.unknown) if isinstance(result, HopResult) else ()
        if owners:
            owned[position] = replace(items[position], terms=(*items[position].terms, *owners))
            results[position] = None
    return owned if owned != list(items) else None


def _worded(item: HopText, source: str, target: str) -> str:
    text = straighten(item.text)
    if source == ENGLISH:
        if "‘" not in text:
            text = _PLURAL_OWNER.sub("'", text)
        return reword(text, item.terms)
    return unspaced(text) if source == "fr" and target.split("-")[0] not in _FRENCH_LIKE else text


def _lower_headlines(items: Sequence[HopText], texts: list[str], exchange: Exchange) -> None:
    """Write Headlines Like This One as sentences, for the pairs take each capital for a name.

    Which words are names the pair itself tells: those that it does not know in lower case keep their capital.
    """
    places = [position for position, item in enumerate(items) if is_headline(item.text, item.terms)]
    if not places:
        return
    lowered = [reword(lower_headline(straighten(items[p].text), items[p].terms), items[p].terms) for p in places]
    for position, text, raw in zip(places, lowered, exchange([encode(text) for text in lowered]), strict=True):
        if isinstance(raw, bytes):
            with contextlib.suppress(EngineError):
                names = {word.capitalize() for word in decode(raw, text).unknown}
                terms = (*items[position].terms, *names)
                texts[position] = reword(lower_headline(straighten(items[position].text), terms), items[position].terms)


def _prepare(text: str, terms: Sequence[str], stand_ins: Sequence[str], *, numbers: bool) -> _Prepared:
    return _Prepared(text, shield(text, protected_spans(text, terms, numbers=numbers), stand_ins))


def _checked(item: HopText, sent: _Prepared, raw: bytes | EngineError) -> HopResult | EngineError | None:
    """The result, or None where a name, a number or a quotation mark was lost."""
    if isinstance(raw, EngineError):
        return raw
    try:
        answer = decode(raw, sent.shielded.text)
    except EngineError as error:
        return error
    if not sent.shielded.intact(answer.text):
        return None
    text = sent.shielded.restore(answer.text)
    if not same_digits(sent.straight, text) or not marks_kept(sent.straight, text):
        return None
    return HopResult(_finished(item, sent.straight, text), _unknown(answer, sent))


def _finished(item: HopText, sent: str, text: str) -> str:
    return repair(sent, text, curly=item.curly or has_curly(item.text))


def _unknown(answer: Answer, sent: _Prepared) -> tuple[str, ...]:
    stand_ins = {name.casefold() for name, _ in sent.shielded.carried}
    return tuple(word for word in answer.unknown if word.casefold() not in stand_ins and not _is_acronym(word))


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper()


def _by_pieces(item: HopText, text: str, exchange: Exchange) -> HopResult | EngineError:
    spans = protected_spans(text, item.terms, numbers=True)
    cuts = sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end)), *_mark_edges(text)})
    kept = {(span.start, span.end) for span in spans}
    pieces = [(text[a:b], (a, b) not in kept and _LETTER.search(text[a:b])) for a, b in itertools.pairwise(cuts)]
    answers = iter(exchange([encode(piece.strip()) for piece, translated in pieces if translated]))
    out: list[str] = []
    unknown: list[str] = []
    for piece, translated in pieces:
        raw = next(answers) if translated else b""
        if isinstance(raw, EngineError):
            return raw
        if not translated:
            out.append(piece)
            continue
        try:
            answer = decode(raw, piece.strip())
        except EngineError as error:
            return error
        clean = re.sub(rf"[{QUOTE_MARKS}\d]", "", answer.text)
        out.append(_like(piece, clean))
        unknown += [word for word in answer.unknown if not _is_acronym(word)]
    return HopResult(_finished(item, text, "".join(out)), tuple(dict.fromkeys(unknown)))


def _mark_edges(text: str) -> list[int]:
    return [edge for match in re.finditer(f"[{QUOTE_MARKS}]", text) for edge in match.span()]


def _like(piece: str, answer: str) -> str:
    """`answer` with the blanks around it, and the first letter's case, of `piece`."""
    stripped = piece.strip()
    answer = answer.strip()
    if stripped[:1].islower() and answer[:2].istitle():
        answer = answer[:1].lower() + answer[1:]
    lead = piece[: len(piece) - len(piece.lstrip())]
    return lead + answer + piece[len(piece.rstrip()) :]
