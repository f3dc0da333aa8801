"""elchi review: judging by command and by key, undoing, the log, and what exports leave out."""

import json

import pytest
from making import METHOD, claim, party, reading, statement
from test_schemas import check

from elchi import pipeline
from elchi.cli import decisions, review
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
MET, PRAISED, MEMBER, LATER, *_PLACES = (made.claim for made in CLAIMS)


@pytest.fixture
def record(elchi, tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for document in ("a1", "a2"):
            told = [made for made in CLAIMS if (made.document == "a2") == (document == "a2")]
            opened.add(reading(f"IND met KAZ {document}", document, told, published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)

    def run(*arguments, piped=None):
        done = elchi(*arguments, piped=piped)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return run


def log(record):
    return json.loads(record("review", "log", "--json").stdout)["judgements"]


def conflict_id(record):
    (clash,) = json.loads(record("review", "--json").stdout)["conflicts"]
    return clash["conflict"]


def test_the_queue_is_what_its_schema_says_and_tells_claims_and_conflicts(record):
    answer = json.loads(record("review", "--json").stdout)
    check("review", answer)
    assert {one["claim"] for one in answer["doubtful"]} == {made.claim for made in CLAIMS}
    scores = [one["score"] for one in answer["doubtful"]]
    assert scores == sorted(scores, reverse=True)
    shown = record("review").stdout
    assert "Open conflicts (1)" in shown
    assert "“IND praised UZB”" in shown


@pytest.mark.parametrize(
    ("arguments", "kind", "words"),
    [
        (("confirm", MET), "confirm_claim", "confirmed"), (("reject", MET, PRAISED), "reject_claim", "rejected"),
        (("correct", MET, "--set", "status=planned"), "correct_claim", "corrected"),
        (("same", MET, LATER), "same_claims", "one thing"), (("apart", MET, LATER), "apart_claims", "two things"),
    ],
)  # fmt: skip
def test_each_verb_keeps_a_judgement_and_says_so(record, arguments, kind, words):
    verb, *rest = arguments
    done = record("review", verb, *rest, "--author", "ann", "--reason", "seen")
    assert done.exit_code == 0
    assert words in done.stdout
    assert "by ann" in done.stdout
    assert {(j["kind"], j["author"], j["reason"]) for j in log(record)} == {(kind, "ann", "seen")}


def test_what_a_verb_prints_as_json_is_what_its_schema_says(record):
    explained = ("settle", conflict_id(record), "--because", "a misprint")
    for arguments in (("reject", MET, "--reason", "misread"), ("undo", "1"), explained):
        check("judgements", json.loads(record("review", *arguments, "--json").stdout))
    check("judgements", json.loads(record("review", "log", "--json").stdout))


def test_a_judged_claim_leaves_the_queue_and_comes_back_when_undone(record):
    def queue():
        return {one["claim"] for one in json.loads(record("review", "--json").stdout)["doubtful"]}

    before = queue()
    record("review", "reject", MET, "--reason", "misread")
    assert before - queue() == {MET}
    record("review", "undo", "1")
    assert queue() == before
    assert [j["reversed"] for j in log(record)] == [True, False]


def test_rejecting_and_undoing_leaves_every_answer_as_it_was(record):
    asked = [("pair", "IND", "KAZ"), ("timeline", "IND"), ("network",), ("search", "met", "--exact"), ("review",)]
    before = [record(*question, "--json").stdout for question in asked]
    record("review", "reject", MET, "--reason", "misread")
    assert [record(*question, "--json").stdout for question in asked] != before
    record("review", "undo", "1")
    assert [record(*question, "--json").stdout for question in asked] == before


def test_a_correction_shows_in_answers_and_goes_by_the_codebook(record):
    told = [f"--set={field}" for field in ("recipient=KAZ", "status=planned", "date=2025-05")]
    record("review", "correct", PRAISED, *told, "--reason", "so it says")
    told = json.loads(record("network", "--json").stdout)
    (edge,) = [e for e in told["edges"] if e["target"] == "KAZ" and "2025" in e["years"]]
    assert edge["roots"]["AGREE"] == 1  # what is planned is an agreement to do it
    assert all("UZB" not in {e["source"], e["target"]} for e in told["edges"])


def test_exports_tell_what_was_corrected_and_explain_what_was_read(record):
    record("review", "correct", MET, "--set", "status=denied", "--reason", "not")

    def status(*arguments):
        lines = record(*arguments).stdout
        rows = map(json.loads, lines.splitlines()) if arguments[0] == "export" else json.loads(lines)["claims"]
        return next(row["status"] for row in rows if row["claim"] == MET)

    assert status("export") == status("export", "--pair", "IND", "KAZ") == "denied"
    assert status("explain", MET, "--json") == "past"


def test_a_conflict_is_settled_with_its_explanation(record):
    id_ = conflict_id(record)
    assert record("review", "settle", id_[:8], "--because", "a misprint", "--author", "ann").exit_code == 0
    assert json.loads(record("review", "--json").stdout)["conflicts"] == []
    (made,) = log(record)
    assert (made["about"]["conflict"], made["reason"]) == (id_, "a misprint")


def test_exports_leave_rejected_claims_out_unless_they_are_asked_for(record):
    def exported(*more):
        return {json.loads(line)["claim"] for line in record("export", *more).stdout.splitlines()}

    record("review", "reject", MET, "--reason", "misread")
    assert MET not in exported()
    assert MET in exported("--with-rejected")
    for question in (("--pair", "IND", "KAZ"), ("--entity", "IND")):
        assert MET not in exported(*question)
        assert MET in exported(*question, "--with-rejected")


def test_quickstatements_hold_what_was_confirmed_in_the_record(record, tmp_path):
    items = tmp_path / "items.tsv"
    items.write_text("IND\tQ668\nSCO\tQ485207\n")
    asked = ("export", "--format", "quickstatements", "--items", items)
    assert "nobody has confirmed" in record(*asked).stderr
    record("review", "confirm", MEMBER)
    assert "whose article has no address" in record(*asked).stderr


def test_a_merge_of_names_is_undone_by_its_number(record, tmp_path):
    with Record.open(tmp_path / "elchi.db") as opened:
        made = [claim(party(name, kind="person"), IND, text=name, document=name) for name in ("anna-a", "anna-b")]
        for one in made:
            opened.add(reading(one.document, one.document, [one]), METHOD)
    record("merge", "anna-a", "anna-b")
    with Record.open(tmp_path / "elchi.db") as opened:
        assert opened.joined().meanings
    record("review", "undo", "1")
    with Record.open(tmp_path / "elchi.db") as opened:
        assert opened.joined().meanings == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("confirm", "ffffffff"), "no claim"), (("reject", ""), "no claim"), (("undo", "9"), "no judgement 9"),
        (("correct", MET, "--set", "status"), "no FIELD=WORDS"), (("correct", MET, "--set", "colour=red"), "no field"),
        (("correct", MET, "--set", "status=maybe"), "no status"), (("correct", MET, "--set", "type=WAR"), "no type"),
        (("correct", MET, "--set", "mode=sing"), "has no mode"), (("correct", MET, "--set", "date=May"), "is no year"),
        (("correct", MET, "--set", "date=2024/2023"), "ends before"),
        (("correct", MET, "--set", "status=past"), "says that already"),
        (("correct", MET, "--set", "party=Atlantis"), "names nobody"),
        (("correct", MET, "--set", "party="), "has participants"), (("correct", MET, "--set", "value=5"), "an object"),
        (("correct", MET, "--set", 'participants=[{"role": "party"}]'), "shape of the claim format"),
        (("correct", MEMBER, "--set", "type=likes"), "no property"), (("settle", "f", "--because", "x"), "no conflict"),
        (("same", MET, MET), "the same claim"), (("same", MET, PRAISED), "other parties"),
        (("apart", MET, MEMBER), "other parties"),
    ],
)  # fmt: skip
def test_a_judgement_that_makes_no_sense_is_refused_and_nothing_is_kept(record, arguments, told):
    why = ("--reason", "seen") if arguments[0] in {"reject", "correct"} else ()
    done = record("review", *arguments, *why)
    assert done.exit_code == 1
    assert told in done.stderr
    assert log(record) == []


