"""The packaged data: whole, in NFC, and wide enough to read the news with."""

import json
import unicodedata
from collections import Counter

import pytest

from elchi.errors import LanguageError
from elchi.model import Article, ClaimKind, EntityKind, Status
from elchi.packs import data_folder, languages, load_catalogue, load_ontology_data, load_pack
from elchi.packs.language import NO_FRAME
from elchi.pipeline import read_claims

ROOTS = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
LANGUAGES = languages()


def tables():
    for folder in (
        "catalogue",
        "decision",
        "ontology",
        "script",
        "stories",
        *(f"languages/{code}" for code in LANGUAGES),
    ):
        for path in data_folder().joinpath(folder).iterdir():
            yield pytest.param(path, id=f"{folder}/{path.name}")


def rows(folder, name):
    lines = data_folder().joinpath(folder, name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_hindi_and_bengali_are_there():
    assert {"hi", "bn"} <= set(LANGUAGES)


def test_a_language_without_a_folder_is_an_error():
    with pytest.raises(LanguageError, match="no language pack for 'tlh'"):
        load_pack("tlh")


@pytest.mark.parametrize("path", list(tables()))
def test_every_file_is_utf_8_in_nfc_without_carriage_returns(path):
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pack_loads_and_has_words_of_each_kind(code):
    pack = load_pack(code)
    assert pack.code == code
    assert pack.verbs.forms
    assert pack.verb_triggers
    assert pack.verb_speech
    assert pack.boilerplate
    assert pack.name_parts
    assert pack.copulas <= pack.verbs.lemmas


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_at_least_400_triggers_for_all_roots(code):
    frames = load_ontology_data().frames
    triggers = rows(f"languages/{code}", "triggers.tsv")
    assert len(triggers) >= 400
    assert {row[2] for row in triggers} <= {*frames, NO_FRAME}
    assert {frames[row[2]].type for row in triggers if row[2] != NO_FRAME} == ROOTS


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_trigger_says_how_likely_it_is_and_whether_its_noun_may_stand_alone(code):
    for row in rows(f"languages/{code}", "triggers.tsv"):
        assert 0 < float(row[4]) <= 1, row
        assert row[5] in {"y", "n"}, row


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_frame_has_a_trigger(code):
    used = {row[2] for row in rows(f"languages/{code}", "triggers.tsv")}
    used |= {row[3] for row in rows(f"languages/{code}", "matrix.tsv")}
    assert set(load_ontology_data().frames) <= used


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_chain_tells_a_status_of_claims_or_none(code):
    statuses = {status.value for status in Status} | {"-"}
    assert {row[1] for row in rows(f"languages/{code}", "tam.tsv")} <= statuses
    assert {row[4] for row in rows(f"languages/{code}", "matrix.tsv")} <= statuses


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_are_of_known_offices_and_levels_of_partnership_are_known(code):
    offices = load_catalogue().offices
    assert {row[1] for row in rows(f"languages/{code}", "titles.tsv")} <= set(offices)
    levels = {
        row[2] for row in rows(f"languages/{code}", "statements.tsv") if row[1] in {"partnership", "partner", "ally"}
    }
    assert levels - {"-"} <= set(load_ontology_data().levels)


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_months_and_weekdays_have_names(code):
    assert {int(row[1]) for row in rows(f"languages/{code}", "months.tsv")} == set(range(1, 13))
    assert {int(row[1]) for row in rows(f"languages/{code}", "weekdays.tsv")} == set(range(1, 8))


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_known_up_to_ninety_nine(code):
    known = {float(row[2]) for row in rows(f"languages/{code}", "numbers.tsv") if row[1] == "cardinal"}
    assert set(range(100)) <= known
    scales = {float(row[2]) for row in rows(f"languages/{code}", "numbers.tsv") if row[1] == "scale"}
    assert {1e3, 1e5, 1e7, 1e6, 1e9} <= scales


def test_the_ontology_covers_all_roots_with_modes_of_the_claim_format():
    frames = load_ontology_data().frames.values()
    assert len(frames) >= 40
    assert {frame.type for frame in frames} == ROOTS
    written = data_folder().joinpath("../../../docs/reference/claims.md")
    if written.is_file():
        text = written.read_text(encoding="utf-8")
        own = {"PROTEST", "COERCE", "ASSAULT"}  # there the modes are PLOVER's
        assert {f.mode for f in frames if f.mode and f.type not in own and f"`{f.mode}`" not in text} == set()


def test_a_frame_has_a_cameo_code_and_a_goldstein_weight():
    for frame in load_ontology_data().frames.values():
        assert frame.cameo.isdigit(), frame
        assert -10 <= frame.score <= 10, frame


def test_a_plan_to_cooperate_is_agree_and_a_plan_to_attack_is_not():
    ontology = load_ontology_data()
    assert ontology.plover_root("CONSULT", "planned") == "AGREE"
    assert ontology.plover_root("CONSULT", "past") == "CONSULT"
    assert ontology.plover_root("ASSAULT", "planned") == "ASSAULT"


def test_every_state_of_the_un_is_there_with_names_in_each_language():
    catalogue = load_catalogue()
    members = {row[0] for row in rows("catalogue", "states.tsv") if row[2] == "member"}
    assert len(members) == 193
    for code in LANGUAGES:
        named = {name.entity for name in catalogue.names if name.language == code and name.kind in {"name", "short"}}
        assert members <= named


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_states_share_a_name(code):
    states = {e.id for e in load_catalogue().entities.values() if e.kind is EntityKind.STATE and e.subkind != "former"}
    owners = {
        (name.text, name.entity) for name in load_catalogue().names if name.language == code and name.entity in states
    }
    shared = {text for text, count in Counter(text for text, _ in owners).items() if count > 1}
    assert shared == set()


def test_there_are_organisations_and_office_holders_with_dates():
    catalogue = load_catalogue()
    assert sum(e.kind is EntityKind.ORGANISATION for e in catalogue.entities.values()) >= 80
    assert len({t.person for t in catalogue.terms if t.start}) >= 150


def test_a_term_of_office_ends_after_it_begins():
    assert [t for t in load_catalogue().terms if t.start and t.end and t.end[:4] < t.start[:4]] == []


def test_an_organ_belongs_to_an_organisation_that_is_there():
    entities = load_catalogue().entities
    assert [e.id for e in entities.values() if e.parent and e.parent not in entities] == []


def test_a_group_has_states_as_members():
    catalogue = load_catalogue()
    for group, members in catalogue.members.items():
        assert all(catalogue.entities[m].kind is EntityKind.STATE for m in members), group


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("भारत", "IND"),
        ("ভারত", "IND"),
        ("India", "IND"),
        ("ind", "IND"),
        ("রাশিয়া", "RUS"),
        ("संयुक्त राष्ट्र", "UN"),
        ("জাতিসংঘ", "UN"),
    ],
)
def test_a_name_in_any_script_finds_its_entity(name, entity):
    assert entity in {found.id for found in load_catalogue().find(name)}


