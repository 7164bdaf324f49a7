"""The neural profile: one short run of both models, of true shape with random weights, on one core and on two."""

import sys
import time
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks.sizing.embedded import Effort
from benchmarks.sizing.host import pinned
from benchmarks.speed.neural import CACHE, LANGUAGES, NEEDED, prepared
from benchmarks.speed.neural_shapes import SUMMARISER, TRANSLATOR
from benchmarks.speed.neural_side import Side, work

ARTICLE_TOKENS, BRIEF_TOKENS, BEAMS = 800, 100, 4
_CALLERS, _LANGUAGES = 4, 2


def neural(effort: Effort, cache: Path = CACHE) -> list[dict[str, Any]]:
    """Seconds of a summary and tokens a second of translation, by cores; nothing where the packages are missing."""
    from importlib.util import find_spec

    if missing := [name for name in NEEDED if find_spec(name) is None]:
        print(f"neural engines are not measured: no {', '.join(missing)} here", file=sys.stderr)
        return []
    prepared(cache)
    return [_row(cache, cores, effort) for cores in tqdm(effort.cores, desc="neural", file=sys.stderr)]


def _row(cache: Path, cores: int, effort: Effort) -> dict[str, Any]:
    article, brief = (ARTICLE_TOKENS, BRIEF_TOKENS) if effort.rounds > 1 else (60, 8)
    asked = work(TRANSLATOR.name, SUMMARISER.name, article=article, brief=brief, languages=LANGUAGES, cores=cores)
    with pinned(cores):
        began = time.monotonic()
        side = Side("benchmarks.speed.neural_ours", cache, asked)
        loaded = time.monotonic() - began
    try:
        idle = side("peak")
        side("translate", languages=1, beams=1, whole=False)
        summary, others = side("summarise", beams=BEAMS)
        together, more = side("together", callers=_CALLERS, languages=_LANGUAGES, beams=BEAMS, whole=False)
        return {
            "cores": cores,
            "article_tokens": article,
            "brief_tokens": brief,
            "beams": BEAMS,
            "load_seconds": round(loaded, 1),
            "loaded_mb": idle,
            "most_mb": side("peak"),
            "summary_seconds": round(summary, 2),
            "tokens_a_second": round(_CALLERS * _LANGUAGES * brief / together, 1),
            "others_cores": round(max(others, more), 2),
        }
    finally:
        side.close()
