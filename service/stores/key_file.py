"""The file of keys as the command line changes it: under a lock, whole or not at all, and for its owner's eyes."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from service.errors import ConfigError
from service.stores.keys import Key, dump, hash_of, load, new_id, new_secret


class KeyFile:
    """Keys in one file; every change raises ConfigError where it can't be made, and has then changed nothing."""

    def __init__(self, path: Path) -> None:
        # A link stays one: what it leads to is replaced, so that services which read through it see the change.
        self.path = path.resolve()

    def read(self) -> tuple[Key, ...]:
        """Every key, the oldest first; none where there is no file."""
        try:
            return load(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{self.path} can't be read ({type(error).__name__}); check who may read it") from error

    def add(self, name: str, *, rate: str | None, expires: datetime | None, scopes: Sequence[str]) -> tuple[Key, str]:
        """Make a key; gives what is kept, and the key itself, which is not."""
        with self._locked():
            keys = self.read()
            taken = next((key for key in keys if key.name == name and key.revoked is None), None)
            if taken is not None:
                raise ConfigError(
                    f"the name {name!r} is taken by key {taken.id}; take another, or revoke that key first"
                )
            secret = new_secret()
            key = Key(
                id=new_id(key.id for key in keys),
                name=name,
                sha256=hash_of(secret),
                created=_now(),
                expires=expires,
                rate=rate,
                scopes=tuple(scopes),
                revoked=None,
            )
            self._write([*keys, key])
        return key, f"nb_{key.id}_{secret}"

    def revoke(self, which: str) -> Key:
        """Revoke the key of this id, or the living one of this name; it stays in the file, and in the list."""
        with self._locked():
            keys = self.read()
            found = next((key for key in keys if which in (key.id, key.name) and key.revoked is None), None)
            if found is None:
                raise ConfigError(_not_there(which, keys))
            revoked = replace(found, revoked=_now())
            self._write([revoked if key is found else key for key in keys])
        return revoked

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.path.with_name(self.path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _write(self, keys: Sequence[Key]) -> None:
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            self._write_fresh(fresh, dump(keys))
            fresh.replace(self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            fresh.unlink(missing_ok=True)

    def _write_fresh(self, fresh: Path, text: str) -> None:
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            self._keep_owner(file.fileno())
            os.fsync(file.fileno())

    def _keep_owner(self, descriptor: int) -> None:
        """Written by root, the file belongs to whom it, or its folder, belonged: the service must still read it."""
        if os.geteuid() != 0:
            return
        model = (self.path if self.path.exists() else self.path.parent).stat()
        os.fchown(descriptor, model.st_uid, model.st_gid)

    def _unwritable(self, error: OSError) -> ConfigError:
        return ConfigError(
            f"{self.path} can't be written ({error.strerror}); run this where it can be, or set NEWSBRIEFS_KEYS_FILE"
        )


def _not_there(which: str, keys: Sequence[Key]) -> str:
    if any(which in (key.id, key.name) for key in keys):
        return f"{which!r} is revoked already"
    names = ", ".join(key.name for key in keys if key.revoked is None) or "none"
    return f"there is no key {which!r}; living keys: {names}"


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
