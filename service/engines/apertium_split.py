"""A pipeline with a step in this process between its analyser and the programs behind it."""

from collections.abc import Callable, Sequence

from service.engines.apertium_process import Pipeline

Filter = Callable[[bytes], bytes]


class SplitPipeline:
    """The same as a `Pipeline` of `stages`, but that `between` sees what the first program makes of each text."""

    def __init__(self, stages: Sequence[Sequence[str]], between: Filter) -> None:
        self._between = between
        self._analyser = Pipeline(stages[:1])
        try:
            self._rest = Pipeline(stages[1:])
        except BaseException:
            self._analyser.close()
            raise

    def alive(self) -> bool:
        """Whether every program still runs."""
        return self._analyser.alive() and self._rest.alive()

    def exchange(self, texts: Sequence[bytes], *, deadline: float) -> list[bytes]:
        """Send texts, free of NUL, and return their answers in order, as a `Pipeline` does."""
        analysed = self._analyser.exchange(texts, deadline=deadline)
        return self._rest.exchange([self._between(text) for text in analysed], deadline=deadline)

    def close(self) -> None:
        """End the programs and wait for them; safe to call twice."""
        self._analyser.close()
        self._rest.close()
