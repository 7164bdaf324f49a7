"""The tables of `docs/languages.md`: libraries for sentences and for languages on the evaluation data.

    python -m benchmarks.quality.libraries --data ../shared/data

measures those that are installed, each in a process of its own so that its memory is its own. Sentences: FLORES lines
joined by tens, macro F1 over the languages whose sentences end in marks; `one line` is 200,000 characters with no line
end. Languages: `langid.jsonl`, one row in `--every`. Times are of the processor, as the machine may be shared.
"""

import argparse
import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.quality.figures import read_rows
from benchmarks.quality.languages import same_language
from benchmarks.quality.sentences import NOT_IN_MACRO, Spans, sentence_scores, split_ours, split_plainly

Split = Callable[[str, str], Spans]
Guess = Callable[[str], str]
ONE_LINE = "The minister said on Monday that 30,000 troops “will stay” in the town. " * 2_900
TOO_LONG_SECONDS = 600


def spans_of(text: str, sentences: Iterable[str]) -> Spans:
    """Where the sentences of a library that gives only strings stand; one that is not verbatim is in no span."""
    spans, at = [], 0
    for sentence in (sentence.strip() for sentence in sentences):
        found = text.find(sentence, at)
        if sentence and found >= 0:
            at = found + len(sentence)
            spans.append((found, at))
    return spans


def sentencex() -> Split:
    """Offsets, language by language."""
    from sentencex import get_sentence_boundaries

    return lambda text, language: [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, text)]


def pysbd() -> Split:
    """23 languages; the others by the rules of English."""
    module = importlib.import_module("pysbd")
    made: dict[str, Any] = {}

    def split(text: str, language: str) -> Spans:
        if language not in made:
            known = language in importlib.import_module("pysbd.languages").LANGUAGE_CODES
            made[language] = module.Segmenter(language=language if known else "en", clean=False)
        return spans_of(text, made[language].segment(text))

    return split


def syntok() -> Split:
    """No language to give."""
    segmenter = importlib.import_module("syntok.segmenter")

    def split(text: str, language: str) -> Spans:
        tokens = [sentence for paragraph in segmenter.process(text) for sentence in paragraph]
        return [(s[0].offset, s[-1].offset + len(s[-1].value)) for s in tokens if s]

    return split


def blingfire() -> Split:
    """No language to give."""
    module = importlib.import_module("blingfire")
    return lambda text, language: spans_of(text, module.text_to_sentences(text).split("\n"))


def nltk_punkt() -> Split:
    """Punkt without its trained models, which are a download."""
    tokenizer = importlib.import_module("nltk.tokenize.punkt").PunktSentenceTokenizer()
    return lambda text, language: list(tokenizer.span_tokenize(text))


def sentence_splitter() -> Split:
    """The Moses rules; 24 languages, the others by the rules of English."""
    module = importlib.import_module("sentence_splitter")
    made: dict[str, Any] = {}

    def split(text: str, language: str) -> Spans:
        if language not in made:
            try:
                made[language] = module.SentenceSplitter(language=language)
            except module.SentenceSplitterException:
                made[language] = module.SentenceSplitter(language="en")
        return spans_of(text, made[language].split(text))

    return split


def ours_language() -> Guess:
    """The service's own."""
    from service.text.language import identify

    return lambda text: identify(text).language


def py3langid() -> Guess:
    """As it comes."""
    module = importlib.import_module("py3langid")
    return lambda text: str(module.classify(text)[0])


def langid() -> Guess:
    """As it comes."""
    module = importlib.import_module("langid")
    return lambda text: str(module.classify(text)[0])


def langdetect() -> Guess:
    """With a fixed seed."""
    module = importlib.import_module("langdetect")
    module.DetectorFactory.seed = 0

    def guess(text: str) -> str:
        try:
            return str(module.detect(text))
        except module.LangDetectException:
            return "und"

    return guess


