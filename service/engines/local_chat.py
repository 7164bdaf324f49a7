"""A chat model in this process, with transformers, from a folder of weights; nothing is ever downloaded.

The conversation is laid out by the chat template of the model's own tokenizer. What the messages say is encoded apart
from the template, so that text which spells a control token is never encoded as one, whatever a message holds.
"""

import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from service.engines.chat import ChatReply, ChatRequest, Heard, Message, read_reply
from service.engines.instruct_question import cancellation_of, left_alone, must_stop, not_worth_answering
from service.errors import EngineError, EngineTimeout, EngineUnavailable
from service.records import ModelInfo

_WEIGHTS = ("*.safetensors", "*.bin")
_SAMPLED_BYTES = 1_048_576
# Marks that stand in for what the messages say while the template is laid out; no template has private-use letters.
_STAND_IN = "\ue0f0{}\ue0f1"


class LocalChat:
    """Greedy decoding, bf16 on a GPU and float32 on a CPU, in left-padded batches of at most `rows`."""

    name = "local-chat"

    def __init__(self, folder: Path, *, context_tokens: int = 8192, rows: int = 8) -> None:
        folder = folder.expanduser()
        if not (folder / "config.json").is_file():
            raise EngineUnavailable("NEWSBRIEFS_INSTRUCT_MODEL names no folder with a model's config.json and weights")
        self._label = folder.name
        self._rows = rows
        self._lock = threading.Lock()
        self._encoding = threading.Lock()
        self._load(folder)
        stated = getattr(self._model.config, "max_position_embeddings", None) or context_tokens
        self.context_tokens = min(context_tokens, stated)
        self.revision = _revision(folder)
        self._licence = _licence(folder)

    def _load(self, folder: Path) -> None:
        try:
            import torch
            from transformers import AutoModelForCausalLM, AutoTokenizer
        except ImportError as error:
            raise EngineUnavailable(
                "a chat model in this process needs torch and transformers; see docs/instruct.md"
            ) from error
        self._torch = torch
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        kind = torch.bfloat16 if self._device == "cuda" else torch.float32
        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
            model: Any = AutoModelForCausalLM.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, dtype=kind
            )
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EngineUnavailable(
                f"the chat model of NEWSBRIEFS_INSTRUCT_MODEL can't be loaded ({type(error).__name__}); pull it again"
            ) from error
        if not self._tokenizer.chat_template:
            raise EngineUnavailable(
                "the model's tokenizer has no chat template; use an instruct model, not a base model"
            )
        self._model = model.to(self._device).eval()
        self._ends = _end_tokens(self._model, self._tokenizer)
        self._pad = self._tokenizer.pad_token_id if self._tokenizer.pad_token_id is not None else self._ends[0]
        added = self._tokenizer.get_added_vocab()
        self._controls = {number: token for token, number in added.items() if _is_control(token)}

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """Answer each request; the result has the length and order of the input, failures in their place.

        `heard` is told of the replies of each batch as soon as it is written, short questions first.
        """
        replies: dict[int, ChatReply | EngineError] = {}

        def settle(index: int, reply: ChatReply | EngineError) -> None:
            replies[index] = reply
            if heard is not None:
                heard(index, reply)

        ready: list[tuple[int, ChatRequest, list[int]]] = []
        for index, request in enumerate(requests):
            encoded = self._encode_or_fail(request)
            if isinstance(encoded, EngineError):
                settle(index, encoded)
            else:
                ready.append((index, request, encoded))
        ready.sort(key=lambda item: (len(item[2]), item[0]))
        for first in range(0, len(ready), self._rows):
            batch = ready[first : first + self._rows]
            written = self._write([request for _, request, _ in batch], [ids for _, _, ids in batch])
            for (index, _, _), reply in zip(batch, written, strict=True):
                settle(index, reply)
        return [replies[index] for index in range(len(requests))]

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` is as a message says it."""
        return len(self._encode_said(text))

    def model(self) -> ModelInfo:
        """The folder's name, a hash of what lies in it, and the licence its card states."""
        return ModelInfo(self._label, self.revision, self._licence, "instruct", ("mul",))

    def unavailable(self) -> str | None:
        """It is loaded, or it would not be here."""
        return "the chat model was closed" if self._model is None else None

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        with self._lock:
            self._model = None

    # Encoding

    def encode(self, messages: Sequence[Message]) -> list[int]:
        """The whole conversation as token ids, ready for the answer; raises EngineError where it can't be laid out.

        Only the template's own text may become control tokens; what the messages say is encoded as plain text.
        """
        ids: list[int] = []
        for part, said in self._laid_out(messages):
            ids += self._encode_said(part) if said else self._ids(part, split=False)
        return ids

    def _laid_out(self, messages: Sequence[Message]) -> list[tuple[str, bool]]:
        """The template's text and what the messages say, in order; `True` marks the latter."""
        stand_ins = [_STAND_IN.format(index) for index in range(len(messages))]
        rest = self._template([(m.role, mark) for m, mark in zip(messages, stand_ins, strict=True)])
        if rest is None:
            # Some templates know no system message: there it opens the user's own, as their makers advise.
            said = "\n\n".join(stand_ins)
            rest = self._template([("user", said)])
        if rest is None or any(rest.count(mark) != 1 for mark in stand_ins):
            raise EngineError(
                "the model's chat template does not lay out a system and a user message; use another model"
            )
        parts: list[tuple[str, bool]] = []
        for message, mark in zip(messages, stand_ins, strict=True):
            before, rest = rest.split(mark)
            parts += [(before, False), (message.text, True)]
        return [*parts, (rest, False)]

    def _template(self, turns: Sequence[tuple[str, str]]) -> str | None:
        from jinja2 import TemplateError

        conversation = [{"role": role, "content": text} for role, text in turns]
        try:
            laid_out: str = self._tokenizer.apply_chat_template(
                conversation, tokenize=False, add_generation_prompt=True, enable_thinking=False
            )
        except TemplateError:
            return None
        return laid_out

    def _encode_said(self, text: str) -> list[int]:
        """What a message says as ids, none of which is an added token of the tokenizer.

        Special tokens are split by the tokenizer; those that are added without being special it would still match, so
        what spells one is parted by a word joiner, which shows nothing.
        """
        ids = self._ids(text, split=True)
        for _ in range(2):
            spelled = {self._controls[number] for number in ids if number in self._controls}
            if not spelled:
                return ids
            for token in sorted(spelled, key=len, reverse=True):
                text = text.replace(token, token[0] + "\u2060" + token[1:])
            ids = self._ids(text, split=True)
        if any(number in self._controls for number in ids):
            raise EngineError(
                "the text holds a control token of the model that can't be told apart; it was not given to it"
            )
        return ids

    def _ids(self, text: str, *, split: bool) -> list[int]:
        """The ids of a text, special tokens split or not; the lock is there because the tokenizer keeps that flag."""
        with self._encoding:
            ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False, split_special_tokens=split)
        return ids

    def _encode_or_fail(self, request: ChatRequest) -> list[int] | EngineError:
        if (why := not_worth_answering(request)) is not None:
            return why
        if self._model is None:
            return EngineUnavailable("the chat model was closed; start anew")
        try:
            ids = self.encode(request.messages)
        except EngineError as error:
            return error
        if len(ids) + request.max_tokens > self.context_tokens:
            return EngineError(
                f"a question of {len(ids)} tokens and an answer of {request.max_tokens} are over the model's"
                f" {self.context_tokens}; send less text"
            )
        return ids

    # Writing

    def _write(self, requests: Sequence[ChatRequest], rows: Sequence[list[int]]) -> list[ChatReply | EngineError]:
        # While the batches before it were written the callers may have left.
        why = [not_worth_answering(request) for request in requests]
        if all(why):
            return [error for error in why if error is not None]
        try:
            return self._generate(requests, rows)
        except (RuntimeError, ValueError, IndexError) as error:
            if len(requests) == 1:
                return [EngineError(f"the chat model failed on this text ({type(error).__name__}); send less of it")]
        return [self._write([request], [row])[0] for request, row in zip(requests, rows, strict=True)]

    def _generate(self, requests: Sequence[ChatRequest], rows: Sequence[list[int]]) -> list[ChatReply | EngineError]:
        from transformers import GenerationConfig, StoppingCriteriaList

        width = max(map(len, rows))
        tensor = self._torch.tensor([[self._pad] * (width - len(row)) + row for row in rows], device=self._device)
        mask = self._torch.tensor([[0] * (width - len(row)) + [1] * len(row) for row in rows], device=self._device)
        stop = _Limits(self._torch, requests, width)
        make_config: Any = GenerationConfig
        config = make_config(
            do_sample=False,
            num_beams=1,
            repetition_penalty=1.0,
            max_new_tokens=max(request.max_tokens for request in requests),
            eos_token_id=self._ends,
            pad_token_id=self._pad,
        )
        with self._lock, self._torch.inference_mode():
            if self._model is None:
                return [EngineUnavailable("the chat model was closed; start anew") for _ in requests]
            written = self._model.generate(
                input_ids=tensor,
                attention_mask=mask,
                generation_config=config,
                stopping_criteria=StoppingCriteriaList([stop]),
            )
        return [
            self._reply(request, row[width:], stopped=index in stop.stopped)
            for index, (request, row) in enumerate(zip(requests, written.tolist(), strict=True))
        ]

    def _reply(self, request: ChatRequest, written: list[int], *, stopped: bool) -> ChatReply | EngineError:
        if stopped:
            late = EngineTimeout("the deadline passed while the model was writing; allow more time, or ask for less")
            return left_alone(cancellation_of(request)) or late
        written = written[: request.max_tokens]
        end = next((i for i, number in enumerate(written) if number in self._ends), None)
        ids = written if end is None else written[:end]
        text = self._tokenizer.decode(ids, skip_special_tokens=True)
        return read_reply(text, complete=end is not None)


class _Limits:
    """Ends each row at its own number of tokens, its own deadline, and where its caller leaves.

    `stopped` are the rows that ended for the latter two.
    """

    def __init__(self, torch: Any, requests: Sequence[ChatRequest], width: int) -> None:
        self._torch = torch
        self._requests = requests
        self._width = width
        self._ended: set[int] = set()
        self.stopped: set[int] = set()

    def __call__(self, input_ids: Any, scores: Any, **_: Any) -> Any:
        """Which rows end here: a boolean for each."""
        length = input_ids.shape[1] - self._width
        for index, request in enumerate(self._requests):
            if index in self._ended:
                continue
            stops = must_stop(request)
            if stops or length >= request.max_tokens:
                self._ended.add(index)
                self.stopped |= {index} if stops else set()
        ended = [index in self._ended for index in range(len(self._requests))]
        return self._torch.tensor(ended, dtype=self._torch.bool, device=input_ids.device)


def _is_control(token: str) -> bool:
    """Told by its shape: `special` is not set on all that steer a model (<think>, <tool_call>), nor only on them."""
    return len(token) > 2 and token[0] in "<[｜" and token[-1] in ">]｜"


def _end_tokens(model: Any, tokenizer: Any) -> list[int]:
    """Every token that ends an answer, as model and tokenizer state them."""
    stated = model.generation_config.eos_token_id
    ends = stated if isinstance(stated, list) else [stated]
    found = [number for number in (*ends, tokenizer.eos_token_id) if number is not None]
    if not found:
        raise EngineUnavailable("the model states no token that ends an answer; use an instruct model")
    return list(dict.fromkeys(found))


def _revision(folder: Path) -> str:
    """A hash over the small files whole, and size, beginning and end of the weights."""
    digest = sha256()
    for path in sorted({*folder.glob("*.json"), *folder.glob("*.jinja"), *folder.glob("tokenizer.model")}):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for path in sorted(found for pattern in _WEIGHTS for found in folder.glob(pattern)):
        size = path.stat().st_size
        digest.update(f"{path.name}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLED_BYTES))
            file.seek(max(0, size - _SAMPLED_BYTES))
            digest.update(file.read(_SAMPLED_BYTES))
    return digest.hexdigest()[:12]


def _licence(folder: Path) -> str:
    """What the front matter of the model's card states, else that it states none."""
    card = folder / "README.md"
    if card.is_file():
        for line in card.read_text(encoding="utf-8", errors="replace")[:10_000].splitlines():
            if line.startswith("license:"):
                return line.removeprefix("license:").strip().strip("'\"") or "not stated"
    return "not stated"
