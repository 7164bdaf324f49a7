"""A newsroom bot's end of a callback: checks who sent it and when, drops doubles, and shows the briefs.

    NEWSROOM_SECRET=… python examples/callback_receiver.py --port 9000

The secret is the service's NEWSBRIEFS_CALLBACK_SECRET. Send a job with `"callback_url": "http://127.0.0.1:9000/briefs"`;
the service must list that address in NEWSBRIEFS_CALLBACK_ALLOW, for it is not public. Standard library only.
"""

import argparse
import hmac
import json
import os
import time
from collections import OrderedDict
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

TOLERANCE_SECONDS = 300.0
MOST_BYTES = 16_777_216
MOST_REMEMBERED = 10_000


class Refused(Exception):
    """A callback that is not to be believed."""


def check(secret, body, signature, *, now):
    """The job in `body`, or Refused: the signature is over the raw bytes, so it is checked before anything is read."""
    expected = "sha256=" + hmac.new(secret.encode(), body, "sha256").hexdigest()
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise Refused("the signature does not fit")
    job = json.loads(body)
    sent_at = datetime.fromisoformat(job["sent_at"].replace("Z", "+00:00")).timestamp()
    if abs(now - sent_at) > TOLERANCE_SECONDS:
        raise Refused(f"it was sent {now - sent_at:.0f} seconds ago")
    return job


class Deliveries:
    """Which jobs were told already: a callback may come twice.

    X-Delivery tells it too, but only the body is signed, so the id in it is what a forger can't change.
    """

    def __init__(self):
        self._known = OrderedDict()
        self._lock = Lock()

    def is_new(self, job_id):
        """Whether this one is the first; keep it in your own database where doubles matter across restarts."""
        with self._lock:
            if job_id in self._known:
                return False
            self._known[job_id] = True
            while len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)
            return True


def handler(secret, deliveries):
    """The HTTP handler of one receiver."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 30

        def do_POST(self):
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > MOST_BYTES:
                self.answer(413)
                return
            body = self.rfile.read(int(length))
            try:
                job = check(secret, body, self.headers.get("X-Signature", ""), now=time.time())
            except Refused as error:
                print(f"refused: {error}", flush=True)
                self.answer(401)
                return
            # Answer at once: the service waits 20 seconds at most, and sends again whatever was not taken with a 2xx.
            self.answer(204)
            if deliveries.is_new(job["id"]):
                show(job)

        def answer(self, status):
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format, *args):
            pass

    return Handler


def show(job):
    """What a bot does with a job: post the briefs, or tell the desk why there are none."""
    print(f"{job['id']}: {job['status']}", flush=True)
    for brief in (job["result"] or {}).get("briefs", []):
        if brief["status"] == "ok":
            print(f"  [{brief['language']}] {brief['headline'] or brief['text']}", flush=True)
    if job["problem"]:
        print(f"  {job['problem']['detail']}", flush=True)


def main():
    """Serve until Ctrl+C."""
    parser = argparse.ArgumentParser(description="Receive and check callbacks of newsbriefs.")
    parser.add_argument("--port", type=int, default=9000)
    port = parser.parse_args().port
    secret = os.environ.get("NEWSROOM_SECRET", "")
    if not secret:
        parser.error("set NEWSROOM_SECRET to the service's NEWSBRIEFS_CALLBACK_SECRET")
    server = ThreadingHTTPServer(("127.0.0.1", port), handler(secret, Deliveries()))
    print(f"listening on http://127.0.0.1:{server.server_address[1]}/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
