"""The local Kubernetes API behaves as kubectl expects of a real one: the documents' commands mean something there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kubernetes_validate import validate

from .kube_schemas import VERSION
from .kube_session import Session, session_with_cluster

pytestmark = pytest.mark.kubectl
_DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: desk}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: newsbriefs:1
          resources: {requests: {memory: 1Gi}, limits: {memory: 2Gi}}
          volumeMounts: [{name: keys, mountPath: /keys}]
        - {name: side, image: "side:1"}
      volumes: [{name: keys, secret: {secretName: keys, items: [{key: keys.json, path: keys.json}]}}]
"""
_STATEFUL_SET = """
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: store, namespace: desk}
spec:
  serviceName: store
  replicas: 1
  selector: {matchLabels: {app: store}}
  template:
    metadata: {labels: {app: store}}
    spec: {containers: [{name: store, image: "valkey:1", volumeMounts: [{name: data, mountPath: /data}]}]}
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
"""
_MORE = """
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: desk}
spec: {minReplicas: 3, maxReplicas: 6, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: desk}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: once, namespace: desk}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: once, image: "newsbriefs:1"}]}}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, namespace: desk}
spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}
"""


@contextmanager
def a_desk(folder: Path) -> Iterator[Session]:
    """A session with a cluster that has the namespace `desk`, and files to apply."""
    for name, text in (("web", _DEPLOYMENT), ("store", _STATEFUL_SET), ("more", _MORE)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    with session_with_cluster(folder, folder) as session:
        done(session, "kubectl create namespace desk; kubectl config set-context --current --namespace=desk")
        yield session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Session]:
    """One of its own."""
    with a_desk(tmp_path) as session:
        yield session


@pytest.fixture(scope="module")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """One for all tests that leave nothing there."""
    with a_desk(tmp_path_factory.mktemp("desk")) as session:
        yield session


def done(session: Session, script: str) -> str:
    """What a script wrote, which must succeed."""
    ended = session.run(script)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.strip()


def refused(session: Session, script: str) -> str:
    """What a script complained of, which must fail."""
    ended = session.run(script)
    assert ended.returncode != 0
    return ended.stderr


def with_keys(session: Session) -> None:
    """Make the Secret that the pods of `web` need, apply, and wait."""
    done(session, "echo '{}' > keys.json; kubectl create secret generic keys --from-file=keys.json")
    done(session, "kubectl apply -f web.yaml; kubectl rollout status deployment/web --timeout=20s")


_IMAGES = "kubectl get deployment web -o jsonpath='{.spec.template.spec.containers[*].image}'"


def test_a_roll_out_can_be_taken_back(desk: Session) -> None:
    """Another image is a revision of its own, and undo brings back the template of the one before."""
    with_keys(desk)
    done(desk, "kubectl set image deployment/web web=newsbriefs:2; kubectl rollout status deployment/web --timeout=20s")
    assert done(desk, _IMAGES) == "newsbriefs:2 side:1"
    done(desk, "kubectl rollout undo deployment/web; kubectl rollout status deployment/web --timeout=20s")
    assert done(desk, _IMAGES) == "newsbriefs:1 side:1"
    history = done(desk, "kubectl rollout history deployment/web").splitlines()
    assert [line.split()[0] for line in history[2:]] == ["2", "3"]
    pods = "kubectl get pods -l app=web -o jsonpath='{.items[*].spec.containers[0].image}'"
    assert done(desk, pods) == "newsbriefs:1 newsbriefs:1"


def test_a_pod_waits_for_what_it_names(desk: Session) -> None:
    """Without its Secret nothing becomes ready; with the Secret but not the key, neither; with both it does."""
    done(desk, "kubectl apply -f web.yaml")
    status = "kubectl rollout status deployment/web --timeout=1s"
    assert "timed out waiting" in refused(desk, status)
    done(desk, "kubectl create secret generic keys --from-literal=other=1")
    told = "kubectl get pods -o jsonpath='{.items[0].status.containerStatuses[0].state.waiting.message}'"
    assert done(desk, told) == 'key "keys.json" of secret "keys" not found'
    done(desk, "kubectl delete secret keys; kubectl create secret generic keys --from-literal=keys.json=1")
    assert done(desk, status) == 'deployment "web" successfully rolled out'


def test_what_cannot_start_replaces_nothing(desk: Session) -> None:
    """A roll-out that names a ConfigMap that does not exist leaves the pods that serve, and can be taken back."""
    with_keys(desk)
    broken = _DEPLOYMENT.replace('image: "side:1"', 'image: "side:1", envFrom: [{configMapRef: {name: gone}}]')
    (desk.folder / "broken.yaml").write_text(broken, "utf-8")
    done(desk, "kubectl apply -f broken.yaml")
    assert "timed out waiting" in refused(desk, "kubectl rollout status deployment/web --timeout=1s")
    assert done(desk, "kubectl get deployment web -o jsonpath='{.status.availableReplicas}'") == "2"
    done(desk, "kubectl rollout undo deployment/web; kubectl rollout status deployment/web --timeout=20s")
    assert done(desk, "kubectl get pods -o name | wc -l") == "2"


