"""`elchi review`: people judge claims and conflicts; every judgement is kept, and can be taken back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from elchi import judgements, query
from elchi.cli import decisions
from elchi.cli.judgement import Judge, judgement
from elchi.cli.judging import AuthorOption, ReasonOption, WhyOption
from elchi.cli.options import (
    DEFAULT_RECORD,
    DebugOption,
    JsonOption,
    PairOption,
    ProgressOption,
    QuietOption,
    RecordOption,
)
from elchi.cli.page import Page
from elchi.cli.review_queue import go_through, show_log, show_queue
from elchi.export.json_text import json_page
from elchi.packs import load_catalogue
from elchi.record import Record, StoredJudgement

app = typer.Typer(rich_markup_mode=None, add_completion=False)
ClaimsArgument = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids of claims, or their beginnings.")]
_TYPED = "COMMANDLINE"  # as opposed to the environment, which the verb reads as well
OneClaim = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its beginning.")]
OtherClaim = Annotated[str, typer.Argument(metavar="OTHER", help="Another claim of the same parties.")]


@app.callback(invoke_without_command=True)
def review(  # noqa: PLR0913 - one argument an option
    context: typer.Context,
    *,
    kind: Annotated[str | None, typer.Option(help="Only event, statement or conflict.")] = None,
    type: Annotated[str | None, typer.Option(help="Only claims of this type.")] = None,  # noqa: A002 - the option's name
    least: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims of so much confidence.")] = None,
    most: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims of no more confidence.")] = None,
    pair: PairOption = None,
    claim: Annotated[str | None, typer.Option(help="Only this claim, judged or not: its id, or the beginning.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many claims, and how many conflicts.")] = 50,
    offset: Annotated[int, typer.Option(min=0, help="How many of each are passed over.")] = 0,
    author: AuthorOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Judge claims and conflicts; all can be undone.

    \b
    Examples:
      elchi review                               one after the other, on a terminal
      elchi review confirm 7e095174 --reason "seen in the joint statement"
      elchi review correct 7e095174 --set status=planned --set date=2025 --reason "not signed yet"
      elchi review settle 4c1f --because "the second article misprints the year"
      elchi review log

    Claims of little confidence on which much rests come first. When piped, the queue is printed. Judgements are
    appended and never changed, survive every new reading of the articles, and elchi review undo takes any back.
    """  # noqa: D301 - \b keeps the lines of an example apart
    if context.invoked_subcommand is not None:
        if record != DEFAULT_RECORD and (source := context.get_parameter_source("record")) and source.name == _TYPED:
            told = f"belongs after the verb: elchi review {context.invoked_subcommand} ... --record {record}"
            raise typer.BadParameter(told, param_hint="--record")
        return
    if kind not in {None, "event", "statement", "conflict"}:
        raise typer.BadParameter(f"{kind!r} is none of event, statement, conflict", param_hint="--kind")
    filters = query.ReviewFilters(kind, type, least, most, pair, claim)
    with Record.open(record) as opened:
        answer = query.review(opened, load_catalogue(), filters=filters, limit=limit, offset=offset)
        if on_a_terminal() and not as_json:
            go_through(Page(), opened, answer, decisions.author_or_login(author))
            return
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        show_queue(Page(), answer)


def on_a_terminal() -> bool:
    """Whether a person sits there, to be asked and to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@judgement(app, "confirm")
def confirm(
    judge: Judge,
    claims: ClaimsArgument,
    *,
    reason: ReasonOption = "",
) -> list[StoredJudgement]:
    """Judge that claims say what their sentences say."""
    return judgements.confirm(judge.record, claims, judge.by(reason))


@judgement(app, "reject")
def reject(
    judge: Judge,
    claims: ClaimsArgument,
    *,
    reason: WhyOption,
) -> list[StoredJudgement]:
    """Judge that claims are misread: no answer and no export tells them from now on."""
    return judgements.reject(judge.record, claims, judge.by(reason))


@judgement(app, "correct")
def correct(
    judge: Judge,
    claim: OneClaim,
    *,
    settings: Annotated[
        list[str], typer.Option("--set", metavar="FIELD=WORDS", help="What it says instead; may be repeated.")
    ],
    reason: WhyOption,
) -> list[StoredJudgement]:
    """Judge what a claim says instead: its type, mode, status, date, parties, value, place or times.

    \b
    Examples:
      elchi review correct 7e095174 --set status=planned --reason "signed later"
      elchi review correct 7e095174 --set date=2024-08-20/2024-08-22 --set place=Astana --reason WHY
      elchi review correct 7e095174 --set "actor=India" --set "recipient=Kazakhstan; Uzbekistan" --reason WHY
      elchi review correct 7e095174 --set 'value={"amount": 27000000000, "unit": "USD"}' --reason WHY

    FIELD= alone takes a field away. The claim itself stays as it was read: elchi explain shows it so.
    """  # noqa: D301 - \b keeps the lines of an example apart
    return [judgements.correct(judge.record, claim, judgements.told_apart(settings), judge.by(reason))]


@judgement(app, "settle")
def settle(
    judge: Judge,
    conflict: Annotated[str, typer.Argument(metavar="CONFLICT", help="The id of a conflict, or its beginning.")],
    *,
    because: Annotated[str, typer.Option("--because", help="Why both were written, or which side holds.")],
) -> list[StoredJudgement]:
    """Explain a conflict; both sides stay, with the explanation."""
    return [judgements.settle(judge.record, conflict, judge.by(because))]


@judgement(app, "same")
def same(
    judge: Judge,
    claim: OneClaim,
    other: OtherClaim,
    *,
    reason: ReasonOption = "",
) -> list[StoredJudgement]:
    """Judge that two claims tell one event, or one standing."""
    return [judgements.same(judge.record, claim, other, judge.by(reason))]


@judgement(app, "apart")
def apart(
    judge: Judge,
    claim: OneClaim,
    other: OtherClaim,
    *,
    reason: ReasonOption = "",
) -> list[StoredJudgement]:
    """Judge that two claims tell two events, or two standings."""
    return [judgements.apart(judge.record, claim, other, judge.by(reason))]


@judgement(app, "undo")
def undo(
    judge: Judge,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of a judgement: elchi review log.")],
    *,
    reason: ReasonOption = "",
) -> list[StoredJudgement]:
    """Take a judgement back, those of elchi merge and elchi split too; undoing that makes it hold again."""
    return [judgements.undo(judge.record, number, judge.by(reason))]


@app.command("log")
def log(*, record: RecordOption = DEFAULT_RECORD, as_json: JsonOption = False, _debug: DebugOption = False) -> None:
    """Print every judgement ever made, in order: who, when, what, why, and what was taken back."""
    with Record.open(record) as opened:
        answer = query.judgement_log(opened)
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        show_log(Page(), answer)
