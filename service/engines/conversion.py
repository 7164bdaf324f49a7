"""A model folder as it was pulled, turned once into the folder that CTranslate2 runs.

The work is done by a process of its own (`python -m service.engines.conversion`), for it needs torch and the
whole model in float32, and the service needs neither. Beside the model lies `conversion.json`: of which weights,
by which CTranslate2, in which precision; where one of them has changed the work is done anew.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from service.errors import EngineUnavailable

RECORD = "conversion.json"
RULES = 1
_TIMEOUT_SECONDS = 3600
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


def converted(folder: Path, into: Path, *, quantisation: str = "int8", revision: str = "") -> Path:
    """The converted folder `into`, made first where it is missing or stale.

    `revision` names the weights (a lock file's); without it the weight files are hashed. Raises
    `EngineUnavailable` where the work fails, with the last line of why.
    """
    wanted = _record(folder, quantisation, revision)
    if is_current(into, wanted):
        return into
    with _alone(into):
        if not is_current(into, wanted):
            _run(folder, into, quantisation, wanted["weights"])
    return into


def is_current(into: Path, wanted: dict[str, Any]) -> bool:
    """Whether `into` holds what was wanted, whole."""
    try:
        found = json.loads((into / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool({key: found.get(key) for key in wanted} == wanted and (into / "model.bin").is_file())


def convert(folder: Path, into: Path, *, quantisation: str, revision: str = "") -> None:
    """Convert in this process, which must have torch; `into` appears whole or not at all."""
    from service.engines.conversion_torch import write

    record = _record(folder, quantisation, revision)
    into.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=f".{into.name}-", dir=into.parent))
    try:
        record |= write(folder, work / "model", quantisation)
        (work / "model" / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        if into.exists():
            into.rename(work / "stale")
        (work / "model").rename(into)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _record(folder: Path, quantisation: str, revision: str) -> dict[str, Any]:
    import ctranslate2

    return {
        "weights": revision or fingerprint(folder),
        "quantisation": quantisation,
        "ctranslate2": ctranslate2.__version__,
        "rules": RULES,
    }


def fingerprint(folder: Path) -> str:
    """A hash over the weights and the configuration of a model folder."""
    files = sorted({path for pattern in (*_WEIGHTS, "*.json") for path in folder.glob(pattern)})
    if not any(path.suffix in {".safetensors", ".bin"} for path in files):
        raise EngineUnavailable(f"{folder.name}: no weights in it; pull the model again")
    total = sha256()
    for path in files:
        total.update(path.name.encode())
        with path.open("rb") as data:
            while block := data.read(1 << 20):
                total.update(block)
    return total.hexdigest()


@contextmanager
def _alone(into: Path) -> Iterator[None]:
    """Hold the lock of one conversion, so that two processes don't do the same work."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with (into.parent / f".{into.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(folder: Path, into: Path, quantisation: str, revision: str) -> None:
    command = [sys.executable, "-m", __name__, str(folder), str(into), quantisation, revision]
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_SECONDS, env=environment)
    except subprocess.TimeoutExpired as error:
        raise EngineUnavailable(f"{folder.name}: converting it took over {_TIMEOUT_SECONDS} s") from error
    if done.returncode != 0:
        why = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
        raise EngineUnavailable(f"{folder.name}: it can't be converted: {why}")


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]), quantisation=sys.argv[3], revision=sys.argv[4])
