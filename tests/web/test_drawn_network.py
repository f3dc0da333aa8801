"""Who with whom: ties by year, places that never move, names that do not lie over each other."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.query import NetworkAnswer, NetworkEdge, NetworkNode
from elchi.web.layout import places
from elchi.web.network import HEIGHT, MOST_PARTIES, MOST_TIES, WIDTH, network

graphs = st.tuples(st.integers(1, 25), st.sets(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40))


def tie(a, b, events=1, year="2024", tense=0):
    roots = {"CONSULT": events - tense, "ACCUSE": tense}
    return NetworkEdge(a, b, roots, {year: events})


def answer(ties):
    """Ties with the parties in them, the busiest first, as `query.network` gives them."""
    busy = Counter()
    for one in ties:
        busy.update({one.source: one.occurrences, one.target: one.occurrences})
    nodes = [NetworkNode(name, name, "state", count) for name, count in busy.most_common()]
    return NetworkAnswer(None, None, ("state",), (), tuple(nodes), tuple(ties))


@settings(max_examples=20, deadline=None)
@given(graphs)
def test_every_party_has_a_place_in_the_box_and_the_same_on_every_run(graph):
    count, edges = graph
    springs = {(a % count, b % count): 1.0 for a, b in edges if a % count < b % count}
    found = places(count, springs, 800, 500)
    assert found == places(count, springs, 800, 500)
    assert len(found) == count
    assert all(0 <= x <= 800 and 0 <= y <= 500 for x, y in found)


def test_parties_that_have_to_do_with_each_other_stand_nearer():
    at = places(6, {(0, 1): 2.0, (2, 3): 2.0, (4, 5): 2.0}, 600, 600)

    def apart(a, b):
        return ((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5

    assert max(apart(0, 1), apart(2, 3), apart(4, 5)) < min(apart(0, 2), apart(1, 4), apart(3, 5))


def test_the_picture_of_one_year_keeps_every_place():
    ties = [tie("A", "B", 5), tie("B", "C", 2, "2023"), tie("C", "A")]
    whole, one = network(answer(ties), None), network(answer(ties), "2023")
    assert whole.nodes == one.nodes
    assert [edge.on for edge in whole.edges] == [True, True, True]
    assert [edge.on for edge in one.edges] == [False, True, False]


def test_names_never_lie_over_each_other_and_the_busiest_has_its_name():
    ties = [tie(f"Party {n}", f"Party {m}", 60 - n) for n in range(30) for m in (n + 1, n + 7)]
    drawn = network(answer(ties), None)
    assert drawn.nodes[0].named
    boxes = [(n.x - len(n.short) * 3.2, n.y + n.radius + 2, len(n.short) * 6.4) for n in drawn.nodes if n.named]
    inner = [b for b in boxes if b[0] > 0 and b[0] + b[2] < WIDTH]
    for place, (x, y, width) in enumerate(inner):
        for other_x, other_y, other_width in inner[place + 1 :]:
            assert x + width <= other_x or other_x + other_width <= x or abs(y - other_y) >= 15
    assert all(0 <= n.x <= WIDTH and 0 <= n.y <= HEIGHT for n in drawn.nodes)


def test_of_very_many_parties_the_busiest_are_drawn_and_the_rest_counted():
    ties = [tie("hub", f"p{n}", 1) for n in range(MOST_PARTIES + 20)]
    drawn = network(answer(ties), None)
    assert len(drawn.nodes) == MOST_PARTIES
    assert drawn.left_out == 21
    assert network(answer([]), None) is None


@pytest.mark.parametrize(("tense", "look"), [(0, False), (2, False), (3, True)])
def test_a_tie_is_tense_when_most_of_its_events_are(tense, look):
    assert network(answer([tie("A", "B", 4, tense=tense)]), None).edges[0].tense is look


def test_of_very_many_ties_the_first_that_is_the_strongest_are_drawn():
    ties = [tie(f"p{n}", f"p{m}", 9) for n in range(45) for m in range(n)]
    assert len(ties) > MOST_TIES
    drawn = network(answer([tie("p0", "p1", 50), *ties[1:]]), None)
    assert len(drawn.edges) == MOST_TIES
    assert drawn.edges[0].title.endswith(": 50")
