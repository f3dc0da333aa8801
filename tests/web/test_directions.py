"""Words of articles bear their language and their direction, Urdu from right to left among them."""

import pytest
from making import METHOD, claim, party
from markup import parse

from elchi.model import Article
from elchi.pipeline import reconcile_record
from elchi.record import Record
from elchi.web import create_app, fetch

URDU = "بھارت نے قازقستان سے ملاقات کی"
TITLE = "آستانہ میں ملاقات"


class Read:
    """A reading in Urdu, made by hand: no pack reads it yet."""

    def __init__(self):
        self.article = Article(
            "ur-1",
            f"{URDU}۔",
            title=TITLE,
            language="ur",
            published="2022-09-17",
            source="روزنامہ",
            url="https://example.org/ur",
        )
        made = claim(
            party("IND", mention=(0, 5)), party("KAZ", mention=(9, 17)), document="ur-1", day="2022-09-16",
            text=URDU, language="ur", published="2022-09-17", source="روزنامہ",
            place={"entity": "astana", "label": "Astana", "country": "KAZ"},
        )  # fmt: skip
        self.claims, self.notes = (made,), ()


@pytest.fixture(scope="module")
def urdu(tmp_path_factory, names):
    with Record.open(tmp_path_factory.mktemp("urdu") / "urdu.db", create=True) as opened:
        read = Read()
        opened.add(read, METHOD)
        reconcile_record(opened)
        pages = create_app(opened, names, sql=True)
        yield lambda address: fetch(pages, address), read.claims[0].claim


def around(node, words, found=()):
    """The elements about some words, outermost first."""
    for child in node.children:
        if isinstance(child, str):
            if words in child:
                yield found
        else:
            yield from around(child, words, (*found, child))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/pair/IND/KAZ",
        "/entity/IND",
        "/entity/KAZ",
        "/timeline/IND",
        "/claim/{}",
        "/event/{}",
        "/map",
        "/search?q=ملاقات",
        "/search?q=IND",
    ],
)
def test_urdu_words_stand_from_right_to_left_with_their_language(urdu, address):
    get, claim_id = urdu
    page = get(address.format(claim_id))
    assert page.status == 200
    tree = parse(page.text)
    (body,) = tree.all("main")
    shown = list(around(body, "قازقستان"))
    assert shown or address.startswith("/entity"), "the sentence is on the page"
    for elements in shown:
        tagged = [e for e in elements if "lang" in e.attributes]
        assert tagged[-1].attributes["lang"] == "ur"
        assert [e for e in elements if "dir" in e.attributes][-1].attributes["dir"] == "rtl"


def test_a_headline_of_an_event_stands_in_its_own_direction(urdu):
    get, claim_id = urdu
    for elements in around(parse(get(f"/event/{claim_id}").text), TITLE):
        assert [e for e in elements if "dir" in e.attributes][-1].attributes["dir"] == "rtl"


def test_cells_of_sql_have_their_direction(urdu):
    get, _ = urdu
    tree = parse(get("/sql?q=SELECT title FROM v_articles WHERE language = 'ur'").text)
    (words,) = [bdi for bdi in tree.all("bdi") if bdi.text == TITLE]
    assert words.attributes["dir"] == "rtl"
