"""Bad input: each is refused with file, line and remedy, and the rest is read."""

import json
import sys
import tracemalloc

import pytest

from elchi.errors import EmptyInputError, EncodingError, FormatError, ReadError
from elchi.model import Article
from elchi.read import MAX_BYTES, ReadOptions, read_articles

HINDI = "भारत और कज़ाख़स्तान के विदेश मंत्री दिल्ली में मिले।"


def error_of(path):
    (found,) = read_articles([path])
    assert isinstance(found, ReadError), found
    return found


@pytest.mark.parametrize(
    ("raw", "kind", "said"),
    [
        (b"", EmptyInputError, "empty"),
        (b" \n\t\r\n", EmptyInputError, "empty"),
        ("\u00a0\u2003\n".encode(), EmptyInputError, "empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0", EncodingError, "binary"),
        (f"{HINDI}\0".encode(), EncodingError, "NUL byte"),
        (HINDI.encode("utf-16"), EncodingError, "iconv -f UTF-16"),
        (HINDI.encode("utf-16-le"), EncodingError, "iconv -f UTF-16"),
        (HINDI.encode("utf-16-be"), EncodingError, "iconv -f UTF-16"),
        ("India and Kazakhstan met in a café – again".encode("windows-1252"), EncodingError, "iconv -f WINDOWS-1252"),
        ("café".encode("latin-1"), EncodingError, "iconv"),
        (bytes.fromhex("bbccd1dab320cbdbcda4c7"), EncodingError, "ISCII"),
        (HINDI.encode()[:-1], EncodingError, "cut off"),
        (b"\xed\xa0\x80 and more text", EncodingError, "not UTF-8"),
        (b"%PDF-1.7\n", EncodingError, "pdftotext"),
        (b"PK\x03\x04", EncodingError, "zip"),
        (b"\x1f\x8b\x08", EncodingError, "gunzip"),
    ],
)
def test_a_text_file_that_is_no_text_says_what_it_is(tmp_path, raw, kind, said):
    (tmp_path / "news.txt").write_bytes(raw)
    error = error_of(tmp_path / "news.txt")
    assert type(error) is kind
    assert error.document == "news.txt"
    assert said in str(error)


def test_the_message_names_the_line_of_the_first_bad_byte(tmp_path):
    (tmp_path / "news.txt").write_bytes(b"one\ntwo\ncaf\xe9 three\n")
    assert str(error_of(tmp_path / "news.txt")).startswith("news.txt:3: ")


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        (b'{"text": "x"', FormatError, "not valid JSON"),
        (b'{"text": NaN}', FormatError, "write null"),
        (b"[" * 200_000, FormatError, "not valid JSON"),
        (b'["text"]', FormatError, "a list, not a JSON object"),
        (b"null", FormatError, "null, not a JSON object"),
        (b'{"body": "x"}', FormatError, 'no "text"'),
        (b'{"text": null}', FormatError, 'no "text"'),
        (b'{"text": 5}', FormatError, "a number, not a string"),
        (b'{"text": ["x"]}', FormatError, "a list, not a string"),
        (b'{"text": "x", "published": 1724112000}', FormatError, "a number, not a string"),
        (b'{"text": "x", "published": "yesterday"}', FormatError, "ISO 8601"),
        (b'{"text": "x", "language": "Hindi"}', FormatError, "BCP 47"),
        (b'{"text": "a\\ud800b"}', FormatError, "lone surrogate"),
        (b'{"text": "x", "title": "\\udc00"}', FormatError, '"title" holds'),
        (b'{"text": "a\\u0000b"}', FormatError, "NUL character"),
        (b'{"text": " \\n\\u3000"}', EmptyInputError, '"text" is empty'),
        (b'{"text": "caf\xe9 noir"}', EncodingError, "not UTF-8"),
        (b'{"text": "a\0b"}', EncodingError, "NUL byte"),
    ],
)
def test_a_bad_line_is_reported_in_its_place_and_the_rest_is_read(tmp_path, line, kind, said):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "before"}\n' + line + b'\n{"text": "after"}\n')
    before, error, after = read_articles([tmp_path / "a.jsonl"])
    assert (before.text, after.text) == ("before", "after")
    assert type(error) is kind
    assert (error.document, error.line) == ("a.jsonl", 2)
    assert said in error.reason


