"""How much better the embedded translator is than the engine it is made of.

chrF on the first lines of FLORES-200 dev, Apertium as it comes beside Apertium prepared and repaired; and how
many lines came out with other digits than they went in. Ends with 1 where a floor is missed.

    python benchmarks/quality/translation.py --data DIR [--lines 300]
"""

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

from sacrebleu.metrics import CHRF

from service.engines.apertium import DEFAULT_MODES, ApertiumTranslator
from service.engines.apertium_discovery import installed_modes, load_catalogue
from service.engines.apertium_process import Pipeline
from service.engines.apertium_shields import digits
from service.engines.apertium_stream import decode, encode, normalise
from service.records import Translation, TranslationRequest

FLOORS = Path(__file__).parent / "translation.json"
PAIRS = ("en-es", "en-ca", "en-gl", "en-fr", "en-pt", "en-it", "es-en", "fr-en")


def read_lines(data: Path, language: str, lines: int) -> list[str]:
    """The first sentences of a language; aligned over the languages."""
    return (data / "mt" / "flores_dev" / f"{language}.txt").read_text("utf-8").splitlines()[:lines]


def translate_plain(texts: list[str], names: list[str]) -> list[str]:
    """Through the same pairs as they are: no preparation, no repair, marks removed."""
    modes, _ = installed_modes(DEFAULT_MODES, load_catalogue())
    for name in names:
        pipeline = Pipeline(modes[name].stages)
        answers = pipeline.exchange([encode(normalise(text)) for text in texts], deadline=time.monotonic() + 300)
        pipeline.close()
        texts = [decode(answer, text).text for answer, text in zip(answers, texts, strict=True)]
    return texts


def translate_ours(translator: ApertiumTranslator, texts: list[str], source: str, target: str) -> list[str]:
    """Through the service's translator; a failed text counts as empty."""
    deadline = time.monotonic() + 300
    requests = [TranslationRequest(text, source, target, deadline=deadline) for text in texts]
    return [answer.text if isinstance(answer, Translation) else "" for answer in translator.translate(requests)]


def changed_digits(before: list[str], after: list[str]) -> int:
    """Lines whose runs of digits are not the same on both sides."""
    return sum(digits(a) != digits(b) for a, b in zip(before, after, strict=True))


def measure(translator: ApertiumTranslator, data: Path, pair: str, lines: int) -> dict[str, float | str]:
    """chrF and lines with changed digits, plain and ours, for one pair of languages."""
    source, target = pair.split("-")
    texts, references = read_lines(data, source, lines), read_lines(data, target, lines)
    modes = [edge.name for edge in translator.route(source, target)]
    plain, ours = translate_plain(texts, modes), translate_ours(translator, texts, source, target)
    return {
        "route": " ".join(modes),
        "plain": round(CHRF().corpus_score(plain, [references]).score, 2),
        "ours": round(CHRF().corpus_score(ours, [references]).score, 2),
        "plain_digits": changed_digits(texts, plain),
        "our_digits": changed_digits(texts, ours),
    }


def failures(results: dict[str, dict[str, float | str]], floors: dict[str, float]) -> list[str]:
    """What is under its floor, in words."""
    found = []
    for pair, row in results.items():
        if float(row["ours"]) < floors.get(pair, 0.0):
            found.append(f"{pair}: chrF {row['ours']} is under its floor, {floors[pair]}")
        if float(row["ours"]) <= float(row["plain"]):
            found.append(f"{pair}: chrF {row['ours']} is not above the plain engine's {row['plain']}")
        if row["our_digits"]:
            found.append(f"{pair}: {row['our_digits']} lines came out with other digits")
    return found


def data_hash(data: Path) -> str:
    """A short hash of the files that are read, to stand beside the floors."""
    digest = hashlib.sha256()
    for language in sorted({language for pair in PAIRS for language in pair.split("-")}):
        digest.update((data / "mt" / "flores_dev" / f"{language}.txt").read_bytes())
    return digest.hexdigest()[:16]


def main() -> int:
    """Print the table and compare it with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds mt/flores_dev")
    parser.add_argument("--lines", type=int, default=300, help="lines of each language")
    arguments = parser.parse_args()
    if not (arguments.data / "mt" / "flores_dev").is_dir():
        print(f"no evaluation data at {arguments.data}: translation is not measured")
        return 0
    recorded = json.loads(FLOORS.read_text("utf-8"))
    if recorded["data"] != data_hash(arguments.data):
        print("the data is not what the floors were recorded on; they are compared all the same")
    translator = ApertiumTranslator(max_pipelines=12)
    results = {}
    print(f"{'pair':8}{'plain':>8}{'ours':>8}{'digits changed: plain':>24}{'ours':>6}  route")
    for pair in PAIRS:
        row = results[pair] = measure(translator, arguments.data, pair, arguments.lines)
        print(
            f"{pair:8}{row['plain']:8}{row['ours']:8}{row['plain_digits']:24}{row['our_digits']:6}  {row['route']}",
            flush=True,
        )
    translator.close()
    found = failures(results, recorded["floors"])
    print("\n".join(found) or "all floors held")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
