"""A summary held against its article, in the article's own language, without a model.

`read_article` reads the article once; `check_summary_sentence` tells what a sentence says that the article does not:
names, numbers and dates, quotes, speakers, negations, words that nothing supports or that the article's words exclude.
What all that comes to is the sentence's `doubt`: every finding adds its points, and the new wording what it is short of
being one. A summary is as doubtful as its worst sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.checks.attribution import check_quotes, check_speaker
from service.checks.findings import Finding
from service.checks.grounding import Word, novel_words, split_words
from service.checks.grounding_pieces import Cuts, count_cuts
from service.checks.names_foreign import foreign_names
from service.checks.numbers import foreign_numbers
from service.checks.polarity import read_polarity
from service.checks.polarity_flips import View, flipped
from service.checks.quantities import read_quantities
from service.checks.summary_contrasts import contrasting
from service.checks.summary_facts import ArticleFacts, listed
from service.checks.summary_slots import exchanged
from service.records import Article, Sentence, Severity
from service.text.alignment import Support
from service.text.names import find_names
from service.text.words import has_unspaced

DOUBTFUL = 1.0
"""A sentence of so much doubt is to be looked at."""
# One set of values for all sets, from a sweep over the development half of `faithfulness/` (docs/faithfulness.md tells
# range and gain): the share of new content words that makes a sentence doubtful by itself, what each new function
# word adds, how many cuts in all make a summary doubtful, and what a patchwork is.
_SHARE = 0.33
_FUNCTION_WORD, _MOST_FUNCTION_WORDS = 0.5, 3
# From so much new wording on it is told as a warning, or as an error. Of sentences that people wrote about an English
# article 8 % have as much as the first and 0.8 % as the second, of sentences about another article 96 % and 61 %.
_NEW, _STRANGE = 2.0, 3.0
_SHORTEST_ACRONYM = 3
_MOST_CUTS = 10
_LEAST_SUPPORT = 0.5
_PATCHWORK_PIECES, _PATCHWORK_CUTS, _PATCHWORK_OUTSIDE = 3, 2, 0.2
# A number that may be rounded, a hedge that was dropped, another person near a quote are no proof alone.
_WEAK = {
    ("number", "warning"): 0.6,
    ("modality", "warning"): 0.5,
    ("speaker", "warning"): 0.5,
    ("support", "info"): 0.5,
}
_WORDS = re.compile(r"\w+")
_DETAILS = frozenset({"number", "name", "date"})


@dataclass(frozen=True, slots=True)
class SentenceJudgement:
    """What a sentence of a summary says that its article does not, and how much that comes to.

    `novelty` is what the new wording adds to `doubt`, from 0 for the article's own words; `cuts` is in how many
    places the sentence leaves off in the article and goes on elsewhere.
    """

    findings: tuple[Finding, ...]
    doubt: float
    novelty: float
    cuts: int


@dataclass(frozen=True, slots=True)
class SummaryJudgement:
    """A judgement a sentence, and the doubt of the worst."""

    sentences: tuple[SentenceJudgement, ...]
    doubt: float

    @property
    def told(self) -> bool:
        """Whether a sentence has a finding that an editor must look at."""
        return any(finding.severity != "info" for one in self.sentences for finding in one.findings)

    @property
    def consistent(self) -> bool:
        """Whether there is nothing to be looked at."""
        return self.doubt < DOUBTFUL and not self.told


def read_article(article: Article) -> ArticleFacts:
    """The article, read for `check_summary_sentence`."""
    return ArticleFacts(article)


def check_summary(facts: ArticleFacts, texts: Sequence[str]) -> SummaryJudgement:
    """Every sentence of a summary held against its article."""
    return weigh([check_summary_sentence(facts, text) for text in texts])


def weigh(sentences: Sequence[SentenceJudgement]) -> SummaryJudgement:
    """What the judgements of a summary's sentences come to."""
    cuts = sum(sentence.cuts for sentence in sentences)
    return SummaryJudgement(tuple(sentences), max([cuts / _MOST_CUTS, *(sentence.doubt for sentence in sentences)]))


def check_wording(judged: SummaryJudgement) -> tuple[Finding, ...]:
    """A warning about the whole where no single finding is one, and yet so much is new that it is doubtful."""
    if judged.told or judged.consistent:
        return ()
    message = "so much of the wording is the model's own that it may say something else; read it against its evidence"
    return (Finding("support", "warning", None, message),)


