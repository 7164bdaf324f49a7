"""Every overlay renders as it is, without a warning, into objects that every Kubernetes we name takes."""

import kubernetes_validate
import pytest
import yaml

from .rendered import COMBINED, EVERY, K8S, OVERLAYS, ROOT, manifests, rendered

# k8s/README.md names the oldest and the newest.
VERSIONS = ("1.27", "1.37")

pytestmark = pytest.mark.kubectl


@pytest.mark.parametrize("name", EVERY)
def test_an_overlay_renders_without_a_warning(name: str) -> None:
    """kubectl says nothing beside the objects: no field is deprecated, nothing is left unused."""
    assert (rendered(name)[1], len(manifests(name).objects) > 5) == ("", True)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", EVERY)
def test_objects_are_of_the_schemas(name: str, version: str) -> None:
    """Each object validates strictly: no field that is unknown, missing or of another type."""
    for found in manifests(name).objects:
        kubernetes_validate.validate(found, version, strict=True)


@pytest.mark.parametrize("version", VERSIONS)
def test_schemas_refuse_what_they_do_not_know(version: str) -> None:
    """A misspelt field is found, so that the test above can fail."""
    broken = manifests("embedded").changed()
    broken.workload("web").pod["terminationGracePeriod"] = 120
    with pytest.raises(kubernetes_validate.ValidationError, match="terminationGracePeriod"):
        kubernetes_validate.validate(broken.workload("web").whole, version, strict=True)


def test_every_folder_is_rendered() -> None:
    """No overlay and no component is left out of these tests."""
    overlays = {path.name for path in (K8S / "overlays").iterdir()}
    components = {path.name for path in (K8S / "components").iterdir()}
    assert (overlays, components) == (set(OVERLAYS), {part for parts in COMBINED.values() for part in parts})


def test_every_file_is_used() -> None:
    """Each manifest in these folders is named by the kustomization beside it."""
    for file in (*K8S.glob("base/*.yaml"), *K8S.glob("components/*/*"), *K8S.glob("overlays/*/*")):
        if file.is_file() and file.name != "kustomization.yaml":
            assert file.name in (file.parent / "kustomization.yaml").read_text("utf-8"), file.relative_to(ROOT)


def test_no_object_is_named_twice() -> None:
    """What is rendered has no two objects of one kind and name."""
    for name in OVERLAYS:
        named = [(one["kind"], one["metadata"]["name"]) for one in yaml.safe_load_all(rendered(name)[0])]
        assert len(named) == len(set(named))
