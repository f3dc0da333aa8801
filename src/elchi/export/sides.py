"""Who acts and towards whom, by sides: a state with the persons who act for it is one side.

Event data know a source and a target. Of parties that are all alike (a meeting, a treaty) the one told first is the
source; nothing follows from that, and the row says so by its type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from elchi.export.event_row import EventRow, PartyRow

_ENDS = {"event": ("actor", "recipient"), "statement": ("subject", "object"), "quote": ("speaker", "addressee")}
_ALIKE, _ELSE = ("party", "founder"), ("host", "speaker")


@dataclass(frozen=True, slots=True)
class Side:
    """A state, an organisation or a group with its persons, or a person without a state.

    Attributes:
        chief: the party that names the side: the state where it is named, else its first person.
        persons: those who act for it.
    """

    id: str
    chief: PartyRow
    persons: tuple[PartyRow, ...] = ()

    @property
    def state(self) -> str:
        """The state (ISO 3166-1 alpha-3); "" for an organisation, a group or a person without one."""
        return self.chief.state

    @property
    def names(self) -> tuple[str, ...]:
        """The labels of its persons, else its own."""
        return tuple(dict.fromkeys(p.label for p in self.persons)) or (self.chief.label,)

    @property
    def mentions(self) -> tuple[str, ...]:
        """The words that the sentence has for it."""
        return tuple(dict.fromkeys(p.mention for p in (self.chief, *self.persons) if p.mention))

    @property
    def sectors(self) -> tuple[str, ...]:
        """The PLOVER sectors of its parties, each once."""
        return tuple(dict.fromkeys(p.sector for p in (*self.persons, self.chief) if p.sector))

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices of its persons, each once."""
        return tuple(dict.fromkeys(p.office for p in self.persons if p.office))


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a row; `alike` where nobody acts on anybody, and the order says nothing."""

    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    alike: bool

    def dyads(self) -> Iterator[tuple[Side, Side]]:
        """Yield each ordered pair: every source with every target; of sides that are alike, each two both ways."""
        if self.alike:
            yield from permutations((*self.sources, *self.targets), 2)
            return
        yield from ((one, other) for one in self.sources for other in self.targets if one.id != other.id)


def sides_of(event: EventRow) -> Sides:
    """Return the sides of a row; `targets` is empty where one side stands alone."""
    acting, towards = (_sides(event.in_roles(role)) for role in _ENDS[event.kind])
    equals = _sides(event.in_roles(*_ALIKE))
    if acting or towards:
        return Sides(acting or equals, towards or (equals if acting else ()), alike=False)
    equals = equals or _sides(event.in_roles(*_ELSE))
    return Sides(equals[:1], equals[1:], alike=True)


def _sides(parties: Iterable[PartyRow]) -> tuple[Side, ...]:
    groups: dict[str, list[PartyRow]] = {}
    for party in parties:
        groups.setdefault(party.state or party.entity, []).append(party)
    return tuple(_side(id_, group) for id_, group in groups.items())


def _side(id_: str, group: Sequence[PartyRow]) -> Side:
    chief = next((p for p in group if p.entity == id_), group[0])
    persons = tuple(p for p in group if p.kind == "person")
    return Side(id_, chief, persons)
