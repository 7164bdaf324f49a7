"""Where the article stands on a page that was copied with everything around it."""

from collections.abc import Sequence

from service.text.furniture import CLOCK, MORE
from service.text.lines import Line

# A text is treated as a copied page only where labels are this many and this large a share of its lines: an
# article with subheadings and a list stays untouched (looked at on articles/fundus.jsonl).
_LEAST_LABELS = 6
_SHARE_OF_LABELS = 0.3
_LEAST_PROSE = 3
_LONGEST_SUBHEADING = 9
_LONGEST_TEASER = 30
_LONGEST_GAP = 4
_LONGEST_MORE = 3
_LONGEST_TEASER_BOX = 4
_SHORTEST_REST = 15
_PARAGRAPHS_IN_A_ROW = 3
_TITLES_IN_A_ROW = 3
# What a label costs and a paragraph gains when the densest stretch of paragraphs is looked for.
_LABEL = -4.0
_MOST_GAIN = 12.0


def judge_page(lines: Sequence[Line]) -> None:
    """Mark what lies around the article, and between its paragraphs in runs, on a page copied as a whole."""
    if not _is_copied_page(lines):
        return
    _mark_teasers(lines)
    _mark_cut_titles(lines)
    first, last = _article(lines)
    last = _with_rest(lines, last)
    rest = _rows_of_paragraphs(lines, last + 1)
    for index, line in enumerate(lines):
        outside = index < first or index > last
        if outside and line.reason is None and index not in rest and not _is_long_paragraph(line):
            line.reason = "related" if index > last else "furniture"
    _mark_runs(lines[first : last + 1])


def _mark_teasers(lines: Sequence[Line]) -> None:
    """Mark boxes that lead to other articles: a few lines that end in "read more", one after another at equal steps."""
    ends = [index for index, line in enumerate(lines) if line.words <= _LONGEST_MORE and MORE.match(line.text.lower())]
    for before, middle, after in zip(ends, ends[1:], ends[2:], strict=False):
        step = after - middle
        if step == middle - before and 2 <= step <= _LONGEST_TEASER_BOX:
            for line in lines[max(0, before - step + 1) : after + 1]:
                line.reason = line.reason or "related"


def _mark_cut_titles(lines: Sequence[Line]) -> None:
    """Mark lists of titles that were cut to a width: lines in a row that break off with three dots."""
    row: list[Line] = []
    for line in lines:
        row = (
            [*row[-_TITLES_IN_A_ROW:], line]
            if line.text.endswith(("...", "…")) and line.words < _LONGEST_TEASER
            else []
        )
        if len(row) >= _TITLES_IN_A_ROW:
            for title in row[-_TITLES_IN_A_ROW:]:
                title.reason = title.reason or "related"


def _is_long_paragraph(line: Line) -> bool:
    """Longer than a teaser: kept wherever it stands, as an article cut in two by a block of links has such a rest."""
    return line.ends_sentence and line.words >= _LONGEST_TEASER


def _is_copied_page(lines: Sequence[Line]) -> bool:
    prose = sum(line.is_prose and line.reason is None for line in lines)
    labels = sum(line.reason in ("furniture", "related", "share", "credit", "byline", "caption") for line in lines)
    short = sum(not line.is_prose for line in lines)
    return prose >= _LEAST_PROSE and labels >= 2 and short >= max(_LEAST_LABELS, _SHARE_OF_LABELS * len(lines))


def _article(lines: Sequence[Line]) -> tuple[int, int]:
    """First and last index of the stretch with the most text and the fewest labels (a maximum-sum segment)."""
    best, best_span = 0.0, (0, len(lines) - 1)
    total, start = 0.0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0.0, index
        total += _gain(line)
        if total > best:
            best, best_span = total, (start, index)
    return best_span


def _with_rest(lines: Sequence[Line], last: int) -> int:
    """The index up to which paragraphs follow soon after the article's end, with no heading of links before them."""
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if index - last > _LONGEST_GAP or line.reason == "related":
            break
        if line.reason is None and line.ends_sentence and line.words >= _SHORTEST_REST:
            last = index
    return last


def _rows_of_paragraphs(lines: Sequence[Line], start: int) -> frozenset[int]:
    """The indices from `start` on of paragraphs that follow one another: teasers stand under titles, one by one."""
    found: list[int] = []
    row: list[int] = []
    for index in range(start, len(lines)):
        line = lines[index]
        paragraph = line.reason is None and line.ends_sentence and line.words >= _SHORTEST_REST
        row = [*row[-_PARAGRAPHS_IN_A_ROW:], index] if paragraph else []
        if len(row) >= _PARAGRAPHS_IN_A_ROW:
            found += row if len(row) == _PARAGRAPHS_IN_A_ROW else [index]
    return frozenset(found)


def _gain(line: Line) -> float:
    if line.reason == "markup":
        return 0.0
    if line.reason is not None or not line.is_prose:
        return _LABEL
    return min(line.words / 3, _MOST_GAIN)


def _mark_runs(lines: Sequence[Line]) -> None:
    """Within the article a label alone before a paragraph is a subheading; labels in runs are not."""
    run: list[Line] = []
    before: Line | None = None
    for line in lines:
        if line.is_prose and line.reason is None:
            _mark_run(run, before)
            run, before = [], line
        else:
            run.append(line)
    _mark_run(run, before)


def _mark_run(run: Sequence[Line], before: Line | None) -> None:
    unknown = [line for line in run if line.reason is None]
    if before is not None and before.text[-1] in ":：;" and len(unknown) == len(run):
        return  # a list
    for line in unknown:
        alone = len(unknown) <= 2 and line is unknown[-1]
        # In a ticker an entry's heading is as long as a sentence, and starts with the time.
        if not alone or (line.words > _LONGEST_SUBHEADING and not CLOCK.match(line.text)):
            line.reason = "furniture"
