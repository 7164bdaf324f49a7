"""What a plan is asked for, and the limits of what can be planned."""

from dataclasses import dataclass
from typing import Literal

Profile = Literal["embedded", "neural", "instruct"]
PROFILES: tuple[Profile, ...] = ("embedded", "neural", "instruct")
MOST_ARTICLES, MOST_LANGUAGES, MOST_PEAK, MOST_HOURS = 10_000_000, 32, 100.0, 24 * 365
MOST_SERVER_TOKENS = 1_000_000.0
MOST_ANSWER_SECONDS = 600.0


class PlanError(ValueError):
    """Something that can't be planned for: the value, the limit and the remedy."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked: `languages` counts the article's own; `repeats` is the share of calls that the cache answers.

    `hops` is how many translation pairs an article passes, None for those measured; `server_tokens` how many tokens a
    second a server of the chat model writes under load, and `answer_seconds` how long one of its answers then takes,
    which nothing here can measure; `questions_at_once` is how many a replica has on the way.
    """

    articles_per_hour: float
    languages: int
    cores: int = 2
    profile: Profile = "embedded"
    peak: float = 1.0
    utilisation: float = 0.6
    repeats: float = 0.0
    hops: float | None = None
    pipelines: int = 12
    spare: int = 1
    hours_kept: float = 24.0
    jobs: bool = False
    server_tokens: float | None = None
    answer_seconds: float = 1.0
    questions_at_once: int = 16

    def check(self) -> None:
        """Raises PlanError at the first value that is out of its limits."""
        limits: list[tuple[str, float, float, float, str]] = [
            ("--articles-per-hour", self.articles_per_hour, 1, MOST_ARTICLES, "plan for one cluster at a time"),
            ("--languages", self.languages, 1, MOST_LANGUAGES, "a request takes no more; send it twice"),
            ("--peak", self.peak, 1, MOST_PEAK, "give the busiest hour over the mean one"),
            ("--utilisation", self.utilisation, 0.1, 0.9, "above it requests wait long, below it cores idle"),
            ("--repeats", self.repeats, 0, 0.99, "give the share of calls that come again, 0 if unknown"),
            ("--hops", self.hops or 0, 0, 100, "count each pair on the routes once"),
            ("--spare", self.spare, 0, 100, "one more than are needed lets one be replaced"),
            ("--hours-kept", self.hours_kept, 0, MOST_HOURS, "it is NEWSBRIEFS_SHARED_CACHE_SECONDS in hours"),
            ("--answer-seconds", self.answer_seconds, 0.01, MOST_ANSWER_SECONDS, "measure a question under load"),
            ("--questions-at-once", self.questions_at_once, 1, 256, "it is NEWSBRIEFS_INSTRUCT_CONCURRENCY"),
        ]
        if self.server_tokens is not None:
            limits.append(
                ("--server-tokens", self.server_tokens, 1, MOST_SERVER_TOKENS, "measure your server under load")
            )
        for name, value, least, most, remedy in limits:
            if not least <= value <= most:
                raise PlanError(f"{name} is {value:g}, and {least:g} to {most:g} can be planned for; {remedy}")
        if self.profile not in PROFILES:
            raise PlanError(
                f"--profile is {self.profile!r}, and {listed(PROFILES)} can be planned for; take one of them"
            )


def listed(values: "list[int] | tuple[str, ...]") -> str:
    """Values in words."""
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
