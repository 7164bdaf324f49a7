import threading
import time
from collections.abc import Iterator

import pytest

from service.cancellation import Cancellation
from service.engines.chat import ChatReply, ChatRequest, Message
from service.engines.instruct_question import Question
from service.engines.openai_server import OpenAIServer
from service.engines.retries import Patience, retry_after_seconds
from service.errors import EngineCancelled, EngineError, EngineTimeout, EngineUnavailable
from tests.unit.engines.instruct.chat_server import Answer, Body, chat_server, said

KEY = "sk-secret"
SECRET_ARTICLE = "The mayor of Orla resigned."


def _ask(text: str = SECRET_ARTICLE, **kwargs: float) -> ChatRequest:
    deadline = kwargs.get("deadline")
    return ChatRequest((Message("system", "Be brief."), Message("user", text)), 50, deadline)


class _Script:
    """Answers in turn, the last one for ever after."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def __call__(self, body: Body) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def waits() -> list[float]:
    """The waits between attempts, noted instead of slept."""
    return []


@pytest.fixture
def patience(waits: list[float]) -> Patience:
    """No chance and no sleep."""
    return Patience(sleep=waits.append, chance=lambda: 0.0)


def test_a_batch_is_answered_in_its_order(patience: Patience) -> None:
    """Each question has its own answer in its place, greedy, with its bound, and the key as a bearer token."""
    with chat_server(lambda body: Answer(said(body).upper())) as server:
        client = OpenAIServer(server.url, key=KEY, patience=patience, concurrency=3)
        replies = client.chat([_ask(f"question {i}") for i in range(9)])
        client.close()
    assert replies == [ChatReply(f"QUESTION {i}") for i in range(9)]
    asked = {(b["model"], b["temperature"], b["seed"], b["max_tokens"], b["stream"]) for b in server.asked}
    assert asked == {("tiny-instruct", 0, 0, 50, False)}
    assert {headers.get("Authorization") for headers in server.headers} == {f"Bearer {KEY}"}


def test_a_reply_is_heard_of_while_the_next_is_written(patience: Patience) -> None:
    """The server does not answer the second question before the first reply was heard of."""
    heard_of = threading.Event()

    def answer(body: Body) -> Answer:
        return Answer(said(body), release=heard_of if said(body) == "second" else None)

    heard: list[tuple[int, ChatReply | EngineError]] = []

    def hear(place: int, reply: ChatReply | EngineError) -> None:
        heard.append((place, reply))
        heard_of.set()

    with chat_server(answer) as server:
        client = OpenAIServer(server.url, patience=patience, concurrency=2)
        replies = client.chat([_ask("first"), _ask("second")], heard=hear)
        client.close()
    assert heard == list(enumerate(replies)) == [(0, ChatReply("first")), (1, ChatReply("second"))]


def test_no_more_at_once_than_allowed_and_connections_are_kept(patience: Patience) -> None:
    """Ten questions over two threads never meet a third on the server, nor more connections than the pool has."""
    with chat_server(lambda body: Answer("fine")) as server:
        client = OpenAIServer(server.url, patience=patience, concurrency=2)
        client.chat([_ask()] * 10)
        client.close()
    assert server.most_at_once <= 2
    assert len(server.connections) <= 3


def test_an_address_with_v1_is_the_same(patience: Patience) -> None:
    """`/v1` at the end of the address is not doubled."""
    with chat_server(lambda body: Answer("fine")) as server:
        client = OpenAIServer(server.url + "/v1/", patience=patience)
        assert client.chat([_ask()]) == [ChatReply("fine")]
        client.close()


def test_the_server_says_when_to_come_back(patience: Patience, waits: list[float]) -> None:
    """429 with Retry-After is waited out, then the answer counts."""
    script = _Script(Answer(status=429, headers={"Retry-After": "7"}), Answer("fine"))
    with chat_server(script) as server:
        client = OpenAIServer(server.url, patience=patience)
        assert client.chat([_ask()]) == [ChatReply("fine")]
        client.close()
    assert waits == [7.0]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_server_that_recovers_is_asked_again(patience: Patience, waits: list[float], status: int) -> None:
    """Waits double from attempt to attempt."""
    with chat_server(_Script(Answer(status=status), Answer(status=status), Answer("fine"))) as server:
        client = OpenAIServer(server.url, patience=patience)
        assert client.chat([_ask()]) == [ChatReply("fine")]
        client.close()
    assert waits == [0.5, 1.0]


def test_patience_ends(patience: Patience, waits: list[float]) -> None:
    """After four attempts the failure is told, with the status and a remedy."""
    with chat_server(_Script(Answer(status=429))) as server:
        client = OpenAIServer(server.url, key=KEY, patience=patience)
        (error,) = client.chat([_ask()])
        client.close()
    assert isinstance(error, EngineUnavailable)
    assert (len(server.asked), len(waits)) == (4, 3)
    assert "status 429; lower NEWSBRIEFS_INSTRUCT_CONCURRENCY" in str(error)
    assert "tried 4 times" in str(error)


def test_no_wait_runs_past_the_deadline(patience: Patience, waits: list[float]) -> None:
    """A server that asks for more time than there is is not waited for."""
    with chat_server(_Script(Answer(status=503, headers={"Retry-After": "3600"}))) as server:
        client = OpenAIServer(server.url, patience=patience)
        (error,) = client.chat([_ask(deadline=time.monotonic() + 20)])
        client.close()
    assert (type(error), waits, len(server.asked)) == (EngineUnavailable, [], 1)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (Answer(status=500), EngineUnavailable, "status 500; see its own log"),
        (Answer(status=401), EngineUnavailable, "check NEWSBRIEFS_INSTRUCT_KEY"),
        (Answer(status=404), EngineUnavailable, "NEWSBRIEFS_INSTRUCT_MODEL"),
        (Answer(status=400), EngineError, "NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS"),
        (Answer(status=307, headers={"Location": "http://127.0.0.1:9/"}), EngineError, "status 307"),
        (Answer(raw=b"<html>oops"), EngineError, "no JSON"),
        (Answer(raw=b"[" * 100_000), EngineError, "no JSON"),
        (Answer(raw=b"[1]"), EngineError, "no object"),
        (Answer(raw=b'{"choices": []}'), EngineError, "no choice"),
        (Answer(raw=b'{"choices": [{"message": {"content": null}}]}'), EngineError, "without text"),
        (Answer(raw=b'{"choices": [7]}'), EngineError, "no choice"),
        (Answer("", finish="content_filter"), EngineError, "content filter"),
        (Answer("x", finish="tool_calls"), EngineError, "without tools"),
        (Answer("  \n"), EngineError, "wrote nothing"),
        (Answer("<think>hm, let me see"), EngineError, "only thought"),
        (Answer(raw=b" " * 5_000_000), EngineError, "more than"),
    ],
)
def test_what_is_no_answer_is_an_error(patience: Patience, answer: Answer, kind: type[EngineError], words: str) -> None:
    """Each is said in its place, tried once, without key, address, article or the server's own words."""
    with chat_server(lambda body: answer) as server:
        client = OpenAIServer(server.url, key=KEY, patience=patience)
        (error,) = client.chat([_ask()])
        client.close()
    assert type(error) is kind
    assert words in str(error)
    assert [bit for bit in (KEY, server.url, "127.0.0.1", SECRET_ARTICLE, "said by") if bit in str(error)] == []
    assert len(server.asked) == 1


