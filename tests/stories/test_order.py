"""The heaviest chain, against trying everything; clusters, against what they promise."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.stories.clusters import cluster, components
from elchi.stories.order import heaviest_chain

POINTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from([0.5, 1.0, 2.0])), max_size=8)
LOGITS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(6, 9)), st.sampled_from([-3.0, -1.0, 0.5, 2.0, 4.0]), max_size=12
)


def rises(points):
    return all(a[0] < b[0] and a[1] < b[1] for a, b in combinations(points, 2))


@given(POINTS)
def test_the_chain_is_the_heaviest_of_all_that_rise(points):
    ordered = sorted(points)
    tried = (some for size in range(len(ordered) + 1) for some in combinations(ordered, size))
    best = max(sum(w for _, _, w in some) for some in tried if rises(some))
    assert heaviest_chain(points) == pytest.approx(best)


@given(POINTS)
def test_the_chain_is_the_same_from_the_other_side(points):
    assert heaviest_chain([(b, a, w) for a, b, w in points]) == pytest.approx(heaviest_chain(points))


@given(LOGITS)
def test_clusters_do_not_overlap_and_hold_two_or_more(logits):
    groups = cluster(logits, -2.0)
    members = [number for group in groups for number in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)


@given(LOGITS, st.randoms())
def test_clusters_do_not_depend_on_the_order_of_pairs(logits, dice):
    mixed = list(logits.items())
    dice.shuffle(mixed)
    assert cluster(dict(mixed), -2.0) == cluster(logits, -2.0)


@given(LOGITS)
def test_no_two_clusters_are_left_whose_pairs_speak_for_each_other(logits):
    groups = cluster(logits, -2.0)
    for one, other in combinations(groups, 2):
        pairs = [logits.get((min(a, b), max(a, b)), -2.0) for a in one for b in other]
        assert sum(pairs) / len(pairs) <= 1e-9


def test_one_doubtful_pair_does_not_join_two_groups_that_are_apart():
    sure = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 0.5, (0, 2): -4.0, (0, 3): -4.0, (1, 3): -4.0}
    assert cluster(sure, -2.0) == [[0, 1], [2, 3]]


def test_components_are_what_pairs_connect():
    assert components([(1, 2), (2, 3), (5, 6)]) == [[1, 2, 3], [5, 6]]
