import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from service.jobs.callbacks import Attempt, CallbackSender
from service.jobs.store import DueCallback
from tests.unit.jobs.receiver import Outbox, receiver, say

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs the openssl program")


def _openssl(*arguments: str, folder: Path) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority of our own, and a certificate it gave to news.test."""
    folder = tmp_path_factory.mktemp("certificates")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    _openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test CA", folder=folder)
    _openssl("req", *key, "-keyout", "news.key", "-out", "news.csr", "-subj", "/CN=news.test", folder=folder)
    (folder / "names").write_text("subjectAltName=DNS:news.test\n")
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", "2")
    _openssl("x509", "-req", "-in", "news.csr", *signing, "-out", "news.pem", folder=folder)
    return folder


def _served(certificates: Path, asked: list[str | None]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / "news.pem", certificates / "news.key")
    context.sni_callback = lambda _socket, name, _context: asked.append(name)
    return context


def _send(url: str, tls: ssl.SSLContext | None) -> Attempt:
    def dns(host: str, port: int, **_: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    sender = CallbackSender(
        Outbox(), secret="s", allow=("127.0.0.0/8",), attempts=1, worker="w", tls=tls, getaddrinfo=dns
    )
    try:
        return sender.send(DueCallback("j1", url, b"{}", 1, "t"))
    finally:
        sender.stop()


def test_the_certificate_is_checked_by_the_name(certificates: Path) -> None:
    """The connection goes to the address that was checked; SNI and certificate are those of the name."""
    asked: list[str | None] = []
    trusted = ssl.create_default_context(cafile=certificates / "ca.pem")
    with receiver(say(200), tls=_served(certificates, asked)) as hook:
        assert Attempt(True, "answered 200") == _send(hook.url(host="news.test", scheme="https"), trusted)
        assert ["news.test"] == asked
        assert [f"news.test:{hook.port}"] == [request.headers["Host"] for request in hook.received]


@pytest.mark.parametrize("host", ["other.test", "127.0.0.1"])
def test_the_certificate_of_another_name_is_refused(certificates: Path, host: str) -> None:
    """Whoever answers at the address must be who the URL names."""
    trusted = ssl.create_default_context(cafile=certificates / "ca.pem")
    with receiver(say(200), tls=_served(certificates, [])) as hook:
        outcome = _send(hook.url(host=host, scheme="https"), trusted)
    assert not outcome.taken
    assert outcome.why.startswith("its certificate is not valid: ")
    assert "mismatch" in outcome.why
    assert [] == hook.received


def test_an_unknown_authority_is_refused(certificates: Path) -> None:
    """By default the system's authorities are trusted, and nobody else."""
    with receiver(say(200), tls=_served(certificates, [])) as hook:
        outcome = _send(hook.url(host="news.test", scheme="https"), None)
    assert outcome.why.startswith("its certificate is not valid: ")
    assert [] == hook.received
