from service.stores.cache import MemoryCache


def test_what_was_put_is_got() -> None:
    """An answer comes back under its id."""
    cache = MemoryCache(max_bytes=10)
    cache.put("a", b"12345")
    assert cache.get("a") == b"12345"


def test_the_least_used_gives_way() -> None:
    """The bound is in bytes, and the entry that was longest unused goes."""
    cache = MemoryCache(max_bytes=10)
    cache.put("a", b"12345")
    cache.put("b", b"12345")
    cache.get("a")
    cache.put("c", b"12345")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (b"12345", None, b"12345")


def test_what_is_over_the_bound_is_not_kept() -> None:
    """An answer larger than the whole cache is dropped, and the rest stays."""
    cache = MemoryCache(max_bytes=4)
    cache.put("a", b"1234")
    cache.put("b", b"12345")
    assert (cache.get("a"), cache.get("b")) == (b"1234", None)


def test_no_room_keeps_nothing() -> None:
    """A cache of zero bytes is switched off."""
    cache = MemoryCache(max_bytes=0)
    cache.put("a", b"1")
    assert cache.get("a") is None
