"""A translation into another language than the one asked for."""

import random


def damage(reference: str, source: str, *, language: str, other: str, rng: random.Random) -> str | None:
    """`other`, the same sentence in another language; None where it reads as it ought to or as the source does."""
    return None if other in (reference, source) else other
