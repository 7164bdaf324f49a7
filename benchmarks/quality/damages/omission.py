"""A sentence left out, as by an engine that lost its place."""

import random


def damage(reference: str, source: str, *, language: str, rng: random.Random) -> str | None:
    """`reference`, its sentences on lines of their own, without one of them; None where it has only one."""
    sentences = reference.split("\n")
    if len(sentences) < 2:
        return None
    lost = rng.randrange(len(sentences))
    return "\n".join(sentence for index, sentence in enumerate(sentences) if index != lost)
