"""The hub, by its own client: what a repository holds, and one file fetched, with errors that say what to do.

`huggingface_hub` is imported here and nowhere else, and only when something is pulled.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from service.engines.models.selection import RemoteFile
from service.errors import ModelStoreError

INSTALL = "pip install 'newsbriefs[neural]'"
DEFAULT_ENDPOINT = "https://huggingface.co"
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """A repository at one commit; `licence` as its card names it, in lower case."""

    repository: str
    revision: str
    licence: str | None
    files: tuple[RemoteFile, ...]


class Hub:
    """The hub at `HF_ENDPOINT`, with the token of `HF_TOKEN` or of `hf auth login`."""

    def __init__(self, endpoint: str | None = None) -> None:
        self.endpoint = (endpoint or os.environ.get("HF_ENDPOINT") or DEFAULT_ENDPOINT).rstrip("/")
        if find_spec("huggingface_hub") is None:
            raise ModelStoreError(f"pulling needs the package huggingface_hub; run: {INSTALL}")

    def describe(self, repository: str, revision: str) -> RemoteModel:
        """Resolve a branch, tag or commit, and list its files; raises ModelStoreError."""
        from huggingface_hub import HfApi

        with self._told(repository, revision):
            info = HfApi(endpoint=self.endpoint).model_info(repository, revision=revision, files_metadata=True)
        if info.sha is None or info.siblings is None:
            raise ModelStoreError(f"{self.endpoint} names no commit or files for {repository}; is it a hub?")
        files = tuple(
            RemoteFile(one.rfilename, one.size or 0, one.lfs.sha256 if one.lfs else None, one.blob_id)
            for one in info.siblings
        )
        licence = info.card_data.get("license") if info.card_data else None
        return RemoteModel(repository, info.sha, licence.lower() if isinstance(licence, str) else None, files)

    def fetch(self, model: RemoteModel, file: RemoteFile, partial: Path) -> None:
        """Fetch `file` into `partial`, going on where an earlier try stopped; raises ModelStoreError.

        `hf_hub_download` writes each try to a file of its own and deletes it on failure (huggingface_hub 2.4), so
        that a second command would begin anew; its `http_get` is what resumes.
        """
        import httpx2
        from huggingface_hub import hf_hub_url
        from huggingface_hub.file_download import http_get
        from huggingface_hub.utils._headers import build_hf_headers

        url = hf_hub_url(model.repository, file.path, revision=model.revision, endpoint=self.endpoint)
        # Compressed, a range would count other bytes than those on disk.
        headers = build_hf_headers() | {"Accept-Encoding": "identity"}
        with self._told(model.repository, model.revision, file.path, partial.parent), partial.open("ab") as target:
            if target.tell() > file.size:
                target.truncate(0)
            for attempt in range(_ATTEMPTS):
                begun = target.seek(0, os.SEEK_END)
                try:
                    http_get(
                        url,
                        target,
                        resume_size=begun,
                        headers=headers,
                        expected_size=file.size,
                        displayed_filename=file.path,
                    )
                    return
                except httpx2.TransportError:
                    target.flush()
                    if attempt == _ATTEMPTS - 1 or target.seek(0, os.SEEK_END) == begun:
                        raise

    @contextmanager
    def _told(
        self, repository: str, revision: str, path: str | None = None, folder: Path | None = None
    ) -> Iterator[None]:
        import httpx2

        try:
            yield
        except httpx2.TransportError as error:
            what = f"{path} of {repository}" if path else repository
            raise ModelStoreError(
                f"{what}: the connection to {self.endpoint} broke ({error or type(error).__name__});"
                " run the command again, it goes on where it stopped"
            ) from error
        except OSError as error:
            raise ModelStoreError(self._explained(error, repository, revision, path, folder)) from error
        except (ValueError, KeyError, TypeError) as error:
            raise ModelStoreError(
                f"{self.endpoint} does not answer as a hub does ({type(error).__name__}: {error});"
                " check HF_ENDPOINT, and the proxy if there is one"
            ) from error

    def _explained(self, error: OSError, repository: str, revision: str, path: str | None, folder: Path | None) -> str:
        """What went wrong and what to do about it; every error of the hub's client is an OSError."""
        from huggingface_hub import errors

        page = f"{self.endpoint}/{repository}"
        what = f"{path} of {repository}" if path else repository
        if isinstance(error, errors.GatedRepoError):
            return (
                f"{repository} is gated: accept its licence at {page}, make a token that may read it at"
                f" {self.endpoint}/settings/tokens, and set HF_TOKEN to it"
            )
        if isinstance(error, errors.RepositoryNotFoundError):
            return (
                f"{self.endpoint} has no {repository}, or shows it to those only who may see it: if {page} opens"
                " when you are logged in, set HF_TOKEN to a token that may read it"
            )
        if isinstance(error, errors.RevisionNotFoundError):
            return f"{repository} has no revision {revision!r}; {page}/commits/main lists them"
        if isinstance(error, errors.RemoteEntryNotFoundError):
            return f"{repository} has no file {path} at revision {revision}"
        if isinstance(error, errors.OfflineModeIsEnabled):
            return "HF_HUB_OFFLINE is set, which forbids every call to the hub; unset it"
        if isinstance(error, errors.HfHubHTTPError):
            return _answered(error.response.status_code, self.endpoint, what)
        return _on_disk(error, what, folder)


def _answered(status: int, endpoint: str, what: str) -> str:
    if status == 401:
        return f"{endpoint} refuses the token for {what} (401); set HF_TOKEN to a valid one, or unset it"
    if status == 403:
        return f"the token may not read {what} (403); give it read access, or accept the licence of {what} first"
    return f"{endpoint} answered {status} for {what}; try again later"


def _on_disk(error: OSError, what: str, folder: Path | None) -> str:
    if folder is None or error.errno is None:
        return f"{what} did not come whole ({str(error).splitlines()[0]}); run the command again"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        free = shutil.disk_usage(folder).free
        return f"the disk is full: {what} does not fit into {folder}, where {free} bytes are free; what came is kept"
    return f"{what} can't be written to {folder}: {error.strerror or error}"
