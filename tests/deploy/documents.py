"""The commands our documents of operation show: where they stand, how they are taken, and a session to run them in.

The line before a block of commands says how it is to be taken, as a comment that no reader sees:

    <!-- run: cluster -->        runs, with kubectl speaking to the local Kubernetes API (kube_api.py)
    <!-- run: here -->           runs, without a cluster
    <!-- run: cluster, last -->  runs after the documents that are read next: it takes away what they need
    <!-- run: no, REASON -->     needs what is not here; its commands are looked up (document_commands.py)
    <!-- run: NAME -->           another test of this folder runs it, by this name
    <!-- NAME: … -->             another test runs it, or a program writes it, that knows these comments
"""

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server import ROOT, serving

from .document_commands import commands
from .kube_session import Session, session_with_cluster

# Documents that are read one after the other, in one session.
CHAINS = (
    ("k8s/README.md", "docs/operate.md"),
    ("deploy/README.md",),
    ("docs/image.md",),
    ("docs/models.md",),
    ("docs/alerts.md",),
    ("docs/sizing.md",),
)
LAST = "last"
_COMMENT = re.compile(r"\s*<!-- run: (?P<how>[a-z][-a-z]*)(?:, (?P<why>[^>]+))? -->\s*")
_OTHER_COMMENT = re.compile(r"\s*<!-- (?!run:)(?P<how>[a-z]+): [^>]+ -->\s*")
_FENCE = re.compile(r"(?P<indent> *)```(?P<language>\w*)\s*")
_ASSIGNMENT = re.compile(r"[A-Z_]+=")
_SHELLS = ("sh", "bash", "shell", "console")
_PROGRAMS = ("amtool", "buildah", "curl", "docker", "kubectl", "make", "newsbriefs", "podman", "promtool", "python")
# What a document may change in its own copy; the rest is the checkout itself.
_COPIED = ("k8s", "deploy", "compose.yaml", "Dockerfile")
_LEFT_OUT = (".git", ".venv")


@dataclass(frozen=True)
class Block:
    """Commands of a document, from a line on; `how` is empty where nothing says how to take them."""

    document: str
    line: int
    how: str
    why: str
    script: str

    @property
    def place(self) -> str:
        """Where to find it."""
        return f"{self.document}:{self.line}"

    def commands(self) -> list[list[str]]:
        """Each command with its arguments."""
        return commands(self.script)


def documents() -> list[str]:
    """Those of the chains that are there."""
    return [name for chain in CHAINS for name in chain if (ROOT / name).exists()]


def blocks(document: str, text: str | None = None) -> list[Block]:
    """Every block of commands: fenced as a shell's, or indented by four and beginning with a program."""
    lines = ((ROOT / document).read_text("utf-8") if text is None else text).splitlines()
    return [_block(document, lines, start, body) for start, body in _bodies(lines)]


def _block(document: str, lines: list[str], start: int, body: list[str]) -> Block:
    before = next((line for line in reversed(lines[:start]) if line.strip()), "")
    found, other = _COMMENT.fullmatch(before), _OTHER_COMMENT.fullmatch(before)
    how, why = (found["how"], found["why"] or "") if found else (other["how"] if other else "", "")
    script = textwrap.dedent("\n".join(body)) + "\n"
    if "console" in lines[start]:
        script = "".join(f"{line}\n" for line in re.findall(r"(?m)^\$ (.*)$", script))
    return Block(document, start + 1, how, why, script)


def _bodies(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The index of the first line of each block (its fence, where it has one), and its commands."""
    at = 0
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at])
        end = _end_of_fence(lines, at) if fence else _end_of_indent(lines, at)
        body = lines[at + 1 : end] if fence else lines[at:end]
        language = fence["language"] if fence else ""
        if language in _SHELLS or (not language and _is_of_commands(body)):
            yield at, body
        at = max(end, at) + 1


def _end_of_fence(lines: list[str], start: int) -> int:
    return next((at for at in range(start + 1, len(lines)) if lines[at].strip() == "```"), len(lines))


def _end_of_indent(lines: list[str], start: int) -> int:
    begins = lines[start].startswith("    ") and (start == 0 or not lines[start - 1].startswith("    "))
    if not begins:
        return start
    after = (at for at in range(start, len(lines)) if lines[at].strip() and not lines[at].startswith("    "))
    return next(after, len(lines))


def _is_of_commands(body: list[str]) -> bool:
    lines = [line.split() for line in body if line.strip() and not line.strip().startswith("#")]
    first = [word for word in (lines or [[]])[0] if not _ASSIGNMENT.match(word)]
    return len(first) > 1 and (Path(first[0]).name in _PROGRAMS or first[0].startswith("scripts/"))


def in_order(names: tuple[str, ...]) -> list[Block]:
    """The blocks of documents as they are read one after the other."""
    found = [block for name in names for block in blocks(name)]
    return sorted(found, key=lambda block: block.why == LAST)


def names_of_other_tests() -> set[str]:
    """The names by which other tests of this folder ask for a block, and the comments that other programs know."""
    here = [path for path in Path(__file__).parent.glob("*.py") if "document" not in path.name]
    quoted = {name for path in here for name in re.findall(r'"([a-z][-a-z]*)"', path.read_text("utf-8"))}
    others = [path for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    known = {name for path in others for name in re.findall(r"<!-- ([a-z]+): ", path.read_text("utf-8"))}
    return quoted | known - {"run"}


@contextmanager
def session_for(chain: list[Block], folder: Path) -> Iterator[Session]:
    """A session with a copy of the checkout, a cluster, and the service itself at $BASE where a block calls it."""
    checkout = _checkout(folder / "checkout")
    variables = {f"NEWSBRIEFS_{name}": str(folder / name.lower()) for name in ("DATA", "MODELS", "STATE")}
    with session_with_cluster(folder, checkout, **variables) as session:
        if not any("$BASE" in block.script for block in chain if block.how in ("cluster", "here")):
            yield session
            return
        served = folder / "served"
        served.mkdir()
        with serving(served, NEWSBRIEFS_DATA=str(served)) as (base, _):
            session.environment["BASE"] = base
            yield session


def _checkout(folder: Path) -> Path:
    folder.mkdir()
    (folder / ".venv").symlink_to(sys.prefix)
    for path in ROOT.iterdir():
        if path.name in _COPIED and path.is_dir():
            shutil.copytree(path, folder / path.name, symlinks=True, ignore=shutil.ignore_patterns("secrets"))
        elif path.name in _COPIED:
            shutil.copy(path, folder / path.name)
        elif path.name not in _LEFT_OUT:
            (folder / path.name).symlink_to(path)
    return folder
