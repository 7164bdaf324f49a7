"""Which language a text is in: script where it decides alone, py3langid's model where it doesn't."""

import functools
import threading
from collections import Counter, defaultdict
from typing import Protocol, cast

import regex

from service.records import LanguageGuess
from service.text.tags import canonical

UNDETERMINED = LanguageGuess("und", 0.0)


def _codes(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


_ONE_LANGUAGE = {
    "Hangul": "ko",
    "Greek": "el",
    "Hebrew": "he",
    "Thai": "th",
    "Lao": "lo",
    "Khmer": "km",
    "Myanmar": "my",
    "Armenian": "hy",
    "Georgian": "ka",
    "Ethiopic": "am",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Tibetan": "bo",
}
_SHARED = ("Latin", "Cyrillic", "Arabic", "Devanagari", "Bengali", "Han", "Kana")
_KANA = r"[\p{Hiragana}\p{Katakana}]"
_SCRIPT = {
    name: regex.compile(_KANA if name == "Kana" else rf"\p{{{name}}}", regex.IGNORECASE)
    for name in (*_ONE_LANGUAGE, *_SHARED)
}
_ADDRESSES = regex.compile(r"https?://\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,80}|[@#]\w{1,80}")
_NOISE = regex.compile(r"[\p{Cc}\p{Cf}\p{S}\p{N}]")
# One ideograph or syllable carries about as much as three letters of an alphabet (bytes per word in FLORES).
_WEIGHT = {"Han": 3, "Kana": 3, "Hangul": 3}
# Japanese news is about half kana; Chinese quotes a kana name now and then.
_KANA_SHARE_OF_JAPANESE = 0.1

# The model knows these apart, the written news doesn't: a wire story in "Wu" is Chinese.
_FOLDED = {"wuu": "zh", "yue": "zh", "ary": "ar", "arz": "ar", "uzs": "uz", "hbo": "he", "grc": "el", "no": "nb"}
# Languages with no daily press to speak of; on five words the model takes their neighbours for them.
# The factor is a prior that evidence overcomes, from a sweep over .02 to .5 on langid.jsonl (flat from .05 to .2).
_RARE = _codes("ace an bcl crh dz ext fuv gcf gcr gom gug guw jv kab la lij ltg pcm qu sa sdh se st vec vo wa zxx")
_RARE_PRIOR = 0.1
# A press of their own, but a much larger neighbour that five words can't tell them from.
_SMALL = _codes("as br eo fo fy ht ln nn oc qu tt")
_SMALL_PRIOR = 0.3

# A window costs the model about 1 ms; with three as with five, one of the 169 articles of
# fundus.jsonl is taken for another language (Zulu for Xhosa).
_WINDOW = 500
_MOST_WINDOWS = 3
_BODY_LINE = 60
_FULL_SAMPLE = 200_000


class _Identifier(Protocol):
    nb_classes: list[str]

    def rank(self, text: str) -> list[tuple[str, float]]: ...


_loading = threading.Lock()


@functools.cache
def _load_identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.7 s and 100 MB: only once it is asked for

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))


def _identifier() -> _Identifier:
    with _loading:
        return _load_identifier()


@functools.cache
def known_languages() -> frozenset[str]:
    """Every language that `identify` can answer, as BCP 47 tags; loads the model."""
    labels = {_FOLDED.get(label, label) for label in _identifier().nb_classes} - {"zxx"}
    return frozenset(canonical(code) for code in (*labels, *_ONE_LANGUAGE.values(), "sr-Latn"))


def load() -> None:
    """Load the model now, so that the first article doesn't wait for it."""
    _identifier()


def identify(text: str) -> LanguageGuess:
    """The main language of `text`, and how probable it is; `und` with 0.0 where there are no words.

    Languages come as BCP 47 tags: `nb` for Norwegian unless it is clearly `nn`; Serbian in Latin letters is `sr-Latn`.
    """
    sample = _without_noise(_sample(text))
    scripts = _count_scripts(sample)
    if not scripts:
        return UNDETERMINED
    script = _main_script(scripts)
    weight = scripts[script]
    share = weight / scripts.total()
    language, probability = _by_script(script, scripts) or _by_model(sample, script, mixed=len(scripts) > 1)
    # The less there is to go by, the less may be claimed: 5 words give at most about .93.
    certainty = min(probability * (0.5 + 0.5 * share), weight / (weight + 2))
    return LanguageGuess(_tag(language, script), round(certainty, 4))