def test_scaling_restarting_and_waiting(desk: Session) -> None:
    """The scale subresource, a restart as a new revision, and conditions to wait for."""
    with_keys(desk)
    done(desk, "kubectl scale deployment/web --replicas=4; kubectl rollout restart deployment/web")
    done(desk, "kubectl wait --for=condition=Available deployment/web --timeout=20s")
    done(desk, "kubectl wait --for=condition=Ready pod -l 'app in (web)' --timeout=20s")
    assert done(desk, "kubectl get deployment web -o jsonpath='{.status.updatedReplicas}'") == "4"
    assert done(desk, "kubectl get pods -l 'app!=web' -o name") == ""


def test_an_applied_secret_changes_by_being_applied_again(desk: Session) -> None:
    """`create --dry-run=client | apply` makes it, and the second time it replaces the value."""
    script = "kubectl create secret generic keys --from-literal=a={} --dry-run=client -o yaml | kubectl apply -f -"
    assert done(desk, script.format("one")) == "secret/keys created"
    assert done(desk, script.format("two")) == "secret/keys configured"
    assert done(desk, "kubectl get secret keys -o jsonpath='{.data.a}' | base64 -d") == "two"


@pytest.mark.parametrize("how", ["", "--server-side"])
def test_what_is_no_longer_applied_goes(desk: Session, how: str) -> None:
    """A container, a limit and the replicas that are taken out of the file are taken out of the object; others stay."""
    done(desk, f"kubectl apply {how} -f web.yaml; kubectl set env deployment/web -c web SET_BY=hand")
    fewer = _DEPLOYMENT.replace('        - {name: side, image: "side:1"}\n', "").replace(", limits: {memory: 2Gi}", "")
    (desk.folder / "web.yaml").write_text(fewer.replace("  replicas: 2\n", ""), "utf-8")
    done(desk, f"kubectl apply {how} -f web.yaml")
    spec = json.loads(done(desk, "kubectl get deployment web -o json"))["spec"]
    expected = [("web", {"requests": {"memory": "1Gi"}}, [{"name": "SET_BY", "value": "hand"}])]
    found = [(one["name"], one["resources"], one["env"]) for one in spec["template"]["spec"]["containers"]]
    assert (spec["replicas"], found) == (1, expected)


def test_a_difference_is_told_and_nothing_changes(desk: Session) -> None:
    """`diff` ends with 1 where something would change and with 0 where not; a dry run stores nothing."""
    done(desk, "kubectl apply -f web.yaml; kubectl diff -f web.yaml")
    ended = desk.run("sed s/newsbriefs:1/newsbriefs:9/ web.yaml | kubectl diff -f -")
    assert (ended.returncode, "+      - image: newsbriefs:9" in ended.stdout) == (1, True)
    done(desk, "sed s/newsbriefs:1/newsbriefs:9/ web.yaml | kubectl apply --dry-run=server -f -")
    assert done(desk, _IMAGES) == "newsbriefs:1 side:1"


def test_a_stateful_set_keeps_its_claim_and_its_revisions(desk: Session) -> None:
    """Its pod has a claim that stays when the set goes; its template can be taken back."""
    done(desk, "kubectl apply -f store.yaml; kubectl rollout status statefulset/store --timeout=20s")
    done(desk, "kubectl set image statefulset/store store=valkey:2; kubectl rollout undo statefulset/store")
    done(desk, "kubectl rollout status statefulset/store --timeout=20s")
    assert done(desk, "kubectl get pod store-0 -o jsonpath='{.spec.containers[0].image}'") == "valkey:1"
    done(desk, "kubectl delete -f store.yaml")
    assert done(desk, "kubectl get statefulset,pod,pvc -o name") == "persistentvolumeclaim/data-store-0"


def test_autoscaler_budget_job_and_custom_kinds(desk: Session) -> None:
    """An autoscaler keeps its bounds, a job completes, and what an operator adds to a cluster is kept as it is."""
    with_keys(desk)
    done(desk, "kubectl apply -f more.yaml; kubectl rollout status deployment/web --timeout=20s")
    done(desk, "kubectl wait --for=condition=complete job/once --timeout=20s")
    assert done(desk, "kubectl get deployment web -o jsonpath='{.spec.replicas}'") == "3"
    assert done(desk, "kubectl get pdb web -o jsonpath='{.status.currentHealthy}'") == "3"
    done(desk, "sed s/http/probes/ more.yaml | kubectl apply -f -")
    assert done(desk, "kubectl get servicemonitor web -o jsonpath='{.spec.endpoints[0].port}'") == "probes"


