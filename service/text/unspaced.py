"""Attribution where words are not spaced, or carry particles: Chinese, Japanese, Korean.

The speaker is cut out of the running text by the cue and by what ends a phrase, as no word can be.
"""

from collections import deque
from functools import cache

import regex

from service.records import Mention
from service.text.lang import language_data
from service.text.scene import Candidate, Kind, Scene
from service.text.speakers import Attribution, Frame
from service.text.unspaced_names import is_verb, last_named, name_in

_REACH_AFTER, _REACH_BEHIND, _REACH_BEFORE = 40, 60, 60
_LEADS_IN = regex.compile(r"[^，,：:。！？]{0,3}[，,：:\s]*")
_BEFORE_SPEAKER = regex.compile(r"[，,。！？]")
_STOP = regex.compile(r"[。！？；，,.!?;:：\n”」』“「『（）()、]")
_TOPIC = {
    "ja": regex.compile(
        r"([\p{Han}\p{Katakana}ー・A-Za-zＡ-Ｚ々ヶ]{1,24}+(?:さん|さま|くん|ちゃん)?)(?:によると|によれば|は|が|も)"
    ),
    "ko": regex.compile(
        r"(?<!\p{L})([\p{Hangul}A-Za-z]{1,16}?)(?:\([^()]{1,20}\))?(?:께서는|에서는|은|는|이|가|도)(?=[\s,])"
    ),
}
_SOURCE = {"ja": ("によると", "によれば"), "ko": ("에 따르면", "에 의하면")}
_THUS = {"ja": regex.compile(r"そう|こう|このように"), "ko": regex.compile(r"이렇게|이같이|이와 같이|그렇게")}
_PRONOUN = {"zh": ("他", "她"), "ja": ("彼", "彼女"), "ko": ("그", "그녀")}
_BRACKETS = regex.compile(r"[（(][^（）()]{1,60}[)）]")
_NO_VERB = {
    **dict.fromkeys("说說", "(?<![小学學传傳演论論据據听聽虽雖])"),
    **dict.fromkeys("称稱", "(?<![名简簡职職号號堪])"),
    **dict.fromkeys("问問", "(?<![疑学學访訪顾顧])"),
}
_JA_GLOSSED = regex.compile(r"([\p{Han}\p{Katakana}ー・]{1,12}+)[（(][^（）()]{1,30}[)）]\s?\Z")
# A verb right before a noun: "アクメ新聞が報じた合意案".
_JA_CLAUSE = regex.compile(r"[\p{Han}\p{Katakana}ー]{1,8}+\p{Hiragana}{0,4}[たるだ][\p{Han}\p{Katakana}ー]{1,12}+\Z")
_JA_THING = regex.compile(
    r"(?:案|計画|調査|調べ|結果|報告|[報告白訴意見調]書|資料|統計|データ|発表|声明|記事|報道|集計|推計|予測|分析|まとめ|速報|説明|話|証言)\Z"
)
_JA_OWNER = regex.compile(r"([\p{Han}\p{Katakana}ー・A-Za-zＡ-Ｚ々ヶ]{1,24}+)[のが]\Z")
_KO_HE = regex.compile(r"(?<!\p{L})그(?:녀)?(?:는|가)\s")
_KO_GOES_ON = regex.compile(r"(?:이?라)?(?:고|며|면서)[, ]{0,2}(?:또 )?")
_KO_LEAD = regex.compile(r"(?:[\p{Hangul}A-Za-z·]{1,16}[ ]){0,6}\Z")
_ZH_NOISE = regex.compile(
    r"^(?:另外|此外|但是|不过|然而|同时|因此|所以|对此|随后|而|并|还|也|又)|(?:进一步|则|还|也|又|曾|就|日前|近日|随后|当天|补充|補充)+$"
)
# Behind its subject a Chinese verb of saying has where, when and to whom: "王芳在声明中称", "王芳对记者说".
_ZH_ADVERBIAL = regex.compile(
    r"(?<=\p{Han}\p{Han})(?:在|接受|通过|当天|当日|昨日|昨天|今天|今日|日前|近日|随后|周[一二三四五六日天]|星期|\d|对|向|就|进一步|公开|再次|此前)"
)


def attribute_unspaced(scene: Scene, index: int, frame: Frame) -> Attribution:
    """The reading of a quotation's frame by particles (Japanese, Korean) or by the cue's place (Chinese)."""
    return _chinese(scene, frame) if scene.data.code == "zh" else _by_topic(scene, frame)


