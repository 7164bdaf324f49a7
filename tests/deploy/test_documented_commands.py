"""The commands of our documents of operation: run where they can be, looked up where not."""

import re
import subprocess
from pathlib import Path

import pytest

from .document_commands import commands, faults
from .documents import CHAINS, LAST, ROOT, Block, blocks, documents, in_order, names_of_other_tests, session_for

_RUN = ("cluster", "here")
_COMPLAINT = re.compile(r"\b(?:error|warning|deprecated)\b", re.IGNORECASE)
# What keeps pods from being ready, for whoever reads the failure.
_WAITING = (
    """kubectl get pods -A -o jsonpath='{range .items[?(@.status.phase=="Pending")]}{.metadata.name} waits: {"""
    + (""".status.containerStatuses[*].state.waiting.message}{"\\n"}{end}'""")
)
_PRESENT = [tuple(name for name in chain if (ROOT / name).exists()) for chain in CHAINS]


def run(chain: list[Block], folder: Path) -> str:
    """What to tell of the first block that fails or complains, empty where none does; none runs after it."""
    with session_for(chain, folder) as session:
        for block in chain:
            if block.how in _RUN:
                ended = session.run(block.script)
                if ended.returncode != 0 or _COMPLAINT.search(ended.stderr):
                    written = f"{ended.stdout[-2000:]}{ended.stderr[-4000:]}{session.run(_WAITING).stdout}"
                    return f"{block.place} ended with {ended.returncode}\n{block.script}\n{written}"
    return ""


@pytest.mark.kubectl
@pytest.mark.parametrize("chain", [chain for chain in _PRESENT if chain], ids=" then ".join)
def test_the_commands_run(chain: tuple[str, ...], tmp_path: Path) -> None:
    """Each block that can be run succeeds and warns of nothing, in the order of reading, in one session."""
    told = run(in_order(chain), tmp_path)
    assert told == "", told


def is_taken(block: Block) -> bool:
    """Whether a comment says how to take a block, and why where it is not run."""
    if block.how == "no":
        return bool(block.why) and block.why != LAST
    return block.how in {*_RUN, *names_of_other_tests()} and block.why in ("", LAST)


@pytest.mark.parametrize("document", documents())
def test_every_block_says_how_it_is_taken(document: str) -> None:
    """No block of commands is forgotten: each runs here, runs in another test, or says why it can't."""
    assert [] == [block.place for block in blocks(document) if not is_taken(block)]


@pytest.mark.parametrize("document", documents())
def test_every_command_exists(document: str) -> None:
    """Its syntax is a shell's; programs, subcommands, options, files, services and objects are there."""
    found = blocks(document)
    told = [(block.place, fault) for block in found for words in block.commands() for fault in faults(words)]
    assert [] == told
    for block in found:
        parsed = subprocess.run(["bash", "-n"], input=block.script, capture_output=True, text=True, check=False)
        assert (block.place, parsed.stderr) == (block.place, "")


_DOCUMENT = """
# A document

<!-- run: cluster -->
```sh
NAME=newsbriefs
kubectl create namespace $NAME   # it doesn't exist yet
```

1. A list:

   <!-- run: no, a registry is needed -->
   ```sh
   docker push registry.example/newsbriefs:0.1.0-embedded
   ```

```
what a command writes
```

<!-- run: here -->

    python -c 'print("here")' > $NAME.txt

and without a comment

```bash
kubectl -n newsbriefs get pods
```

    models.lock.json    a table, no commands

1. A step:

       # where the hub is
       NEWSBRIEFS_MODELS=./models newsbriefs models list

<!-- plan: --languages 3 -->
```console
$ python -m benchmarks.sizing.plan --languages 3
what it writes
```
"""


def test_blocks_are_found() -> None:
    """Fenced, in lists and indented, with their comments; what is no command is left out."""
    found = [(block.line, block.how, block.why, block.script) for block in blocks("a.md", _DOCUMENT)]
    assert found == [
        (5, "cluster", "", "NAME=newsbriefs\nkubectl create namespace $NAME   # it doesn't exist yet\n"),
        (13, "no", "a registry is needed", "docker push registry.example/newsbriefs:0.1.0-embedded\n"),
        (23, "here", "", "python -c 'print(\"here\")' > $NAME.txt\n\n"),
        (27, "", "", "kubectl -n newsbriefs get pods\n"),
        (35, "", "", "# where the hub is\nNEWSBRIEFS_MODELS=./models newsbriefs models list\n\n"),
        (39, "plan", "", "python -m benchmarks.sizing.plan --languages 3\n"),
    ]


@pytest.mark.parametrize(
    ("how", "why", "taken"),
    [
        ("cluster", "", True),
        ("here", "", True),
        ("cluster", "last", True),
        ("no", "a registry", True),
        ("no", "", False),
        ("cluster", "a registry", False),
        ("nobody", "", False),
        ("", "", False),
    ],
)
def test_a_block_nobody_takes_is_told(how: str, why: str, *, taken: bool) -> None:
    """A reason where it is not run, none where it is, and no name that no test asks for."""
    assert taken == is_taken(Block("a.md", 1, how, why, "true\n"))


