"""Options that many commands have alike, added to those that a command spells out itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import update_wrapper


def with_options_of(own: Callable[..., object], run: Callable[..., None]) -> Callable[..., None]:
    """Return `run` with the name, help and options of `own` put before its own ones, as typer looks them up.

    The first parameter of `own` is the open record, which no user gives; what `run` takes by ** is left out.
    """
    mine = list(inspect.signature(own, eval_str=True).parameters.values())[1:]
    shared = inspect.signature(run, eval_str=True).parameters.values()
    named = [one for one in shared if one.kind is not inspect.Parameter.VAR_KEYWORD]
    update_wrapper(run, own)
    del run.__wrapped__  # type: ignore[attr-defined]  # else the signature of `own` would be taken for this one's
    run.__signature__ = inspect.Signature([*mine, *named])  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in (*mine, *named)}
    return run
