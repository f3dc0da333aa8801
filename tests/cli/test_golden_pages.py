"""Pages of the sample corpus that were read line by line: what elchi prints of them today is what it shall print.

The answers are true to the claims, and the claims of these pages to their sentences.

`pytest --update-golden` writes `tests/golden_pages/` anew; the difference is read in review. Ids of claims are masked.
"""

from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

from elchi import cli

FOLDER = Path(__file__).parents[1] / "golden_pages"
PAGES = {
    "pair-IND-KAZ": ["pair", "IND", "KAZ"],
    "pair-IND-SCO": ["pair", "IND", "SCO"],
    "entity-SCO": ["entity", "SCO"],
    "entity-SCO-2010": ["entity", "SCO", "--on", "2010-01-01"],
    "pair-IND-KAZ-known-2015": ["pair", "IND", "KAZ", "--known", "2015-12-31"],
    "promises": ["promises", "--due", "--today", "2025-06-01"],
    "conflicts": ["conflicts"],
}
_ID = regex.compile(r"(?<= · )[0-9a-f]{8}(?= ·|$)", regex.MULTILINE)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    done = CliRunner().invoke(cli.app, ["demo", "--record", str(path), "--quiet"])
    assert done.exit_code == 0, done.output
    return path


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_was_read_line_by_line_is_printed_the_same(record, name, update_golden):
    done = CliRunner().invoke(cli.app, [*PAGES[name], "--record", str(record)])
    assert done.exit_code == 0, done.output
    shown = _ID.sub("········", done.stdout)
    golden = FOLDER / f"{name}.txt"
    if update_golden:
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