def lingua() -> Guess:
    """All its languages, models loaded as they are needed."""
    module = importlib.import_module("lingua")
    detector = module.LanguageDetectorBuilder.from_all_languages().build()

    def guess(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return guess


def pycld2() -> Guess:
    """As it comes."""
    module = importlib.import_module("pycld2")

    def guess(text: str) -> str:
        try:
            return str(module.detect(text)[2][0][1])
        except module.error:
            return "und"

    return guess


def whatlang() -> Guess:
    """As it comes; its codes have three letters."""
    module = importlib.import_module("whatlang")
    codes = dict(pair.split(":") for pair in WHATLANG.split())
    return lambda text: codes.get(module.detect(text).lang, "und")


WHATLANG = (
    "afr:af ara:ar aze:az bel:be ben:bn bul:bg cat:ca ces:cs cmn:zh dan:da deu:de ell:el eng:en est:et fin:fi fra:fr "
    "guj:gu heb:he hin:hi hrv:hr hun:hu hye:hy ind:id ita:it jpn:ja kan:kn kat:ka khm:km kor:ko lav:lv lit:lt mal:ml "
    "mar:mr mkd:mk mya:my nep:ne nld:nl nob:nb ori:or pan:pa pes:fa pol:pl por:pt ron:ro rus:ru sin:si slk:sk slv:sl "
    "spa:es srp:sr swe:sv tam:ta tel:te tgl:tl tha:th tuk:tk tur:tr ukr:uk urd:ur uzb:uz vie:vi yid:yi zul:zu amh:am "
    "aka:ak epo:eo jav:jv lat:la sna:sn cym:cy"
)
SENTENCES: dict[str, Callable[[], Split]] = {
    "ours": lambda: split_ours,
    "sentencex": sentencex,
    "blingfire": blingfire,
    "syntok": syntok,
    "sentence-splitter": sentence_splitter,
    "pysbd": pysbd,
    "nltk punkt, untrained": nltk_punkt,
    "plain marks": lambda: split_plainly,
}
LANGUAGES: dict[str, Callable[[], Guess]] = {
    "ours (on py3langid)": ours_language,
    "py3langid": py3langid,
    "langid": langid,
    "lingua": lingua,
    "langdetect": langdetect,
    "pycld2": pycld2,
    "whatlang": whatlang,
}
FOLDED = {"no": "nb", "zh-cn": "zh", "zh-tw": "zh", "zh-Hant": "zh", "iw": "he", "in": "id", "fil": "tl"}


def measure_sentences(split: Split, data: Path) -> dict[str, Any]:
    """Macro F1, languages of which nothing was lost, milliseconds for 1,000 characters, seconds for one long line."""
    files = sorted((data / "mt/flores_dev").glob("*.txt"))
    characters, spent = 0, 0.0

    def timed(text: str, language: str) -> Spans:
        nonlocal characters, spent
        began = time.process_time()
        spans = split(text, language)
        characters, spent = characters + len(text), spent + time.process_time() - began
        return spans

    scores = {path.stem: sentence_scores(path, timed) for path in files}
    before_line = peak_megabytes()
    began = time.process_time()
    split(ONE_LINE, "en")
    return {
        "macro F1": round(mean(f for language, (f, _) in scores.items() if language not in NOT_IN_MACRO), 3),
        "en, de, es, fr": " ".join(f"{scores[code][0]:.3f}" for code in ("en", "de", "es", "fr")),
        "lossless": f"{sum(kept for _, kept in scores.values())} of {len(scores)}",
        "ms per 1,000 characters": round(spent * 1e6 / characters, 2),
        "one line, s": round(time.process_time() - began, 2),
        "memory, MB": before_line,
    }


def measure_language(guess: Guess, data: Path, every: int) -> dict[str, Any]:
    """Accuracy by kind of text, and milliseconds a call."""
    rows = list(read_rows(data / "langid/langid.jsonl"))[::every]
    for row in rows[::40]:
        guess(row["text"])  # so that what loads as it is needed is loaded
    began = time.process_time()
    found = [guess(row["text"]) for row in rows]
    spent = time.process_time() - began
    hits = [
        (row["kind"], same_language(FOLDED.get(code, code), row["lang"])) for row, code in zip(rows, found, strict=True)
    ]
    by_kind = {
        kind: round(mean(hit for of, hit in hits if of == kind), 3) for kind in ("short", "sentence", "paragraph")
    }
    return {
        "all": round(mean(hit for _, hit in hits), 3),
        "5 words": by_kind["short"],
        "sentence": by_kind["sentence"],
        "paragraph": by_kind["paragraph"],
        "ms a text": round(spent * 1000 / len(rows), 3),
        "memory, MB": peak_megabytes(),
    }


def peak_megabytes() -> int:
    """The most this process has held, the interpreter and the harness included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def in_own_process(arguments: list[str]) -> dict[str, Any] | None:
    """What this script prints for one library; None where it is not installed or takes too long."""
    command = [sys.executable, "-m", "benchmarks.quality.libraries", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=TOO_LONG_SECONDS)
    except subprocess.TimeoutExpired:
        print(f"{arguments[-1]}: not done after {TOO_LONG_SECONDS} s", file=sys.stderr)
        return None
    except subprocess.CalledProcessError as error:
        print(f"{arguments[-1]}: {str(error.stderr).strip().splitlines()[-1]}", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def print_rows(rows: dict[str, dict[str, Any]]) -> None:
    """A Markdown table."""
    names = list(next(iter(rows.values())))
    print("\n| | " + " | ".join(names) + " |\n|---|" + "---|" * len(names))
    for library, row in rows.items():
        print(f"| {library} | " + " | ".join(str(row[name]) for name in names) + " |")


def main() -> int:
    """Both tables, or the figures of one library as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--one", nargs=2, metavar=("TABLE", "LIBRARY"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        table, library = options.one
        if table == "sentences":
            print(json.dumps(measure_sentences(SENTENCES[library](), options.data)))
        else:
            print(json.dumps(measure_language(LANGUAGES[library](), options.data, options.every)))
        return 0
    for table, libraries in (("sentences", SENTENCES), ("languages", LANGUAGES)):
        shared = ["--data", str(options.data), "--every", str(options.every), "--one", table]
        rows = {library: in_own_process([*shared, library]) for library in libraries}
        print_rows({library: row for library, row in rows.items() if row is not None})
    return 0


if __name__ == "__main__":
    sys.exit(main())
