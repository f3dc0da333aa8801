"""elchi link, names, merge and split: what names mean, and what people judge of them, through the commands."""

import json

import pytest
from typer.testing import CliRunner

from elchi.cli import app

ARTICLES = [
    ("a1", "hi", "भारत के उप विदेश मंत्री रमाकांत श्रीवास्तव ने मंगलवार को ढाका में बांग्लादेश के विदेश सचिव से मुलाकात की।"),
    ("a2", "bn", "ভারতের উপপররাষ্ট্রমন্ত্রী রমাকান্ত শ্রীবাস্তব মঙ্গলবার ঢাকায় বাংলাদেশের পররাষ্ট্রসচিবের সঙ্গে বৈঠক করেন।"),
]  # fmt: skip


@pytest.fixture
def real(tmp_path, monkeypatch):
    """Run real commands, with the real reader, in an empty folder that has a record of two articles."""
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": name, "language": language, "text": text, "published": "2024-03-05"} for name, language, text in ARTICLES
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    def run(*arguments):
        done = CliRunner().invoke(app, list(arguments))
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    assert run("ingest", "a.jsonl", "-q").exit_code == 0
    return run


def listed(real):
    return json.loads(real("names", "--json").stdout)


def test_one_person_in_two_scripts_is_listed_once_with_the_reasons(real):
    answer = listed(real)
    (person,) = answer["persons"]
    assert {s["language"] for s in person["spellings"]} == {"hi", "bn"}
    assert len(person["ids"]) == 2
    assert {r["kind"] for r in answer["joined"][0]["reasons"]} == {"sound", "state", "office"}
    shown = real("names").stdout
    assert "Taken for one (1)" in shown
    assert "both of IND" in shown


def test_the_entity_is_found_by_either_spelling_and_shows_both(real):
    for name in ("रमाकांत श्रीवास्तव", "রমাকান্ত শ্রীবাস্তব"):
        answer = json.loads(real("entity", name, "--json").stdout)
        assert {n["script"] for n in answer["names"]} == {"Devanagari", "Bengali"}
        assert all(n["first"] == "2024-03-05" for n in answer["names"])


def test_split_and_merge_are_kept_through_another_reading(real, tmp_path):
    first, second = listed(real)["joined"][0]["first"], listed(real)["joined"][0]["second"]
    assert real("split", first, second, "--reason", "two men", "--author", "ann").exit_code == 0
    assert len(listed(real)["persons"]) == 2
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "a3", "text": ARTICLES[0][2] + " ", "published": "2024-03-07"}))
    assert real("ingest", "b.jsonl", "-q").exit_code == 0
    assert len(listed(real)["persons"]) == 2
    told = json.loads(real("merge", first, second, "--author", "ann", "--json").stdout)
    assert told["kind"] == "same_entity"
    assert len(listed(real)["persons"]) == 1


def test_merging_with_the_catalogue_gives_its_name(real):
    person = listed(real)["persons"][0]["entity"]
    assert real("merge", person, "sergey-lavrov").exit_code == 0
    assert listed(real)["persons"] == []
    answer = json.loads(real("entity", "sergey-lavrov", "--json").stdout)
    assert any("रमाकांत" in n["text"] for n in answer["names"])
    assert any("रमाकांत" in p for p in [real("timeline", "Лавров").stdout])


def test_a_spelling_is_taken_away_and_given_back(real):
    person = listed(real)["persons"][0]["entity"]
    before = json.loads(real("entity", person, "--json").stdout)["names"]
    assert real("split", "रमाकांत श्रीवास्तव", person).exit_code == 0
    after = json.loads(real("entity", person, "--json").stdout)["names"]
    assert {n["text"] for n in before} - {n["text"] for n in after} == {"रमाकांत श्रीवास्तव"}
    assert real("merge", "रमाकांत श्रीवास्तव", person).exit_code == 0
    assert json.loads(real("entity", person, "--json").stdout)["names"] == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("merge", "sergey-lavrov", "narendra-modi"), "both in the catalogue"),
        (("merge", "sergey-lavrov", "Лавров"), "already one"),
        (("split", "sergey-lavrov", "sergey-lavrov"), "the same id"),
        (("merge", "India", "sergey-lavrov"), "only persons"),
        (("merge", "nobody at all", "sergey-lavrov"), "names no entity"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(real, arguments, told):
    done = real(*arguments)
    assert done.exit_code == 1
    assert told in done.stderr


def test_link_answers_every_name_in_order(real):
    links = json.loads(real("link", "টোকায়েভ", "राजेश कुमार", "Индией", "--json").stdout)["links"]
    assert [one["entity"] for one in links] == ["kassym-jomart-tokayev", None, "IND"]
    assert links[1]["refusal"]


def test_link_explains_itself_as_a_waterfall(real):
    shown = real("link", "Singh", "--office", "foreign_minister", "--state", "India", "--on", "2005-04-12", "--explain")
    assert "Singh → Natwar Singh" in shown.stdout
    assert "foreign_minister of IND on 2005-04-12" in shown.stdout
    assert "│" in shown.stdout
    assert "in all: score" in shown.stdout


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--kind", "planet"), "is no kind"),
        (("--state", "Atlantis"), "names no state"),
        (("--office", "minister_of_foreign"), "did you mean"),
    ],
)
def test_link_says_what_an_option_may_be(real, option, told):
    done = real("link", "Modi", *option)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())


def test_link_exits_with_3_when_asked_to(real):
    assert real("link", "राजेश कुमार", "--fail-empty").exit_code == 3
    assert real("link", "Modi", "--fail-empty").exit_code == 0


def test_a_name_with_an_ending_names_a_dyad(real):
    assert real("pair", "Индией", "Бангладеша").exit_code == 0
