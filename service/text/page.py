"""Where the article stands on a page that was copied with everything around it."""

from collections.abc import Sequence

from service.text.furniture import MORE
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
# What a label costs and a paragraph gains when the densest stretch of paragraphs is looked for.
_LABEL = -4.0
_MOST_GAIN = 12.0


def judge_page(lines: Sequence[Line]) -> None:
    """Mark what lies around the article, and between its paragraphs in runs, on a page copied as a whole."""
    if not _is_copied_page(lines):
        return
    _mark_teasers(lines)
    first, last = _article(lines)
    last = _with_rest(lines, last)
    for index, line in enumerate(lines):
        outside = index < first or index > last
        if outside and line.reason is None and not _is_long_paragraph(line):
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
        if not alone or line.words > _LONGEST_SUBHEADING:
            line.reason = "furniture"
