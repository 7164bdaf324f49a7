"""The one table of the quality benchmark."""

from collections.abc import Mapping, Sequence

from benchmarks.quality.figures import Figure

HEADINGS = ("task", "data", "language", "measure", "items", "today", "floor", "peer", "")
WIDTHS = (12, 9, 10, 16, 7, 9, 9, 9, 0)


def print_table(figures: Sequence[Figure], floors: Mapping[str, Mapping[str, float]]) -> None:
    """One line a figure: today's, its floor and the best peer's; a `<` marks what is under its floor."""
    print(_line(HEADINGS))
    for figure in figures:
        floor = floors.get(figure.task, {}).get(figure.key)
        peer = figure.best_peer
        under = floor is not None and figure.value < floor
        cells = (figure.task, figure.dataset, figure.language, figure.measure, str(figure.items))
        numbers = (_number(figure.value) + ("<" if under else " "), _number(floor), _number(peer[1] if peer else None))
        print(_line((*cells, *numbers, peer[0] if peer else "")))


def _line(cells: Sequence[str]) -> str:
    shown = [
        cell.rjust(width) if 4 <= column < 8 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    ]
    return " ".join(shown).rstrip()


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}" if abs(value) <= 1 else f"{value:.2f}"
