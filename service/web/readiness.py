"""GET /readyz, of the web and of workers: every part with its state, and what they come to together."""

from collections.abc import Collection, Sequence

from flask import Response

from service.bootstrap import ENDING, Part
from service.web.schemas import WirePart, WireReady


def readiness(parts: Sequence[Part], excluded: Collection[str]) -> Response:
    """200 where every part is ready but for the excluded ones, else 503.

    `?exclude=` is that of kube-apiserver's own /readyz: a part that is left out is told and doesn't decide. That the
    process is about to end can't be left out.
    """
    left_out = {part.name for part in parts if part.name in excluded and part.name != ENDING}
    ready = all(part.status == "ok" for part in parts if part.name not in left_out)
    wire = WireReady(
        status="ok" if ready else "unavailable",
        parts=[WirePart(name=part.name, status=part.status, detail=part.detail) for part in parts],
        excluded=sorted(left_out),
    )
    return Response(wire.model_dump_json(), status=200 if ready else 503, mimetype="application/json")
