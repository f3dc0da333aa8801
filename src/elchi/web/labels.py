"""English words for the terms of an answer, marked for translation; a term that is not here is shown as it is."""

from __future__ import annotations


def _m(text: str) -> str:
    """Mark a text for the catalogues."""
    return text


_WORDS = {
    # status of a claim, and what to take care of
    "planned": _m("planned"), "intended": _m("intended"), "hypothetical": _m("hypothetical"), "denied": _m("denied"),
    "past": _m("past"), "ongoing": _m("ongoing"), "weak": _m("weak reading"),
    "parties inferred": _m("parties inferred"), "background": _m("look back"), "virtual": _m("by video"),
    # kinds of entities
    "state": _m("state"), "organisation": _m("organisation"), "group": _m("group"), "person": _m("person"),
    "place": _m("place"), "agency": _m("outlet or agency"), "body": _m("body"), "document": _m("document"),
    "kinds state": _m("states"), "kinds organisation": _m("organisations"), "kinds group": _m("groups of states"),
    # kinds of claims
    "event": _m("event"), "statement": _m("statement"), "quote": _m("quote"),
    # standings in an organisation
    "member_of": _m("member"), "observer_of": _m("observer"), "dialogue_partner_of": _m("dialogue partner"),
    "chairs": _m("chair"), "perhaps": _m("perhaps"), "perhaps instead": _m("perhaps instead"),
    "named as such later only": _m("named as such later only"), "earlier standings": _m("earlier standings"),
    # what is promised, and how far it has come
    "promise visit": _m("visit"), "promise meeting": _m("meeting"), "promise agreement": _m("agreement"),
    "promise aid": _m("aid"), "promise target": _m("target"), "promise project": _m("project"),
    "promise pledge": _m("pledge"),
    "stage intended": _m("intended"), "stage proposed": _m("proposed"), "stage invited": _m("invited"),
    "stage agreed": _m("agreed"), "stage planned": _m("planned"), "stage signed": _m("signed"),
    "stage ratified": _m("ratified"), "stage in_force": _m("in force"),
    "stage being_implemented": _m("being implemented"), "stage held": _m("held"), "stage delivered": _m("delivered"),
    "stage called_off": _m("called off"),
    # kinds and states of conflicts
    "conflict slot": _m("two holders of one place"), "conflict value": _m("two values"),
    "conflict date": _m("two days"), "conflict place": _m("two places"),
    "conflict count": _m("a count against a list"), "conflict arithmetic": _m("a duration against a date"),
    "conflict reference": _m("reference data against a claim"),
    "conflict translation": _m("a translation that changed a figure"),
    "conflict reading": _m("two readings of one sentence"),
    "open": _m("open"), "explained": _m("explained"), "settled": _m("settled"),
    # how articles of a story stand to each other
    "original": _m("the earliest"), "copy": _m("copy"), "translation": _m("translation"), "excerpt": _m("excerpt"),
    "independent": _m("told independently"),
    # lanes of a timeline
    "lane talks": _m("Talks and visits"), "lane agreement": _m("Agreement"), "lane deeds": _m("Deeds together"),
    "lane demands": _m("Demands, blame"), "lane pressure": _m("Pressure, force"), "lane state": _m("What holds"),
    # what a search is narrowed by
    "facet kind": _m("Kind"), "facet type": _m("Type"), "facet language": _m("Language"), "facet year": _m("Year"),
    "facet entity": _m("Who"), "facet source": _m("Outlet"),
    # how parties met, and what a place is
    "mode visit": _m("visit"), "mode meet": _m("meeting"), "mode summit": _m("summit"),
    "mode multilateral": _m("conference"), "mode mediate": _m("mediation"),
    "region": _m("region"), "building": _m("building"),
    # what was judged
    "judged confirm_claim": _m("accepted"), "judged reject_claim": _m("rejected"),
    "judged correct_claim": _m("corrected"), "judged settle_conflict": _m("conflict explained"),
    "judged same_claims": _m("one thing"), "judged apart_claims": _m("two things"), "judged undo": _m("took back"),
    "judged same_entity": _m("one person"), "judged different_entities": _m("two persons"),
    "judged not_this_entity": _m("not this person's name"), "judged forget": _m("forgotten"),
    # what a correction sets
    "field type": _m("Type"), "field mode": _m("Mode"), "field status": _m("Status"), "field date": _m("Date"),
    "field place": _m("Place"), "field value": _m("Value, as JSON"), "field valid.from": _m("Since"),
    "field valid.to": _m("Until"), "field actor": _m("Who acts"), "field recipient": _m("Towards whom"),
    "field party": _m("Parties"), "field subject": _m("Of whom it holds"), "field object": _m("With respect to whom"),
    "field host": _m("Host"), "field about": _m("About"), "field founder": _m("Founders"),
    "field speaker": _m("Who speaks"), "field addressee": _m("To whom"),
    # how a party was found
    "named": _m("named"), "title": _m("by its title"), "pronoun": _m("by a pronoun"),
    "both_sides": _m("as one of both sides"), "speaker": _m("as the speaker"), "home_state": _m("as the home state"),
    "discourse": _m("from the text before"),
}  # fmt: skip


def shown(term: str) -> str:
    """Return the English words for a term."""
    return _WORDS.get(term, term.replace("_", " "))