def _chinese(scene: Scene, frame: Frame) -> Attribution:
    text = scene.text
    right = text[frame.end : min(frame.right, frame.end + _REACH_AFTER)]
    for found in (
        _cue_in(scene, frame.left, frame.start, last=True),
        _cue_in(scene, frame.end, frame.end + len(right)),
    ):
        if found is None:
            continue
        start = max(frame.left, frame.end if found.start >= frame.end else 0, found.start - _REACH_BEFORE)
        speaker = _phrase_before(scene, start, found.start)
        gap = text[found.end : frame.start] if found.start < frame.start else text[frame.end : found.start]
        if speaker is not None and found.start >= frame.end and not _BEFORE_SPEAKER.match(gap):
            continue
        if speaker is not None and speaker.kind != "person":
            speaker = _named_before(scene, speaker.start) or speaker
        if speaker is not None or found.start < frame.start:
            near = found.start >= frame.end or bool(_LEADS_IN.fullmatch(gap))
            return Attribution(speaker, found, 0.8 if speaker and near else 0.5, dropped=speaker is None)
    return _said_behind(scene, frame) or Attribution(None, None, 0.0)


def _said_behind(scene: Scene, frame: Frame) -> Attribution | None:
    """Who speaks in a short sentence right behind a quotation that ended its own: “…。”王芳说。"""
    text, end = scene.text, frame.end
    if text[end - 2 : end - 1] not in {"。", "！", "？", "，", "…"}:
        return None
    stop = next((m.start() for m in _STOP.finditer(text, end, end + _REACH_AFTER)), end)
    cue = _cue_in(scene, end, stop, last=True)
    if cue is None or text[stop : stop + 1] not in {"。", "，"} or text[cue.end : stop] not in {"", "道"}:
        return None
    speaker = _phrase_before(scene, end, cue.start)
    if speaker is not None and speaker.kind != "person":
        speaker = _named_before(scene, frame.start) or speaker
    return Attribution(speaker, cue, 0.8) if speaker else None


def _named_before(scene: Scene, offset: int) -> Candidate | None:
    """The one person whom the sentences before a pronoun name."""
    span = last_named(scene.text, offset, scene.data.code)
    return Candidate(0, 1, span.start, span.end, "person") if span else None


def _cue_in(scene: Scene, start: int, end: int, *, last: bool = False) -> Mention | None:
    matches = _cue_pattern(scene.data.code).finditer(scene.text, start, end, overlapped=last)
    match = next(iter(deque(matches, maxlen=1)), None) if last else next(matches, None)
    return Mention(match.group(), match.start(), match.end()) if match else None


@cache
def _cue_pattern(code: str) -> "regex.Pattern[str]":
    """A language's cues as one pattern, the longest first; a verb that ends another word is none ("小说", "名称")."""
    cues = sorted(language_data(code).cue_verbs, key=lambda cue: (-len(cue), cue))
    return regex.compile("|".join(_NO_VERB.get(cue, "") + regex.escape(cue) for cue in cues))


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
    adverbial = _ZH_ADVERBIAL.search(phrase)
    phrase = (phrase[: adverbial.start()] if adverbial else phrase).rstrip()
    lead = len(phrase) - len(phrase.lstrip())
    return _candidate(scene, start + cut + lead, start + cut + len(phrase))


def _candidate(scene: Scene, start: int, end: int) -> Candidate | None:
    code, (he, she) = scene.data.code, _PRONOUN[scene.data.code]
    phrase = scene.text[start:end]
    if phrase in {he, she}:
        kind: Kind = "he" if phrase == he else "she"
        return Candidate(0, 1, start, end, kind)
    span = name_in(scene.text, start, end, code)
    return Candidate(0, 1, span.start, span.end, "person") if span else None


def _by_topic(scene: Scene, frame: Frame) -> Attribution:
    """The topic of the sentence before the quotation, where a cue stands right after it."""
    cue = _cue_in(scene, frame.end, max(frame.end, min(frame.right, frame.end + _REACH_AFTER)))
    source = None if cue else _source(scene, frame.left, frame.start)
    topic = source.candidate if source else _topic(scene, frame.left, frame.start)
    if topic is None:
        behind = _topic_behind(scene, frame)
        return behind or Attribution(None, cue, 0.4, dropped=cue is not None)
    return source or Attribution(topic, cue, 0.8 if cue else 0.45)


