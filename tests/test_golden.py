"""Articles of the demo whose claims were read line by line: what elchi says of them today is what it shall say.

`tests/golden/<name>/` holds `article.json` and `claims.jsonl`. `pytest --update-golden` writes the claims anew; the
difference is read in review.
"""

import json
from pathlib import Path

import pytest

from elchi.model import Article, Claim
from elchi.pipeline import read_claims

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("golden/*/article.json"))
FIELDS = ("id", "text", "title", "language", "published", "source", "url")


def stable(claim: Claim) -> dict[str, object]:
    """What a claim says and where, without how sure elchi is and why."""
    row: dict[str, object] = {
        "kind": claim.kind.value,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status.value,
    }
    row["participants"] = sorted([p.role, p.entity] for p in claim.participants)
    spans = {"date": claim.date, "from": claim.valid_from, "to": claim.valid_to}
    row |= {name: [str(span.start), str(span.end)] for name, span in spans.items() if span is not None}
    row |= {"value": claim.value} if claim.value else {}
    row["evidence"] = [[e.field, e.start, e.end, e.text] for e in claim.evidence]
    return row


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_an_article_that_was_read_line_by_line_is_read_the_same(folder, update_golden):
    row = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    found = [stable(claim) for claim in read_claims(Article(**{name: row.get(name) for name in FIELDS})).claims]
    golden = folder / "claims.jsonl"
    if update_golden:
        golden.write_text("".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in found), encoding="utf-8")
    assert found == [json.loads(line) for line in golden.read_text(encoding="utf-8").splitlines()]


def test_there_are_golden_articles_in_each_language():
    names = [folder.name for folder in FOLDERS]
    assert {"hi", "bn"} <= {name.partition("-")[0] for name in names}