@pytest.mark.parametrize("arguments", [("reject", MET), ("correct", MET, "--set", "status=denied")])
def test_who_rejects_or_corrects_says_why(record, arguments):
    unsaid = record("review", *arguments)
    assert (unsaid.exit_code, "--reason" in unsaid.stderr) == (2, True)
    blank = record("review", *arguments, "--reason", "  ")
    assert (blank.exit_code, "say why" in blank.stderr) == (1, True)
    assert log(record) == []


def test_an_explanation_explains(record):
    blank = record("review", "settle", conflict_id(record), "--because", " ")
    assert (blank.exit_code, "say why" in blank.stderr) == (1, True)


def test_a_judgement_is_undone_once(record):
    record("review", "reject", MET, "--reason", "misread")
    assert record("review", "undo", "1").exit_code == 0
    assert "taken back already" in record("review", "undo", "1").stderr
    assert record("review", "undo", "2").exit_code == 0  # which makes it hold again
    assert [j["reversed"] for j in log(record)] == [False, True, False]


def test_the_log_is_a_table_of_who_judged_what_and_why(record):
    assert "Nothing was judged yet" in record("review", "log").stdout
    record("review", "correct", MET, "--set", "status=denied", "--author", "ann", "--reason", "\x1b[1mbold")
    shown = record("review", "log").stdout
    assert "\tann\tcorrected (status)\t" in shown
    assert "\x1b" not in shown


