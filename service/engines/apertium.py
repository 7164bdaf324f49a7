"""The embedded translator: Debian's Apertium pairs, kept running, over pivots where no pair is direct."""

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

import structlog

from service.engines.apertium_discovery import (
    AnyPipeline,
    Catalogue,
    Mode,
    installed_modes,
    licence,
    load_catalogue,
    start_proven,
)
from service.engines.apertium_hop import HopResult, HopText, translate_hop
from service.engines.apertium_lexicon import with_lexicons
from service.engines.apertium_plan import Plan, make_plan, run_plans
from service.engines.apertium_pool import PipelinePool
from service.engines.apertium_proofs import Proofs
from service.engines.base import Ready
from service.engines.routing import Edge, Route, routes, targets
from service.engines.routing import names as route_names
from service.errors import EngineError, EngineTimeout, NoRoute
from service.records import ModelInfo, Step, Translation, TranslationRequest

log = structlog.get_logger(__name__)

DEFAULT_MODES = Path("/usr/share/apertium/modes")
DEFAULT_STATE = Path("~/.cache/newsbriefs")
MAX_CHARACTERS = 8_000
# Loading a dictionary is work for the processor; more at once would only run past their own time limits.
_PROVERS = 3
# A pair that stopped working may only have met a machine short of memory, or programs that somebody killed.
_FIRST_MEND_SECONDS, _LONGEST_MEND_SECONDS = 2.0, 300.0


