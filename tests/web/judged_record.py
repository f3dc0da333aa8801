"""A small record on which judgements are made: claims, a conflict, and two who tell one thing."""

from making import METHOD, claim, party, reading, statement

from elchi import pipeline
from elchi.record import Record

IND, KAZ = party("IND"), party("KAZ")
CLAIMS = [
    claim(IND, KAZ, text="IND met KAZ", day="2022-09-16", plover="CONSULT"),
    claim(party("IND", "actor"), party("UZB", "recipient"), text="IND praised UZB", start=20, day="2022-09-16",
          type="SUPPORT", mode="praise", plover="SUPPORT"),
    statement("member_of", party("IND", "subject"), party("SCO", "object", "organisation"), text="in SCO", start=50),
    claim(IND, KAZ, text="on the 18th", start=70, day="2022-09-18", plover="CONSULT"),
    claim(IND, KAZ, text="in Astana", start=90, day="2022-09-16", plover="CONSULT",
          place={"entity": "astana", "label": "Astana", "country": "KAZ"}),
    claim(IND, KAZ, text="in Delhi", document="a2", day="2022-09-16", plover="CONSULT",
          place={"entity": "delhi", "label": "Delhi", "country": "IND"}),
]  # fmt: skip
MET, PRAISED, MEMBER, LATER, ASTANA, DELHI = (made.claim for made in CLAIMS)


def make(place):
    """Make the record at `place`, closed again. Tests take a copy: `judged_place` of conftest.py."""
    with Record.open(place, create=True) as opened:
        for document in ("a1", "a2"):
            told = [made for made in CLAIMS if (made.document == "a2") == (document == "a2")]
            opened.add(reading(f"IND met KAZ {document}", document, told, published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)
    return place