def test_the_record_stands_after_the_verb(record):
    done = record("review", "--record", "other.db", "log")
    assert done.exit_code == 2
    assert "after the verb" in " ".join(done.stderr.split())


@pytest.fixture
def keys(record, monkeypatch):
    """Sit down on a terminal, press keys, and type what prompts ask for."""

    def sit(pressed, typed=()):
        waiting, lines = iter(pressed), iter(typed)
        monkeypatch.setattr("typer.getchar", lambda: next(waiting, "q"))
        monkeypatch.setattr("typer.prompt", lambda _: next(lines))
        monkeypatch.setattr(review, "on_a_terminal", lambda: True)
        return record("review", "--author", "ann").stdout

    return sit


def test_keys_judge_one_thing_after_the_other(record, keys):
    shown = keys("?eaersq", ["a misprint", "status=denied", "it says not", "another king"])
    assert "2 of 7" in shown
    assert "reject: it is misread" in shown
    assert [j["kind"] for j in log(record)] == ["settle_conflict", "confirm_claim", "correct_claim", "reject_claim"]
    assert "4 judgements kept" in shown


def test_undo_goes_back_to_what_was_judged_last(record, keys):
    shown = keys("sruuaq", ["misread"])
    assert shown.count("2 of 7") == 2
    assert "nothing was judged in this sitting" in shown
    assert [(j["kind"], j["reversed"]) for j in log(record)] == [
        ("reject_claim", True), ("undo", False), ("confirm_claim", False),
    ]  # fmt: skip


def test_what_makes_no_sense_is_asked_again(record, keys):
    shown = keys("aserq", ["status=maybe", "misread"])
    assert "a conflict is explained (e) or skipped (s)" in shown
    assert "is no status" in shown
    assert [j["kind"] for j in log(record)] == ["reject_claim"]


def test_who_has_no_login_name_says_who_judges(record, monkeypatch):
    def nobody():
        raise OSError("no username")

    monkeypatch.setattr(decisions.getpass, "getuser", nobody)
    done = record("review", "reject", MET, "--reason", "misread")
    assert done.exit_code == 2
    assert "--author" in done.stderr
