"""What every store of jobs must keep to."""

import json

import pytest

from service.errors import JobUnknown, KeyReused
from service.jobs.store import CALLBACK_LEASE_SECONDS, LEASE_SECONDS, Outcome, Standing
from tests.unit.jobs.stores import Kept

DONE = Outcome(result=b'{"id":"x"}')
FAILED = Outcome(problem=b'{"status":500}')
URL = "https://desk.example/hook"


def test_a_job_is_there_as_it_was_given(kept: Kept) -> None:
    """What was accepted can be asked for."""
    job = kept.add(owner="k1", body='{"text":"Blåbær 🫐"}', url=URL)
    assert job == kept.store.get(job.id, "k1")


@pytest.mark.parametrize("owner", [None, "k2", ""])
def test_nobody_else_sees_a_job(kept: Kept, owner: str | None) -> None:
    """Another's job is as unknown as none, to ask for and to cancel."""
    job = kept.add(owner="k1")
    for call in (kept.store.get, kept.store.cancel):
        with pytest.raises(JobUnknown):
            call(job.id, owner)
    assert "queued" == kept.store.get(job.id, "k1").status


def test_a_job_is_begun_once(kept: Kept) -> None:
    """While a lease stands nobody else gets one."""
    job = kept.add()
    lease = kept.begun(job)
    assert (1, "running", job.request) == (lease.job.attempt, lease.job.status, lease.job.request)
    assert kept.store.begin(job.id, "another") is None


def test_a_renewed_lease_stands(kept: Kept) -> None:
    """Whoever renews in time keeps the job."""
    job = kept.add()
    lease = kept.begun(job)
    for _ in range(3):
        kept.pass_time(LEASE_SECONDS * 0.9)
        assert Standing.HELD is kept.store.renew(lease)
    assert kept.store.begin(job.id, "another") is None


def test_a_lease_that_ran_out_can_be_taken_and_its_holder_may_write_no_more(kept: Kept) -> None:
    """However slow the first worker was, its result comes to nothing: the fence is the newest lease's."""
    job = kept.add()
    slow = kept.begun(job)
    kept.pass_time(LEASE_SECONDS + 1)
    new = kept.begun(job)
    assert new.fence > slow.fence
    assert 2 == new.job.attempt
    assert Standing.LOST is kept.store.renew(slow)
    kept.store.progress(slow, 7, 8)
    assert not kept.store.finish(slow, DONE)
    assert not kept.store.requeue(slow, wait_seconds=0.0, counted=True)
    assert ("running", 0) == (kept.store.get(job.id, None).status, kept.store.get(job.id, None).done)
    assert kept.store.finish(new, FAILED)
    assert not kept.store.finish(slow, DONE)
    assert b'{"status":500}' == kept.store.get(job.id, None).problem


def test_progress_is_seen(kept: Kept) -> None:
    """Whoever asks for a running job sees how far it is."""
    job = kept.add()
    kept.store.progress(kept.begun(job), 3, 8)
    found = kept.store.get(job.id, None)
    assert (3, 8) == (found.done, found.of)


@pytest.mark.parametrize(("outcome", "status"), [(DONE, "done"), (FAILED, "failed"), (Outcome(), "cancelled")])
def test_a_job_ends_as_its_holder_says_and_the_article_goes(kept: Kept, outcome: Outcome, status: str) -> None:
    """The end is told with its time, and the text of the article is kept no longer."""
    job = kept.add()
    assert kept.store.finish(kept.begun(job), outcome)
    found = kept.store.get(job.id, None)
    assert (status, outcome.result, outcome.problem) == (found.status, found.result, found.problem)
    assert b"" == found.request
    assert found.finished_at is not None
    assert kept.store.begin(job.id, "another") is None


def test_a_waiting_job_is_cancelled_at_once(kept: Kept) -> None:
    """It is never begun, and cancelling it again changes nothing."""
    job = kept.add()
    assert "cancelled" == kept.store.cancel(job.id, None).status
    assert kept.store.begin(job.id, "w") is None
    assert kept.store.cancel(job.id, None) == kept.store.get(job.id, None)


