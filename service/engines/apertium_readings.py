"""Which part of speech an English word has, where the pairs' taggers often take the wrong one.

The English pairs tag by pairs of neighbours, and take `the drones hit a field` for a participle, `the right to
protest` for an adjective, `two assists` for a verb. Between the analyser and the tagger these rules strike out
readings; what they leave open, the tagger decides. Each is a rule of English grammar and says nothing of any word
but a few function words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

# (`regex`, for Python before 3.11.5 reads possessive groups wrongly: CPython issue 106052.)
# What is escaped is taken first, so that no word begins at an escaped mark.
_TOKEN = regex.compile(r"\\.|\^((?:[^\\^$/]|\\.)*+)/((?:[^\\$]|\\.)*+)\$", regex.DOTALL)
_SPLIT = re.compile(r"(?<!\\)/")

# fmt: off
(NOUN, NAME, ADJ, ADV, ARTICLE, NUM, PREP, GEN, SUBJ, OBJ, COMMA, AND, THAT, REL, CNJ, STOP, PAST, PP, ING, INF,
 PRES, BE, HAVE, AUX, PREADV, ITG, DET, OTHER) = (1 << place for place in range(28))
# fmt: on
_TAGS: tuple[tuple[str, int], ...] = (
    ("<n>", NOUN),
    ("<np>", NAME),
    ("<acr>", NAME),
    ("<adj><pos>", ARTICLE),
    ("<adj>", ADJ),
    ("<adv><itg>", ITG),
    ("<adv>", ADV),
    ("<preadv>", PREADV),
    ("<det><def>", ARTICLE),
    ("<det><ind>", ARTICLE),
    ("<det><pos>", ARTICLE),
    ("<det><dem>", ARTICLE),
    ("<det>", DET),
    ("<num>", NUM),
    ("<pr>", PREP),
    ("<gen>", GEN),
    ("<prn><subj>", SUBJ),
    ("<prn><obj>", OBJ),
    ("<prn><ref>", OBJ),
    ("<cm>", COMMA),
    ("<cnjcoo>", AND),
    ("<cnjsub>", THAT),
    ("<rel>", REL),
    ("<cnjadv>", CNJ),
    ("<sent>", STOP),
    ("<lpar>", STOP),
    ("<rpar>", STOP),
    ("<lquest>", STOP),
    ("<vblex><past>", PAST),
    ("<vblex><pp>", PP),
    ("<vblex><ger>", ING),
    ("<vblex><pprs>", ING),
    ("<vblex><subs>", ING),
    ("<vblex><inf>", INF),
    ("<vblex><pres>", PRES),
    ("<vblex><pri>", PRES),
    ("<vbser>", BE),
    ("<vbhaver>", HAVE),
    ("<vbdo>", AUX),
    ("<vaux>", AUX),
    ("<vbmod>", AUX),
)
_FINITE = PAST | PRES | BE | HAVE | AUX
_VERB = PAST | PRES | INF
_CLAUSE = COMMA | AND | REL | THAT | CNJ | STOP
_ADVERBIAL = ADV | PREADV
_SUBJECT = NOUN | NAME | NUM
_NOMINAL = NOUN | ADJ | NUM | NAME
_PLACES = frozenset(
    ("on", "over", "in", "up", "around", "about", "along", "across", "under", "above", "through", "off", "by", "down")
) | {"against"}
_TIMES = frozenset(["since", "after", "before", "until"])


_RELATIVES = frozenset(["who", "which", "that"])


@dataclass(slots=True)
class Token:
    """A word with its readings and, as bits, what they are."""

    word: str
    readings: list[str]
    kinds: int
    changed: bool = False

    def has(self, kinds: int) -> bool:
        """Whether one of the readings is of one of `kinds`."""
        return bool(self.kinds & kinds)

    def only(self, kinds: int) -> bool:
        """Whether all readings are of `kinds`."""
        return self.kinds != 0 and not self.kinds & ~kinds

    def keep(self, kinds: int) -> None:
        """Leave the readings of `kinds` only, if there are any."""
        if self.kinds & kinds and self.kinds & ~kinds:
            kept = [reading for reading in self.readings if _kind(reading) & kinds]
            self.readings, self.kinds, self.changed = kept, self.kinds & kinds, True

    def drop(self, kinds: int) -> None:
        """Strike out the readings of `kinds`, if others are left."""
        if self.kinds & ~kinds:
            self.keep(~kinds)


_EDGE = Token("", [], STOP)


def disambiguated(analysed: bytes) -> bytes:
    """The analyser's output with fewer readings."""
    text = analysed.decode("utf-8", "replace")
    matches = [match for match in _TOKEN.finditer(text) if match[1] is not None]
    tokens = [_token(match[1], match[2]) for match in matches]
    for place, token in enumerate(tokens):
        if token.kinds & (token.kinds - 1):
            _settle(tokens, place)
    out: list[str] = []
    position = 0
    for place, (match, token) in enumerate(zip(matches, tokens, strict=True)):
        if token.word == "-" and _compound(matches, place):
            out += [text[position : match.start()], " "]
            position = match.end()
        elif token.changed:
            out += [text[position : match.start()], f"^{match[1]}/{'/'.join(token.readings)}$"]
            position = match.end()
    return "".join((*out, text[position:])).encode()


