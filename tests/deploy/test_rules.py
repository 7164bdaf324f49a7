"""Our own rules over everything that is rendered, and each of them seen to fail."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from service.bootstrap import Services

from . import rules_network, rules_pods, rules_security, rules_settings, rules_wiring
from .inventory import web_paths, worker_paths
from .rendered import EVERY, Manifests, manifests

Rule = Callable[[Manifests], Iterator[str]]

_MODULES = (rules_network, rules_pods, rules_security, rules_settings, rules_wiring)
_NOT_RULES = {"settings_of", "documented_secrets"}
RULES: Mapping[str, Rule] = {
    name: rule
    for module in _MODULES
    for name, rule in vars(module).items()
    if callable(rule) and getattr(rule, "__module__", "") == module.__name__ and not name.startswith("_")
    and name not in _NOT_RULES
}  # fmt: skip

pytestmark = pytest.mark.kubectl


@pytest.fixture(scope="module")
def paths(services: Services) -> dict[str, set[str]]:
    """What the application answers."""
    return {"web": web_paths(services), "worker": worker_paths(services)}


@pytest.mark.parametrize("name", EVERY)
def test_what_is_rendered_keeps_every_rule(name: str, paths: dict[str, set[str]]) -> None:
    """No rule has anything to say about what is shipped."""
    found = manifests(name, paths)
    assert {rule: told for rule, check in RULES.items() if (told := list(check(found)))} == {}
