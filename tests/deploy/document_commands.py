"""Commands of a shell looked up without being run: programs, subcommands, options, files and objects that exist."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click
import yaml

from service.cli import main
from tests.server import ROOT

from .rendered import OVERLAYS, manifests

_HERE_DOCUMENT = re.compile(r"<<-?\s*(['\"]?)(\w+)\1(.*?)\n.*?^\s*\2$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#(?: .*)?$")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_KEYWORDS = {"!", "do", "else", "elif", "if", "sudo", "then", "time", "until", "while", "{"}
_BUILT_IN = {
    ":", "[", "break", "case", "cd", "continue", "done", "echo", "esac", "exit", "export", "fi", "for", "printf",
    "read", "set", "sleep", "test", "trap", "true", "umask", "unset", "wait", "}",
}  # fmt: skip
# Programs a reader may need beside those that the tests install.
_ELSEWHERE = {"amtool", "buildah", "caddy", "docker", "openssl", "podman", "promtool", "valkey-cli", "vi"}
_FOLDERS = "benchmarks|deploy|docs|examples|k8s|prompts|requirements|scripts|seeds|service|tests"
_PATH = re.compile(rf"(?:\./)?(?:{_FOLDERS})/[\w.*/-]+")
_WRITERS = {"cp", "install", "mkdir", "mv", "rm", "tee", "touch"}
# Made by whoever runs it, and never in git.
_MADE_LATER = ("deploy/secrets",)
_WORKLOAD = re.compile(r"(deployment|deploy|statefulset|sts|service|svc|hpa|pdb|ingress)s?/([a-z0-9-]+)")
_KINDS = {
    "deployment": "Deployment", "deploy": "Deployment", "statefulset": "StatefulSet", "sts": "StatefulSet",
    "service": "Service", "svc": "Service", "hpa": "HorizontalPodAutoscaler", "pdb": "PodDisruptionBudget",
    "ingress": "Ingress",
}  # fmt: skip
_COMPOSE_VERBS = {
    "build", "config", "cp", "down", "exec", "images", "kill", "logs", "ps", "pull", "restart", "rm", "run", "start",
    "stop", "top", "up",
}  # fmt: skip
_COMPOSE_VALUES = {"--env", "--scale", "--since", "--tail", "--timeout", "--user", "-e", "-f", "-t", "-u"}


def commands(script: str) -> list[list[str]]:
    """The simple commands of a script, each as its words, without assignments and redirections."""
    plain = _COMMENT.sub("", _HERE_DOCUMENT.sub(r"\3", script)).replace("\\\n", " ")
    lexer = shlex.shlex(plain, posix=True, punctuation_chars=";|&()<>\n")
    lexer.whitespace, lexer.commenters, lexer.whitespace_split = " \t\r", "", True
    found: list[list[str]] = [[]]
    target = False
    for word in lexer:
        if set(word) <= set("<>&") and set(word) & set("<>"):
            target = True
            if found[-1] and found[-1][-1].isdigit():
                found[-1].pop()
        elif set(word) <= set(";|&()\n"):
            found.append([])
        elif target:
            target = False
        else:
            found[-1].append(word)
    return [words for one in found if (words := _without_prefix(one))]


def _without_prefix(words: list[str]) -> list[str]:
    while words and (words[0] in _KEYWORDS or _ASSIGNMENT.match(words[0])):
        words = words[1:]
    return words


def faults(words: list[str]) -> list[str]:
    """What of a command does not exist."""
    program = words[0]
    name = Path(program).name
    if name in _CHECKS:
        return [*_CHECKS[name](words[1:]), *_missing_files(words)]
    if name in _BUILT_IN | _ELSEWHERE or shutil.which(name) or (ROOT / program).exists():
        return list(_missing_files(words))
    return [f"{program}: no such program"]


def _missing_files(words: list[str]) -> Iterator[str]:
    for word in words:
        is_path = not word.startswith("/") and not _WORKLOAD.fullmatch(word)
        for path in _PATH.findall(word) if is_path else []:
            made = path.removeprefix("./").startswith(_MADE_LATER)
            written = Path(words[0]).name in _WRITERS and (ROOT / path).parent.exists()
            if not (made or written or any(ROOT.glob(path.removeprefix("./").rstrip("/")))):
                yield f"{path}: no such file"


def _of_newsbriefs(words: list[str]) -> list[str]:
    command: click.Command = main
    context = click.Context(main)
    for at, word in enumerate(words):
        if not isinstance(command, click.Group) or word.startswith("-"):
            return _unknown_options(words[at:], _click_options(command), "newsbriefs")
        found = command.get_command(context, word)
        if found is None:
            return [f"newsbriefs {' '.join(words[: at + 1])}: no such command"]
        command = found
    return []


def _click_options(command: click.Command) -> set[str]:
    return {"-h", "--help", "--version"} | {one for option in command.params for one in option.opts}


def _unknown_options(words: list[str], known: set[str], program: str) -> list[str]:
    options = [word.split("=", 1)[0] for word in words if re.match(r"--?[a-zA-Z]", word)]
    return [f"{program}: no option {one}" for one in options if not _is_option(one, known)]


def _is_option(word: str, known: set[str]) -> bool:
    several = not word.startswith("--") and all(f"-{letter}" in known for letter in word[1:])
    return word in known or several


@cache
def _help(*words: str) -> str:
    done = subprocess.run(["kubectl", *words], capture_output=True, text=True, timeout=30, check=False)
    return done.stdout


def _flags(text: str) -> dict[str, bool]:
    """Each option, and whether it takes a value of its own."""
    found: dict[str, bool] = {}
    for short, long, default in re.findall(r"(?m)^ {4}(?:(-\w), )?(--[\w-]+)=(\S*):$", text):
        found |= {name: default not in ("true", "false") for name in (short, long) if name}
    return found


def _of_kubectl(words: list[str]) -> list[str]:
    if shutil.which("kubectl") is None:
        return []
    inside = words[words.index("--") + 1 :] if "--" in words else []
    words = words[: words.index("--")] if "--" in words else words
    every = _flags(_help("options")) | {"--help": False, "-h": False}
    verb = _verb(words, list(_plain(words, every)))
    if not verb:
        return [f"kubectl {' '.join(list(_plain(words, every))[:2])}: no such command"]
    known = every | _flags(_help(*verb, "--help"))
    told = _unknown_options(words, set(known), f"kubectl {' '.join(verb)}")
    return [*told, *_missing_objects(words), *(faults(inside) if inside else [])]


def _plain(words: list[str], flags: dict[str, bool]) -> Iterator[str]:
    """The words that are no options of every command, nor their values."""
    skip = False
    for word in words:
        if not skip and not word.startswith("-"):
            yield word
        skip = not skip and flags.get(word, False)


def _verb(words: list[str], plain: list[str]) -> list[str]:
    """The command and its subcommands, as far as kubectl's own help knows them; empty where it does not."""
    verb: list[str] = []
    while True:
        text = _help(*verb, "--help")
        known = re.findall(r"(?m)^  ([a-z][a-z-]*) {2,}\S", text)
        if len(plain) > len(verb) and plain[len(verb)] in known:
            verb = plain[: len(verb) + 1]
        elif known and not {"-f", "-k", "--filename", "--kustomize"} & set(words):
            return []
        else:
            return verb


