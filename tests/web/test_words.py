"""The words of the pages: catalogues are whole, plurals are the language's own, visitors get what they asked for."""

import importlib.util
import sys
from pathlib import Path

import pytest
import regex

from elchi.web import labels
from elchi.web.messages import language_of, languages, read_catalogue

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "elchi" / "web" / "messages"


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


make_messages = tool("make_messages")
each_catalogue = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda path: path.stem)


@each_catalogue
def test_a_catalogue_has_every_text_of_today_and_no_other(path):
    text = path.read_text("utf-8")
    assert make_messages.updated(text) == text, "run tools/make_messages.py"


@each_catalogue
def test_every_text_is_translated(path):
    assert not make_messages.untranslated(path.read_text("utf-8"))


@each_catalogue
def test_a_translation_fills_the_same_slots_as_its_text(path):
    for text, forms in read_catalogue(path.stem, path.read_text("utf-8")).texts.items():
        slots = set(regex.findall(r"%\(\w+\)s", text))
        assert all(set(regex.findall(r"%\(\w+\)s", form)) == slots for form in forms), text
        assert all("<" not in form for form in forms), text


@each_catalogue
def test_our_reader_reads_a_catalogue_as_babel_does(path):
    import io  # noqa: PLC0415

    from babel.messages.pofile import read_po  # noqa: PLC0415 - of the test set-up alone

    text = path.read_text("utf-8")
    theirs = {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        for message in read_po(io.StringIO(text))
        if message.id
    }
    ours = read_catalogue(path.stem, text).texts
    assert ours == {key: tuple(value) if isinstance(value, list | tuple) else (value,) for key, value in theirs.items()}


def test_a_plural_goes_by_the_rule_of_the_language():
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    days = 'msgid "%(count)s day"\nmsgid_plural "%(count)s days"\nmsgstr[0] "eins"\nmsgstr[1] "zwei"\n'
    few = read_catalogue("xx", head + days)
    assert [few.ngettext("%(count)s day", "%(count)s days", n) for n in (0, 1, 2)] == ["eins", "eins", "zwei"]
    assert few.ngettext("%(count)s cat", "%(count)s cats", 0) == "%(count)s cats"


def test_a_doubtful_translation_is_not_used():
    assert not read_catalogue("xx", '#, fuzzy\nmsgid "Open"\nmsgstr "Zu"\n').texts


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "code"),
    [
        ("bn", "hi", "hi", "bn"), (None, "hi", "bn", "hi"), (None, None, "bn-BD,hi;q=0.8", "bn"),
        (None, None, "fr,hi;q=0.5", "hi"),
        (None, None, "", "en"), ("xx", "yy", "zz", "en"), (None, None, "," * 5000, "en"),
    ],
)  # fmt: skip
def test_a_visitor_reads_the_language_asked_for_else_the_one_kept_else_the_browsers(asked, kept, accepted, code):
    assert language_of(asked, kept, accepted).code == code


def test_languages_bear_their_own_names():
    assert [messages.name for messages in languages().values()] == ["English", "বাংলা", "हिन्दी"]


def test_a_term_without_words_is_shown_as_it_is():
    assert labels.shown("member_of") == "member"
    assert labels.shown("some_new_term") == "some new term"