@pytest.mark.parametrize("name", ["", "अटलांटिस", "Atlantis", "আটলান্টিস"])
def test_a_name_that_nobody_has_finds_nothing(name):
    assert load_catalogue().find(name) == []


@pytest.mark.parametrize(
    ("office", "body", "day", "person"),
    [
        ("prime_minister", "IND", "2016-01-01", "narendra-modi"),
        ("prime_minister", "IND", "2010-01-01", "manmohan-singh"),
        ("prime_minister", "IND", "1999-06-01", "atal-bihari-vajpayee"),
        ("president", "RUS", "2016-01-01", "vladimir-putin"),
        ("president", "KAZ", "2016-01-01", "nursultan-nazarbayev"),
        ("president", "KAZ", "2023-01-01", "kassym-jomart-tokayev"),
        ("president", "USA", "2012-01-01", "barack-obama"),
        ("prime_minister", "BGD", "2020-01-01", "sheikh-hasina"),
    ],
)
def test_who_held_an_office_on_a_day(office, body, day, person):
    assert {term.person for term in load_catalogue().holders(office, body, day)} == {person}


EXAMPLES = [
    pytest.param(code, json.loads(line), id=f"{code}-{number}")
    for code in LANGUAGES
    for number, line in enumerate(
        data_folder().joinpath("languages", code, "examples.jsonl").read_text(encoding="utf-8").splitlines(), 1
    )
    if line.strip()
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_an_example_names_types_of_the_ontology(code, example):
    ontology = load_ontology_data()
    for claim in example["claims"]:
        known = ROOTS if claim["kind"] == "event" else {*ontology.properties, "quote"}
        assert claim["type"] in known


@pytest.mark.parametrize(("code", "example"), [p for p in EXAMPLES if not p.values[1]["claims"]])
def test_an_example_of_nothing_tells_no_event(code, example):
    reading = read_claims(
        Article("a", example["text"], title=example.get("title"), language=code, published=example.get("published"))
    )
    assert [c.type for c in reading.claims if c.kind is ClaimKind.EVENT] == []
