"""What `newsbriefs doctor` tells: what is installed, what can be reached, what is missing and what adds it."""

import platform
from importlib.metadata import version

from service import __version__
from service.bootstrap import Services
from service.errors import NotReady
from service.pipeline.languages import offered_languages
from service.text.tags import english_name

_LIBRARIES = ("flask", "gunicorn", "pydantic", "py3langid", "trafilatura", "markdown-it-py")


def report(services: Services, *, self_test: bool) -> tuple[bool, list[str]]:
    """Whether everything of the profile is there, and the lines to print.

    With `self_test` every model and pair is started once, which takes seconds.
    """
    parts = services.parts()
    profile = _profile(services)
    lines = [f"newsbriefs {__version__}, Python {platform.python_version()}, profile {profile}"]
    lines += [f"  {name} {version(name)}" for name in _LIBRARIES]
    lines += ["", "parts"]
    lines += [f"  {part.name}: {part.status}{f' ({part.detail})' if part.detail else ''}" for part in parts]
    try:
        engines = services.engines()
    except NotReady:
        return False, lines
    if self_test:
        engines.translator.self_test()
    lines += ["", "models", *(f"  {model.name} {model.revision} ({model.licence})" for model in engines.models())]
    lines += ["", "translations", *_reach(services)]
    lines += ["", "not offered", *(f"  {name}: {why}" for name, why in engines.translator.failures().items())]
    lines += ["", "Every other language that can be detected is briefed in itself."]
    return all(part.status == "ok" for part in parts), lines


def _profile(services: Services) -> str:
    """What is loaded, or what was asked for where nothing is."""
    try:
        return services.engines().profile
    except NotReady:
        return services.settings.profile


def _reach(services: Services) -> list[str]:
    offered = offered_languages(services.engines().translator)
    reached = {code: targets[1:] for code, targets in offered.items() if len(targets) > 1}
    return [f"  {code} ({english_name(code)}) to {', '.join(targets)}" for code, targets in reached.items()]
