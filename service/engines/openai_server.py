"""A chat model on any server that speaks OpenAI's protocol: vLLM, llama.cpp, Ollama, SGLang, a hosted one.

Chat completions at `{url}/v1/chat/completions`, greedy as far as the server honours temperature 0 and a seed. What a
message of this module says never holds the key, the address, the article or the server's own words.
"""

import json
import math
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from threading import Event
from typing import Any

import httpx2

from service.cancellation import Cancellation
from service.engines.chat import ChatReply, ChatRequest, Heard, read_reply, told
from service.engines.instruct_question import cancellation_of, left_alone, not_worth_answering
from service.engines.retries import Again, Patience, retry_after_seconds
from service.errors import EngineError, EngineTimeout, EngineUnavailable
from service.records import ModelInfo

SERVER = "the instruct server (NEWSBRIEFS_INSTRUCT_URL)"
_MOST_BYTES = 4_194_304
_RETRIED = frozenset({429, 502, 503, 504})
_IDENTITY = ("id", "root", "parent", "revision", "sha256", "digest", "meta", "max_model_len")
_REMEDIES = {
    400: "the model may be too small for the request: see NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS",
    401: "check NEWSBRIEFS_INSTRUCT_KEY",
    403: "check what NEWSBRIEFS_INSTRUCT_KEY may do",
    404: "check NEWSBRIEFS_INSTRUCT_URL and NEWSBRIEFS_INSTRUCT_MODEL",
    413: "lower NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS",
    429: "lower NEWSBRIEFS_INSTRUCT_CONCURRENCY, or ask for a higher rate",
}


@dataclass(frozen=True, slots=True)
class Served:
    """What the server told about the model."""

    model: str
    revision: str
    context_tokens: int | None


class OpenAIServer:
    """A client that keeps its connections, bounds how many it uses, and tries again where that may help."""

    name = "openai-server"

    def __init__(
        self,
        url: str,
        *,
        model: str = "",
        key: str = "",
        timeout_seconds: float = 60.0,
        concurrency: int = 8,
        context_tokens: int = 8192,
        patience: Patience | None = None,
    ) -> None:
        self._timeout_seconds = timeout_seconds
        self._patience = patience or Patience()
        self._threads = ThreadPoolExecutor(max_workers=concurrency, thread_name_prefix="instruct")
        self._client = httpx2.Client(
            base_url=url.rstrip("/").removesuffix("/v1"),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            limits=httpx2.Limits(max_connections=concurrency + 1, max_keepalive_connections=concurrency + 1),
            follow_redirects=False,
            trust_env=False,
        )
        try:
            self._served = self._learn(model)
        except EngineError:
            self.close()
            raise
        self.revision = self._served.revision
        self.context_tokens = min(context_tokens, self._served.context_tokens or context_tokens)

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """Answer each request; the result has the length and order of the input, failures in their place.

        `heard` is told of each reply in the order of the requests, as soon as it and those before it are there.
        """
        deadlines = [self._deadline(request) for request in requests]
        try:
            futures = [
                self._threads.submit(self._answer, request, deadline)
                for request, deadline in zip(requests, deadlines, strict=True)
            ]
        except RuntimeError:
            closed = EngineUnavailable(f"the connection to {SERVER} is closed; start anew")
            return told([closed] * len(requests), heard)
        asked = zip(futures, requests, deadlines, strict=True)
        return told((_outcome(future, cancellation_of(request), late) for future, request, late in asked), heard)

    def count_tokens(self, text: str) -> int:
        """A bound from above for common tokenizers: a token for three ASCII characters, or for one of any other."""
        plain = len(text.encode("ascii", "ignore"))
        return math.ceil(plain / 3) + len(text) - plain

    def model(self) -> ModelInfo:
        """The model's id as the server gives it; its licence is not part of the protocol."""
        return ModelInfo(self._served.model, self.revision, "not stated by the server", "instruct", ("mul",))

    def unavailable(self) -> str | None:
        """Why the server can't answer now, or None; asks it for its models, two seconds at most, without a retry."""
        try:
            self._models(time.monotonic() + 2)
        except (EngineError, Again) as error:
            return str(error)
        return None

    def close(self) -> None:
        """Close the connections and end the threads; safe to call twice."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    # What is served

    def _learn(self, wanted: str) -> Served:
        """Ask for the models; raises EngineUnavailable where the server is away or has not the one wanted."""
        deadline = time.monotonic() + min(10.0, self._timeout_seconds)
        listed = self._patience.insist(lambda: self._models(deadline), deadline)
        names = [str(entry["id"]) for entry in listed]
        if not wanted and len(names) != 1:
            raise EngineUnavailable(
                f"{SERVER} offers {len(names)} models ({_few(names)}); name one in NEWSBRIEFS_INSTRUCT_MODEL"
            )
        entry = next((entry for entry in listed if entry["id"] == (wanted or names[0])), None)
        if entry is None:
            raise EngineUnavailable(
                f"{SERVER} has no model {wanted!r}; it offers {_few(names)}: set NEWSBRIEFS_INSTRUCT_MODEL"
            )
        return _served(entry)

    def _models(self, deadline: float) -> list[Mapping[str, Any]]:
        document = self._exchange("GET", "/v1/models", None, deadline)
        entries = document.get("data")
        if not isinstance(entries, list) or not all(
            isinstance(e, dict) and isinstance(e.get("id"), str) for e in entries
        ):
            raise EngineUnavailable(f"{SERVER} lists its models in a form that is not OpenAI's; check the address")
        return entries

    # One answer

    def _deadline(self, request: ChatRequest) -> float:
        ours = time.monotonic() + self._timeout_seconds
        return ours if request.deadline is None else min(ours, request.deadline)

    def _answer(self, request: ChatRequest, deadline: float) -> ChatReply | EngineError:
        if (why := not_worth_answering(request)) is not None:
            return why
        body = {
            "model": self._served.model,
            "messages": [{"role": message.role, "content": message.text} for message in request.messages],
            "temperature": 0,
            "seed": 0,
            "max_tokens": request.max_tokens,
            "stream": False,
        }
        try:
            document = self._patience.insist(lambda: self._ask(request, body, deadline), deadline)
        except EngineError as error:
            return error
        return _read_choice(document)

    def _ask(self, request: ChatRequest, body: object, deadline: float) -> dict[str, Any]:
        if (gone := left_alone(cancellation_of(request))) is not None:
            raise gone
        return self._exchange("POST", "/v1/chat/completions", body, deadline)

    def _exchange(self, method: str, path: str, body: object, deadline: float) -> dict[str, Any]:
        """One request and its JSON answer; raises EngineError, or Again where another attempt may help."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise EngineTimeout(f"the deadline passed before {SERVER} answered; allow more time")
        timeout = httpx2.Timeout(left, connect=min(5.0, left))
        try:
            with self._client.stream(method, path, json=body, timeout=timeout) as response:
                raw = _read_body(response, deadline)
        except httpx2.TimeoutException as error:
            raise _timeout(error) from error
        except (httpx2.HTTPError, RuntimeError) as error:
            # A closed client raises RuntimeError; the text of an httpx2 error may hold the address.
            raise Again(f"{SERVER} can't be reached or hung up ({type(error).__name__}); check that it runs") from error
        if response.status_code != 200:
            raise _refusal(response)
        return _document(raw)