def _compound(matches: Sequence[regex.Match[str]], place: int) -> bool:
    """Whether a hyphen joins two words of which the second is a common one: the pairs glue what they make of those."""
    if not 0 < place < len(matches) - 1:
        return False
    left, hyphen, right = matches[place - 1 : place + 2]
    joined = left.end() == hyphen.start() and hyphen.end() == right.start()
    return joined and left[1].isalpha() and right[1].isalpha() and right[1].islower()


def _token(surface: str, readings: str) -> Token:
    found = _SPLIT.split(readings)
    kinds = 0
    for reading in found:
        kinds |= _kind(reading)
    return Token(surface.casefold(), found, kinds)


def _kind(reading: str) -> int:
    # A word that the pair does not know is a name more often than not.
    return NAME if reading.startswith("*") else _kind_of_tags(reading[reading.find("<") :])


@lru_cache(maxsize=2048)
def _kind_of_tags(tags: str) -> int:
    return next((kind for prefix, kind in _TAGS if tags.startswith(prefix)), OTHER)


def _settle(tokens: Sequence[Token], place: int) -> None:
    """Apply the rules to one word; those before it are settled already."""
    token = tokens[place]
    before = tokens[place - 1] if place else _EDGE
    after = tokens[place + 1] if place + 1 < len(tokens) else _EDGE
    _function_word(tokens, place, before, after)
    if token.has(NOUN) and token.has(_VERB | ADJ):
        _noun_or_verb(token, before, after)
    if token.has(INF):
        _infinitive(tokens, place, before, after)
    if token.has(BE) and token.has(GEN) and before.has(NOUN | NAME) and after.has(_NOMINAL):
        token.keep(GEN)
    if token.has(PAST) and token.has(PP) and not token.has(HAVE):
        _past_or_participle(tokens, place, before, after)


def _function_word(tokens: Sequence[Token], place: int, before: Token, after: Token) -> None:
    token = tokens[place]
    second = tokens[place + 2] if place + 2 < len(tokens) else _EDGE
    if token.word == "as" and second.word != "as":
        token.drop(PREADV)
    elif (token.word in _PLACES and after.has(ARTICLE | NAME)) or (token.word in _TIMES and after.only(NUM)):
        token.keep(PREP)
    elif token.word in ("who", "which", "where") and before.has(NOUN | COMMA | NAME | PREP):
        # "Who will defend, who will deter": a row of questions.
        if tokens[0].word != token.word:
            token.keep(REL)
    elif token.word == "when" and not before.only(PREP):
        token.drop(ITG)
    elif token.word == "while" and not before.has(ARTICLE):
        token.drop(NOUN)
    elif token.word == "like" and before.word != "to" and not before.has(AUX | SUBJ | ADV):
        token.keep(PREP)


