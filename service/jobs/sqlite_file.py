"""The file of jobs: opened when it is needed, one transaction at a time, and every error told as StoreUnavailable."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

import structlog

from service.errors import StoreUnavailable

log = structlog.get_logger(__name__)

VERSION = 1
# How long another process may hold the file before a call is given up.
_BUSY_SECONDS = 5.0

# `due` is of the steady clock of `boot`: of a job that waits, when it may begin; of one that runs, when its lease
# ends; of a finished one, before when it is not forgotten. The large columns stand last, so that a scan skips them.
_SCHEMA = f"""
CREATE TABLE jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT,
    status TEXT NOT NULL,
    created_at REAL NOT NULL,
    finished_at REAL,
    callback_url TEXT,
    done INTEGER NOT NULL DEFAULT 0,
    of INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0,
    cancel INTEGER NOT NULL DEFAULT 0,
    worker TEXT,
    boot TEXT NOT NULL,
    due REAL NOT NULL,
    request BLOB NOT NULL,
    result BLOB,
    problem BLOB
) STRICT;
CREATE INDEX jobs_open ON jobs (status, seq) WHERE status IN ('queued', 'running');
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;
CREATE TABLE keys (
    digest TEXT PRIMARY KEY,
    body_hash TEXT NOT NULL,
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX keys_of_job ON keys (job_id);
CREATE TABLE callbacks (
    job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    token TEXT NOT NULL DEFAULT '',
    boot TEXT NOT NULL,
    due REAL NOT NULL,
    why TEXT
) STRICT;
CREATE INDEX callbacks_pending ON callbacks (due) WHERE state = 'pending';
CREATE TABLE probe (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
INSERT INTO probe VALUES (0, 0);
PRAGMA user_version = {VERSION};
"""


class SqliteFile:
    """One connection to `path`, used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, outside of any transaction."""
        with self._lock, self._told():
            yield self._open()

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[sqlite3.Connection]:
        """A transaction that is committed at the end; `durable`: on the disk before that returns (fsync).

        One that is not durable is safe from the death of a process all the same, and lost only with the power.
        """
        with self._lock, self._told():
            connection = self._open()
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with suppress(sqlite3.Error):
                    connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            # A connection that met a full disk or a damaged page may be of no more use; a busy file is as it was.
            if not _busy(error):
                self.close()
            log.error("jobs_file_failed", error=type(error).__name__, why=_why(error))
            raise StoreUnavailable(f"jobs can't be kept or read now: {_why(error)}") from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            _create(self.path)
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                _prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection


def _create(path: Path) -> None:
    """The file holds article text: nobody but its owner reads it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Never opens a file that is there: closing it again would let go of the locks SQLite holds on it (POSIX).
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    if _version(connection) == 0:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have made the tables while this one waited for the file.
        if _version(connection) == 0:
            for statement in _SCHEMA.split(";\n"):
                connection.execute(statement)
        connection.execute("COMMIT")
    if (found := _version(connection)) != VERSION:
        raise sqlite3.NotSupportedError(
            f"jobs.sqlite3 has the form {found}, and this version of newsbriefs knows {VERSION};"
            " start the version that wrote it, or move the file away"
        )


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _why(error: Exception) -> str:
    """What may be told of it, without a path."""
    if isinstance(error, OSError):
        return f"the folder of NEWSBRIEFS_DATA can't be used: {error.strerror or type(error).__name__}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"jobs.sqlite3 in NEWSBRIEFS_DATA is damaged ({error}); move it away, or put a copy back"
    if code == sqlite3.SQLITE_FULL:
        return f"{error}; make room where NEWSBRIEFS_DATA is"
    return str(error)