class ApertiumTranslator:
    """Translates by rule, with the pairs of Debian's `apertium-*` packages that passed a self-test.

    A pair is offered once it has passed on this machine. What passed is remembered in the folder `state`, by every
    program and data file of the pipeline, so that only a first start tests all pairs (half a minute); each pipeline
    proves itself again when it starts.
    """

    name = "apertium"

    def __init__(
        self,
        *,
        modes: Path = DEFAULT_MODES,
        state: Path = DEFAULT_STATE,
        max_pipelines: int = 24,
        copies: int = 2,
        threads: int = 8,
        timeout_seconds: float = 30.0,
        max_hops: int = 2,
    ) -> None:
        self._catalogue: Catalogue = load_catalogue()
        self._modes, self._failures = installed_modes(modes, self._catalogue)
        self._modes = with_lexicons(self._modes, self._catalogue, state.expanduser())
        self._timeout_seconds = timeout_seconds
        self._max_hops = max_hops
        self._lock = threading.RLock()
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="apertium")
        self._pool = PipelinePool(self._start, max_pipelines=max_pipelines, copies=copies)
        self._routes: Mapping[tuple[str, str], Route] = {}
        self._targets: Mapping[str, tuple[str, ...]] = {}
        self._proofs = Proofs(state.expanduser())
        self._prove([mode for mode in self._modes.values() if not self._proofs.holds(mode.name, mode.stages)])
        self.revision = self._revision()

    # What is there

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """For each source language the targets it can reach, each in a stable order."""
        return self._targets

    def route(self, source: str, target: str) -> Route:
        """The pairs that lead from `source` to `target`; raises NoRoute with the languages that can be reached."""
        found = self._routes.get((source, target))
        if found is None:
            reachable = ", ".join(self.targets().get(source, ())) or "none"
            raise NoRoute(
                f"no installed Apertium pair leads from {source} to {target}; from {source} can be reached: {reachable}"
            )
        return found

    def models(self) -> list[ModelInfo]:
        """One entry for each pair that is offered."""
        languages: dict[str, list[str]] = {}
        for edge in self._edges():
            languages.setdefault(edge.name, []).extend((edge.source, edge.target))
        return [
            ModelInfo(
                name=f"{self.name}-{name}",
                revision=self._modes[name].version,
                licence=licence(self._modes[name].package),
                tier="embedded",
                languages=tuple(dict.fromkeys(spoken)),
            )
            for name, spoken in sorted(languages.items())
        ]

    def failures(self) -> dict[str, str]:
        """The modes that are known and not offered, each with the reason and what mends it."""
        with self._lock:
            return dict(sorted(self._failures.items()))

    def self_test(self) -> dict[str, str]:
        """Start every pair once and return `failures()`; takes about twenty seconds."""
        self._prove(list(self._modes.values()))
        return self.failures()

    def close(self) -> None:
        """End every process; safe to call twice."""
        self._pool.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    # Pairs and their proof

    def _edges(self) -> list[Edge]:
        with self._lock:
            offered = set(self._modes) - set(self._failures)
        return [
            Edge(pair["source"], pair["target"], pair["mode"], pair["chrf"], self._catalogue.modes[pair["mode"]]["ms"])
            for pair in self._catalogue.pairs
            if pair["mode"] in offered
        ]

    def _find_routes(self) -> None:
        """Work the routes out again, after a pair was withdrawn or proved; a caller sees the old ones or the new."""
        known = self._catalogue
        with self._lock:
            found = routes(self._edges(), measured=known.measured, preferred=known.preferred, max_hops=self._max_hops)
            self._routes, self._targets = found, MappingProxyType(targets(found))

    def _revision(self) -> str:
        offered = sorted({(self._modes[edge.name].package, self._modes[edge.name].version) for edge in self._edges()})
        ways = [(pair, route_names(route)) for pair, route in self._routes.items()]
        return hashlib.sha256(repr((offered, ways)).encode()).hexdigest()[:12]

    def _sentence(self, name: str) -> str:
        source = next(pair["source"] for pair in self._catalogue.pairs if pair["mode"] == name)
        return self._catalogue.sentences[source]

    def _start(self, name: str) -> AnyPipeline:
        with contextlib.suppress(EngineError):
            return start_proven(self._modes[name], self._sentence(name))
        # A machine short of memory may fail once; a pair that fails twice is broken.
        try:
            return start_proven(self._modes[name], self._sentence(name))
        except EngineError as error:
            self._withdraw(name, str(error))
            raise

    def _withdraw(self, name: str, reason: str) -> None:
        """Offer a pair no more that worked once, until it does again."""
        with self._lock:
            self._failures[name] = reason
            self._proofs.keep({}, failed=[name])
        self._find_routes()
        log.warning("pair_withdrawn", pair=name, why=reason)
        self._mend_later(name, _FIRST_MEND_SECONDS)

    def _mend_later(self, name: str, wait_seconds: float) -> None:
        timer = threading.Timer(wait_seconds, self._mend, (name, wait_seconds))
        timer.daemon = True
        timer.start()

    def _mend(self, name: str, waited_seconds: float) -> None:
        """Test a withdrawn pair again, and wait twice as long where it still fails."""
        if self._pool.closed:
            return
        self._prove([self._modes[name]])
        if name in self.failures():
            self._mend_later(name, min(2 * waited_seconds, _LONGEST_MEND_SECONDS))
        else:
            log.info("pair_mended", pair=name)

    def _prove(self, modes: Iterable[Mode]) -> None:
        def prove(mode: Mode) -> tuple[str, str | None]:
            try:
                start_proven(mode, self._sentence(mode.name)).close()
            except EngineError as error:
                return mode.name, str(error)
            return mode.name, None

        with ThreadPoolExecutor(max_workers=_PROVERS) as provers:
            proofs = list(provers.map(prove, modes))
        with self._lock:
            for name, reason in proofs:
                self._failures.pop(name, None)
                if reason is not None:
                    self._failures[name] = reason
            passed = {name: self._modes[name].stages for name, reason in proofs if reason is None}
            self._proofs.keep(passed, failed=[name for name, reason in proofs if reason is not None])
        self._find_routes()

    # A call

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        A hop that several requests need (English to Catalan, for French and Portuguese) is done once. `ready` is told
        of each result, with its place, as soon as its last hop is done.
        """
        started = time.monotonic()
        results: dict[int, Translation | EngineError] = {}

        def settle(place: int, result: Translation | EngineError) -> None:
            results[place] = result
            if ready is not None:
                ready(place, result)

        plans = [self._plan(request, started) for request in requests]
        for place, plan in enumerate(plans):
            if not isinstance(plan, Plan):
                settle(place, plan)
        places = {id(plan): place for place, plan in enumerate(plans)}
        run_plans(
            [plan for plan in plans if isinstance(plan, Plan)],
            self._hop,
            self._threads,
            finished=lambda plan: settle(places[id(plan)], self._translation(plan)),
        )
        return [results[place] for place in range(len(requests))]

    def _plan(self, request: TranslationRequest, started: float) -> Plan | Translation | EngineError:
        if len(request.text) > MAX_CHARACTERS:
            return EngineError(
                f"a text of {len(request.text)} characters is over the {MAX_CHARACTERS} that Apertium is given at once;"
                " send it in parts"
            )
        if request.source == request.target:
            return Translation(request.text, ())
        try:
            route = self.route(request.source, request.target)
        except NoRoute as error:
            return error
        deadline = started + self._timeout_seconds if request.deadline is None else request.deadline
        return make_plan(request, route, deadline)

    def _hop(self, edge: Edge, texts: Sequence[HopText], deadline: float) -> list[HopResult | EngineError]:
        if time.monotonic() >= deadline:
            error = EngineTimeout(f"the deadline passed before {edge.source} to {edge.target} began; allow more")
            return [error for _ in texts]
        mode = self._modes[edge.name]
        return translate_hop(
            texts,
            mode.wording.around(lambda encoded: self._pool.exchange(edge.name, encoded, deadline=deadline)),
            stand_ins=mode.stand_ins,
            words=mode.words,
            source=edge.source,
            target=edge.target,
        )

    def _translation(self, plan: Plan) -> Translation | EngineError:
        outcome = plan.outcome()
        if isinstance(outcome, EngineError):
            return outcome
        steps = tuple(
            Step(
                "translate",
                self.name,
                self._modes[edge.name].version,
                source=edge.source,
                target=edge.target,
                model=f"{self.name}-{edge.name}",
            )
            for edge in plan.route
        )
        return Translation(outcome.text, steps, outcome.unknown)
