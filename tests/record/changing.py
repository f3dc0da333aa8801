"""Things that are done to a record, made up by chance: readings, corrections of names, reports, judgements."""

from __future__ import annotations

from making import METHOD, claim, party, reading, statement
from resolving import resolve

from elchi.model.persons import Joined, Meaning
from elchi.pipeline import reconcile_record

STATES = ("IND", "KAZ", "RUS", "CHN", "UZB")
PERSONS = ("kareem", "karim", "modi")
NAMES = ("भारत", "ভারত", "India", "Kareem", "Karim Khan")


def a_reading(chance, document, text):
    """Make a reading of a document up: events of two, a statement, a quote."""
    said = []
    for _ in range(chance.randrange(4)):
        one, other = chance.sample(STATES, 2)
        parties = [party(one, "actor", mention=place(chance, text)), party(other, "recipient")]
        if chance.random() < 0.5:
            parties.append(party(chance.choice(PERSONS), "actor", kind="person", mention=place(chance, text)))
        kind = chance.choice(["event", "event", "statement", "quote"])
        about = {"status": chance.choice(["past", "denied", "planned"]), "day": day(chance)} if kind == "event" else {}
        told = {"event": "CONSULT", "statement": "trade_volume", "quote": "quote"}[kind]
        said.append(
            claim(*parties, document=document, kind=kind, type=told, mode="", text=text, **{"status": "past"} | about)
        )
    if chance.random() < 0.3:
        member = party(chance.choice(STATES), "subject")
        said.append(
            statement("member_of", member, party("SCO", "object", "organisation"), document=document, text=text)
        )
    published = chance.choice([None, day(chance)])
    return reading(text, document, said, published=published)


def place(chance, text):
    name = chance.choice(NAMES)
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 else None


def day(chance):
    return f"20{chance.randrange(18, 24)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"


def step(record, chance, documents):
    """Do one thing to a record."""
    what = chance.choice(["add", "add", "add", "again", "forget", "join", "report", "judge", "resolve", "resolve"])
    if what in {"add", "again"}:
        document = chance.choice(documents)
        text = " ".join(chance.sample(NAMES, 3)) + (f" {document}" if what == "add" else " again")
        record.add(a_reading(chance, document, text), chance.choice([METHOD, "elchi@later"]))
    elif what == "forget":
        record.forget(chance.choice(documents), "ann", "asked")
    elif what == "join":
        means = [Meaning("kareem", "karim", "Karim")] * chance.randrange(2)
        means += [Meaning("modi", "narendra-modi", "Narendra Modi", chance.choice(["", "Kareem"]))] * chance.randrange(
            2
        )
        record.write_joined(Joined(tuple(means)))
    elif what == "report":
        record.set_reports([(name, "s", chance.choice(documents[:2])) for name in documents if chance.random() < 0.7])
    elif what == "judge":
        found = [stored.claim.claim for stored in record.claims()]
        if found:
            kind = chance.choice(["reject_claim", "confirm_claim"])
            record.add_judgement(kind, {"claim": chance.choice(found)}, "ann", "so it is")
    else:
        reconcile_record(record, resolve=resolve)