def _noun_or_verb(token: Token, before: Token, after: Token) -> None:
    determined = before.has(ARTICLE | GEN) and not before.has(REL | THAT)
    if determined or before.only(NUM) or (before.only(PREP) and before.word != "to"):
        token.drop(_VERB if after.has(_NOMINAL) else _VERB | PP)
    elif before.only(ADJ) and not after.has(ARTICLE):
        token.drop(_VERB)
    elif before.has(SUBJ):
        token.drop(NOUN)
    elif after.has(AUX):
        token.drop(_VERB)
    if token.has(ADJ) and determined:
        if after.has(NOUN):
            token.keep(ADJ)
        elif after.has(PREP | COMMA | STOP | BE | AUX):
            token.keep(NOUN)


def _infinitive(tokens: Sequence[Token], place: int, before: Token, after: Token) -> None:
    token = tokens[place]
    if (before.word == "to" and after.has(ARTICLE | OBJ)) or _leftwards(tokens, place, _ADVERBIAL).has(AUX):
        token.keep(INF)


def _past_or_participle(tokens: Sequence[Token], place: int, before: Token, after: Token) -> None:
    token = tokens[place]
    governor = _leftwards(tokens, place, _ADVERBIAL)
    further = tokens[place + 2] if place + 2 < len(tokens) else _EDGE
    verb = _verb_before(tokens, place) if before.has(AND) else _EDGE
    agent = after.word == "by" and not further.has(NUM)
    if governor.has(BE | HAVE) or agent or verb.only(PP) or before.has(ARTICLE | PREP):
        token.keep(PP)
    elif verb.only(PAST) or governor.has(SUBJ) or governor.word in _RELATIVES or _acts(tokens, place):
        token.keep(PAST)
    elif governor.has(NOUN) and after.has(PREP) and _described(tokens, place):
        token.keep(PP)


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands before a verb is its subject: the verb has an object, or the clause has no other verb."""
    after = tokens[place + 1] if place + 1 < len(tokens) else _EDGE
    if place and tokens[place - 1].has(_SUBJECT) and after.has(ARTICLE | OBJ | THAT):
        return True
    if not _leftwards(tokens, place, _ADVERBIAL).has(_SUBJECT) or _finite(
        tokens[at] for at in range(place - 1, -1, -1)
    ):
        return False
    return tokens[place - 1].has(NAME) or not _finite_after(tokens, place)


def _described(tokens: Sequence[Token], place: int) -> bool:
    """Whether the clause has its verb further on, so that what follows a noun here only describes it."""
    for at in range(place + 1, len(tokens)):
        if tokens[at].has(_CLAUSE):
            return False
        acting = at + 1 < len(tokens) and tokens[at].has(PAST) and tokens[at + 1].has(ARTICLE | OBJ | THAT)
        if tokens[at].only(_FINITE) or acting:
            return not _finite(tokens[before] for before in range(place - 1, -1, -1))
    return False


def _leftwards(tokens: Sequence[Token], place: int, skipped: int) -> Token:
    """The nearest word on the left that is not only of the kinds `skipped`."""
    place -= 1
    while place >= 0 and tokens[place].has(skipped):
        place -= 1
    return tokens[place] if place >= 0 else _EDGE


def _finite_after(tokens: Sequence[Token], place: int) -> bool:
    """The same of what follows; what may be a noun is one after a preposition or an article."""
    for at in range(place + 1, len(tokens)):
        token, before = tokens[at], tokens[at - 1]
        if token.has(_CLAUSE):
            return False
        # `asked for` is one word, with its preposition in the reading.
        governed = before.has(PREP | ARTICLE | NUM) or "# " in before.readings[0]
        if token.has(_FINITE) and not (token.has(NOUN) and governed):
            return True
    return False


def _verb_before(tokens: Sequence[Token], place: int) -> Token:
    """The nearest word on the left that can be a verb in the past or a participle, in the same sentence."""
    for at in range(place - 1, -1, -1):
        if tokens[at].has(PAST | PP | PRES | STOP):
            return tokens[at]
    return _EDGE


def _finite(tokens: Iterable[Token]) -> bool:
    """Whether there is a finite verb, or what may be one, before the clause ends."""
    for token in tokens:
        if token.has(_CLAUSE):
            return False
        if token.has(_FINITE):
            return True
    return False
