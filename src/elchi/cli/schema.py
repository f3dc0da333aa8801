"""`elchi schema`: the JSON Schemas of what elchi writes."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from elchi.cli.options import DebugOption, ProgressOption, QuietOption
from elchi.errors import UnknownNameError

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SUFFIX = ".schema.json"


@app.command("schema")
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="claim, pair, entity ...; without it, all names.")
    ] = None,
    *,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print a JSON Schema of what elchi writes.

    \b
    Examples:
      elchi schema
      elchi schema claim > claim.schema.json
    """  # noqa: D301 - \b keeps the lines of an example apart
    folder = files("elchi") / "data" / "schema"
    names = sorted(file.name.removesuffix(_SUFFIX) for file in folder.iterdir() if file.name.endswith(_SUFFIX))
    if name is None:
        typer.echo("\n".join(names))
    elif name in names:
        typer.echo((folder / f"{name}{_SUFFIX}").read_text("utf-8"), nl=False)
    else:
        raise UnknownNameError(f"no schema {name!r}; there are: {', '.join(names)}")
