"""The checks of one briefing: what is found about its texts, and the verdict that comes to.

A failed check is a record, never an exception. `docs/checks.md` has the table of kinds, severities and verdicts.
"""

from collections.abc import Iterable, Sequence

from service.checks.brief_checks import Salient, check_ceiling, check_sentences, compare_coverage, read_salient
from service.checks.findings import Finding
from service.checks.summary import SentenceJudgement, check_summary_sentence, check_wording, read_article, weigh
from service.checks.summary_facts import ArticleFacts
from service.checks.translation import SourceText, check_translated, read_source
from service.checks.wording import Wording, read_wording
from service.records import (
    Article,
    Ceiling,
    Check,
    GlossaryEntry,
    Summary,
    SummarySentence,
    Translation,
    Verdict,
)


def verdict(checks: Iterable[Check]) -> Verdict:
    """The verdict that `checks` add up to: `fail` with any error, `review` with any warning, `pass` else."""
    severities = {check.severity for check in checks}
    if "error" in severities:
        return "fail"
    return "review" if "warning" in severities else "pass"


def fails(checks: Iterable[Check]) -> bool:
    """Whether a brief or a sentence with these checks must not be printed."""
    return any(check.severity == "error" for check in checks)


class Verifier:
    """The checks of one briefing; what a text says is read once, whatever the number of languages."""

    def __init__(self, article: Article, glossary: Sequence[GlossaryEntry]) -> None:
        self._article = article
        self._glossary = tuple(glossary)
        self._sources: dict[str, SourceText] = {}
        self._translations: dict[tuple[str, str, str], tuple[Finding, ...]] = {}
        self._written: dict[str, SentenceJudgement] = {}
        self._facts: ArticleFacts | None = None
        self._salient: Salient | None = None
        self._wordings: dict[tuple[str, str], Wording] = {}
        self._coverage: dict[str, tuple[Finding, ...]] = {}

    def translation(self, source: str, found: Translation, target: str, sentence: int | None) -> tuple[Check, ...]:
        """What is found about one translation, held against the text it came from."""
        key = (source, found.text, target)
        if key not in self._translations:
            before = self._source(source)
            self._translations[key] = check_translated(before, found.text, target=target, read=self._wording)
        unknown = [_unknown(word) for word in dict.fromkeys(found.unknown)] if found.unknown else ()
        return _checks((*self._translations[key], *unknown), sentence)

    def summary(self, item: SummarySentence, summary: Summary, sentence: int | None) -> tuple[Check, ...]:
        """What is found about a sentence that a model wrote; nothing about the article's own words."""
        if summary.tier == "source" or item.text == self._article.title:
            return ()
        return _checks(self._judged(item.text).findings, sentence)

    def brief(
        self,
        summary: Summary,
        chosen: Sequence[SummarySentence],
        texts: Sequence[str],
        ceiling: Ceiling,
        *,
        language: str,
        headed: bool = False,
    ) -> tuple[Check, ...]:
        """What is found about a brief as a whole; `texts` are the `chosen` sentences as they read in `language`.

        Whether it says who and where (with the summary's headline where the brief is `headed`), and how much of a
        model's brief is new wording, is judged in the article's language: a translation carries what it translates.
        """
        found = [*_checks(check_ceiling(texts, ceiling, language=language), None)]
        for index, finding in check_sentences(texts, language=language, read=self._wording):
            found += _checks((finding,), index)
        said = "\n".join(item.text for item in (*([summary.headline] if headed else []), *chosen))
        found += _checks(self._covered(said), None)
        if summary.tier != "source":
            found += _checks(check_wording(weigh([self._judged(item.text) for item in chosen])), None)
        return tuple(found)

    def _judged(self, text: str) -> SentenceJudgement:
        if text not in self._written:
            self._facts = self._facts or read_article(self._article)
            self._written[text] = check_summary_sentence(self._facts, text)
        return self._written[text]

    def _covered(self, said: str) -> tuple[Finding, ...]:
        if said not in self._coverage:
            self._salient = self._salient or read_salient(self._article)
            self._coverage[said] = compare_coverage(self._salient, said)
        return self._coverage[said]

    def _wording(self, text: str, *, language: str) -> Wording:
        key = (text, language)
        if key not in self._wordings:
            self._wordings[key] = read_wording(text, language=language)
        return self._wordings[key]

    def _source(self, text: str) -> SourceText:
        if text not in self._sources:
            article = self._article
            self._sources[text] = read_source(
                text, language=article.language, names=article.names, glossary=self._glossary
            )
        return self._sources[text]


def _unknown(word: str) -> Finding:
    return Finding("unknown_word", "warning", word, f"the engine does not know {word!r} ; see how it reads there")


def _checks(findings: Iterable[Finding], sentence: int | None) -> tuple[Check, ...]:
    return tuple([Check(one.kind, one.severity, sentence, one.value, one.message) for one in findings])