def _timeout(error: httpx2.TimeoutException) -> EngineError | Again:
    if isinstance(error, httpx2.ConnectTimeout):
        return Again(f"{SERVER} can't be reached (ConnectTimeout); check that it runs")
    return EngineTimeout(f"the deadline passed while {SERVER} was writing; allow more time, or ask for less")


def _read_body(response: httpx2.Response, deadline: float) -> bytes:
    """The whole body, which may neither outgrow its bound nor drip past the deadline."""
    raw = bytearray()
    for chunk in response.iter_bytes():
        raw += chunk
        if len(raw) > _MOST_BYTES:
            raise EngineError(f"{SERVER} sent more than {_MOST_BYTES} bytes; that is no answer to a short prompt")
        if time.monotonic() >= deadline:
            raise EngineTimeout(f"the deadline passed while {SERVER} was writing; allow more time, or ask for less")
    return bytes(raw)


def _refusal(response: httpx2.Response) -> EngineError | Again:
    status = response.status_code
    remedy = _REMEDIES.get(status, "see its own log")
    message = f"{SERVER} answered with status {status}; {remedy}"
    if status not in _RETRIED:
        return EngineUnavailable(message) if status in (401, 403, 404) or status >= 500 else EngineError(message)
    return Again(message, retry_in_seconds=retry_after_seconds(response.headers.get("Retry-After")))


def _document(raw: bytes) -> dict[str, Any]:
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise EngineError(f"{SERVER} answered with what is no JSON; check that the address is its API's") from error
    if not isinstance(document, dict):
        raise EngineError(f"{SERVER} answered with JSON that is no object; check that the address is its API's")
    return document


def _read_choice(document: Mapping[str, Any]) -> ChatReply | EngineError:
    """The text of the first choice, and why it ended."""
    choices = document.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return EngineError(f"{SERVER} sent no choice; see its own log")
    ended, message = choices[0].get("finish_reason"), choices[0].get("message")
    if ended == "content_filter" or (isinstance(message, dict) and message.get("refusal")):
        return EngineError(f"{SERVER} withheld the answer by its content filter; use a model without one")
    content = message.get("content") if isinstance(message, dict) else None
    if not isinstance(content, str):
        return EngineError(f"{SERVER} sent a choice without text; serve a chat model, without tools")
    if ended not in ("stop", "length", "eos", None):
        return EngineError(f"{SERVER} ended the answer in an unknown way; serve a chat model, without tools")
    return read_reply(content, complete=ended != "length")


def _served(entry: Mapping[str, Any]) -> Served:
    told = {key: entry[key] for key in _IDENTITY if entry.get(key) is not None}
    revision = sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:12]
    context = entry.get("max_model_len")
    return Served(str(entry["id"]), revision, context if isinstance(context, int) and context > 0 else None)


def _is_model(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), str)


def _few(names: Sequence[str]) -> str:
    return ", ".join(sorted(names)[:8]) or "none"


def _outcome(
    future: Future[ChatReply | EngineError], cancellation: Cancellation | None, deadline: float
) -> ChatReply | EngineError:
    """What a question gave; a caller who leaves waits for no answer, not even one that is being written."""
    settled = Event()
    future.add_done_callback(lambda _: settled.set())
    forget = cancellation.on_cancel(settled.set) if cancellation is not None else None
    settled.wait(max(0.0, deadline - time.monotonic()) + 0.5)
    if forget is not None:
        forget()
    if future.cancelled():
        return EngineUnavailable(f"the connection to {SERVER} is closed; start anew")
    if future.done():
        return future.result()
    # What has not begun is never put to the model.
    future.cancel()
    return left_alone(cancellation) or EngineTimeout(
        "the deadline passed while the request waited for its turn; raise NEWSBRIEFS_INSTRUCT_CONCURRENCY"
    )