def test_a_running_job_is_flagged_and_ends_cancelled(kept: Kept) -> None:
    """Its worker hears of it with the next renewal; a result that was ready by then is dropped."""
    job = kept.add()
    lease = kept.begun(job)
    assert "running" == kept.store.cancel(job.id, None).status
    assert Standing.CANCELLED is kept.store.renew(lease)
    assert kept.store.finish(lease, DONE)
    assert ("cancelled", None) == (kept.store.get(job.id, None).status, kept.store.get(job.id, None).result)


def test_a_cancelled_job_is_not_tried_again(kept: Kept) -> None:
    """Giving a cancelled job back ends it."""
    job = kept.add()
    lease = kept.begun(job)
    kept.store.cancel(job.id, None)
    assert kept.store.requeue(lease, wait_seconds=0.0, counted=False)
    assert "cancelled" == kept.store.get(job.id, None).status


def test_the_flag_outlives_the_worker(kept: Kept) -> None:
    """Who takes over a cancelled job whose worker died is told."""
    job = kept.add()
    kept.begun(job)
    kept.store.cancel(job.id, None)
    kept.pass_time(LEASE_SECONDS + 1)
    assert kept.begun(job).cancelled


def test_cancelling_a_finished_job_changes_nothing(kept: Kept) -> None:
    """Its result stays."""
    job = kept.add()
    kept.store.finish(kept.begun(job), DONE)
    assert ("done", DONE.result) == (kept.store.cancel(job.id, None).status, kept.store.get(job.id, None).result)


def test_a_job_given_back_is_as_if_it_had_not_been_begun(kept: Kept) -> None:
    """Its attempt is not counted, and it can be begun at once, under a new fence."""
    job = kept.add()
    lease = kept.begun(job)
    assert kept.store.requeue(lease, wait_seconds=0.0, counted=False)
    assert "queued" == kept.store.get(job.id, None).status
    again = kept.begun(job)
    assert 1 == again.job.attempt
    assert again.fence > lease.fence


def test_a_job_that_waits_for_its_retry_is_not_begun_before(kept: Kept) -> None:
    """The wait is kept, and the attempt counts."""
    job = kept.add()
    assert kept.store.requeue(kept.begun(job), wait_seconds=60.0, counted=True)
    assert kept.store.begin(job.id, "w") is None
    kept.pass_time(61.0)
    assert 2 == kept.begun(job).job.attempt


def test_a_key_stands_for_one_job(kept: Kept) -> None:
    """The same key and body give the job there is, whatever became of it; another body is refused."""
    job = kept.add(owner="k1", key="once")
    kept.store.finish(kept.begun(job), DONE)
    again = kept.add(owner="k1", key="once")
    assert (job.id, "done") == (again.id, again.status)
    with pytest.raises(KeyReused):
        kept.add(owner="k1", key="once", body="b")
    assert [job.id] == kept.queue


def test_keys_are_apart_for_each_owner(kept: Kept) -> None:
    """What one caller named a key says nothing to another, nobody included."""
    jobs = {kept.add(owner=owner, key="once").id for owner in (None, "", "k1", "k2")}
    assert 4 == len(jobs)


def test_a_finished_job_is_forgotten_with_its_key(kept: Kept) -> None:
    """After its time it is unknown, and its key free; one that is not finished stays for ever."""
    waiting, finished = kept.add(), kept.add(key="once")
    kept.store.finish(kept.begun(finished), DONE)
    kept.pass_time(3000.0)
    kept.store.expire()
    assert "done" == kept.store.get(finished.id, None).status
    kept.pass_time(3000.0)
    kept.store.expire()
    with pytest.raises(JobUnknown):
        kept.store.get(finished.id, None)
    assert finished.id != kept.add(key="once", body="b").id
    assert "queued" == kept.store.get(waiting.id, None).status


def test_what_waits_and_runs_is_counted(kept: Kept) -> None:
    """The counts are those of open jobs, and of callbacks that are to be sent."""
    for _ in range(3):
        job = kept.add(url=URL)
    kept.begun(job)
    kept.store.cancel(kept.queue[0], None)
    counts = kept.store.counts()
    assert (1, 1, 1) == (counts.queued, counts.running, counts.callbacks)
    assert counts.oldest_seconds >= 0.0
    assert kept.store.problem() is None


