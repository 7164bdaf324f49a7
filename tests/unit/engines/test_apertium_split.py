import sys
import time

import pytest

from service.engines.apertium_split import SplitPipeline
from service.errors import EngineUnavailable

PYTHON = (sys.executable, "-u", "-c")
ECHO = [*PYTHON, "import os\nwhile chunk := os.read(0, 65536): os.write(1, chunk)"]
UPPER = [*PYTHON, "import os\nwhile chunk := os.read(0, 65536): os.write(1, chunk.upper())"]
ANSWERS_ONE = [*PYTHON, r"import os; os.read(0, 3); os.write(1, b'one\0')"]


def soon() -> float:
    """A deadline that a healthy pipeline keeps with ease."""
    return time.monotonic() + 20


def test_step_between_sees_what_the_first_program_made():
    """Each text passes the first program, the step in this process, and the rest."""
    pipeline = SplitPipeline([UPPER, ECHO], lambda text: text + b"!")
    answers = pipeline.exchange([b"one", b"two"], deadline=soon())
    pipeline.close()
    assert [b"ONE!", b"TWO!"] == answers


def test_death_of_the_first_program():
    """What it answered before goes on, and the pipeline is known to be dead."""
    pipeline = SplitPipeline([ANSWERS_ONE, ECHO], lambda text: text)
    answers = pipeline.exchange([b"one", b"two"], deadline=soon())
    alive = pipeline.alive()
    pipeline.close()
    assert ([b"one"], False) == (answers, alive)


def test_program_that_does_not_start():
    """Nothing is left running where the second half can't start."""
    with pytest.raises(EngineUnavailable):
        SplitPipeline([ECHO, ["/no/such/program"]], lambda text: text)
