"""The page for SQL: one SELECT on the documented views, bounded as `elchi sql` is; there only where it was asked for.

The statement stands in the address, so that an answer can be linked to and sent on. Nothing can be changed by it: the
store opens the record for reading alone, and refuses whatever does more than read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from elchi import query
from elchi.errors import QuestionError
from elchi.export.row_table import csv_rows, json_rows
from elchi.query.sql import MOST_ROWS, MOST_SECONDS
from elchi.record import Record
from elchi.record.sql_views import VIEWS
from elchi.web.ask import Asking
from elchi.web.faults import TWIN, JsonAnswer, fault_json
from elchi.web.guard import HEADERS
from elchi.web.page import Desk, Page, add_page
from elchi.web.writer import Templates

PATH = "/sql"
_LONGEST = 3000
Statement = Annotated[
    str, Query(max_length=_LONGEST, description="One SELECT; without it, the views and their columns.")
]
Rows = Annotated[int, Query(ge=1, le=10_000, description="How many rows at most.")]
EXAMPLES = (
    "SELECT plover, count(*) AS events FROM v_occurrences GROUP BY plover ORDER BY events DESC",
    "SELECT dyad, count(DISTINCT occurrence) AS events, max(day) FROM v_dyads GROUP BY dyad ORDER BY events DESC",
    "SELECT source, language, count(*) AS articles FROM v_articles GROUP BY source, language ORDER BY articles DESC",
    "SELECT entity, name, language, claims FROM v_names WHERE entity = 'IND' ORDER BY claims DESC",
)


class SqlExporter:
    """Writes the rows of a SELECT; CSV as `elchi sql --format csv` does."""

    layouts = ("csv", "jsonl")

    def write(self, layout: str, answer: Any, _asking: Asking) -> bytes:  # noqa: ANN401 - the answer of its page
        """Return the file."""
        rows = csv_rows(answer.columns, answer.cells) if layout == "csv" else json_rows(answer.rows())
        return "".join(rows).encode("utf-8", "backslashreplace")


def sql(asking: Asking, q: Statement = "", *, limit: Rows = MOST_ROWS) -> query.SqlAnswer:
    """Return what one SELECT gives, as `elchi sql` does; of none, the views with their columns."""
    if not q.strip():
        return _views(asking.record)
    return query.sql(asking.record, q, limit=limit, seconds=MOST_SECONDS)


def _views(record: Record) -> query.SqlAnswer:
    """Return the views that there are, as `elchi sql --views` prints them."""
    rows = ((view, ", ".join(query.sql(record, f"SELECT * FROM {view} LIMIT 0").columns)) for view in VIEWS)  # noqa: S608
    return query.SqlAnswer(("view", "columns"), tuple(rows), more=False)


def _show(answer: query.SqlAnswer, asking: Asking, _page: int, q: str = "") -> Mapping[str, Any]:
    asked = bool(q.strip())
    return {"answer": answer if asked else None, "views": _views(asking.record).cells, "fault": "", **_FIXED}


_FIXED: Mapping[str, Any] = {"examples": EXAMPLES, "seconds": f"{MOST_SECONDS:g}", "longest": _LONGEST}
SQL = Page(PATH, sql, _show, "sql.html", "sql", "Rows of one SELECT on the views of the record.", None, SqlExporter())


def add_sql(app: FastAPI, desk: Desk, templates: Templates, record: Record) -> None:
    """Give `app` the page, its twin and its files, and say on the page itself what is wrong with a statement."""
    add_page(app, SQL, desk, templates)
    app.add_exception_handler(QuestionError, partial(_refused, templates=templates, record=record))


async def _refused(request: Request, error: Exception, *, templates: Templates, record: Record) -> Response:
    status, told = HTTPStatus.UNPROCESSABLE_ENTITY, str(error)
    if request.url.path.endswith(TWIN):
        return JsonAnswer(fault_json(status, told), status, headers=HEADERS)
    asked = {"q": request.query_params.get("q", "")[:_LONGEST]}
    shown = {"answer": None, "views": _views(record).cells, "fault": told, "asked": asked, **_FIXED}
    page = templates.write(request, "sql.html", shown, status, twin=False)
    page.headers.update(HEADERS)
    return page