@pytest.mark.kubectl
def test_a_command_that_fails_or_warns_is_told(tmp_path: Path) -> None:
    """A failure anywhere in a block, and a warning of one that succeeds; variables stay from block to block."""
    good = [Block("a.md", 1, "here", "", "NAME=one\n"), Block("a.md", 5, "cluster", "", "kubectl create ns $NAME\n")]
    outcomes = {
        "kubectl get namespace two | cat\n": "a.md:9 ended with 1",
        "kubectl get namespace one -o yaml | grep -v resourceVersion | kubectl apply -f -\n": "a.md:9 ended with 0",
        "echo nothing wrong; kubectl get namespace $NAME\n": "",
    }
    for at, (script, expected) in enumerate(outcomes.items()):
        folder = tmp_path / str(at)
        folder.mkdir()
        told = run([*good, Block("a.md", 9, "cluster", "", script)], folder)
        assert told.partition("\n")[0] == expected


@pytest.mark.apertium
@pytest.mark.kubectl
def test_the_service_is_there_where_a_document_calls_it(tmp_path: Path) -> None:
    """$BASE is a real instance."""
    script = "curl -sf $BASE/livez > live\ntest -s live\n"
    assert "" == run([Block("a.md", 1, "here", "", script)], tmp_path)


def test_commands_are_taken_apart() -> None:
    """Pipes, lists, continued lines, comments, here-documents, assignments, redirections and substitutions."""
    script = """A=1 newsbriefs keys \\
      list > out 2>&1 && sudo kubectl get pods | grep 'a | b'   # doesn't matter
    for one in a b; do echo "$one"; done
    B=$(openssl rand -hex 3)
    cat > file <<'END' | tee x
    kubectl nonsense
    END
    curl -d '{"a":
      1}' $BASE/x
    """
    assert commands(script) == [
        ["newsbriefs", "keys", "list"],
        ["kubectl", "get", "pods"],
        ["grep", "a | b"],
        ["for", "one", "in", "a", "b"],
        ["echo", "$one"],
        ["done"],
        ["openssl", "rand", "-hex", "3"],
        ["cat"],
        ["tee", "x"],
        ["curl", "-d", '{"a":\n      1}', "$BASE/x"],
    ]


_UNKNOWN = {
    "kubectl -n newsbriefs frobnicate pods": "kubectl frobnicate pods: no such command",
    "kubectl rollout forward deployment/newsbriefs-web": "kubectl rollout forward: no such command",
    "kubectl create secrets generic newsbriefs-keys": "kubectl create secrets: no such command",
    "kubectl get pods --selektor=a=b": "kubectl get: no option --selektor",
    "kubectl -n newsbriefs logs deployment/newsbriefs-wob": "deployment/newsbriefs-wob: in no overlay",
    "kubectl exec deployment/newsbriefs-web -- newsbriefs healthy": "newsbriefs healthy: no such command",
    "kubectl apply -k k8s/overlays/nowhere": "k8s/overlays/nowhere: no such file",
    "newsbriefs keys remove desk": "newsbriefs keys remove: no such command",
    "newsbriefs keys add desk --skope metrics": "newsbriefs: no option --skope",
    "docker compose upp -d": "docker compose upp: no such command",
    "docker compose up -d --scale web=2 webb": "docker compose: no service webb",
    "docker build --target embeded .": "Dockerfile: no stage embeded",
    "buildah build --build-arg NOTHING=1 .": "Dockerfile: no argument NOTHING",
    "make sandwich": "make: no target sandwich",
    "python -m benchmarks.nothing": "python -m benchmarks.nothing: no such module",
    "kubektl get pods": "kubektl: no such program",
}


@pytest.mark.kubectl
@pytest.mark.parametrize(("command", "told"), _UNKNOWN.items(), ids=_UNKNOWN.keys())
def test_what_does_not_exist_is_told(command: str, told: str) -> None:
    """A misspelt verb, option, object, file, service, stage, target, module or program."""
    assert [told] == [fault for words in commands(command) for fault in faults(words)]


_KNOWN = """
kubectl -n newsbriefs rollout status deployment/newsbriefs-web --timeout=10m
kubectl apply -n newsbriefs -k k8s/overlays/embedded --dry-run=server
kubectl get secret newsbriefs-keys -n newsbriefs -o jsonpath='{.data}'
kubectl -n newsbriefs exec -it deployment/newsbriefs-web -c web -- newsbriefs health --path /readyz
kubectl create secret generic newsbriefs-keys --from-file=keys.json --dry-run=client -o yaml
kubectl config set-context --current --namespace=newsbriefs
newsbriefs keys add desk --scope metrics --expires 90d
docker compose run --rm keys add desk
make test
python -m http.server
"""


@pytest.mark.kubectl
def test_what_exists_is_not_complained_of() -> None:
    """Commands as documents have them."""
    assert [] == [fault for words in commands(_KNOWN) for fault in faults(words)]