def _sample(text: str) -> str:
    """At most a few thousand characters, from lines long enough to be body where there are such."""
    text = text[:_FULL_SAMPLE]
    if len(text) <= _WINDOW * _MOST_WINDOWS:
        lines = text.splitlines()
        body = [line for line in lines if len(line) >= _BODY_LINE]
        return "\n".join(body) if sum(map(len, body)) >= len(text) // 2 else text
    body_text = "\n".join(line for line in text.splitlines() if len(line) >= _BODY_LINE)
    long_enough = len(body_text) >= _WINDOW
    source = body_text if long_enough else text
    stride = max(_WINDOW, len(source) // _MOST_WINDOWS)
    return "\n".join(source[i : i + _WINDOW] for i in range(0, stride * _MOST_WINDOWS, stride))


def _without_noise(sample: str) -> str:
    """The sample with addresses, digits, symbols and control characters as spaces."""
    if "//" in sample or "@" in sample or "#" in sample:
        sample = _ADDRESSES.sub(" ", sample)
    # A character is judged once, however often it stands there.
    return sample.translate({ord(character): " " for character in set(sample) if _NOISE.match(character)})


def _count_scripts(sample: str) -> Counter[str]:
    """Letters by script, each weighted by what it carries."""
    scripts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        script = _script_of(character) if character.isalpha() else None
        if script is not None:
            scripts[script] += count * _WEIGHT.get(script, 1)
    return scripts


def _main_script(scripts: Counter[str]) -> str:
    """The script with most of the text; Latin only with two thirds, as names and brands stand in it everywhere."""
    script = scripts.most_common(1)[0][0]
    if script == "Latin" and len(scripts) > 1:
        second, weight = scripts.most_common(2)[1]
        return second if weight * 2 > scripts["Latin"] else script
    return script


@functools.lru_cache(maxsize=8192)
def _script_of(character: str) -> str | None:
    return next((name for name, pattern in _SCRIPT.items() if pattern.match(character)), None)


def _by_script(script: str, scripts: Counter[str]) -> tuple[str, float] | None:
    """The language that this script alone decides, or None."""
    if script in ("Han", "Kana"):
        ideographs = scripts["Han"] + scripts["Kana"]
        if scripts["Hangul"] > ideographs / 2:
            return "ko", 0.9
        return ("ja", 0.99) if scripts["Kana"] > ideographs * _KANA_SHARE_OF_JAPANESE else ("zh", 0.97)
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script], 0.99
    return None


def _by_model(sample: str, script: str, *, mixed: bool) -> tuple[str, float]:
    """The most probable language over windows of the sample, words in foreign scripts left out where it is `mixed`."""
    search = _SCRIPT[script].search
    kept = " ".join([word for word in sample.split() if not mixed or search(word)])
    windows = [kept[i : i + _WINDOW] for i in range(0, len(kept), _WINDOW)][:_MOST_WINDOWS]
    if len(windows) > 1 and len(windows[-1]) < _WINDOW // 4:
        windows.pop()
    totals: defaultdict[str, float] = defaultdict(float)
    for window in windows:
        for language, probability in _posterior(window).items():
            totals[language] += probability / len(windows)
    return max(totals.items(), key=lambda item: item[1])


def _posterior(window: str) -> dict[str, float]:
    """Probabilities with varieties folded into their language and the prior of rare languages applied."""
    scores: defaultdict[str, float] = defaultdict(float)
    for language, probability in _identifier().rank(window):
        prior = _RARE_PRIOR if language in _RARE else _SMALL_PRIOR if language in _SMALL else 1.0
        scores[_FOLDED.get(language, language)] += probability * prior
    total = sum(scores.values()) or 1.0
    return {language: score / total for language, score in scores.items()}


def _tag(language: str, script: str) -> str:
    if language == "zxx":
        return "und"
    return "sr-Latn" if language == "sr" and script == "Latin" else language
