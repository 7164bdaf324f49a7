from pathlib import Path

import pytest

from service.config import Settings, settings_table
from service.errors import ConfigError


def test_defaults_need_no_environment() -> None:
    """An empty environment gives the documented defaults."""
    settings = Settings.from_env({"PATH": "/bin"})
    assert (settings.host, settings.port, settings.profile) == ("127.0.0.1", 8000, "auto")


def test_values_are_read() -> None:
    """Values of every kind are parsed."""
    environ = {
        "NEWSBRIEFS_PORT": "81",
        "NEWSBRIEFS_TIMEOUT_SECONDS": "2.5",
        "NEWSBRIEFS_DEFAULT_LANGUAGES": "ES, pt-br,es",
        "NEWSBRIEFS_SEEDS": "elsewhere",
    }
    settings = Settings.from_env(environ)
    found = (settings.port, settings.timeout_seconds, settings.default_languages, settings.seeds)
    assert found == (81, 2.5, ("es", "pt-BR"), Path("elsewhere"))


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("NEWSBRIEFS_PROT", "1", "did you mean NEWSBRIEFS_PORT?"),
        ("NEWSBRIEFS_PORT", "99999", "NEWSBRIEFS_PORT is '99999'; allowed: a whole number from 0 to 65535"),
        ("NEWSBRIEFS_PORT", "http", "NEWSBRIEFS_PORT is 'http'; allowed: a whole number from 0 to 65535"),
        ("NEWSBRIEFS_PROFILE", "magic", "NEWSBRIEFS_PROFILE is 'magic'; allowed: one of auto, embedded"),
        ("NEWSBRIEFS_DEFAULT_LANGUAGES", " , ", "allowed: 1 to 32 BCP 47 tags, comma separated"),
        ("NEWSBRIEFS_TIMEOUT_SECONDS", "61", "lower the first or raise the second"),
    ],
)
def test_bad_settings_stop_the_start(key: str, value: str, said: str) -> None:
    """The message names key, value and what is allowed."""
    with pytest.raises(ConfigError) as caught:
        Settings.from_env({key: value})
    assert said in str(caught.value)


def test_documented_table_is_the_generated_one() -> None:
    """docs/settings.md holds exactly the table that the code prints."""
    documented = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    assert settings_table() in documented
