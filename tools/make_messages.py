"""Bring the catalogues of the pages' words up to date with the templates: new texts come in, gone ones go out.

    python tools/make_messages.py          write src/elchi/web/messages/*.po
    python tools/make_messages.py bn       begin a catalogue for a new language

Translations are written into the `.po` files by hand; this keeps them, and lists what is still untranslated.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src/elchi/web"
FOLDER = WEB / "messages"
HEADER = "# Words of the pages. Texts come from tools/make_messages.py, translations are written here by hand.\n#"
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "_m": None}
_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}


def messages() -> Iterator[str | tuple[str, str]]:
    """Yield every text that a visitor may read, with its plural where it has one, in the order of the files."""
    sources = [(path, "jinja2.ext:babel_extract") for path in sorted((WEB / "templates").glob("*.html"))]
    for path, how in [*sources, (WEB / "labels.py", "python")]:
        with path.open("rb") as stream:
            for _line, text, _comments, _context in extract(how, stream, _KEYWORDS, (), _OPTIONS):
                yield (text[0], text[1]) if isinstance(text, tuple) else text


def updated(old: str) -> str:
    """Return a `.po` file with the texts of today and the translations that it has."""
    known = read_po(io.StringIO(old))
    fresh = Catalog(locale=known.locale, header_comment=HEADER, fuzzy=False)
    for text in messages():
        kept = known.get(text if isinstance(text, str) else text[0])
        fresh.add(text, kept.string if kept is not None else ())
    out = io.BytesIO()
    write_po(out, fresh, width=120, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = old.split("\n\n", 1)[0].strip() if old.strip() else ""
    return f"{head}\n\n{out.getvalue().decode('utf-8').strip()}\n"


def untranslated(text: str) -> list[str]:
    """Return the texts of a `.po` file without a translation."""
    found = []
    for message in read_po(io.StringIO(text)):
        forms = message.string if isinstance(message.string, tuple | list) else [message.string]
        if message.id and not all(forms):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def main() -> None:
    """Write every catalogue, and a new one where a language is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", nargs="?", help="a language that has no catalogue yet")
    asked = parser.parse_args()
    if asked.language:
        head = (
            f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {asked.language}\\n"\n"X-Name: {asked.language}\\n"\n'
            '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        )
        (FOLDER / f"{asked.language}.po").write_text(head, encoding="utf-8")
    for path in sorted(FOLDER.glob("*.po")):
        text = updated(path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
        missing = untranslated(text)
        print(f"{path.name}: {len(missing)} untranslated" + "".join(f"\n  {name}" for name in missing))


if __name__ == "__main__":
    main()
