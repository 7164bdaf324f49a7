"""Times taken undisturbed, and the figures made of them."""

import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

from benchmarks.speed.neural_side import Side

# Cores that others may use while a time still counts as undisturbed, and how often a time is taken at most.
_QUIET, _TRIES = 0.2, 3
_LAYERS, _WIDTH, _WORDS, _LATIN = 12, 1024, 128112, 68000


@dataclass(slots=True)
class Times:
    """Seconds by what was done, and how many cores others used meanwhile.

    What was done while others used the machine is done again, a few times, and counts only where nothing better is
    had: the plain script suffers far more from it than we do.
    """

    taken: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def add(self, name: str, side: Side, what: str, **options: Any) -> None:
        """Do one thing, again where others were busy; shown as it comes."""
        for _ in range(_TRIES):
            spent, others = side(what, **options)
            self.taken.setdefault(name, []).append((spent, others))
            print(f"  {name:44} {spent:8.2f} s, others {others:.2f} cores", file=sys.stderr, flush=True)
            if others <= _QUIET:
                return

    def median(self, name: str) -> float:
        """The median of what was done undisturbed, else of all."""
        taken = self.taken[name]
        clean = [spent for spent, others in taken if others <= _QUIET]
        return statistics.median(clean or [spent for spent, _ in taken])

    def disturbed(self) -> list[str]:
        """What was never done undisturbed."""
        return [name for name, taken in self.taken.items() if min(others for _, others in taken) > _QUIET]


def figures(times: Times, *, languages: int, tokens: int, called: int, read: float) -> dict[str, float]:
    """Seconds, ratios of medians, tokens a second, and how far from what the memory could do.

    `called` is how many translations all callers asked for together, `read` GiB a second.
    """
    greedy = times.median("plain, one language, greedy") * languages
    beam = times.median("plain, one language, beam 4") * languages
    summary, ours_summary = times.median("plain, summary, beam 4"), times.median("ours, summary, beam 4")
    found = {
        "plain_greedy_s": greedy,
        "plain_beam_s": beam,
        "plain_summary_s": summary,
        "plain_tokens_s": languages * tokens / beam,
        "summary_s": ours_summary,
        "times_faster_summary": summary / ours_summary,
    }
    for end, by in (("", ""), ("_whole", ", whole vocabulary")):
        one, eight = times.median(f"ours, one language, beam 4{by}"), times.median(f"ours, all, beam 4{by}")
        quick_one, quick = times.median(f"ours, one language, greedy{by}"), times.median(f"ours, all, greedy{by}")
        parted = times.median(f"ours, all by sentence, beam 4{by}")
        made = called * tokens / times.median(f"ours, many callers, beam 4{by}")
        found |= {
            f"greedy_s{end}": quick,
            f"beam_s{end}": eight,
            f"by_sentence_s{end}": parted,
            f"times_faster_greedy{end}": greedy / quick,
            f"times_faster_beam{end}": beam / eight,
            f"times_faster_end_to_end{end}": (summary + beam) / (ours_summary + eight),
            f"times_faster_by_sentence{end}": beam / parted,
            f"times_faster_end_to_end_by_sentence{end}": (summary + beam) / (ours_summary + parted),
            f"all_over_one_greedy{end}": quick / quick_one,
            f"all_over_one_beam{end}": eight / one,
            f"all_over_one_end_to_end{end}": (ours_summary + eight) / (ours_summary + one),
            f"tokens_s{end}": made,
            f"tokens_s_times{end}": made / (languages * tokens / beam),
            f"greedy_over_bandwidth_floor{end}": quick / _floor_seconds(tokens, read, _WORDS if end else _LATIN),
        }
    return found


def _floor_seconds(tokens: int, read: float, words: int) -> float:
    """The least that one batch can take: each step reads the decoder's weights, a byte each, once."""
    layer = 2 * 4 * _WIDTH**2 + 2 * 4 * _WIDTH**2
    return tokens * (_LAYERS * layer + words * _WIDTH) / (read * 2**30)


def bandwidth(cores: int) -> float:
    """GiB a second that all cores read from memory together, the best of a few."""
    code = (
        "import sys, time, torch\n"
        "torch.set_num_threads(int(sys.argv[1]))\n"
        "data, taken = torch.ones(2**28), []\n"
        "for _ in range(9):\n"
        "    began = time.perf_counter(); data.sum(); taken.append(time.perf_counter() - began)\n"
        "print(1 / min(taken))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(cores)], capture_output=True, text=True, check=True)
    return float(done.stdout)
