"""The hops of one call: shared where requests go the same way, run side by side, each as soon as it can."""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace

from service.cancellation import Cancellation
from service.engines.apertium_hop import HopResult, HopText, has_curly
from service.engines.apertium_stream import normalise
from service.engines.routing import Edge, Route
from service.errors import EngineCancelled, EngineError, EngineUnavailable
from service.records import TranslationRequest

Outcome = HopResult | EngineError
_WORDS = re.compile(r"[^\W_]+")
Hop = Callable[[Edge, Sequence[HopText], float], list[Outcome]]


@dataclass(slots=True)
class _Node:
    """One hop that any number of requests share; `outcomes` are by the text that the way began with.

    `ends` are the requests for which it is the last hop.
    """

    edge: Edge
    deadline: float
    cancellation: Cancellation | None = None
    inputs: dict[HopText, HopText] = field(default_factory=dict)
    outcomes: dict[HopText, Outcome] = field(default_factory=dict)
    children: dict[Edge, "_Node"] = field(default_factory=dict)
    ends: list["Plan"] = field(default_factory=list)

    def run(self, hop: Hop) -> None:
        try:
            self._require_a_waiter()
            answers = hop(self.edge, list(self.inputs.values()), self.deadline)
        except EngineError as error:
            answers = [error for _ in self.inputs]
        self.outcomes.update(zip(self.inputs, answers, strict=True))

    def _require_a_waiter(self) -> None:
        if self.cancellation is not None and self.cancellation.cancelled:
            way = f"{self.edge.source} to {self.edge.target}"
            raise EngineCancelled(f"nobody waits for the translation any more; {way} was not begun")

    def feed(self) -> list["_Node"]:
        """Hand what came out to the hops behind this one, and return those that have something to do."""
        for child in self.children.values():
            for origin in list(child.inputs):
                outcome = self.outcomes[origin]
                if isinstance(outcome, EngineError):
                    child.outcomes[origin] = outcome
                    del child.inputs[origin]
                else:
                    child.inputs[origin] = replace(origin, text=outcome.text)
        return list(self.children.values())


_Roots = dict[tuple[Edge, float, Cancellation | None], _Node]


@dataclass(slots=True)
class Plan:
    """One request on its way: its text, its route, and the hops it takes part in."""

    origin: HopText
    route: Route
    deadline: float
    rendered: tuple[tuple[str, str], ...]
    cancellation: Cancellation | None = None
    nodes: list[_Node] = field(default_factory=list)

    def outcome(self) -> Outcome:
        """What came out of the last hop, with every word that one of the hops did not know."""
        unknown: dict[str, None] = {}
        text = self.origin.text
        for node in self.nodes:
            outcome = node.outcomes[self.origin]
            if isinstance(outcome, EngineError):
                return outcome
            unknown.update(dict.fromkeys(outcome.unknown))
            text = outcome.text
        text_with_wordings = text
        for term, wording in self.rendered:
            text_with_wordings = _with_wording(text_with_wordings, term, wording)
        return HopResult(text_with_wordings, self._visible(unknown, text))

    def _visible(self, unknown: Iterable[str], text: str) -> tuple[str, ...]:
        """The unknown words that a reader can find: in the source, or in `text`, which came out of the last hop.

        A word of a language between the two that a later hop did render is no longer unknown. Neither is any word
        of a name or term, for those are known to be carried.
        """
        seen = set(_WORDS.findall(f"{self.origin.text} {text}".casefold()))
        carried = {word for term in self.origin.terms for word in _WORDS.findall(term)}
        first: dict[str, str] = {}
        for word in unknown:
            parts = _WORDS.findall(word)
            if seen.issuperset(part.casefold() for part in parts) and not carried.issuperset(parts):
                first.setdefault(word.casefold(), word)
        return tuple(first.values())


def make_plan(request: TranslationRequest, route: Route, deadline: float) -> Plan:
    """What is to be carried and rendered for one request on its route.

    A glossary term with a wording for the target is carried through all hops and replaced at the end.
    """
    rendered = tuple(
        (entry.term, wording)
        for entry in request.glossary
        for language, wording in entry.translations
        if language == request.target and entry.term.strip()
    )
    kept = [entry.term for entry in request.glossary if not entry.translations]
    text = normalise(request.text)
    shouted = [term.upper() for term, _ in rendered if term.islower() and text.isupper()]
    asked = [*request.names, *kept, *(term for term, _ in rendered), *shouted]
    # A hop may put the term at the head of the sentence, and the next must know it there.
    terms = dict.fromkeys([*asked, *(_raised(term) for term in asked)])
    return Plan(HopText(text, tuple(terms), has_curly(text)), route, deadline, rendered, request.cancellation)


def _raised(term: str) -> str:
    return term[:1].upper() + term[1:]


def _with_wording(text: str, term: str, wording: str) -> str:
    """`text` with `wording` for `term`, also where the term begins a sentence or stands in capitals throughout."""
    forms = "|".join(re.escape(form) for form in dict.fromkeys((term, _raised(term), term.upper())))

    def worded(match: re.Match[str]) -> str:
        if match[0] == term:
            return wording
        return _raised(wording) if match[0] == _raised(term) else wording.upper()

    return re.sub(rf"(?<!\w)(?:{forms})(?!\w)", worded, text)


def run_plans(
    plans: Iterable[Plan], hop: Hop, executor: Executor, *, finished: Callable[[Plan], None] | None = None
) -> None:
    """Run every hop that the plans need, each of them once, side by side where they do not wait for each other.

    `finished` is told, in this thread, of each plan as soon as its last hop is done.
    """
    roots: _Roots = {}
    for plan in plans:
        _enter(roots, plan)
    running: dict[Future[None], _Node] = {}
    waiting = list(roots.values())
    while waiting or running:
        for node in waiting:
            running[_submit(executor, node, hop)] = node
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        nodes = [running.pop(future) for future in done]
        if finished is not None:
            for plan in (plan for node in nodes for plan in node.ends):
                finished(plan)
        waiting = [child for node in nodes for child in node.feed()]


def _enter(roots: _Roots, plan: Plan) -> None:
    first = plan.route[0]
    waits = (plan.deadline, plan.cancellation)
    node = roots.setdefault((first, *waits), _Node(first, *waits))
    node.inputs[plan.origin] = plan.origin
    plan.nodes.append(node)
    for edge in plan.route[1:]:
        node = node.children.setdefault(edge, _Node(edge, *waits))
        node.inputs[plan.origin] = plan.origin
        plan.nodes.append(node)
    node.ends.append(plan)


def _submit(executor: Executor, node: _Node, hop: Hop) -> "Future[None]":
    try:
        return executor.submit(node.run, hop)
    except RuntimeError:
        error = EngineUnavailable("the Apertium engine is closed; build a new one")
        node.outcomes.update(dict.fromkeys(node.inputs, error))
        finished: Future[None] = Future()
        finished.set_result(None)
        return finished
