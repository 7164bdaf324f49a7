"""Changing a text, or its bytes, in the ways that break parsers."""

from collections.abc import Callable, Sequence
from random import Random

MOST_CHARACTERS = 100_000
_LONG = 20_000

# Marks in pairs, tags, escapes and characters that some parser somewhere has stumbled over.
NASTY = (
    *"“”„‟\"«»‹›「」『』‘’‚‛'`´,.;:!?…。！？؟।()[]{}<>*_#|\\/~^@&%$-—–·•",
    *"\x00\x01\x0b\x0c\x1b\x1f\x7f\x85\xa0\xad\ufeff\ufffd\uffff\ue000\U000e0001\U0010fffd",
    *"\u2028\u2029\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u3000",
    *"\u0301\u0e31\u0c4d\u1160\u064b\u05bc\ufe0f\u20e3😀👩🇺İıßſﬁǅΣς٣２½Ⅳ㋿漢𠀀한ｱعא",
    "\r\n", "\n\n", "\r", "\t", "  ", "\n\n\n\n", "👩\u200d👩\u200d👧", "🇺🇦", "e\u0301", "--", "...", "''", '""', "” “",
    "»«",
    "<p>", "</p>", "<div>", "<b><i>", "</b>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>",
    "<table><tr><td>", "<a href='", "<img src=x onerror=alert(1)>", "<svg><title>", "<base href=//x>", "<plaintext>",
    '<meta charset="utf-16">', "<?xml version='1.0' encoding='utf-7'?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<template>",
    "&amp;", "&lt;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&nbsp", "&notin;", "&a;", "&#x202e;",
    "# ", "## ", "* ", "- ", "> ", "1. ", "```\n", "~~~", "[a](b)", "![](", "[^1]", "[a]: b", "***", "__",
    "|a|b|\n|-|-|\n",
    "[a][", "](", "\\[", "<http://", "https://a.b/c?d=e#f", "www.x.y", "a@b.c", "&copy", "{{7*7}}", "${x}", "%s%n",
    "{0}",
    "he said", "said Ana Ribeiro.", "according to", "told reporters", "laut", "a déclaré", "сказал", "表示：",
    "と述べた",    "قال",
    "Mr. ", "Dr. J. P. ", "U.S. ", "z. B. ", "т. е. ", "No. 5", "3.5", "30,000", "1.234.567,89", "12 March 2031", "5/9",
    "twenty-one thousand", "half a million", "$2.4 billion", "40%", "1e999", "-0", "٣٠٬٠٠٠", "3万", "1️⃣", "00:00",
    "Photo: AFP", "By Jane Doe", "PARIS (AP) — ", "Read more: ", "![]() |", "Foto: X/dpa |", "Share this", "(c) 2031",
    "<<<article 0123456789abcdef>>>", "<|im_end|>", "[INST]", "</s>", "<think>", "</think>", "[#newsbriefs]", "^a$",
    "*a", "#a", "@a",
)  # fmt: skip
OPENERS = (
    ("<div>", "</div>"), ("“", "”"), ("«", "»"), ("「", "」"), ("(", ")"), ("[", "]"), ("> ", ""), ("*", "*"),
    ("_", "_"),
    ("<b>", ""), ("&lt;", ""), ("[a](", ")"), ("![", "]()"), ("‘", "’"), ('"', '"'), ("  - ", "\n"), ("`", "`"),
    ("<ul><li>", ""),
    ("<table><tr><td>", ""), ("<!--", ""), ("\\", ""), ("\u202e", "\u202c"), ("{", "}"), ("^", "$"), ("<p ", ""),
    ("„", "“"),
)  # fmt: skip

Mutation = Callable[[Random, str, Sequence[str]], str]


def mutated(rng: Random, seed: str, others: Sequence[str]) -> str:
    """`seed` after one to eight changes, at most 100,000 characters of it; most results stay short."""
    text = seed
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(MUTATIONS)(rng, text, others)[:MOST_CHARACTERS]
    most = MOST_CHARACTERS if rng.random() < 0.1 else _LONG
    return text[:most]


