import json

from service.jobs.callbacks import CallbackSender
from service.jobs.signing import verify
from service.jobs.store import Outcome
from tests.unit.jobs.receiver import in_turn, receiver, say
from tests.unit.jobs.stores import Kept

SECRET = "a-secret-of-the-newsroom"


def _sender(kept: Kept) -> CallbackSender:
    return CallbackSender(
        kept.store, secret=SECRET, allow=("127.0.0.0/8",), attempts=3, worker="w", clock=lambda: 1_800_000_000.0
    )


def test_the_end_of_a_job_is_called_back_and_tried_again(kept: Kept) -> None:
    """Over each store: 500 first, then it is taken, under the same delivery id, and never again."""
    with receiver(in_turn(say(500), say(200))) as hook:
        job = kept.add(url=hook.url())
        kept.store.finish(kept.begun(job), Outcome(result=b'{"briefs":[]}'))
        sender = _sender(kept)
        sender.start()
        hook.wait_for(1)
        sender.stop()
        kept.pass_time(10.0)
        sender = _sender(kept)
        sender.start()
        first, second = hook.wait_for(2)
        sender.stop()
        kept.pass_time(100_000.0)
        assert kept.store.claim_callback("w") is None
    assert first.headers["X-Delivery"] == second.headers["X-Delivery"]
    verify(SECRET, second.body, second.headers["X-Signature"], now=1_800_000_000.0)
    document = json.loads(second.body)
    assert (job.id, "done", {"briefs": []}) == (document["id"], document["status"], document["result"])


def test_a_private_target_is_given_up_at_once(kept: Kept) -> None:
    """Nothing is left to be sent, and the job stays as it is."""
    job = kept.add(url="http://169.254.169.254/latest")
    kept.store.finish(kept.begun(job), Outcome(result=b"{}"))
    due = kept.store.claim_callback("w")
    assert due is not None
    sender = _sender(kept)
    attempt = sender.send(due)
    sender.stop()
    assert attempt.lasting
    kept.store.callback_failed(due, retry_in_seconds=None, why=attempt.why)
    kept.pass_time(100_000.0)
    assert kept.store.claim_callback("w") is None
