"""Floors hold figures up, and give way only where they are told to."""

from pathlib import Path

from benchmarks.quality.figures import Figure
from benchmarks.quality.floors import Floors, compare, floor_under, hash_files, lowered, raised

FLOORS: Floors = {"cleaning": {"data": "abc", "floors": {"set all recall": 0.8}}}


def figure(value: float, *, measure: str = "recall", items: int = 1000) -> Figure:
    """A figure of the task that has a floor."""
    return Figure("cleaning", "set", "all", measure, value, items)


def test_a_figure_at_its_floor_holds() -> None:
    """Nothing is said against a figure that is as high as its floor."""
    assert compare([figure(0.8)], {"cleaning": "abc"}, FLOORS) == []


def test_a_figure_under_its_floor_is_named() -> None:
    """The message gives the figure and the floor."""
    found = compare([figure(0.79)], {"cleaning": "abc"}, FLOORS)
    assert found == ["cleaning: set all recall is 0.7900, under its floor of 0.8"]


def test_a_figure_that_was_not_measured_fails() -> None:
    """A floor with no figure beside it can't hold anything up."""
    found = compare([], {"cleaning": "abc"}, FLOORS)
    assert found == ["cleaning: set all recall has a floor, 0.8, but was not measured"]


def test_other_data_fails_with_the_remedy() -> None:
    """Floors of other data mean nothing, however good the figure."""
    (message,) = compare([figure(0.99)], {"cleaning": "other"}, FLOORS)
    assert "not what its floors were recorded on" in message
    assert "--lower-floors" in message


def test_a_task_that_was_not_run_is_not_compared() -> None:
    """With one task alone, the floors of the others say nothing."""
    assert compare([], {}, FLOORS) == []


def test_raising_never_lowers() -> None:
    """A worse figure leaves its floor; a better one lifts it to just under itself."""
    floors = [raised([figure(value)], {"cleaning": "abc"}, FLOORS) for value in (0.7, 0.9)]
    assert [f["cleaning"]["floors"]["set all recall"] for f in floors] == [0.8, 0.89]


def test_raising_leaves_floors_of_other_data() -> None:
    """Recording another data set's floors takes the flag that lowers."""
    assert raised([figure(0.9)], {"cleaning": "other"}, FLOORS) == FLOORS


def test_lowering_touches_only_what_was_missed() -> None:
    """A floor that holds stays where it is."""
    floors = [lowered([figure(value)], {"cleaning": "abc"}, FLOORS) for value in (0.7, 0.9)]
    assert [f["cleaning"]["floors"]["set all recall"] for f in floors] == [0.69, 0.8]


def test_lowering_records_other_data() -> None:
    """On other data every floor of the task is set anew."""
    expected = {"data": "other", "floors": {"set all recall": 0.89}}
    assert lowered([figure(0.9)], {"cleaning": "other"}, FLOORS)["cleaning"] == expected


def test_the_margin_is_one_case_of_a_small_share() -> None:
    """Five cases leave room for one of them; chrF has a scale of its own; what must be whole has no margin."""
    figures = (
        figure(1.0, items=5),
        figure(0.9),
        figure(0.9, measure="median F1", items=5),
        figure(44.26, measure="chrF"),
        figure(1.0, measure="digits kept"),
    )
    assert [floor_under(f) for f in figures] == [0.8, 0.89, 0.89, 43.76, 1.0]


def test_the_hash_depends_on_names_and_contents(tmp_path: Path) -> None:
    """A file renamed or changed gives another hash; a file outside the patterns doesn't."""
    (tmp_path / "a.txt").write_text("one")
    first = hash_files(tmp_path, ["*.txt"])
    (tmp_path / "b.json").write_text("two")
    assert hash_files(tmp_path, ["*.txt"]) == first
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    assert hash_files(tmp_path, ["*.txt"]) != first
