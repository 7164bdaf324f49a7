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


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    """Its name with `_FILE` names the file; the blank at its end is none of the secret."""
    file = tmp_path / "secret"
    file.write_text("s3cret\n")
    assert Settings.from_env({"NEWSBRIEFS_CALLBACK_SECRET_FILE": str(file)}).callback_secret == "s3cret"


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        (
            {"NEWSBRIEFS_CALLBACK_SECRET": "a", "NEWSBRIEFS_CALLBACK_SECRET_FILE": "b"},
            "NEWSBRIEFS_CALLBACK_SECRET and NEWSBRIEFS_CALLBACK_SECRET_FILE are both set; unset one of them",
        ),
        (
            {"NEWSBRIEFS_REDIS_URL_FILE": "/no/such/file"},
            "NEWSBRIEFS_REDIS_URL_FILE names a file that can't be read (FileNotFoundError); check its path",
        ),
        (
            {"NEWSBRIEFS_REDIS_URL": "http://user:hunter2@cache"},
            "NEWSBRIEFS_REDIS_URL has a bad value; allowed: a redis://, rediss:// or unix:// address; never shown",
        ),
        ({"NEWSBRIEFS_PORT_FILE": "x"}, "unknown setting NEWSBRIEFS_PORT_FILE"),
        (
            {"NEWSBRIEFS_RATE_PER_KEY": "120 a minute"},
            "NEWSBRIEFS_RATE_PER_KEY is '120 a minute'; allowed: a",
        ),
        (
            {"NEWSBRIEFS_TRUSTED_PROXIES": "10.0.0.1/8"},
            "NEWSBRIEFS_TRUSTED_PROXIES is '10.0.0.1/8'; allowed: IP",
        ),
        (
            {"NEWSBRIEFS_CORS_ORIGINS": "https://a.example/x"},
            "NEWSBRIEFS_CORS_ORIGINS is 'https://a.example/x'",
        ),
        ({"NEWSBRIEFS_METRICS_OPEN": "yes"}, "NEWSBRIEFS_METRICS_OPEN is 'yes'; allowed: true or false"),
    ],
)
def test_bad_values_of_load_and_keys(environ: dict[str, str], said: str) -> None:
    """Each names its key and what is allowed; a secret is never repeated."""
    with pytest.raises(ConfigError) as caught:
        Settings.from_env(environ)
    assert said in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_lists_are_read_in_canonical_form() -> None:
    """Networks, host names and origins, with blanks around the commas."""
    found = Settings.from_env(
        {
            "NEWSBRIEFS_TRUSTED_PROXIES": "10.0.0.7 , fd00::/8",
            "NEWSBRIEFS_CALLBACK_ALLOW": "Desk.example,127.0.0.0/8",
            "NEWSBRIEFS_CORS_ORIGINS": "https://news.example",
        }
    )
    assert found.trusted_proxies == ("10.0.0.7/32", "fd00::/8")
    assert found.callback_allow == ("desk.example", "127.0.0.0/8")
    assert found.cors_origins == ("https://news.example",)
