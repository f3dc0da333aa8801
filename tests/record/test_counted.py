"""Counts that are kept say what counting anew would say, whatever was added, read again, forgotten, joined, judged."""

import random
from collections import Counter

import pytest
from changing import PERSONS, STATES, a_reading, step
from making import METHOD, claim, party, reading
from resolving import resolve
from sqlalchemy import text, true

from elchi.errors import RecordError, SlowQuestionError
from elchi.pipeline import reconcile_record
from elchi.record import Dealings, Record, Subject, counted, counted_resolved, pair_key, schema, steps
from elchi.record import counted_schema as tables
from elchi.record import resolved_schema as resolved

FUTURE = "9999-12-30"  # what was known then is what is current: counted claim by claim


def rows(record, table):
    """Return the rows of a table of counts that count something, by their key."""
    with record._read() as connection:
        found = [tuple(row) for row in connection.execute(table.select()).all()]
    number = list(table.columns).index(counted._number(table))
    return sorted((repr(row) for row in found if row[number]), key=str)


def counted_anew(record):
    """Return what each table would say if it were counted now, without writing it."""
    with record._writer.connect() as connection, connection.begin() as undone:
        counted.recount(connection)
        counted_resolved.recount(connection)
        found = {}
        for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED):
            number = list(table.columns).index(counted._number(table))
            told = [tuple(row) for row in connection.execute(table.select()).all()]
            found[table.name] = sorted((repr(row) for row in told if row[number]), key=str)
        undone.rollback()
    return found


def support_anew(record):
    """Return reports and articles of each thing, counted from its claims."""
    reports, found = record.reports(), {}
    with record._read() as connection:
        for table in counted_resolved.SUPPORTED:
            linked = resolved.CLAIMS[table.name]
            question = (
                linked.join(schema.claim, schema.claim.c.key == linked.c.claim)
                .join(schema.article, schema.article.c.key == schema.claim.c.article).select()
            )  # fmt: skip
            for row in connection.execute(question).all():
                told = row._mapping
                found.setdefault((table.name, told[linked.c[table.name]]), set()).add(
                    (told[schema.article.c.document], told[schema.claim.c.known_from])
                )
    return {
        thing: (len({reports.get(d, d) for d, _ in told}), len({d for d, _ in told}), min(day for _, day in told))
        for thing, told in found.items()
    }


def support_kept(record):
    found = {}
    with record._read() as connection:
        for table in counted_resolved.SUPPORTED:
            for row in connection.execute(table.select()).all():
                known = row.known if table.name != "promise" else None
                found[table.name, row.id] = (row.reports, row.articles, known)
    return found


def check(record):
    anew = counted_anew(record)
    for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED):
        assert rows(record, table) == anew[table.name], table.name
    entities = {*STATES, *PERSONS, "SCO"}
    for entity in entities:
        assert sorted(map(repr, record.names(entity))) == sorted(map(repr, record.names(entity, FUTURE)))
        assert record.pairs(entity) == record.pairs(entity, FUTURE)
    told = [stored.claim for stored in record.claims()]
    assert record.counts().claims == len(told)
    assert {(k, t): n for k, t, n in record.counts().by_type} == Counter((c.kind.value, c.type) for c in told)
    assert record.activity() == record.activity(since="")
    assert record.dealings() == record.dealings(since="0001-01-02")
    assert record.dealings(since="2019-01-01", before="2022-01-01") == by_days(record, "2019-01-01", "2022-01-01")
    assert record.dealings(since="2019-05-02", before="2022-03-04") == by_days(record, "2019-05-02", "2022-03-04")
    anew = support_anew(record)
    for thing, (reports, articles, known) in support_kept(record).items():
        assert (reports, articles) == anew[thing][:2], thing
        assert known in {None, anew[thing][2]}, thing


def by_days(record, since, before):
    """Count the occurrences of a period one by one."""
    found = {}
    for one in record.occurrences(since=since, before=before):
        if one.status not in counted_resolved.SPENT:
            pair = next(key for key in all_pairs() if one.id in {o.id for o in record.occurrences_of_pair(key)})
            roots, years = found.setdefault(pair, (Counter(), Counter()))
            roots[one.plover] += 1
            years[one.date.start.isoformat()[:4]] += 1
    return {pair: Dealings(roots, years) for pair, (roots, years) in found.items()}


def all_pairs():
    return [pair_key(one, other) for n, one in enumerate(STATES) for other in STATES[n + 1 :]]


