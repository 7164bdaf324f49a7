"""A person's session at a terminal: one folder, one home, one cluster, and variables that stay from block to block."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .kube_api import kubeconfig, kubernetes_api

# As the program `timeout` ends.
TIMED_OUT = 124
# Each variable a block sets and the folder it ends in are there for the next, as they are at a terminal.
_KEEP = 'set -a; trap \'status=$?; pwd > "$SESSION/folder"; env -0 > "$SESSION/environment"; exit $status\' EXIT\n'
_OF_BASH = ("_", "SHLVL", "PWD", "OLDPWD", "BASH_EXECUTION_STRING")


class Session:
    """Runs blocks of commands by bash, one after another."""

    def __init__(self, folder: Path, working_folder: Path, **variables: str) -> None:
        self._kept = folder / "session"
        self._kept.mkdir()
        self.folder = working_folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("NEWSBRIEFS_", "KUBE"))},
            **{"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
            "SESSION": str(self._kept),
            **variables,
        }

    def run(self, script: str, *, seconds: float = 45.0) -> subprocess.CompletedProcess[str]:
        """What a block writes and ends with; whatever it left running ends with it. The first failure ends it."""
        command = ["bash", "-euo", "pipefail", "-c", _KEEP + script]
        out, err = self._kept / "out", self._kept / "err"
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = subprocess.Popen(
                command, cwd=self.folder, env=self.environment, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            )  # fmt: skip
            try:
                status = process.wait(timeout=seconds)
                self._take_over()
            except subprocess.TimeoutExpired:
                status = TIMED_OUT
            finally:
                _end_all_of(process.pid)
                process.wait()
        return subprocess.CompletedProcess(command, status, out.read_text("utf-8"), err.read_text("utf-8"))

    def _take_over(self) -> None:
        self.folder = Path((self._kept / "folder").read_text("utf-8").rstrip("\n"))
        kept = (self._kept / "environment").read_text("utf-8").split("\0")
        variables = dict(one.split("=", 1) for one in kept if one)
        self.environment = {name: value for name, value in variables.items() if name not in _OF_BASH}


def _end_all_of(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


@contextmanager
def session_with_cluster(folder: Path, working_folder: Path, **variables: str) -> Iterator[Session]:
    """A session whose kubectl speaks to an empty cluster of its own."""
    home = folder / "home"
    (home / ".kube").mkdir(parents=True)
    with kubernetes_api() as address:
        (home / ".kube" / "config").write_text(kubeconfig(address), "utf-8")
        yield Session(folder, working_folder, HOME=str(home), **variables)