def test_one_that_fails_fails_alone(patience: Patience) -> None:
    """Its batch mates have their answers."""
    with chat_server(lambda body: Answer(status=500) if "poison" in said(body) else Answer("fine")) as server:
        client = OpenAIServer(server.url, patience=patience)
        kinds = [type(reply) for reply in client.chat([_ask(), _ask("poison"), _ask()])]
        client.close()
    assert kinds == [ChatReply, EngineUnavailable, ChatReply]


def test_a_cut_answer_is_asked_for_again(patience: Patience, waits: list[float]) -> None:
    """A connection that breaks in the middle of the body gives no half answer."""
    with chat_server(_Script(Answer("a long answer", cut=True), Answer("fine"))) as server:
        client = OpenAIServer(server.url, patience=patience)
        assert client.chat([_ask()]) == [ChatReply("fine")]
        client.close()
    assert waits == [0.5]


def test_an_answer_cut_by_its_bound_says_so(patience: Patience) -> None:
    """`finish_reason: length` is told to whoever asked."""
    with chat_server(lambda body: Answer("half a sent", finish="length")) as server:
        client = OpenAIServer(server.url, patience=patience)
        assert client.chat([_ask()]) == [ChatReply("half a sent", complete=False)]
        client.close()


def test_thoughts_are_no_answer(patience: Patience) -> None:
    """What a reasoning model writes before its answer is left out."""
    with chat_server(lambda body: Answer("<think>well</think>\n\nfine")) as server:
        client = OpenAIServer(server.url, patience=patience)
        assert client.chat([_ask()]) == [ChatReply("fine")]
        client.close()


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """Lets held answers go when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def test_the_deadline_of_a_request_binds(patience: Patience, release: threading.Event) -> None:
    """A server that doesn't answer in time is a timeout, and one that was late from the start isn't asked."""
    with chat_server(lambda body: Answer("late", release=release)) as server:
        client = OpenAIServer(server.url, patience=patience)
        began = time.monotonic()
        kinds = [type(r) for r in client.chat([_ask(deadline=began + 0.2), _ask(deadline=began - 1)])]
        client.close()
        release.set()
    assert kinds == [EngineTimeout, EngineTimeout]
    assert (len(server.asked), time.monotonic() - began < 5) == (1, True)


def test_who_leaves_waits_for_no_answer(patience: Patience, release: threading.Event) -> None:
    """The question under way is left alone, those behind it are never put, and other callers are answered."""
    cancellation, begun = Cancellation(), threading.Event()

    def answer(body: Body) -> Answer:
        begun.set()
        return Answer("late", release=release)

    def leave() -> None:
        begun.wait(60)
        cancellation.cancel()

    messages = (Message("user", SECRET_ARTICLE),)
    with chat_server(answer) as server:
        client = OpenAIServer(server.url, patience=patience, concurrency=1)
        leaving = threading.Thread(target=leave)
        leaving.start()
        kinds = [type(reply) for reply in client.chat([Question(messages, 50, cancellation=cancellation)] * 3)]
        leaving.join()
        release.set()
        replies = client.chat([Question(messages, 50, cancellation=Cancellation())])
        client.close()
    assert kinds == [EngineCancelled] * 3
    assert (replies, len(server.asked)) == ([ChatReply("late")], 2)


def test_the_engine_s_own_limit_binds(patience: Patience, release: threading.Event) -> None:
    """Without a deadline the setting counts, in the queue too."""
    with chat_server(lambda body: Answer("late", release=release)) as server:
        client = OpenAIServer(server.url, patience=patience, timeout_seconds=0.3, concurrency=1)
        kinds = {type(reply) for reply in client.chat([_ask()] * 3)}
        client.close()
        release.set()
    assert kinds == {EngineTimeout}


def test_a_server_that_is_away_is_named_with_the_remedy(patience: Patience) -> None:
    """Nothing listens: EngineUnavailable at the start, after some patience, and no address in it."""
    with chat_server(lambda body: Answer("fine")) as server:
        url = server.url
    with pytest.raises(EngineUnavailable, match="can't be reached") as caught:
        OpenAIServer(url, patience=patience)
    assert url.removeprefix("http://") not in str(caught.value)


def test_a_server_that_goes_away_says_so_to_readiness(patience: Patience) -> None:
    """`unavailable` is None while it answers, and the reason afterwards; questions fail in their place."""
    with chat_server(lambda body: Answer("fine")) as server:
        client = OpenAIServer(server.url, patience=patience)
        before = client.unavailable()
    (error,) = client.chat([_ask()])
    after = client.unavailable()
    client.close()
    client.close()
    assert before is None
    assert after is not None
    assert "can't be reached" in after
    assert isinstance(error, EngineUnavailable)
    assert [type(reply) for reply in client.chat([_ask()])] == [EngineUnavailable]


def test_the_model_is_learned_from_the_server(patience: Patience) -> None:
    """Its id, a revision of what is told about it, and its context; a time stamp changes nothing."""
    listed = [{"id": "m", "root": "org/m", "created": 1, "max_model_len": 2048}]
    with chat_server(lambda body: Answer("fine"), lambda: listed) as server:
        first = OpenAIServer(server.url, patience=patience)
        listed = [{**listed[0], "created": 2}]
        second = OpenAIServer(server.url, patience=patience, context_tokens=1024)
        listed = [{**listed[0], "root": "org/m-finetuned"}]
        third = OpenAIServer(server.url, patience=patience)
        for client in (first, second, third):
            client.close()
    assert (first.model().name, first.context_tokens, second.context_tokens) == ("m", 2048, 1024)
    assert (first.revision == second.revision, first.revision == third.revision) == (True, False)


@pytest.mark.parametrize(
    ("models", "model", "words"),
    [
        ([{"id": "a"}, {"id": "b"}], "", "offers 2 models (a, b); name one"),
        ([{"id": "a"}], "c", "has no model 'c'; it offers a"),
        ([], "", "offers 0 models"),
        ([{"name": "a"}], "", "not OpenAI's"),
        (Answer(status=401), "", "check NEWSBRIEFS_INSTRUCT_KEY"),
        (Answer(raw=b"nope"), "", "no JSON"),
    ],
)
def test_a_model_that_can_t_be_told_stops_the_load(patience: Patience, models: object, model: str, words: str) -> None:
    """What the server has, and which setting chooses."""
    with chat_server(lambda body: Answer("fine"), models) as server, pytest.raises(EngineError) as caught:
        OpenAIServer(server.url, model=model, patience=patience)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("3", 3.0), (" 10 ", 10.0), ("soon", None), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("-1", None)],
)
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float | None) -> None:
    """Anything else is as if it were not there."""
    assert retry_after_seconds(header) == seconds


def test_waits_are_jittered_and_bounded() -> None:
    """Chance takes up to half off, and no wait outgrows its bound."""
    waits: list[float] = []
    patience = Patience(attempts=8, sleep=waits.append, chance=lambda: 1.0, longest_wait_seconds=2.0)
    with chat_server(_Script(Answer(status=503))) as server:
        client = OpenAIServer(server.url, patience=patience)
        client.chat([_ask()])
        client.close()
    assert waits == [0.25, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0]
