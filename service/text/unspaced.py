"""Attribution where words are not spaced, or carry particles: Chinese, Japanese, Korean.

The speaker is cut out of the running text by the cue and by what ends a phrase, as no word can be.
"""

from functools import cache

import regex

from service.records import Mention
from service.text.lang import language_data
from service.text.scene import Candidate, Scene
from service.text.speakers import Attribution, Frame

_LONGEST_SPEAKER = 24
_REACH = 220
_LEADS_IN = regex.compile(r"[^，,：:。！？]{0,3}[，,：:\s]*")
_BEFORE_SPEAKER = regex.compile(r"[，,。！？]")
_DOTTED = regex.compile(r"\p{Han}{1,16}(?:[·・]\p{Han}{1,8})+")
_STOP = regex.compile(r"[。！？；，,.!?;:：\n”」』“「『（）()、]")
_TOPIC = {
    "ja": regex.compile(r"([\p{Han}\p{Katakana}ー・A-Za-zＡ-Ｚ々]{1,20}+)(?:によると|によれば|は|が|も)"),
    "ko": regex.compile(r"(?<!\p{L})([\p{Hangul}A-Za-z]{1,12}?)(?:께서는|에서는|은|는|이|가|도)(?=[\s,])"),
}
_PRONOUN = {"zh": ("他", "她"), "ja": ("彼", "彼女"), "ko": ("그", "그녀")}
_BRACKETS = regex.compile(r"[（(][^（）()]{1,60}[)）]")
_ZH_NOISE = regex.compile(
    r"^(?:另外|此外|但是|不过|然而|同时|因此|所以|对此|随后|而|并|还|也|又)|(?:进一步|则|还|也|又|曾|就|日前|近日|随后|当天)+$"
)


def attribute_unspaced(scene: Scene, index: int, frame: Frame) -> Attribution:
    """The reading of a quotation's frame by particles (Japanese, Korean) or by the cue's place (Chinese)."""
    if scene.data.code == "zh":
        return _chinese(scene, frame)
    return _by_topic(scene, frame)


def _chinese(scene: Scene, frame: Frame) -> Attribution:
    text = scene.text
    right = text[frame.end : min(frame.right, frame.end + 40)]
    for found in (
        _cue_in(scene, frame.left, frame.start, last=True),
        _cue_in(scene, frame.end, frame.end + len(right)),
    ):
        if found is None:
            continue
        start = max(frame.left, frame.end if found.start >= frame.end else 0, found.start - 60)
        speaker = _phrase_before(scene, start, found.start)
        gap = text[found.end : frame.start] if found.start < frame.start else text[frame.end : found.start]
        if speaker is not None and found.start >= frame.end and not _BEFORE_SPEAKER.match(gap):
            continue
        if speaker is not None and speaker.kind != "person":
            speaker = _named_before(scene, speaker.start) or speaker
        if speaker is not None or found.start < frame.start:
            near = found.start >= frame.end or bool(_LEADS_IN.fullmatch(gap))
            return Attribution(speaker, found, 0.8 if speaker and near else 0.5, dropped=speaker is None)
    return Attribution(None, None, 0.0)


def _named_before(scene: Scene, offset: int) -> Candidate | None:
    """The last name written with a middle dot before a pronoun, in the sentences just before it."""
    start = max(0, offset - _REACH)
    if max(scene.text.rfind("·", start, offset), scene.text.rfind("・", start, offset)) < 0:
        return None
    names = list(_DOTTED.finditer(scene.text, start, offset))
    return _candidate(scene, names[-1].start(), names[-1].end()) if names else None


def _cue_in(scene: Scene, start: int, end: int, *, last: bool = False) -> Mention | None:
    pattern = _cue_pattern(scene.data.code)
    if last:
        found = next(reversed(pattern.findall(scene.text, start, end, overlapped=True)), None)
        at = scene.text.rfind(found, start, end) if found else 0
        return Mention(found, at, at + len(found)) if found else None
    match = pattern.search(scene.text, start, end)
    return Mention(match.group(), match.start(), match.end()) if match else None


@cache
def _cue_pattern(code: str) -> "regex.Pattern[str]":
    """A language's cues as one pattern, the longest first."""
    cues = sorted(language_data(code).cue_verbs, key=lambda cue: (-len(cue), cue))
    return regex.compile("|".join(map(regex.escape, cues)))


def _phrase_before(scene: Scene, start: int, end: int) -> Candidate | None:
    """The run of letters right before a cue, without a gloss in brackets and without adverbs."""
    stretch = _BRACKETS.sub(lambda m: " " * len(m.group()), scene.text[start:end]).rstrip()
    cut = max((m.end() for m in _STOP.finditer(stretch)), default=0)
    phrase = stretch[cut:]
    noise = _ZH_NOISE.search(phrase)
    while noise:
        if noise.start() == 0:
            cut += noise.end()
            phrase = phrase[noise.end() :]
        else:
            phrase = phrase[: noise.start()]
        noise = _ZH_NOISE.search(phrase) if phrase else None
    phrase = phrase.rstrip()
    lead = len(phrase) - len(phrase.lstrip())
    first, last = start + cut + lead, start + cut + len(phrase)
    return _candidate(scene, first, last)


def _candidate(scene: Scene, start: int, end: int) -> Candidate | None:
    text, code = scene.text, scene.data.code
    for title in scene.data.titles:
        at = text.rfind(title, start, end)
        if code == "zh" and at >= 0 and at + len(title) + 1 < end:
            start = at + len(title)
    phrase = text[start:end]
    if not phrase or len(phrase) > _LONGEST_SPEAKER:
        return None
    he, she = _PRONOUN[code]
    kind = "he" if phrase == he else "she" if phrase == she else "person"
    return Candidate(0, 1, start, end, kind)  # type: ignore[arg-type]


def _by_topic(scene: Scene, frame: Frame) -> Attribution:
    """The topic of the sentence before the quotation, where a cue stands right after it."""
    after = scene.text[frame.end : min(frame.right, frame.end + 40)]
    cue = _cue_in(scene, frame.end, frame.end + len(after))
    topics = list(_TOPIC[scene.data.code].finditer(scene.text, frame.left, frame.start))
    if not topics:
        return Attribution(None, cue, 0.4, dropped=cue is not None)
    start, end = topics[0].span(1)
    return Attribution(_candidate(scene, start, end), cue, 0.8 if cue else 0.45)
