"""What reading gives for good input."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from elchi.errors import FormatError, ReadError
from elchi.model import Article
from elchi.read import ReadOptions, read_articles


def one(path, options=None):
    (found,) = read_articles([path], options)
    assert isinstance(found, Article), found
    return found


def piped(monkeypatch, raw):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))


def test_a_text_file_is_one_article_headline_and_newlines_included(tmp_path):
    (tmp_path / "news.txt").write_bytes("शीर्षक\r\n\r\nभारत ने कहा।\n".encode())
    article = one(tmp_path / "news.txt")
    assert (article.id, article.text, article.title) == ("news.txt", "शीर्षक\r\n\r\nभारत ने कहा।\n", None)


def test_a_byte_order_mark_is_dropped(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + "ভারত".encode())
    assert one(tmp_path / "a.txt").text == "ভারত"


def test_options_fill_the_gaps_of_a_bare_file(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    article = one(tmp_path / "a.txt", ReadOptions("2024-08-20", "BBC", "hi", "https://e.org/1"))
    assert (article.published, article.source, article.language) == ("2024-08-20", "BBC", "hi")
    assert article.id == article.url == "https://e.org/1"


def test_a_json_line_keeps_what_it_says_and_what_nobody_knows(tmp_path):
    row = {"id": "a1", "text": "x", "title": "T", "published": "2024-08-20T09:00:00+05:30", "place": "Delhi", "n": 3}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n")
    article = one(tmp_path / "a.jsonl", ReadOptions(published="1999-01-01", source="BBC"))
    assert (article.id, article.title, article.published) == ("a1", "T", "2024-08-20T09:00:00+05:30")
    assert article.source == "BBC"
    assert dict(article.metadata) == {"place": "Delhi", "n": 3}


@pytest.mark.parametrize(
    ("row", "document"),
    [
        ({"text": "x", "id": "mine", "url": "https://e.org"}, "mine"),
        ({"text": "x", "url": "https://e.org"}, "https://e.org"),
        ({"text": "x"}, "a.jsonl:2"),
        ({"text": "x", "id": 17}, "17"),
    ],
)
def test_a_json_line_is_named_by_id_else_url_else_file_and_line(tmp_path, row, document):
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps(row))
    assert one(tmp_path / "a.jsonl").id == document


def test_a_folder_is_read_in_sorted_order_and_hidden_files_are_left_out(tmp_path):
    for name in ("b.txt", "a/z.TXT", "a/b.jsonl", ".hidden.txt", ".git/x.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "x"}')
    notices = []
    found = list(read_articles([tmp_path], None, notices.append))
    assert [a.id for a in found] == ["b.txt", "a/b.jsonl:1", "a/z.TXT"]
    assert "1 × .md" in notices[0]


def test_two_files_of_one_name_are_two_documents(tmp_path):
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "news.txt").write_text(day)
    found = read_articles([tmp_path / "monday" / "news.txt", tmp_path / "tuesday" / "news.txt"])
    assert [a.id for a in found] == ["news.txt", "tuesday/news.txt"]


def test_a_table_beside_the_files_says_what_they_do_not(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "articles.csv").write_text('file,published,source,language,url\na.txt,2024-08-20,"BBC, Hindi",hi,\n')
    for given in (tmp_path, tmp_path / "a.txt"):
        article = one(given, ReadOptions(published="1999-01-01", language="bn"))
        assert (article.published, article.source, article.language) == ("2024-08-20", "BBC, Hindi", "hi")


def test_the_table_nearest_to_a_file_goes_before_those_above(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("x")
    (tmp_path / "articles.csv").write_text("file,source,language\ndeep/a.txt,far,hi\n")
    (tmp_path / "deep" / "articles.csv").write_text("file,source\na.txt,near\n")
    article = one(tmp_path)
    assert (article.source, article.language) == ("near", "hi")


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b' \n\n{"text": "x"}\n{"text": "y", "id": "b"}\n', ["stdin:3", "b"]),
        (b'\xef\xbb\xbf{"text": "x"}', ["stdin:1"]),
        ("भारत".encode(), ["stdin"]),
    ],
)
def test_standard_input_is_json_lines_when_it_begins_with_a_brace(monkeypatch, raw, ids):
    piped(monkeypatch, raw)
    assert [a.id for a in read_articles(["-"])] == ids


def test_a_json_article_is_given_before_the_next_line_is_asked_for(monkeypatch):
    class Slow(io.BytesIO):
        asked = 0

        def readline(self, size=-1):
            self.asked += 1
            return super().readline(size)

    stream = Slow(b'{"text": "x"}\n{"text": "y"}\n')
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    assert next(read_articles(["-"])).text == "x"
    assert stream.asked == 1


def test_one_url_is_not_given_to_two_articles(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n{"text": "z", "url": "https://e.org/z"}\n')
    found = list(read_articles([tmp_path / "a.jsonl"], ReadOptions(url="https://e.org/1")))
    assert [type(item) for item in found] == [Article, FormatError, Article]


@pytest.mark.parametrize(
    ("name", "value"), [("published", "20 August"), ("published", "2024-13-01"), ("language", "Hindi")]
)
def test_an_option_in_another_form_is_refused_before_anything_is_read(name, value):
    with pytest.raises(ReadError, match=f"--{name}"):
        ReadOptions(**{name: value})


def test_a_web_page_gives_its_text_title_and_day(tmp_path):
    trafilatura = pytest.importorskip("trafilatura")
    words = "<p>India and Kazakhstan signed an agreement on energy in Astana on Tuesday, officials said there.</p>" * 3
    head = "<head><title>Energy pact</title><meta charset='utf-8'></head>"
    page = f"<html>{head}<body><article>{words}</article></body></html>"
    (tmp_path / "page.html").write_text(page)
    article = one(tmp_path / "page.html", ReadOptions(published="2024-08-20"))
    assert "signed an agreement" in article.text
    assert (article.title, article.published) == ("Energy pact", "2024-08-20")
    assert article.metadata["extractor_version"] == trafilatura.__version__
