import hmac
import json

import pytest

from service.jobs.signing import SignatureRefused, sign, stamp, verify

SECRET = "a-secret-of-the-newsroom"
NOW = 1_800_000_000.0


def test_the_signature_is_hmac_sha256_over_the_exact_bytes() -> None:
    """Any language's standard library can make the same signature."""
    body = '{"id": "j1",  "ü": 1}'.encode()
    assert f"sha256={hmac.new(SECRET.encode(), body, 'sha256').hexdigest()}" == sign(SECRET, body)


@pytest.mark.parametrize("body", [b'{"id":"j1","result":{"a":[1]}}', b' {"id": "j1"}\n', b"{}", b"{ }"])
def test_a_stamped_body_is_the_document_and_the_time(body: bytes) -> None:
    """Only `sent_at` is added, in UTC."""
    assert {**json.loads(body), "sent_at": "2027-01-15T08:00:00Z"} == json.loads(stamp(body, now=NOW))


def test_what_is_no_object_is_not_stamped() -> None:
    """A list or a torn document is refused, not sent."""
    for body in (b"[1]", b'{"id":', b""):
        with pytest.raises(ValueError, match="JSON object"):
            stamp(body, now=NOW)


def test_a_fresh_signed_body_passes() -> None:
    """Within the tolerance either way, for clocks differ."""
    body = stamp(b'{"id":"j1"}', now=NOW)
    for skew in (-299, 0, 299):
        verify(SECRET, body, sign(SECRET, body), now=NOW + skew)


@pytest.mark.parametrize("skew", [-301.0, 301.0])
def test_an_old_body_is_refused(skew: float) -> None:
    """A callback that was overheard can't be played again later."""
    body = stamp(b'{"id":"j1"}', now=NOW)
    with pytest.raises(SignatureRefused, match="old, over the 300 s"):
        verify(SECRET, body, sign(SECRET, body), now=NOW + skew)


def test_another_body_secret_or_header_is_refused() -> None:
    """One byte more, another secret, or no header at all."""
    body = stamp(b'{"id":"j1"}', now=NOW)
    forged = [(SECRET, body + b" ", sign(SECRET, body)), (SECRET, body, sign("other", body)), (SECRET, body, "")]
    for secret, sent, header in [*forged, (SECRET, body, "sha1=é")]:
        with pytest.raises(SignatureRefused, match="does not fit"):
            verify(secret, sent, header, now=NOW)


def test_a_signed_body_without_a_time_is_refused() -> None:
    """Without a time in what is signed, its age can't be known."""
    for body in (b'{"id":"j1"}', b"[]", b'{"sent_at":7}', b'{"sent_at":"soon"}'):
        with pytest.raises(SignatureRefused, match="sent_at"):
            verify(SECRET, body, sign(SECRET, body), now=NOW)