@pytest.mark.parametrize("seed", range(6))
def test_counts_that_are_kept_equal_a_recount_after_whatever_is_done(record, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    documents = [f"d{n}" for n in range(5)]
    for number in range(30):
        step(record, chance, documents)
        if number % 6 == 5:
            check(record)
    reconcile_record(record, resolve=resolve)
    check(record)


def test_a_name_is_as_old_as_the_articles_that_are_left(record):
    for document, published in (("d1", "2020-01-01"), ("d2", "2021-01-01"), ("d3", "2022-01-01")):
        told = claim(party("IND", mention=(0, 4)), party("KAZ"), document=document, text="भारत met")
        record.add(reading("भारत met", document, [told], published=published), METHOD)
    (name,) = record.names("IND")
    assert (name.count, name.first, name.last) == (3, "2020-01-01", "2022-01-01")
    record.forget("d3", "ann", "asked")
    (name,) = record.names("IND")
    assert (name.count, name.first, name.last) == (2, "2020-01-01", "2021-01-01")
    told = claim(party("IND", mention=(0, 5)), party("KAZ"), document="d1", text="भारतं met")
    record.add(reading("भारतं met", "d1", [told], published="2020-02-01"), METHOD)
    assert {(n.text, n.first, n.last) for n in record.names("IND")} == {
        ("भारत", "2021-01-01", "2021-01-01"), ("भारतं", "2020-02-01", "2020-02-01"),
    }  # fmt: skip


def test_no_name_stays_in_a_count_when_its_document_is_forgotten(record):
    told = claim(party("IND"), party("x-secret", "actor", kind="person", mention=(0, 6)), document="d1", text="Secret")
    record.add(reading("Secret", "d1", [told]), METHOD)
    record.forget("d1", "ann", "asked")
    with record._read() as connection:
        for table in tables.OF_CLAIMS:
            assert connection.execute(table.select().where(true())).all() == [], table.name


def test_a_quote_of_a_dyad_is_found_however_many_other_claims_are_newer(record):
    said = claim(party("IND"), party("KAZ"), document="d0", kind="quote", type="quote", mode="", day="2001-01-01")
    record.add(reading("A met B", "d0", [said]), METHOD)
    told = [claim(party("IND"), party("KAZ"), document="d1", day="2022-01-01", start=n) for n in range(1200)]
    record.add(reading("x" * 2000, "d1", told), METHOD)

    (found,) = record.quotes(Subject(pair="IND|KAZ"), limit=10)
    assert found.claim.claim == said.claim


def test_a_snapshot_shows_the_record_as_it_was_at_its_first_question(record):
    record.add(reading(), METHOD)
    with record.snapshot():
        before = record.counts()
        with record.snapshot():
            assert record.counts() == before
        record.add(reading(document="d2"), METHOD)
        assert record.counts() == before
    assert record.counts().claims == before.claims + 1


BEFORE_COUNTS = (
    *(f"DROP TABLE {table.name}" for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED)),
    "DROP INDEX standing_by_subject", "ALTER TABLE standing DROP COLUMN subject",
    "ALTER TABLE standing DROP COLUMN object",
    *(f"ALTER TABLE {name} DROP COLUMN shown" for name in ("occurrence", "standing")),
    "DROP INDEX claim_pair_of_quotes", "ALTER TABLE claim_pair DROP COLUMN quote",
    *(f"ALTER TABLE {name} DROP COLUMN {column}" for name in ("occurrence", "standing", "promise")
      for column in ("known", "reports", "articles") if (name, column) != ("promise", "known")),
    "DROP INDEX occurrence_by_status", "DROP INDEX promise_by_due",
    "CREATE INDEX promise_by_due ON promise (closed, due_latest)",
    "UPDATE meta SET value = '5' WHERE name = 'schema_version'",
)  # fmt: skip


def test_a_record_of_before_the_counts_is_counted_when_it_is_opened(place):
    chance = random.Random(7)  # noqa: S311 - no secret
    with Record.open(place, create=True) as record:
        for _ in range(20):
            step(record, chance, ["d0", "d1", "d2", "d3", "d4"])
        record.add(a_reading(chance, "d5", "भारत India Kareem"), METHOD)
        reconcile_record(record, resolve=resolve)
        kept = {table.name: rows(record, table) for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED)}
        support = support_kept(record)
        quotes = [s.claim.claim for key in all_pairs() for s in record.quotes(Subject(pair=key))]
        with record._writer.begin() as connection:
            for statement_ in BEFORE_COUNTS:
                connection.execute(text(statement_))
            if record.path is not None:
                connection.execute(text("PRAGMA user_version = 5"))
    with Record.open(place) as record:
        assert record.version == steps.migrations()[-1].number
        assert {table.name: rows(record, table) for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED)} == kept
        assert support_kept(record) == support
        assert quotes == [s.claim.claim for key in all_pairs() for s in record.quotes(Subject(pair=key))]
        check(record)


def test_a_reader_cannot_write(record):
    record.add(reading(), METHOD)
    reader = record.reader(1)
    assert reader.counts() == record.counts()
    with pytest.raises(RecordError):
        reader.add(reading(document="d2"), METHOD)
    assert record.counts().articles == 1


def test_the_mark_of_a_record_changes_with_whatever_is_written(record):
    marks = [record.changed()]
    record.add(reading(), METHOD)
    marks.append(record.changed())
    reconcile_record(record, resolve=resolve)
    marks.append(record.changed())
    record.add_judgement("confirm_claim", {"claim": next(record.claims()).claim.claim}, "ann", "so it is")
    marks.append(record.changed())
    assert len(set(marks)) == len(marks)
    assert record.changed() == marks[-1]


def test_a_question_is_stopped_when_its_time_is_over(record):
    record.add(reading(), METHOD)
    sqlite_ = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    endless = sqlite_ if record.path is not None else "SELECT pg_sleep(30)"

    def ask():
        with record.snapshot(seconds=0.2), record._read() as connection:
            connection.execute(text(endless))

    with pytest.raises(SlowQuestionError):
        ask()
    assert record.counts().articles == 1
