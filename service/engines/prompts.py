"""Prompts: files with a version and a hash, filled in so that no article can pass for an instruction.

A file `<task>.<version>.txt` has comment lines, then `[system]` and `[user]` on lines of their own, each followed by
its text. `{{name}}` stands for a value. Values that come from outside (an article, names, terms) are fenced: they
stand between two lines that carry a code made from their own hash, and what looks like such a line, or like a control
token of a model, is written so that it is neither. They may stand in the user's part only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import regex

from service.engines.chat import Message
from service.errors import EngineUnavailable

PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "brief": frozenset({"language", "tag", "max_words", "max_sentences", "article"}),
    "headline": frozenset({"language", "tag", "max_words", "article"}),
    "translation": frozenset({"source_language", "source_tag", "language", "tag", "terms", "sentence"}),
}
"""What a prompt of each task must use, all of it."""

FENCED = frozenset({"article", "sentence", "terms"})
_PLACEHOLDER = regex.compile(r"\{\{([a-z_]+)\}\}")
_SECTION = regex.compile(r"(?m)^\[(system|user)\]$")
# Shapes of control tokens: <|im_end|>, <s>, </s>, <start_of_turn>, <<SYS>>, <｜User｜>, <0x0A>; [INST], [gMASK].
_ANGLE = regex.compile(r"<(?=[<|｜/!\p{L}\p{N}_])")
_BRACKET = regex.compile(r"\[(?=/?[a-z]?[A-Z_]{3,24}\])")
_CONTROLS = regex.compile(
    r"[\p{Cc}--[\n\t]]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cn}|\p{Co}|[\U000e0000-\U000e007f]", regex.V1
)
_FENCE_MARK = "<<<"
# So many words in the order of the instructions are no chance.
_ECHO_WORDS = 8


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; `name` is what a route says: task, version and the first 12 digits of the file's sha256."""

    task: str
    version: str
    sha256: str
    system: str
    user: str

    @property
    def name(self) -> str:
        """`brief.v1-0123456789ab`."""
        return f"{self.task}.{self.version}-{self.sha256[:12]}"

    def render(self, values: Mapping[str, str | int]) -> tuple[Message, Message]:
        """The two messages; values that come from outside must be fenced already (`fence`)."""
        return Message("system", _fill(self.system, values)), Message("user", _fill(self.user, values))


def load_prompt(folder: Path, task: str, version: str = "v1") -> Prompt:
    """Read one prompt; raises EngineUnavailable where the file is missing or is not what its task needs."""
    name = f"{task}.{version}.txt"
    try:
        raw = (folder / name).read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineUnavailable(
            f"the prompt {name} can't be read ({type(error).__name__}); NEWSBRIEFS_PROMPTS names its folder"
        ) from error
    parts = _SECTION.split(text.replace("\r\n", "\n"))
    if parts[1::2] != ["system", "user"] or any(line and line[0] != "#" for line in parts[0].splitlines()):
        raise EngineUnavailable(f"the prompt {name} needs comment lines, then [system], then [user], once each")
    prompt = Prompt(task, version, sha256(raw).hexdigest(), parts[2].strip(), parts[4].strip())
    _check(prompt, name)
    return prompt


def _check(prompt: Prompt, name: str) -> None:
    used = _PLACEHOLDER.findall(prompt.user)
    misplaced = sorted(FENCED.intersection(_PLACEHOLDER.findall(prompt.system)))
    if misplaced:
        raise EngineUnavailable(
            f"the prompt {name} puts {misplaced} in [system]; text from outside goes in [user] only"
        )
    wrong = sorted(PLACEHOLDERS[prompt.task].symmetric_difference({*used, *_PLACEHOLDER.findall(prompt.system)}))
    if wrong or any(used.count(one) > 1 for one in FENCED):
        raise EngineUnavailable(
            f"the prompt {name} must use each of {sorted(PLACEHOLDERS[prompt.task])}, fenced ones once; wrong: {wrong}"
        )


def _fill(template: str, values: Mapping[str, str | int]) -> str:
    """Every placeholder replaced in one pass: what a value holds is never read as a placeholder."""
    return _PLACEHOLDER.sub(lambda match: str(values[match.group(1)]), template)


def fence(kind: str, text: str) -> str:
    """`text` as data: escaped, between an opening and a closing line that it can't hold."""
    inside = escape(text)
    code = fence_code(inside)
    return f"{_FENCE_MARK}{kind} {code}>>>\n{inside}\n{_FENCE_MARK}end {code}>>>"


def fence_code(text: str) -> str:
    """Sixteen digits from the hash of `text`; a text that held them would not have this hash."""
    code = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    while code in text:
        code = sha256((code + text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return code


def escape(text: str) -> str:
    """`text` with what could be read as a control token or a fence written in full-width marks.

    Control characters and marks that reorder or hide text become spaces. The length stays the same.
    """
    return _BRACKET.sub("［", _ANGLE.sub("＜", _CONTROLS.sub(" ", text)))


def restore(written: str, *, source: str) -> str:
    """What a model wrote, with the full-width marks of `escape` as they stand in `source`."""
    if "＜" not in source:
        written = written.replace("＜", "<")
    return written if "［" in source else written.replace("［", "[")


def holds_fence(written: str) -> bool:
    """Whether a model repeated a line of a fence."""
    return _FENCE_MARK in written or regex.search(r"(?:article|sentence|terms|end) [0-9a-f]{16}", written) is not None


def echoes(written: str, prompt: Prompt) -> bool:
    """Whether a model repeated a run of its instructions instead of doing what they say."""
    given, found = prompt.system.casefold().split(), written.casefold().split()
    runs = {tuple(given[i : i + _ECHO_WORDS]) for i in range(len(given) - _ECHO_WORDS + 1)}
    return any(tuple(found[i : i + _ECHO_WORDS]) in runs for i in range(len(found) - _ECHO_WORDS + 1))
