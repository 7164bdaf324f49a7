"""How long the service takes over input made to hurt it, and how much memory; exits 1 over a bound.

Each case must be an answer or a clear error within two seconds.
"""

import json
import resource
import sys
import time

from service.bootstrap import build_services
from service.config import Settings
from service.logs import configure_logs
from service.web.app import create_app

MOST_SECONDS = 2.0
MOST_MEGABYTES = 600
ARTICLE, PAGE = 200_000, 1_000_000
WORDS = "The minister said on Monday that 30,000 troops “will stay” in Kyiv. "


def hostile_texts() -> dict[str, str]:
    """Each case by name."""
    return {
        "a whole megabyte": WORDS * 15_000,
        "prose": WORDS * 4000,
        "prose, in paragraphs": ("\n\n".join([WORDS * 3] * 6000))[:ARTICLE],
        "one letter": "a" * ARTICLE,
        "spaces and a word": " " * (ARTICLE - 5) + "word.",
        "line ends": "a\n" * (ARTICLE // 2),
        "full stops": "." * ARTICLE,
        "capitals": ("Ana Maria Ribeiro " * 60_000)[:ARTICLE],
        "digits": "1234567890," * 90_000,
        "one line of 200,000 characters": (WORDS * 3000)[:200_000],
        "one line of 200,000 Chinese characters": "市长说我们会重建这座城市" * 16_666,
        "10,000 quote marks": "“ " * 10_000,
        "10,000 straight marks": 'a " ' * 10_000,
        "10,000 single marks": "a 'b " * 10_000,
        "10,000 guillemets": "« a » b " * 5_000,
        "10,000 nested marks": "«“‘" * 3_333 + "a" + "’”»" * 3_333,
        "only emoji": "😀" * 250_000,
        "right-to-left overrides": ("\u202eThe mayor said no.\u202c " * 40_000)[:ARTICLE],
        "NUL bytes": ("The mayor\x00 said no.\x00 " * 40_000)[:ARTICLE],
        "combining marks": "e" + "\u0301" * 500_000,
        "a megabyte of HTML": "<html><body>" + "<p>The mayor said no.</p>" * 40_000 + "</body></html>",
        "an article in HTML": "<html><body>" + "<p>The mayor said no.</p>" * 10_000 + "</body></html>",
        "100,000 open divs": "<html><body>" + "<div>" * 100_000 + "The mayor said no.",
        "unclosed tags": "<html><body>" + "<p <b <i " * 80_000,
        "entities": "<html><body><p>" + "&amp;&#x41;" * 80_000,
        "Markdown": "# A\n\n" + "* The **mayor** said [no](/x).\n" * 30_000,
        "open brackets": "# A\n\n" + "[" * 500_000,
        "stars": "# A\n\n" + "*a _b " * 150_000,
        "a table": "# A\n\n" + "|a|b|\n" * 150_000,
    }


def main() -> int:
    """Time each case through the application."""
    configure_logs(Settings.from_env({"NEWSBRIEFS_LOG_LEVEL": "error"}))
    services = build_services(Settings.from_env({"NEWSBRIEFS_CACHE_BYTES": "0"}))
    services.load()
    client = create_app(services).test_client()
    client.post("/summarize", json={"text": WORDS, "languages": ["en", "es"]})
    slow = []
    for name, whole in hostile_texts().items():
        text = whole if name == "a whole megabyte" else whole[: PAGE if whole.startswith("<") else ARTICLE]
        began = time.perf_counter()
        answer = client.post("/summarize", json={"text": text, "languages": ["en", "es"]})
        spent = time.perf_counter() - began
        stages = json.loads(answer.data).get("timings_ms", {}) if answer.status_code == 200 else {}
        print(f"{name:42} {answer.status_code} {spent:6.2f} s  {stages}")
        if spent > MOST_SECONDS or answer.status_code >= 500:
            slow.append(name)
    services.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of the process: {peak} MB, at most {MOST_MEGABYTES}")
    print(f"over {MOST_SECONDS:g} s or failed: {', '.join(slow)}" if slow else f"all within {MOST_SECONDS:g} s")
    return 1 if slow or peak > MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