def _topic(scene: Scene, left: int, right: int) -> Candidate | None:
    """The first topic that could speak; a source ("によると") gives way to the subject of a cue."""
    for match in _TOPIC[scene.data.code].finditer(scene.text, left, right):
        if match.group(1) in scene.data.stops or match.group().endswith(_SOURCE[scene.data.code]):
            continue
        if scene.data.code == "ko" and match.group().endswith(("는", "은")) and is_verb(match.group(1)):
            continue
        pronoun = match.group(1) in _PRONOUN[scene.data.code]
        start = match.start(1) if pronoun else _phrase_start(scene, left, match.start(1))
        found = _before_office(scene, left, start, match.end(1)) or _candidate(scene, start, match.end(1))
        if found is not None and _gives_way(scene, match, right):
            continue
        if found is not None:
            return _named_before(scene, left) or found if found.kind != "person" else found
    source = _source(scene, left, right)
    return source.candidate if source else None


def _gives_way(scene: Scene, topic: "regex.Match[str]", right: int) -> bool:
    """Whether a Korean subject is one of a clause before "he": "병원이 문을 닫자 그는 …"."""
    if scene.data.code != "ko" or topic.group()[-1] not in "이가":
        return False
    return _KO_HE.search(scene.text, topic.end(), right) is not None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether what stands between two Korean quotations makes them one statement: "…”이라며 “…", "…”면서 “…"."""
    return _KO_GOES_ON.fullmatch(text, start, end) is not None


def _source(scene: Scene, left: int, right: int) -> Attribution | None:
    """Whom a phrase such as "에 따르면" names."""
    for phrase in _SOURCE[scene.data.code]:
        at = scene.text.find(phrase, left, right)
        if at < 0:
            continue
        stretch = scene.text[max(left, at - _REACH_BEFORE) : at]
        cut = max((m.end() for m in _STOP.finditer(stretch)), default=0)
        begin, stop = at - len(stretch) + cut, at
        if scene.data.code == "ja":
            begin, stop = _japanese_source(scene.text, begin, at)
        begin += len(scene.text[begin:stop]) - len(scene.text[begin:stop].lstrip())
        named = scene.text[begin:stop] not in scene.data.stops
        found = _candidate(scene, begin, stop) if named and begin < stop else None
        length = len(phrase.lstrip())
        end = at + len(phrase)
        return Attribution(found, Mention(phrase.lstrip(), end - length, end), 0.7) if found else None
    return None


def _japanese_source(text: str, start: int, end: int) -> tuple[int, int]:
    """Whom a source's phrase names: the body behind a thing ("気象庁の発表", "同社がまとめた調査"), empty for none."""
    cut = start + max(text[start:end].rfind(particle) + 1 for particle in "のがはを")
    clause = _JA_CLAUSE.match(text, cut, end)
    if clause is None and not _JA_THING.search(text, cut, end):
        return cut, end
    owner = _JA_OWNER.search(text, start, cut)
    if owner is None or (clause is None and text[cut - 1] != "の"):
        return end, end
    return owner.span(1)


def _before_office(scene: Scene, left: int, start: int, end: int) -> Candidate | None:
    """In Japanese a gloss in brackets may part a name from its office: 尹錫悦（ユンソンニョル）大統領."""
    if scene.text[start:end] not in scene.data.titles:
        return None
    glossed = _JA_GLOSSED.search(scene.text, max(left, start - _REACH_BEFORE), start)
    return _candidate(scene, *glossed.span(1)) if glossed else None


def _phrase_start(scene: Scene, left: int, start: int) -> int:
    """In Korean a topic's name stands in the words before its office."""
    if scene.data.code != "ko":
        return start
    before = _BRACKETS.sub(lambda m: " " * len(m.group()), scene.text[max(left, start - _REACH_BEFORE) : start])
    cut = max((m.end() for m in _STOP.finditer(before)), default=0)
    lead = _KO_LEAD.search(before, cut)
    return start - len(before) + lead.start() if lead else start


def _topic_behind(scene: Scene, frame: Frame) -> Attribution | None:
    """The topic of the sentence behind a quotation that says "so he said": 「…」。王氏はそう述べた。"""
    text, end = scene.text, frame.end
    if text[frame.left : frame.start].strip():
        return None
    start = end + (text[end : end + 1] == "。")
    stretch = text[start : start + _REACH_BEHIND]
    stop = next((start + at for at, c in enumerate(stretch) if at and c in "。.\n"), start)
    thus = _THUS[scene.data.code].search(text, start, stop)
    cue = _cue_in(scene, thus.end(), stop) if thus else None
    topic = _topic(scene, start, thus.start()) if thus and cue else None
    return Attribution(topic, cue, 0.75) if topic else None