def test_a_callback_is_due_with_the_end_of_its_job(kept: Kept) -> None:
    """Not before, not for a job without a URL; it carries the job's document."""
    silent, job = kept.add(), kept.add(url=URL)
    lease = kept.begun(job)
    kept.store.finish(kept.begun(silent), DONE)
    assert kept.store.claim_callback("w") is None
    kept.store.finish(lease, DONE)
    due = kept.store.claim_callback("w")
    assert due is not None
    assert (job.id, URL, 1) == (due.job_id, due.url, due.attempt)
    document = json.loads(due.body)
    assert (job.id, "done", {"id": "x"}) == (document["id"], document["status"], document["result"])


@pytest.mark.parametrize("running", [False, True])
def test_a_cancelled_job_calls_back_too(kept: Kept, running: bool) -> None:
    """Whoever waits for the callback of a job that another part of the house cancelled hears of it."""
    job = kept.add(url=URL)
    lease = kept.begun(job) if running else None
    kept.store.cancel(job.id, None)
    if lease is not None:
        kept.store.finish(lease, DONE)
    due = kept.store.claim_callback("w")
    assert due is not None
    assert "cancelled" == json.loads(due.body)["status"]


def test_a_claimed_callback_is_nobody_elses_until_its_claim_lapses(kept: Kept) -> None:
    """A sender that died costs one more sending, and its late note is not believed."""
    kept.store.finish(kept.begun(kept.add(url=URL)), DONE)
    first = kept.store.claim_callback("w")
    assert first is not None
    assert kept.store.claim_callback("w") is None
    kept.pass_time(CALLBACK_LEASE_SECONDS + 1)
    second = kept.store.claim_callback("w")
    assert second is not None
    assert (2, first.job_id) == (second.attempt, second.job_id)
    kept.store.callback_delivered(first)
    assert 1 == kept.store.counts().callbacks
    kept.store.callback_delivered(second)
    kept.pass_time(CALLBACK_LEASE_SECONDS + 1)
    assert (None, 0) == (kept.store.claim_callback("w"), kept.store.counts().callbacks)


def test_a_failed_callback_comes_again_after_its_wait(kept: Kept) -> None:
    """And one that is given up never."""
    kept.store.finish(kept.begun(kept.add(url=URL)), DONE)
    first = kept.store.claim_callback("w")
    assert first is not None
    kept.store.callback_failed(first, retry_in_seconds=300.0, why="answered 500")
    kept.pass_time(299.0)
    assert kept.store.claim_callback("w") is None
    kept.pass_time(2.0)
    second = kept.store.claim_callback("w")
    assert second is not None
    assert 2 == second.attempt
    kept.store.callback_failed(second, retry_in_seconds=None, why="answered 410")
    kept.pass_time(100_000.0)
    assert kept.store.claim_callback("w") is None


def test_a_callback_that_was_claimed_and_not_sent_keeps_its_attempts(kept: Kept) -> None:
    """However often its turn did not come; the claim is over, so saying it again takes nothing more back."""
    kept.store.finish(kept.begun(kept.add(url=URL)), DONE)
    for _ in range(3):
        unused = kept.store.claim_callback("w")
        assert unused is not None
        first = unused
        assert 1 == first.attempt
        for _ in range(2):
            kept.store.callback_failed(unused, retry_in_seconds=30.0, why="others came first", counted=False)
        assert kept.store.claim_callback("w") is None
        kept.pass_time(31.0)
    sent = kept.store.claim_callback("w")
    assert sent is not None
    kept.store.callback_failed(sent, retry_in_seconds=30.0, why="answered 500")
    kept.store.callback_failed(first, retry_in_seconds=None, why="others came first", counted=False)
    kept.pass_time(31.0)
    again = kept.store.claim_callback("w")
    assert again is not None
    assert 2 == again.attempt


def test_a_job_is_not_forgotten_before_its_callback_is_settled(kept: Kept) -> None:
    """However short jobs are kept, a callback that fails for long still carries its job."""
    job = kept.add(url=URL)
    kept.store.finish(kept.begun(job), DONE)
    kept.pass_time(10_000.0)
    kept.store.expire()
    due = kept.store.claim_callback("w")
    assert due is not None
    kept.store.callback_delivered(due)
    kept.pass_time(10_000.0)
    kept.store.expire()
    with pytest.raises(JobUnknown):
        kept.store.get(job.id, None)