def test_deleting_takes_away_what_was_made_of_it(desk: Session) -> None:
    """A deployment takes its replica sets and pods along, a namespace all that lies in it."""
    with_keys(desk)
    done(desk, "kubectl delete pod -l app=web")
    assert done(desk, "kubectl get pods -o name | wc -l") == "2"
    done(desk, "kubectl delete deployment web")
    assert done(desk, "kubectl get all -o name") == ""
    done(desk, "kubectl create configmap one --from-literal=a=b")
    done(desk, """kubectl patch configmap one --type=merge -p '{"metadata": {"finalizers": ["a.test/held"]}}'""")
    done(desk, "kubectl delete namespace desk --wait=false")
    assert "being terminated" in refused(desk, "kubectl create configmap two --from-literal=a=b")
    done(desk, """kubectl patch configmap one --type=merge -p '{"metadata": {"finalizers": null}}'""")
    done(desk, "kubectl wait --for=delete namespace/desk --timeout=20s")
    assert 'namespaces "desk" not found' in refused(desk, "kubectl create configmap one --from-literal=a=b")


def test_every_object_it_makes_is_valid(desk: Session) -> None:
    """What the controllers made (pods, replica sets, statuses) is what Kubernetes' schemas allow."""
    with_keys(desk)
    done(desk, "kubectl apply -f store.yaml -f more.yaml")
    kinds = "namespaces,configmaps,secrets,serviceaccounts,pods,pvc,replicasets,deployments,statefulsets,hpa,pdb,jobs"
    listed = json.loads(done(desk, f"kubectl get {kinds},controllerrevisions -A -o json"))["items"]
    assert len({one["kind"] for one in listed}) == 12
    for one in listed:
        validate(one, VERSION, strict=True)


_WRONG = {
    "an unknown field": (("replicas: 2", "replicaz: 2"), 'unknown field "spec.replicaz"'),
    "a wrong type": (("replicas: 2", "replicas: two"), "spec.replicas: 'two' is not of type"),
    "a missing field": (("selector: {matchLabels: {app: web}}", "minReadySeconds: 1"), "'selector' is a required"),
    "an unknown kind": (("kind: Deployment", "kind: Deploiment"), 'no matches for kind "Deploiment"'),
    "a namespace that is not there": (("namespace: desk", "namespace: none"), 'namespaces "none" not found'),
    "labels that do not match": (("labels: {app: web}", "labels: {app: wab}"), "`selector` does not match"),
    "a volume that is not there": (("name: keys, mountPath", "name: kees, mountPath"), "'kees' is no volume"),
    "a request over its limit": (("memory: 1Gi", "memory: 4Gi"), "must be less than or equal to the limit"),
    "a quantity that is none": (("memory: 1Gi", "memory: 1GB"), "'1GB' is no quantity"),
    "a name in capitals": (("metadata: {name: web", "metadata: {name: Web"), "is no DNS subdomain"),
}


@pytest.mark.parametrize(("change", "told"), _WRONG.values(), ids=_WRONG.keys())
def test_wrong_manifests_are_refused(empty_desk: Session, change: tuple[str, str], told: str) -> None:
    """What a real API refuses is refused, and nothing is stored."""
    assert change[0] in _DEPLOYMENT
    (empty_desk.folder / "wrong.yaml").write_text(_DEPLOYMENT.replace(*change), "utf-8")
    assert told in refused(empty_desk, "kubectl apply -f wrong.yaml")
    assert done(empty_desk, "kubectl get deployments -o name") == ""


def test_what_cannot_change_is_refused(desk: Session) -> None:
    """A selector, a stateful set's claims, and an object that somebody else changed in between."""
    done(desk, "kubectl apply -f web.yaml -f store.yaml; kubectl get deployment web -o json > old.json")
    selector = "sed s/app:\\ web/app:\\ wob/ web.yaml | kubectl apply -f -"
    assert "spec.selector: field is immutable" in refused(desk, selector)
    claims = "sed s/1Gi/2Gi/ store.yaml | kubectl apply -f -"
    assert "spec.volumeClaimTemplates: field is immutable" in refused(desk, claims)
    done(desk, "kubectl scale deployment/web --replicas=3")
    assert "the object has been modified" in refused(desk, "kubectl replace -f old.json")


def test_what_needs_a_running_pod_is_refused(desk: Session) -> None:
    """Nothing runs: logs are refused rather than made up."""
    done(desk, "kubectl apply -f web.yaml")
    assert "nothing runs here" in refused(desk, "kubectl logs deployment/web -c web")


def test_a_session_keeps_its_variables_and_stops_at_a_failure(tmp_path: Path) -> None:
    """What one block sets and where it goes is there for the next; a failure in a pipe fails the block."""
    (tmp_path / "sub").mkdir()
    session = Session(tmp_path, tmp_path)
    session.run("NAME='two words'; cd sub; cat > file <<'END'\nline\nEND\nsleep 300 &")
    assert session.run('echo "$NAME $(cat file)"').stdout == "two words line\n"
    ended = session.run("false | true\necho not reached")
    assert (ended.returncode, ended.stdout) == (1, "")