def check_summary_sentence(facts: ArticleFacts, text: str) -> SentenceJudgement:
    """One sentence of a summary held against its article; nothing is said of the article's own sentences."""
    if facts.holds(text):
        return SentenceJudgement((), 0.0, 0.0, 0)
    words = split_words(text, facts.language)
    novel = novel_words(words, facts.words)
    cuts = count_cuts(words, facts.order)
    novelty = _novelty(words, novel)
    support = facts.alignment.support(text)
    findings = [*find_details(facts, text), *_evidence(facts, text, words, support), *_patchwork(words, cuts)]
    findings += _exchanged(facts, words, cuts, findings)
    findings += _little(support, novelty)
    points = sum(_WEAK.get((finding.kind, finding.severity), 1.0) for finding in findings)
    findings += _wording(novel, novelty)
    return SentenceJudgement(tuple(findings), round(points + novelty, 3), round(novelty, 3), cuts.cuts)


def find_details(facts: ArticleFacts, text: str) -> Iterator[Finding]:
    """Quotes, numbers, dates and names that stand nowhere in the article, and quotes given to another speaker."""
    yield from check_quotes(text, facts.said)
    yield from foreign_numbers(read_quantities(text, facts.language), facts.quantities)
    yield from foreign_names(list(_names(facts, text)), facts.known, language=facts.language)


def _names(facts: ArticleFacts, text: str) -> Iterator[str]:
    """The names of a sentence, without those that only spell out letters that the article has ("IMF").

    None where the article has every word that a name can be made of: names are dear to find.
    """
    if not has_unspaced(text) and all(_known(word, facts) for word in split_words(text, facts.language)):
        return
    whole = Sentence(text, 0, len(text), 0)
    for name in find_names(text, (whole,), language=facts.language):
        initials = "".join(filter(str.isupper, name.text)).lower()
        if len(initials) < _SHORTEST_ACRONYM or initials not in facts.words.lower:
            yield name.text


def _known(word: Word, facts: ArticleFacts) -> bool:
    first = word.text[0]
    return first.islower() or first.isdigit() or word.lower in facts.words.lower


def _evidence(facts: ArticleFacts, text: str, words: Sequence[Word], support: Support) -> Iterator[Finding]:
    """What the sentences that carry this one say otherwise."""
    if not support.indices:
        return
    yield from check_speaker(text, facts.evidence(support), facts.said)
    ours, theirs = read_polarity(text, facts.language), facts.polarities(support)
    if ours.negations or any(view.polarity.negations or view.polarity.hedges for view in theirs):
        yield from flipped(View(ours), theirs)
    lower = [word.lower for word in words]
    if not facts.words.lower.issuperset(lower):
        yield from contrasting(lower, facts.words.lower, facts.words_around(support), facts.language)


def _novelty(words: Sequence[Word], novel: Sequence[Word]) -> float:
    content = sum(word.content for word in words)
    if not content:
        return 0.0
    share = sum(word.content for word in novel) / content
    function_words = min(_MOST_FUNCTION_WORDS, sum(not word.content and len(word.lower) > 1 for word in novel))
    return share / _SHARE + _FUNCTION_WORD * function_words


def _patchwork(words: Sequence[Word], cuts: Cuts) -> Iterator[Finding]:
    """Whether a sentence of the article's own words is put together from places that are far apart."""
    few = cuts.pieces <= _PATCHWORK_PIECES and cuts.outside <= _PATCHWORK_OUTSIDE * len(words)
    if few and cuts.far >= _PATCHWORK_CUTS:
        yield Finding("support", "warning", None, f"it is put together from {cuts.pieces} places of the article")


def _exchanged(facts: ArticleFacts, words: Sequence[Word], cuts: Cuts, told: Sequence[Finding]) -> Iterator[Finding]:
    """Numbers and names in the place of others, where the article has them elsewhere."""
    for finding in exchanged(words, facts.order.words, cuts, facts.language):
        if not any(_shares(finding, other) for other in told if other.kind in _DETAILS):
            yield finding


def _shares(one: Finding, other: Finding) -> bool:
    """Whether two findings are about some same word."""
    left, right = (_WORDS.findall(finding.value or "") for finding in (one, other))
    return not set(left).isdisjoint(right)


def _little(support: Support, novelty: float) -> Iterator[Finding]:
    """Whether the sentences of the article carry little of one whose new words are too few to be told."""
    if 0 < novelty < DOUBTFUL and support.share < _LEAST_SUPPORT:
        yield Finding("support", "info", None, "the article's sentences carry less than half of it")


def _wording(novel: Sequence[Word], novelty: float) -> Iterator[Finding]:
    if novelty >= DOUBTFUL:
        value = listed([word.text for word in novel if word.content]) or listed([word.text for word in novel])
        severity: Severity = "error" if novelty >= _STRANGE else "warning" if novelty >= _NEW else "info"
        yield Finding("support", severity, value, f"the article does not have these words: {value}")
