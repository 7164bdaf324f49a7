from service.jobs.callback_turns import Turn, Turns
from service.jobs.store import DueCallback


def _turn(host: str, number: int) -> Turn:
    return Turn(DueCallback(f"{host}{number}", f"http://{host}/", b"{}", 1, "t"), host, float(number))


def _turns(at_once: int = 3, per_host: int = 2, most_waiting: int = 4) -> Turns:
    return Turns(at_once=at_once, per_host=per_host, most_waiting=most_waiting)


def _begun(turns: Turns) -> list[str]:
    return [turn.due.job_id for turn in iter(turns.begin, None)]


def test_hosts_take_turns() -> None:
    """Two of the first, then the other's, for three run at once; what ends makes room for its own host again."""
    turns = _turns()
    first = _turn("a", 1)
    for turn in (first, _turn("a", 2), _turn("a", 3), _turn("b", 4)):
        assert turns.add(turn) is None
    assert ["a1", "b4", "a2"] == _begun(turns)
    assert (3, 1, True) == (turns.running, turns.waiting, turns.saturated)
    turns.end(first)
    assert ["a3"] == _begun(turns)


def test_the_longest_line_gives_way() -> None:
    """Where too many wait, the newest of the longest line leaves, whoever came last."""
    turns = _turns(most_waiting=3)
    for turn in (_turn("a", 1), _turn("a", 2), _turn("b", 3)):
        assert turns.add(turn) is None
    crowded_out = turns.add(_turn("b", 4))
    assert crowded_out is not None
    assert crowded_out.due.job_id in ("a2", "b4")
    assert 3 == turns.waiting


def test_what_waited_too_long_is_taken_out() -> None:
    """Its claim is about to lapse."""
    turns = _turns()
    for turn in (_turn("a", 1), _turn("b", 2), _turn("a", 3)):
        turns.add(turn)
    assert ["a1", "b2"] == [turn.due.job_id for turn in turns.stale(3.0)]
    assert ["a3"] == _begun(turns)