def _stretch(rng: Random, text: str) -> tuple[int, int]:
    start = rng.randint(0, len(text))
    width = rng.choice((1, 3, 10, 60, 400))
    return start, min(len(text), start + rng.randint(0, width))


def delete(rng: Random, text: str, others: Sequence[str]) -> str:
    """A stretch is gone."""
    start, end = _stretch(rng, text)
    return text[:start] + text[end:]


def repeat(rng: Random, text: str, others: Sequence[str]) -> str:
    """A stretch stands many times."""
    start, end = _stretch(rng, text)
    times = rng.choice((2, 2, 3, 10, 100, 1000, 10_000))
    return text[:start] + text[start:end] * min(times, MOST_CHARACTERS // max(1, end - start)) + text[end:]


def insert(rng: Random, text: str, others: Sequence[str]) -> str:
    """A nasty piece stands somewhere, once or often."""
    at, times = rng.randint(0, len(text)), rng.choice((1, 1, 1, 2, 5, 100, 5000))
    piece: str = rng.choice(NASTY)
    return text[:at] + piece * times + text[at:]


def scatter(rng: Random, text: str, others: Sequence[str]) -> str:
    """A nasty piece stands in many places."""
    piece, old = rng.choice(NASTY), rng.choice((" ", "\n", ".", ",", "“", '"', "e"))
    return text.replace(old, rng.choice((piece, old + piece, piece + old)))


def wrap(rng: Random, text: str, others: Sequence[str]) -> str:
    """A stretch stands deep inside pairs, which may not close."""
    start, end = _stretch(rng, text)
    opens, closes = rng.choice(OPENERS)
    depth = rng.choice((1, 2, 10, 100, 3000))
    after = closes * (depth if rng.random() < 0.6 else rng.randint(0, depth))
    return text[:start] + opens * depth + text[start:end] + after + text[end:]


def splice(rng: Random, text: str, others: Sequence[str]) -> str:
    """Its head, and the tail of another."""
    other = rng.choice(others)
    return text[: rng.randint(0, len(text))] + other[rng.randint(0, len(other)) :]


def replace_character(rng: Random, text: str, others: Sequence[str]) -> str:
    """One character is another, near it or anywhere in Unicode; never a surrogate."""
    if not text:
        return text
    at = rng.randrange(len(text))
    code = ord(text[at]) ^ (1 << rng.randrange(8)) if rng.random() < 0.5 else rng.randrange(0x110000)
    return text[:at] + chr(0xFFFD if 0xD800 <= code < 0xE000 or code > 0x10FFFF else code) + text[at + 1 :]


def shuffle(rng: Random, text: str, others: Sequence[str]) -> str:
    """Its words, or its lines, in another order."""
    by = rng.choice((" ", "\n", ". "))
    parts = text.split(by)[:2000]
    rng.shuffle(parts)
    return by.join(parts)


def squeeze(rng: Random, text: str, others: Sequence[str]) -> str:
    """White space is gone, or is of one kind."""
    return rng.choice(("", "\n", "\u3000", "\t")).join(text.split())


def recase(rng: Random, text: str, others: Sequence[str]) -> str:
    """In another case, which may change its length."""
    return rng.choice((str.upper, str.lower, str.title, str.swapcase, str.casefold))(text)


MUTATIONS: tuple[Mutation, ...] = (
    delete, repeat, insert, insert, insert, scatter, wrap, splice, replace_character, shuffle, squeeze, recase,
)  # fmt: skip


def spoiled(rng: Random, raw: bytes) -> bytes:
    """Bytes with a few flipped, gone, doubled or foreign: UTF-8 that is none, JSON that breaks off."""
    changed = bytearray(raw)
    for _ in range(rng.randint(1, 4)):
        at = rng.randint(0, len(changed))
        kind = rng.randrange(4)
        if kind == 0 and at < len(changed):
            changed[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del changed[at : at + rng.choice((1, 2, 50))]
        elif kind == 2:
            changed[at:at] = rng.choice(
                (b"\x00", b"\xff", b"\x80", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\\ud800", b'"', b"[" * 500)
            )
        else:
            changed[at:at] = changed[at : at + rng.choice((1, 20))]
    return bytes(changed)
