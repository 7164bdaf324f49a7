"""One redis-server for the tests of jobs, and each store as a fixture."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.stores.redis_link import open_redis
from tests.redis_server import RedisServer, redis_server
from tests.unit.jobs.stores import Kept, in_redis, in_sqlite


@pytest.fixture(scope="session")
def jobs_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A server that the tests of this folder flush at will."""
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture(params=["sqlite", "redis"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """Each store in turn."""
    if request.param == "sqlite":
        made = in_sqlite(tmp_path)
        yield made
        made.store.close()
    else:
        server = request.getfixturevalue("jobs_redis")
        with closing(open_redis(server, timeout_seconds=30.0)) as client:
            yield in_redis(client)
