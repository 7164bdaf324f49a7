"""The source instead of its translation."""

import random


def damage(reference: str, source: str, *, language: str, rng: random.Random) -> str | None:
    """The source itself; of several sentences, on lines of their own on both sides, half are left as they are.

    None where the two read alike anyhow.
    """
    given, sentences = source.split("\n"), reference.split("\n")
    if source == reference or len(given) != len(sentences):
        return None
    left = set(rng.sample(range(len(given)), (len(given) + 1) // 2))
    return "\n".join(given[index] if index in left else sentences[index] for index in range(len(given)))
