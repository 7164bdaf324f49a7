import os
from pathlib import Path

import pytest

from service.engines.apertium_proofs import FILE_NAME, Proofs


@pytest.fixture
def stages(tmp_path: Path) -> list[list[str]]:
    """A pipeline of one program with one data file."""
    data = tmp_path / "pair.bin"
    data.write_bytes(b"1")
    return [["cat", str(data)]]


def test_a_proof_is_remembered_between_starts(tmp_path: Path, stages: list[list[str]]) -> None:
    """What passed once need not pass again."""
    Proofs(tmp_path / "state").keep({"a-b": stages}, failed=())
    assert Proofs(tmp_path / "state").holds("a-b", stages)


def test_what_never_passed_is_not_proven(tmp_path: Path, stages: list[list[str]]) -> None:
    """An empty memory proves nothing, and makes no folder."""
    assert not Proofs(tmp_path / "state").holds("a-b", stages)
    assert not (tmp_path / "state").exists()


def test_a_changed_file_voids_the_proof(tmp_path: Path, stages: list[list[str]]) -> None:
    """An upgrade of a package changes its files, and the pair is tested anew."""
    proofs = Proofs(tmp_path / "state")
    proofs.keep({"a-b": stages}, failed=())
    os.utime(stages[0][1], ns=(1, 1))
    assert not proofs.holds("a-b", stages)


def test_a_failure_is_forgotten(tmp_path: Path, stages: list[list[str]]) -> None:
    """A pair that failed later is no longer proven."""
    proofs = Proofs(tmp_path / "state")
    proofs.keep({"a-b": stages}, failed=())
    proofs.keep({}, failed=["a-b"])
    assert not Proofs(tmp_path / "state").holds("a-b", stages)


def test_a_broken_file_counts_as_empty(tmp_path: Path, stages: list[list[str]]) -> None:
    """Half a file, or another one, is no proof."""
    (tmp_path / FILE_NAME).write_text('{"a-b": ', encoding="utf-8")
    assert not Proofs(tmp_path).holds("a-b", stages)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, stages: list[list[str]]) -> None:
    """On a read-only disk the proof holds for this process."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    proofs = Proofs(tmp_path / "file" / "state")
    proofs.keep({"a-b": stages}, failed=())
    assert proofs.holds("a-b", stages)
