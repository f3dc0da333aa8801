"""Acts in a language whose verb stands between subject and object, with prepositions: English."""

import pytest
from telling import sides, tell, who

DIRECTED = [
    ("Peru accused Chile of spying.", "ACCUSE", "PER", "CHL"),
    ("Chile was accused by Peru of spying.", "ACCUSE", "PER", "CHL"),
    ("Peru has repeatedly accused Chile of spying.", "ACCUSE", "PER", "CHL"),
    ("Peru called on Chile to return the documents.", "REQUEST", "PER", "CHL"),
    ("Peru imposed new sanctions on Chile.", "SANCTION", "PER", "CHL"),
    ("New sanctions were imposed on Chile by Peru.", "SANCTION", "PER", "CHL"),
    ("Peru's president will visit Chile next month.", "visit", "PER", "CHL"),
    ("The president of Peru arrived in Santiago on Monday.", "visit", "PER", "CHL"),
    ("Peru sent doctors to help Chile.", "AID", "PER", "CHL"),
    ("Peruvian air strikes on Chile went on.", "ASSAULT", "PER", "CHL"),
    ("Peru, which borders Brazil, thanked Chile.", "SUPPORT", "PER", "CHL"),
    ("Peru met Brazil and thanked Chile.", "SUPPORT", "PER", "CHL"),
    ("Peru rejected an offer of talks from Chile.", "REJECT", "PER", "CHL"),
    ("Brazil said Peru had expelled two diplomats of Chile.", "SANCTION", "PER", "CHL"),
    ("Peru had expelled two diplomats of Chile, Brazil said.", "SANCTION", "PER", "CHL"),
    ("Peru's foreign minister said Chile must leave the island.", "REQUEST", "PER", "CHL"),
]
TOGETHER = [
    ("Peru and Chile held talks in Quito.", {"PER", "CHL"}),
    ("Talks between Peru and Chile were held in Quito.", {"PER", "CHL"}),
    ("Peru held talks with Chile and Brazil.", {"PER", "CHL", "BRA"}),
    ("Ministers of Peru met their counterparts from Chile.", {"PER", "CHL"}),
    ("After meeting the Chilean president in Quito, the Peruvian president flew home.", {"PER", "CHL"}),
]


@pytest.mark.parametrize(("text", "act", "actor", "recipient"), DIRECTED)
def test_who_acts_towards_whom_is_told_by_order_voice_and_prepositions(text, act, actor, recipient):
    event = tell(text, "en").event(act)
    assert who(event, "actor") == {actor}
    assert who(event, "recipient") == {recipient}


@pytest.mark.parametrize(("text", "parties"), TOGETHER)
def test_sides_that_meet_are_alike(text, parties):
    assert sides(tell(text, "en").event("CONSULT")) == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru signed a treaty with Chile.", "past"),
        ("Peru will sign a treaty with Chile.", "planned"),
        ("Peru wants to sign a treaty with Chile.", "intended"),
        ("Peru could sign a treaty with Chile.", "hypothetical"),
        ("Peru did not sign a treaty with Chile.", "denied"),
        ("Peru is expected to sign a treaty with Chile.", "planned"),
        ("If Peru signs a treaty with Chile, prices will fall.", "hypothetical"),
    ],
)
def test_helping_verbs_before_the_verb_tell_the_status(text, status):
    assert tell(text, "en").event("SUPPORT").status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "They told us that they may march on Sunday.",
        "Who will aid us?",
        "The turkey was served with rice from the jordan.",
        "He opened a can of china tea.",
    ],
)
def test_words_without_a_capital_are_no_names(text):
    assert tell(text, "en").events == []


@pytest.mark.parametrize(
    "text", ["Peru refused to sign a treaty with Chile.", "Peru declined to sign a treaty with Chile."]
)
def test_a_refusal_is_no_signing(text):
    told = tell(text, "en")
    assert told.event("REJECT")
    assert not [e for e in told.events if e.type == "SUPPORT"]