@cache
def _objects() -> set[tuple[str, str]]:
    return {(one["kind"], one["metadata"]["name"]) for name in OVERLAYS for one in manifests(name).objects}


def _missing_objects(words: list[str]) -> Iterator[str]:
    for word in words:
        if (found := _WORKLOAD.fullmatch(word)) and (_KINDS[found[1]], found[2]) not in _objects():
            yield f"{word}: in no overlay"


def _of_docker(words: list[str]) -> list[str]:
    return _of_compose(words[1:]) if words[:1] == ["compose"] else _of_build(words)


@cache
def _compose() -> set[str]:
    return set(yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"])


def _of_compose(words: list[str]) -> list[str]:
    plain = list(_plain(words, dict.fromkeys(_COMPOSE_VALUES, True)))
    if not plain or plain[0] not in _COMPOSE_VERBS:
        return [f"docker compose {' '.join(plain[:1])}: no such command"]
    named = plain[1:2] if plain[0] in ("exec", "run") else plain[1:]
    return [f"docker compose: no service {one}" for one in named if one not in _compose()]


def _of_build(words: list[str]) -> list[str]:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    stages = set(re.findall(r"(?mi)^FROM .* AS (\S+)", text))
    arguments = set(re.findall(r"(?m)^ARG (\w+)", text))
    given = list(zip(words, [*words[1:], ""], strict=True))
    targets = [value for word, value in given if word == "--target"]
    named = [value.split("=", 1)[0] for word, value in given if word == "--build-arg"]
    found = [f"Dockerfile: no stage {one}" for one in targets if one not in stages and "$" not in one]
    return [*found, *(f"Dockerfile: no argument {one}" for one in named if one not in arguments)]


def _of_make(words: list[str]) -> list[str]:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
    named = [word for word in words if not word.startswith("-") and "=" not in word]
    return [f"make: no target {one}" for one in named if one not in targets]


def _of_python(words: list[str]) -> list[str]:
    module = words[1] if words[:1] == ["-m"] and len(words) > 1 else ""
    if not module.startswith(("benchmarks", "service", "tests")):
        return []
    path = ROOT / module.replace(".", "/")
    exists = path.with_suffix(".py").exists() or (path / "__main__.py").exists()
    return [] if exists else [f"python -m {module}: no such module"]


_CHECKS: dict[str, Callable[[list[str]], list[str]]] = {
    "buildah": _of_build,
    "docker": _of_docker,
    "kubectl": _of_kubectl,
    "make": _of_make,
    "newsbriefs": _of_newsbriefs,
    "podman": _of_build,
    "python": _of_python,
}
