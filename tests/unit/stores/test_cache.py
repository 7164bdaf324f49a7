import tracemalloc
from hashlib import sha256
from threading import Thread

import pytest

from service.stores.cache import CacheCounts, MemoryCache, TieredCache

ROOM = 1000


def _bytes_for(*values: bytes) -> int:
    """What a cache must be allowed for these values under keys of one letter."""
    cache = MemoryCache(max_bytes=1_000_000)
    for place, value in enumerate(values):
        cache.put(chr(ord("a") + place), value)
    return cache.counts()["memory"].stored_bytes


def test_what_was_put_is_got() -> None:
    """A value comes back under its key."""
    cache = MemoryCache(max_bytes=ROOM)
    cache.put("a", b"12345")
    assert cache.get("a") == b"12345"


def test_the_least_used_gives_way() -> None:
    """The bound is in bytes, and the entry that was longest unused goes."""
    cache = MemoryCache(max_bytes=_bytes_for(b"12345", b"12345"))
    cache.put("a", b"12345")
    cache.put("b", b"12345")
    cache.get("a")
    cache.put("c", b"12345")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (b"12345", None, b"12345")


def test_a_large_value_pushes_out_as_many_as_it_takes() -> None:
    """Room is made by bytes, not by entries."""
    cache = MemoryCache(max_bytes=_bytes_for(b"1", b"1", b"1"))
    for key in "abc":
        cache.put(key, b"1")
    cache.put("d", b"1" * 150)
    assert [key for key in "abcd" if cache.get(key)] == ["c", "d"]


def test_what_is_over_the_bound_is_not_kept() -> None:
    """A value larger than the whole cache is not kept, nor what stood under its key; the rest stays."""
    cache = MemoryCache(max_bytes=_bytes_for(b"1234", b"1234"))
    cache.put("a", b"1234")
    cache.put("b", b"1234")
    cache.put("b", b"1" * ROOM)
    assert (cache.get("a"), cache.get("b")) == (b"1234", None)


def test_a_value_put_twice_is_counted_once() -> None:
    """A newer value takes the place of the older one, and of its bytes."""
    cache = MemoryCache(max_bytes=ROOM)
    for value in (b"1" * 100, b"12345"):
        cache.put("a", value)
    assert (cache.get("a"), cache.counts()["memory"].stored_bytes) == (b"12345", _bytes_for(b"12345"))


def test_what_was_dropped_is_gone() -> None:
    """A dropped value leaves its room behind; dropping it again is nothing."""
    cache = MemoryCache(max_bytes=ROOM)
    cache.put("a", b"1")
    cache.drop("a")
    cache.drop("a")
    assert (cache.get("a"), cache.counts()["memory"].stored_bytes) == (None, 0)


def test_no_room_keeps_nothing() -> None:
    """A cache of zero bytes is switched off."""
    cache = MemoryCache(max_bytes=0)
    cache.put("a", b"")
    assert cache.get("a") is None


def test_hits_and_misses_are_counted() -> None:
    """The counts are those of calls to `get`."""
    cache = MemoryCache(max_bytes=ROOM)
    cache.put("a", b"1")
    for key in "aab":
        cache.get(key)
    assert cache.counts() == {"memory": CacheCounts(hits=2, misses=1, stored_bytes=_bytes_for(b"1"))}


@pytest.mark.parametrize("size", [1, 200, 3_000, 50_000])
def test_the_bound_is_what_the_process_pays(size: int) -> None:
    """With keys, tables and all, under churn, the memory taken stays within 1.3 times the bound, and near it."""
    bound = 1_000_000
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        cache = MemoryCache(max_bytes=bound)
        for number in range(3 * bound // size if size > 1000 else 12_000):
            cache.put(sha256(str(number).encode()).hexdigest(), b"x" * size)
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert 0.5 * bound < taken < 1.3 * bound


def test_many_threads_at_once_keep_the_books() -> None:
    """After any mix of calls from several threads the stored bytes are those of what is there."""
    cache = MemoryCache(max_bytes=_bytes_for(*[b"12345678"] * 10))

    def churn(first: int) -> None:
        for number in range(first, first + 400):
            cache.put(chr(97 + number % 20), b"12345678")
            cache.get(chr(97 + (number * 7) % 20))
            cache.drop(chr(97 + (number * 3) % 20))

    threads = [Thread(target=churn, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [chr(97 + number) for number in range(20) if cache.get(chr(97 + number))]
    assert cache.counts()["memory"].stored_bytes == _bytes_for(*[b"12345678"] * len(kept))


def test_memory_comes_before_the_shared_store() -> None:
    """What memory has is not asked for elsewhere."""
    memory, shared = MemoryCache(max_bytes=ROOM), MemoryCache(max_bytes=ROOM)
    TieredCache(memory, shared).put("a", b"1")
    assert (memory.get("a"), shared.get("a")) == (b"1", b"1")
    assert TieredCache(memory, shared).get("a") == b"1"
    assert shared.counts()["memory"].hits == 1


def test_what_only_others_had_is_copied_into_memory() -> None:
    """A hit of the shared store is a hit of memory the next time."""
    memory, shared = MemoryCache(max_bytes=ROOM), MemoryCache(max_bytes=ROOM)
    shared.put("a", b"1")
    tiered = TieredCache(memory, shared)
    assert (tiered.get("a"), memory.get("a"), tiered.get("b")) == (b"1", b"1", None)


def test_dropped_is_dropped_from_both() -> None:
    """Nothing comes back from behind."""
    tiered = TieredCache(MemoryCache(max_bytes=ROOM), MemoryCache(max_bytes=ROOM))
    tiered.put("a", b"1")
    tiered.drop("a")
    assert tiered.get("a") is None


def test_memory_has_no_problem() -> None:
    """Readiness has nothing to say about memory, and closing it is nothing."""
    tiered = TieredCache(MemoryCache(max_bytes=ROOM), MemoryCache(max_bytes=ROOM))
    assert tiered.problem() is None
    tiered.close()
