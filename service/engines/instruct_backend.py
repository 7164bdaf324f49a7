"""Which chat model the settings name: on a server where there is an address, else in this process."""

from pathlib import Path

from service.config import Settings
from service.engines.chat import ChatBackend
from service.engines.models.store import ModelStore, offline_environment
from service.errors import EngineUnavailable


def is_wanted(settings: Settings) -> bool:
    """Whether a chat server or model is set, or one is pulled."""
    named = settings.instruct_url or settings.instruct_model
    return bool(named or ModelStore(settings.models).installed(role="instruct"))


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
    folder = model_folder(settings)
    offline_environment()
    from service.engines.local_chat import LocalChat

    return LocalChat(folder, context_tokens=settings.instruct_context_tokens)


def model_folder(settings: Settings) -> Path:
    """The folder of the model that is named, in the store or anywhere, else of the only one that is pulled."""
    store, name = ModelStore(settings.models), settings.instruct_model
    pulled = [entry.name for entry in store.installed(role="instruct")]
    if name and name not in pulled:
        folder = Path(name).expanduser()
        if folder.is_dir():
            return folder
        known = ", ".join(pulled) or "none"
        raise EngineUnavailable(
            f"NEWSBRIEFS_INSTRUCT_MODEL is {name!r}: no pulled model and no folder; pulled: {known}"
        )
    if not name and len(pulled) > 1:
        raise EngineUnavailable(
            f"{len(pulled)} chat models are pulled ({', '.join(pulled)}); name one in NEWSBRIEFS_INSTRUCT_MODEL"
        )
    if not pulled:
        raise EngineUnavailable(
            "no chat model is named or pulled; set NEWSBRIEFS_INSTRUCT_URL or run: newsbriefs models pull NAME"
        )
    return store.open_model(name or pulled[0]).folder
