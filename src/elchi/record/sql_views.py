"""The views that `elchi sql` offers: plain names over the tables, which may change with any version of the schema.

Each is a SELECT. The stores differ in three things only, which stand as `{...}`: a field of a JSON text, a list of
values in one cell, and where a sign stands in a text.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

_SHARED: Mapping[str, str] = {
    "claim_parties": """
        (SELECT {list:party.entity} FROM (SELECT DISTINCT coalesce(p.means, p.entity) AS entity
         FROM participant p WHERE p.claim = c.key ORDER BY 1) party)""",
    "claim_sentence": "(SELECT e.text FROM evidence e WHERE e.claim = c.key AND e.n = 0)",
    "parties": """
        (SELECT {list:party.entity} FROM (SELECT DISTINCT l.entity
         FROM %_entity l WHERE l."%" = t.id ORDER BY 1) party)""",
    "claims": """(SELECT count(*) FROM %_claim l WHERE l."%" = t.id)""",
}
"""Parts of several views; % is the thing that is resolved."""
_VIEWS: Mapping[str, str] = {
    "v_articles": """
        SELECT a.document, a.title, a.language, a.published, a.source, a.url, a.sha256, length(a.text) AS characters,
               CASE WHEN EXISTS (SELECT 1 FROM article later WHERE later.revises = a.key) THEN 0 ELSE 1 END AS latest,
               a.recorded_at
        FROM article a""",
    "v_claims": """
        SELECT c.claim, a.document, c.kind, c.type, c.mode, c.status, {json:c.json:plover} AS plover,
               c.earliest AS date_from, c.latest AS date_to, {share:claim_parties} AS parties,
               {json:c.json:value} AS value, {share:claim_sentence} AS sentence,
               a.language, a.source, a.published, c.confidence, c.method, c.block,
               c.known_from, c.recorded_at
        FROM claim c JOIN article a ON a.key = c.article WHERE c.superseded_by IS NULL""",
    "v_parties": """
        SELECT c.claim, p.role, coalesce(p.means, p.entity) AS entity, p.entity AS entity_read, p.kind, p.label,
               p.mention, p.office, p.state, p.basis
        FROM participant p JOIN claim c ON c.key = p.claim WHERE c.superseded_by IS NULL""",
    "v_names": """
        SELECT coalesce(p.means, p.entity) AS entity, p.mention AS name, a.language, p.kind, count(*) AS claims,
               min(a.published) AS first_published, max(a.published) AS last_published
        FROM participant p JOIN claim c ON c.key = p.claim JOIN article a ON a.key = c.article
        WHERE c.superseded_by IS NULL AND p.basis = 'named' AND p.mention IS NOT NULL
        GROUP BY coalesce(p.means, p.entity), p.mention, a.language, p.kind""",
    "v_occurrences": """
        SELECT t.id AS occurrence, t.type, t.mode, t.status, t.plover, t.day, t.earliest AS date_from,
               t.latest AS date_to, t.precision, t.place, t.background, t.part_of,
               {share:parties:occurrence} AS parties, {share:claims:occurrence} AS claims,
               {json:t.body:lead} AS lead, t.block
        FROM occurrence t""",
    "v_dyads": """
        SELECT l.pair_key AS dyad, substr(l.pair_key, 1, {at:l.pair_key} - 1) AS one,
               substr(l.pair_key, {at:l.pair_key} + 1) AS other, l.day, t.id AS occurrence, t.type, t.mode, t.status,
               t.plover
        FROM occurrence_pair l JOIN occurrence t ON t.id = l.occurrence""",
    "v_standings": """
        SELECT t.id AS standing, t.type, t.status, t.slot, t.now AS holds_now, t.from_earliest, t.from_latest,
               t.to_earliest, t.to_latest, {share:parties:standing} AS parties, {json:t.body:value} AS value,
               {share:claims:standing} AS claims, {json:t.body:lead} AS lead, t.block
        FROM standing t""",
    "v_conflicts": """
        SELECT t.id AS conflict, t.kind, t.state, {json:t.body:about} AS about, {share:parties:conflict} AS parties,
               {share:claims:conflict} AS claims, {json:t.body:sides} AS sides,
               {json:t.body:explanation} AS explanation, {json:t.body:by} AS settled_by, t.block
        FROM "conflict" t""",
    "v_promises": """
        SELECT t.id AS promise, t.kind, {json:t.body:about} AS about, t.stage, t.closed, t.due_earliest, t.due_latest,
               t.day, {share:parties:promise} AS parties, {share:claims:promise} AS claims,
               {json:t.body:lead} AS lead, t.block
        FROM promise t""",
    "v_judgements": """
        SELECT j.key AS judgement, j.kind, j.about, j.author, j.reason, j.reverses, j.recorded_at FROM judgement j""",
}
VIEWS = tuple(_VIEWS)
"""The names of the views."""
_SHARE = regex.compile(r"\{share:(\w+)(?::(\w+))?\}")
_SLOT = regex.compile(r"\{(json|list|at):([^{}:]+)(?::([^{}]+))?\}")
_WORDS = {
    "sqlite": {"json": "json_extract({0}, '$.{1}')", "list": "group_concat({0}, ' ')", "at": "instr({0}, '|')"},
    "postgresql": {"json": "({0}::json ->> '{1}')", "list": "string_agg({0}, ' ')", "at": "strpos({0}, '|')"},
}


def views(dialect: str) -> dict[str, str]:
    """Return the SELECT of each view in the words of a database: `sqlite` or `postgresql`."""
    words = _WORDS[dialect]
    whole = {
        name: _SHARE.sub(lambda part: _SHARED[part[1]].replace("%", part[2] or ""), select)
        for name, select in _VIEWS.items()
    }
    return {
        name: _SLOT.sub(lambda found: words[found[1]].format(found[2], found[3]), " ".join(select.split()))
        for name, select in whole.items()
    }
