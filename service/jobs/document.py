"""A job as its owner sees it: the document of `GET /jobs/{id}`, which a callback carries too."""

import json
from datetime import UTC, datetime

from service.jobs.store import Job

_NULL = b"null"


def document(job: Job) -> bytes:
    """The job as JSON; result and problem stand in it byte for byte as they were made."""
    head = {
        "id": job.id,
        "status": job.status,
        "created_at": moment(job.created_at),
        "finished_at": None if job.finished_at is None else moment(job.finished_at),
        "progress": {"done": job.done, "of": job.of},
    }
    opened = json.dumps(head, ensure_ascii=False).encode()[:-1]
    return b'%s, "result": %s, "problem": %s}' % (opened, job.result or _NULL, job.problem or _NULL)


def moment(seconds: float) -> str:
    """Seconds since the epoch as RFC 3339 in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
