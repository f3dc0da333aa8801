"""`elchi search`: claims by the words of their sentences, names in any script."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.options import SinceOption, UntilOption
from elchi.cli.page import INDENT, Page
from elchi.cli.question import Told, question
from elchi.export.wording import span_in_words
from elchi.model import ClaimKind
from elchi.packs import load_catalogue
from elchi.pipeline import known_names
from elchi.query.search import Filters, Hit, SearchAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help="Words and names in any script.")]
_FACETS = 6


@question(app, "search")
def search(  # noqa: PLR0913 - one for each option
    record: Record,
    words: Words = None,
    *,
    kind: Annotated[ClaimKind | None, typer.Option("--kind", help="Claims of this kind.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Of this type, such as CONSULT or member_of.")] = None,
    entity: Annotated[str | None, typer.Option("--entity", help="In which this one takes part.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="In this language, such as hi.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Of this outlet.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    exact: Annotated[bool, typer.Option("--exact", help="This spelling only; no names in other scripts.")] = False,
    ranked: Annotated[bool, typer.Option("--ranked", help="The best first, else the newest.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many to pass over.")] = 0,
) -> Told:
    """Search the sentences of claims, in all scripts.

    \b
    Examples:
      elchi search Tokayev
      elchi search मोदी समझौता --since 2022-01-01
      elchi search '"joint statement"' --kind event --language en
      elchi search "টোকায়েভ" --exact
      elchi search --type SANCTION --json | jq '.facets.entity'

    A name finds its bearer in all scripts. Other words are found by their beginnings, "in quotes" side by side and
    whole. A day is that of the claim, else of publication.
    """  # noqa: D301 - \b keeps the lines of an example apart
    filters = Filters(kind.value if kind else None, type_, entity, language, source, since, until)
    answer = query.search(
        record, " ".join(words or ()), load_catalogue(), filters=filters, exact=exact, ranked=ranked, limit=limit,
        offset=offset, guess=known_names().find,
    )  # fmt: skip
    return Told(answer, lambda page: _print(page, answer), empty=not answer.hits)


def _print(page: Page, answer: SearchAnswer) -> None:
    for name in answer.names:
        means = ", ".join(f"{entity.label} ({entity.id})" for entity in name.entities)
        page.line(f"{name.words} {'may mean' if name.likely else 'means'} {means}", "dim")
    if not answer.hits:
        page.line("Nothing is found; fewer words find more, and a name may be tried in another spelling.")
        return
    shown = f"at least {answer.total}" if answer.more else str(answer.total)
    page.line(f"{shown} found, {len(answer.hits)} shown", "dim")
    page.blank()
    for hit in answer.hits:
        _hit(page, hit)
    for facet in ("kind", "type", "entity", "language", "source", "year"):
        told = [f"{answer.labels.get(f.value, f.value)} {f.count}" for f in answer.facets.get(facet, ())[:_FACETS]]
        if len(told) > 1:
            page.line(f"{facet}: {', '.join(told)}", "dim")


def _hit(page: Page, hit: Hit) -> None:
    what = " ".join(filter(None, (hit.type, hit.mode)))
    labels = ", ".join(dict.fromkeys(party.label for party in hit.parties))
    day = span_in_words(hit.date) if hit.date and hit.date.start else f"({(hit.published or 'no date')[:10]})"
    page.entry(day, f"{what}: {labels}", "" if hit.status == "past" else hit.status)
    page.marked(hit.snippet, hit.marks, INDENT)
    told = [hit.source, (hit.published or "")[:10], hit.document, hit.claim[:8]]
    page.line(f"— {' · '.join(filter(None, told))}", "dim", INDENT)
    page.blank()
