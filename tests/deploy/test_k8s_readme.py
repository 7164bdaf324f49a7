"""What k8s/README.md says of the manifests is so, and what they share with the rest of the project agrees."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from service.engines.models.pins import read_pins
from service.errors import ModelStoreError

from .rendered import K8S, OVERLAYS, ROOT, Manifests, manifests
from .test_kustomize import VERSIONS
from .test_rules import RULES

_README = (K8S / "README.md").read_text("utf-8")


def _shown(folder: Path, number: int) -> Manifests:
    """An overlay of one's own that the README shows, beside a checkout, with a lock of its own."""
    (folder / "newsbriefs").symlink_to(ROOT)
    (folder / "own").mkdir()
    shown = re.findall(r"```yaml\n(.*?)```", _README, re.DOTALL)
    (folder / "own" / "kustomization.yaml").write_text(shown[number], encoding="utf-8")
    (folder / "own" / "third.lock.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(["kubectl", "kustomize", str(folder / "own")], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return Manifests([one for one in yaml.safe_load_all(done.stdout) if one])


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Manifests:
    """The first overlay of one's own."""
    return _shown(tmp_path_factory.mktemp("beside"), 0)


@pytest.mark.kubectl
def test_an_overlay_of_ones_own_changes_what_it_says(own: Manifests) -> None:
    """Registry, host and trusted proxies are those of the example, everywhere."""
    ours = {one.container["image"] for one in own.workloads() if one.is_ours}
    ingress, web = own.one("Ingress", "newsbriefs-web")["spec"], own.workload("web")
    hosts = {ingress["rules"][0]["host"], *ingress["tls"][0]["hosts"]}
    trusted = own.environment(web.container)["NEWSBRIEFS_TRUSTED_PROXIES"]
    assert (ours, hosts, trusted) == (
        {"registry.example/newsbriefs:0.1.0-embedded-1"}, {"news.example"}, "10.42.0.0/16",
    )  # fmt: skip


@pytest.mark.kubectl
def test_an_overlay_of_ones_own_keeps_the_rules(own: Manifests) -> None:
    """But for the one about trusted proxies, which is for the operator to break."""
    own.paths = {"web": {"/livez", "/readyz"}, "worker": {"/livez", "/readyz"}}
    told = {name for name, rule in RULES.items() if list(rule(own))}
    assert told == {"callers_need_keys"}


@pytest.mark.kubectl
def test_a_canary_of_ones_own_serves_its_own_set_at_ones_own_host(tmp_path: Path) -> None:
    """Its pods read the set that the overlay names, by its lock, and its Ingress is beside the one that is served."""
    canary = _shown(tmp_path, 1)
    web, ingress = canary.workload("web"), canary.one("Ingress", "newsbriefs-web-next")["spec"]
    sets = {one["data"]["MODEL_SET"] for one in canary.objects if "MODEL_SET" in one.get("data", {})}
    locks = [set(one["data"]) for one in canary.objects if "first.lock.json" in one.get("data", {})]
    hosts = {ingress["rules"][0]["host"], *ingress["tls"][0]["hosts"]}
    images = {one["image"] for one in [web.container, *web.pod["initContainers"]]}
    assert (sets, hosts, images) == ({"third"}, {"news.example"}, {"registry.example/newsbriefs:0.1.0-neural-cpu"})
    assert ["third.lock.json" in names for names in locks] == [True]


@pytest.mark.kubectl
def test_baked_models_need_neither_volume_nor_hub() -> None:
    """With `baked` nothing is left of the pull: no init container, no claim, no set, no way out to port 443."""
    baked = manifests("cluster+neural+baked")
    for part in ("web", "worker"):
        workload = baked.workload(part)
        mounts = {one["name"] for one in workload.container["volumeMounts"]}
        assert (workload.pod.get("initContainers") or [], {"models", "models-lock"} & mounts) == ([], set())
        assert baked.environment(workload.container)["NEWSBRIEFS_MODELS"] == "/models"
    names = {(one["kind"], one["metadata"]["name"]) for one in baked.objects}
    assert {name for name in names if "model" in name[1]} == set()


@pytest.mark.kubectl
def test_the_set_beside_the_one_that_is_served_has_another_name() -> None:
    """Both lie on one volume: the same name would be the same folder."""
    both = manifests("neural-next")
    sets = {one.name: both.environment(one.container)["MODEL_SET"] for one in both.workloads()}
    assert sets == {"newsbriefs-web": "first", "newsbriefs-web-next": "second"}


@pytest.mark.kubectl
def test_cards_are_counted_by_replicas() -> None:
    """With `gpu` nothing scales by itself: neither web nor workers ask for more cards than were given to them."""
    cards = manifests("cluster+instruct+neural+gpu")
    assert [one for one in cards.objects if one["kind"] == "HorizontalPodAutoscaler"] == []
    assert [cards.workload(part).whole["spec"]["replicas"] for part in ("web", "worker")] == [2, 2]


def test_the_readme_names_every_overlay_and_version() -> None:
    """Each overlay has its line, and the versions are those that are tested."""
    named = re.findall(r"^\| `overlays/([a-z-]+)` ", _README, re.MULTILINE)
    assert (sorted(named), all(version in _README for version in VERSIONS)) == (sorted(OVERLAYS), True)


def test_what_the_readme_names_in_folders_exists() -> None:
    """Files and folders that it names in code marks are there."""
    named = set(re.findall(r"`((?:components|overlays|monitoring|base)(?:/[\w.-]+)*)`", _README))
    assert (len(named) > 8, [path for path in sorted(named) if not (K8S / path).exists()]) == (True, [])


@pytest.mark.parametrize("file", sorted(K8S.glob("**/*.lock.json")), ids=lambda file: file.name)
def test_the_lock_that_is_shipped_is_refused(file: Path) -> None:
    """It pins no model, so that the init container stops the rollout and says so."""
    with pytest.raises(ModelStoreError, match="pins no model"):
        read_pins(file)


@pytest.mark.kubectl
def test_workers_are_scaled_by_a_metric_that_is_made() -> None:
    """The external metric of their autoscaler is the one that prometheus-adapter's rule is named."""
    scaler = manifests("cluster").one("HorizontalPodAutoscaler", "newsbriefs-worker")
    named = scaler["spec"]["metrics"][0]["external"]["metric"]["name"]
    adapter = yaml.safe_load((K8S / "monitoring" / "prometheus-adapter.yaml").read_text("utf-8"))
    assert [rule["name"]["as"] for rule in adapter["externalRules"]] == [named]
