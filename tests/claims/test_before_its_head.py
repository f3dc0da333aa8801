"""A past form before the party that it describes: the guest who came is the subject, whoever else acts."""

import pytest
from telling import tell, who

CAME = [
    ("भारत दौरे पर आए नेपाल के विदेश मंत्री ने प्रधानमंत्री नरेंद्र मोदी से मुलाकात की।", "NPL", "IND"),
    ("सम्मेलन में भाग लेने टोक्यो आए वियतनाम के प्रधानमंत्री ने जापान के प्रधानमंत्री से भेंट की।", "VNM", "JPN"),
    ("चीन के राष्ट्रपति ने बीजिंग यात्रा पर आए लाओस के राष्ट्रपति से बातचीत की।", "LAO", "CHN"),
]


@pytest.mark.parametrize(("text", "guest", "host"), CAME)
def test_who_came_is_the_party_behind_the_verb(text, guest, host):
    event = tell(text, "hi").event("visit")
    assert (who(event, "actor"), who(event, "recipient")) == ({guest}, {host})


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The leaders of Kenya and Rwanda met in Kigali. They pledged to fight smuggling.", {"KEN", "RWA"}),
        ("The presidents of Chile, Peru and Brazil met. The leaders agreed to build a road.", {"CHL", "PER", "BRA"}),
    ],
)  # fmt: skip
def test_those_who_met_agree(text, sides):
    assert who(tell(text, "en").event("AGREE"), "party") == sides


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Spain condemned Russian missile strikes on Ukraine.", "ESP", "RUS"),
        ("Oman denounced the Israeli invasion of Lebanon.", "OMN", "ISR"),
    ],
)
def test_who_condemns_an_attack_has_not_made_it(text, accuser, accused):
    told = tell(text, "en")
    event = told.event("ACCUSE")
    assert (who(event, "actor"), who(event, "recipient")) == ({accuser}, {accused})
    assert all(accuser not in who(e, "actor") for e in told.events if e.type != "ACCUSE")
