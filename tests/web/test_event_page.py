"""The page of one event: every report with its sentences marked, copies folded, and where it leads."""

import regex
from markup import parse

from elchi import query
from elchi.model import Article, Claim, ClaimKind, Evidence, Status
from elchi.web.evidence import excerpts


def test_every_sentence_is_marked_in_its_article_and_leads_to_its_claim(get, record, names, an_event):
    answer = query.event(record, an_event, names)
    tree = parse(get(f"/event/{an_event}").text)
    marked = {"".join(mark.text.split()) for mark in tree.all("mark")}
    for sentence in answer.event.backing.evidence:
        squeezed = "".join(sentence.text.split())
        assert any(squeezed in one or one in squeezed for one in marked), sentence.text
    links = {a.attributes["href"] for a in tree.all("a") if list(a.all("mark"))}
    assert {f"/claim/{claim}#evidence" for claim in answer.event.backing.claims} >= links
    assert len(links) > 1


def test_copies_and_translations_are_folded_under_their_report(get, record, names, an_event):
    (report,) = query.event(record, an_event, names).reports
    tree = parse(get(f"/event/{an_event}").text)
    (folded,) = (node for node in tree.all("details") if "translation" in node.text)
    assert report[1] in folded.text
    assert report[0] not in folded.text.replace(f"/story/{report[0]}", "")
    texts = [node for node in tree.all("div") if node.attributes.get("class") == "text"]
    assert {text.attributes["lang"] for text in texts} == {"hi", "bn"}


def test_the_address_by_a_claim_shows_the_same_event(get, record, names, an_event):
    lead = query.event(record, an_event, names).lead
    one, other = (regex.sub(r"/event/\w+\.\w+", "", get(f"/event/{name}").text) for name in (an_event, lead))
    assert one == other.replace(f"/event/{lead}?", f"/event/{an_event}?")
    assert f'href="/event/{lead}"' in one


def test_lines_of_dossier_timeline_and_overview_lead_to_the_event(get):
    for address in ("/", "/pair/BGD/IND", "/timeline/BGD", "/map"):
        links = {a.attributes["href"] for a in parse(get(address).text).all("a")}
        events = sorted(link for link in links if link.startswith("/event/"))
        assert len(events) > 5
        assert get(events[0]).status == 200


def test_the_place_of_an_event_leads_to_its_meetings(get, an_event):
    links = [a.attributes["href"] for a in parse(get(f"/event/{an_event}").text).all("a")]
    assert "/map?place=new-delhi" in links


def claim(*spans, field="text", text):
    return Claim(document="d", kind=ClaimKind.EVENT, type="CONSULT", status=Status.PAST, participants=(),
                 evidence=tuple(Evidence(field, a, b, text[a:b]) for a, b in spans), confidence=1.0, mode="meet",
                 method="x", language="en").identified()  # fmt: skip


def test_an_excerpt_keeps_some_words_about_a_sentence_and_never_cuts_one():
    words = " ".join(f"word{n}" for n in range(200))
    start = words.index("word100")
    (part,) = excerpts(Article("d", words), [claim((start, start + 7), text=words)])
    shown = "".join(piece.text for piece in part.pieces)
    assert (part.before, part.after) == (True, True)
    assert set(shown.split()) <= set(words.split())
    assert [piece.text for piece in part.pieces if piece.asked] == ["word100"]
    assert 150 < len(shown) < 400


def test_excerpts_that_meet_are_one_and_stop_at_the_ends_of_paragraphs():
    text = "first line\nshe came here. he went there.\nlast line"
    near = claim((11, 25), (26, 40), text=text)
    (part,) = excerpts(Article("d", text), [near])
    assert "".join(piece.text for piece in part.pieces) == "she came here. he went there."
    assert sum(piece.asked for piece in part.pieces) == 2


def test_an_endless_sentence_is_shown_in_part():
    text = "क" * 100_000
    (part,) = excerpts(Article("d", text), [claim((0, 100_000), text=text)])
    assert sum(len(piece.text) for piece in part.pieces) < 1000
