"""Which chat model the settings name: on a server where there is an address, else in this process."""

from pathlib import Path

from service.config import Settings
from service.engines.chat import ChatBackend
from service.errors import EngineUnavailable


def open_backend(settings: Settings) -> ChatBackend:
    """Reach or load the chat model; raises EngineUnavailable, with what to set, where it can't be had."""
    if settings.instruct_url:
        from service.engines.openai_server import OpenAIServer

        return OpenAIServer(
            settings.instruct_url,
            model=settings.instruct_model,
            key=settings.instruct_key,
            timeout_seconds=settings.instruct_timeout_seconds,
            concurrency=settings.instruct_concurrency,
            context_tokens=settings.instruct_context_tokens,
        )
    if not settings.instruct_model:
        raise EngineUnavailable("no chat model is named; set NEWSBRIEFS_INSTRUCT_URL, or NEWSBRIEFS_INSTRUCT_MODEL")
    from service.engines.local_chat import LocalChat

    return LocalChat(Path(settings.instruct_model), context_tokens=settings.instruct_context_tokens)
