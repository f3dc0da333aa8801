"""Which of two articles was first: by day, by whom they credit, by where they link to; often nothing tells."""

from __future__ import annotations

from functools import cache

from elchi.packs import load_catalogue
from elchi.script import fold
from elchi.stories.fingerprint import Fingerprint


def first_of(one: Fingerprint, other: Fingerprint) -> tuple[str | None, str]:
    """Return the id of the earlier of two articles and the reason in words, or (None, "") where nothing tells."""
    if one.day is not None and other.day is not None and one.day != other.day:
        return (one.id if one.day < other.day else other.id), "by day of publication"
    for early, late in ((one, other), (other, one)):
        if early.url and early.url in late.links:
            return early.id, f"{late.id} names its address"
    for early, late in ((one, other), (other, one)):
        outlet = outlet_of(early)
        if outlet and outlet in late.agencies and outlet != outlet_of(late):
            return early.id, f"{late.id} credits {load_catalogue().entities[outlet].label}"
    return None, ""


def outlet_of(article: Fingerprint) -> str:
    """Return the agency or outlet of the catalogue that published an article, or ""."""
    return _outlets().get(fold(article.source), "") if article.source else ""


def order_of(article: Fingerprint) -> tuple[int, str, str]:
    """Return what articles are sorted by: day (those without one last), then their words, then their id."""
    return (article.day if article.day is not None else 10**9, article.digest, article.id)


@cache
def _outlets() -> dict[str, str]:
    catalogue = load_catalogue()
    return {
        fold(name.text): name.entity
        for name in catalogue.names
        if catalogue.entities[name.entity].kind.value == "agency"
    }