def test_json_lines_in_utf_16_are_refused_once(tmp_path):
    (tmp_path / "a.jsonl").write_bytes((json.dumps({"text": "x"}) + "\n").encode("utf-16") * 20)
    assert "UTF-16" in error_of(tmp_path / "a.jsonl").reason


def test_a_line_of_50_mb_is_skipped_in_bounded_memory(tmp_path):
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "after"}\n')
    tracemalloc.start()
    error, after = read_articles([tmp_path / "a.jsonl"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.line == 1
    assert "longer than 10 MB" in error.reason
    assert after.text == "after"
    assert peak < 4 * MAX_BYTES


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_file_longer_than_the_limit_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"x" * 11_000_000)
    assert "split it" in error_of(tmp_path / name).reason


def test_an_empty_json_lines_file_is_reported(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n \n")
    assert type(error_of(tmp_path / "a.jsonl")) is EmptyInputError


def test_a_folder_without_articles_says_what_it_holds(tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    assert ".pdf" in error_of(tmp_path).reason


def test_a_path_that_does_not_exist_is_reported_and_the_next_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    error, article = read_articles([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert "no such file" in error.reason
    assert isinstance(article, Article)


@pytest.mark.parametrize(("name", "said"), [("a.docx", "'.docx'"), ("README", "without a suffix")])
def test_an_unknown_suffix_is_refused_with_those_that_are_known(tmp_path, name, said):
    (tmp_path / name).write_text("x")
    reason = error_of(tmp_path / name).reason
    assert said in reason
    assert ".jsonl" in reason


def test_a_device_is_no_article():
    assert "neither a file nor a folder" in error_of("/dev/null").reason


def test_a_web_page_without_the_extra_names_the_command_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text("<p>x</p>")
    assert 'pip install "elchi[html]"' in error_of(tmp_path / "a.html").reason


@pytest.mark.parametrize("raw", [b"", b"<html></html>", b"<html><body><p></p></body></html>"])
def test_a_web_page_without_an_article_is_reported(tmp_path, raw):
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_bytes(raw)
    assert type(error_of(tmp_path / "a.html")) is EmptyInputError


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,published\na.txt,2024-08-20\n", 'no column "file"'),
        ("file,day\na.txt,2024-08-20\n", "unknown column 'day'"),
        ("file,published\na.txt,2024-08-20,more\n", "expected 2 cells"),
        ('file,published\n"a.txt,2024-08-20\n', "not a CSV table"),
        ("file,published\na.txt,20 August\n", "ISO 8601"),
    ],
)
def test_a_broken_table_leaves_its_files_unread_instead_of_undated(tmp_path, table, said):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "articles.csv").write_text(table)
    found = list(read_articles([tmp_path]))
    assert not [item for item in found if isinstance(item, Article)]
    assert said in str(found[0])


def test_a_row_for_a_file_that_is_not_there_is_reported(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "articles.csv").write_text("file,source\na.txt,BBC\nb.txt,BBC\n")
    article, error = read_articles([tmp_path])
    assert article.source == "BBC"
    assert str(error).startswith(f"{tmp_path}/articles.csv:3: there is no file 'b.txt'")


def test_an_unreadable_name_still_gives_an_id_that_can_be_printed(tmp_path):
    path = tmp_path / "caf\udce9.txt"
    path.write_text("x")
    (article,) = read_articles([tmp_path], ReadOptions())
    assert article.id == "caf\\xe9.txt"
