"""`elchi sparql`: a question in SPARQL."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi.cli.export import EntityOption, PairOption
from elchi.cli.exporting import Question, Unit, rows_of
from elchi.cli.options import DEFAULT_RECORD, DebugOption, ProgressOption, QuietOption, RecordOption
from elchi.export.escape import visible
from elchi.export.selection import Selection
from elchi.export.sparql import ResultFormat, answer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
QueryArgument = Annotated[str, typer.Argument(metavar="QUERY", help="The query, or - to read it from stdin.")]
ResultOption = Annotated[ResultFormat, typer.Option("--format", help="How solutions are written.")]


@app.command("sparql")
def sparql(
    query: QueryArgument,
    *,
    layout: ResultOption = ResultFormat.TSV,
    pair: PairOption = None,
    entity: EntityOption = None,
    record: RecordOption = DEFAULT_RECORD,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Ask a record in SPARQL (extra: rdf).

    \b
    Examples:
      elchi sparql 'SELECT ?who WHERE { GRAPH ?c { ?s elchi:type "member_of" ; elchi:subject ?who } }'
      elchi sparql --pair India Kazakhstan --format json - < question.rq

    Asked are the quads of "elchi export --format nquads", in memory: name a pair or an entity where the record is
    large. Its prefixes need not be declared.
    """  # noqa: D301 - \b keeps the lines of an example apart
    question = typer.get_text_stream("stdin").read() if query == "-" else query
    with Record.open(record) as opened:
        rows = rows_of(opened, Question(pair, entity, Unit.CLAIMS, Selection()))
        try:
            found = answer(rows, question, layout)
        except ValueError as bad:
            raise typer.BadParameter(f"the query cannot be answered: {visible(str(bad))}", param_hint="QUERY") from bad
    typer.echo(found.rstrip("\n"))
