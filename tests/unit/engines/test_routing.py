from service.engines.routing import Edge, names, quality, routes, targets

EN_ES = Edge("en", "es", "en-es", 45.0)
EN_CA = Edge("en", "ca", "en-ca", 51.0)
ES_FR = Edge("es", "fr", "es-fr", 48.0)
CA_FR = Edge("ca", "fr", "ca-fr", 53.0)
ES_CA = Edge("es", "ca", "es-ca", 56.0)


def test_better_pivot_wins():
    """Of two ways of the same length the one with the higher measured quality is taken."""
    measured = {("en-es", "es-fr"): 47.8, ("en-ca", "ca-fr"): 49.2}
    found = routes([EN_ES, EN_CA, ES_FR, CA_FR], measured=measured)
    assert ("en-ca", "ca-fr") == names(found["en", "fr"])


def test_detour_may_beat_a_poor_direct_pair():
    """A direct pair is left for a pivot where the pivot is better by more than a hop costs."""
    direct = Edge("en", "fr", "en-fr", 40.0)
    found = routes([direct, EN_ES, ES_FR], measured={("en-es", "es-fr"): 47.0})
    assert ("en-es", "es-fr") == names(found["en", "fr"])


def test_hop_must_earn_its_cost():
    """A detour that gains less than a point is not taken."""
    found = routes([EN_CA, EN_ES, ES_CA], measured={("en-es", "es-ca"): 51.5})
    assert ("en-ca",) == names(found["en", "ca"])


def test_slow_pair_must_earn_its_time():
    """Between equal ways the one with less processor time is taken."""
    slow = Edge("ca", "fr", "slow", 48.0, 20.0)
    fast = Edge("ca", "fr", "fast", 48.0, 2.0)
    assert ("fast",) == names(routes([slow, fast])["ca", "fr"])


def test_hopeless_route_is_not_offered():
    """What measures under the floor can't be reached, though the pairs are there."""
    found = routes([EN_ES, ES_FR], measured={("en-es", "es-fr"): 25.0})
    assert [("en", "es"), ("es", "fr")] == list(found)


def test_no_way_back_to_where_it_began():
    """A route never passes a language twice."""
    found = routes([EN_ES, Edge("es", "en", "es-en", 49.0)], max_hops=3)
    assert [("en", "es"), ("es", "en")] == list(found)


def test_hops_are_bounded():
    """Three hops are only taken where they are allowed."""
    chain = [Edge(a, b, a + b, 60.0) for a, b in ("ab", "bc", "cd")]
    assert (False, True) == tuple(("a", "d") in routes(chain, max_hops=hops) for hops in (2, 3))


def test_estimate_is_the_weakest_edge_less_the_hops():
    """Without a measure the quality is the weakest edge, less five in a hundred a further hop."""
    assert 45.0 * 0.95 == quality((EN_ES, ES_FR))


def test_unmeasured_pair_gets_the_default():
    """A pair whose language no test set has is taken for a middling one."""
    assert 45.0 == quality((Edge("br", "fr", "br-fr"),))


def test_targets_are_sorted():
    """What can be reached is listed in a stable order."""
    found = routes([EN_ES, ES_FR, EN_CA])
    assert {"en": ("ca", "es", "fr"), "es": ("fr",)} == targets(found)


def test_preferred_route_is_taken_first():
    """A route that shares its hops with others is taken before a better one, and may be longer."""
    path = ("en-es", "es-ca", "ca-fr")
    found = routes([EN_ES, EN_CA, ES_CA, ES_FR, CA_FR], measured={path: 47.0}, preferred=[path, ("en-es", "gone")])
    assert path == names(found["en", "fr"])
