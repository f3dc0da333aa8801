"""TimelineJS and Markdown: words stay words, whatever an article holds."""

import json
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hostile import any_rows, party, row
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from elchi.export import event_lines, markdown, timelinejs
from elchi.export.formats import Layout, Options, text_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

FOLDER = files("elchi") / "data" / "schema"
EVENT, CLAIM = (json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8")) for name in ("event", "claim"))
SCHEMA = Draft202012Validator(EVENT, registry=Registry().with_resource(CLAIM["$id"], Resource.from_contents(CLAIM)))
IND, KAZ = party("IND", label="India"), party("KAZ", label="Kazakhstan")


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - as the base class calls it
        self.found.add(tag)


@any_rows
def test_a_timeline_is_json_with_no_tags_but_its_own(events):
    left_out = LeftOut()
    slides = json.loads("".join(timelinejs.lines(events, left_out)))["events"]
    assert len(slides) + left_out.total() == len(events)
    for slide in slides:
        page = Tags()
        page.feed(slide["text"]["headline"] + slide["text"]["text"])
        assert page.found <= {"blockquote", "p"}
        assert slide["start_date"]["year"] >= 1


@pytest.mark.parametrize(("span", "shown"), [
    (DateSpan.year(2017), {"year": 2017}), (DateSpan.month(2017, 6), {"year": 2017, "month": 6}),
])  # fmt: skip
def test_a_slide_is_as_exact_as_its_date(span, shown):
    (slide,) = json.loads("".join(timelinejs.lines([row(IND, KAZ, date=span)], LeftOut())))["events"]
    assert slide["start_date"] == shown


def test_markdown_shows_marks_as_they_are():
    text = "".join(markdown.lines([row(IND, KAZ, status="planned", text="*a* [x](y) <b> `c`\n# d", frame="meet")]))
    assert "> “\\*a\\* \\[x\\](y) \\<b\\> \\`c\\` \\# d”" in text
    assert "- **2024-08-20** India will meet Kazakhstan *[planned]* (1 report)" in text


@any_rows
def test_a_line_of_markdown_begins_with_a_mark_of_ours(events):
    text = "".join(markdown.lines(events))
    text.encode("utf-8")
    assert all(line[:4] in {"", "# Wh", "- **", "  > "} for line in text.split("\n"))


@any_rows
def test_lines_of_occurrences_are_json(events):
    rows = [json.loads(line) for line in "".join(event_lines.lines(events)).splitlines()]
    assert [row["id"] for row in rows] == [event.id for event in events]
    for told in rows:
        SCHEMA.validate(told)


@pytest.mark.parametrize("layout", sorted(set(Layout) - {Layout.PARQUET, Layout.BUNDLE}))
def test_every_format_yields_piece_by_piece(layout):
    taken = 0

    def events():
        nonlocal taken
        for number in range(50):
            taken += 1
            yield row(IND, KAZ, id=f"{number:020}", status="planned")

    chunks = text_of(layout, events(), Options(), LeftOut())
    for _ in range(3):
        next(chunks, None)
    whole = {Layout.GRAPHML, Layout.GEXF, Layout.QUICKSTATEMENTS}  # graphs are sums; nothing here is confirmed
    assert taken < 50 or layout in whole
