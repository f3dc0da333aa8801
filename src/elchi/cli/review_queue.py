"""The queue of `elchi review`, one thing after the other on a terminal: a key judges, and the next one is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import typer

from elchi import judgements
from elchi.cli import decisions
from elchi.cli.dossier import many
from elchi.cli.page import Page
from elchi.errors import JudgementError
from elchi.export.wording import span_in_words
from elchi.judgements import By
from elchi.query.review import Doubtful, JudgementLog, OpenConflict, ReviewAnswer
from elchi.record import CONFIRM, CORRECT, REJECT, SETTLE, Record

_KEYS = {
    "a": "accept: the claim says what its sentence says", "r": "reject: it is misread",
    "e": "edit: correct a field; of a conflict, explain it", "s": "skip", "u": "undo the last judgement, and go back",
    "q": "quit; what was judged is kept", "?": "this help",
}  # fmt: skip
_SENTENCES = 2
_DONE, _AGAIN, _BACK, _QUIT = "done", "again", "back", "quit"


@dataclass(slots=True)
class _Round:
    """One sitting: the record, who sits, and the judgements made, with the places of the queue that they judged."""

    page: Page
    record: Record
    author: str
    made: list[tuple[int, int]] = field(default_factory=list)

    def keep(self, at: int, kind: str, about: dict[str, Any], reason: str = "") -> None:
        judgement = judgements.keep(self.record, kind, about, By(self.author, reason))
        self.made.append((judgement.number, at))
        self.page.line(f"{decisions.WORDS[kind]} (judgement {judgement.number})", "green", 2)


def go_through(page: Page, record: Record, answer: ReviewAnswer, author: str) -> None:
    """Ask for a judgement of each thing in the queue, until it ends or the user does."""
    queue: list[Doubtful | OpenConflict] = [*answer.conflicts, *answer.doubtful]
    sitting = _Round(page, record, author)
    at = 0
    while at < len(queue):
        page.blank()
        page.line(f"{at + 1} of {len(queue)}", "dim")
        _show(page, queue[at])
        done = _AGAIN
        while done == _AGAIN:
            done = _ask(sitting, at, queue[at])
        if done == _QUIT:
            break
        at = sitting.made.pop()[1] if done == _BACK else at + 1
    page.line(f"{many(len(sitting.made), 'judgement')} kept; elchi review undo takes any of them back", "dim")


def _ask(sitting: _Round, at: int, thing: Doubtful | OpenConflict) -> str:
    """Read a key and do what it says."""
    typer.echo(f"[{'/'.join(_KEYS)}] ", nl=False)
    key = typer.getchar()
    typer.echo(key if key.isprintable() else "")
    if key in {"q", "\x03", "\x04", ""}:
        return _QUIT
    if key == "s":
        return _DONE
    if key == "u":
        return _undo(sitting)
    if key in {"a", "r", "e"}:
        return _judge(sitting, at, thing, key)
    for name, meaning in _KEYS.items():
        sitting.page.line(f"{name}  {meaning}", "", 2)
    return _AGAIN


def _judge(sitting: _Round, at: int, thing: Doubtful | OpenConflict, key: str) -> str:
    try:
        if isinstance(thing, OpenConflict):
            _settle(sitting, at, thing, key)
        elif key == "e":
            settings = judgements.told_apart([str(typer.prompt("  FIELD=WORDS, such as status=planned"))])
            changed = judgements.fields_set(sitting.record, thing.claim, settings)
            about = {"claim": thing.claim.claim, "set": changed}
            sitting.keep(at, CORRECT, about, str(typer.prompt("  Why")))
        elif key == "r":
            sitting.keep(at, REJECT, {"claim": thing.claim.claim}, str(typer.prompt("  Misread because")))
        else:
            sitting.keep(at, CONFIRM, {"claim": thing.claim.claim})
    except JudgementError as refused:
        sitting.page.line(str(refused), "red", 2)
        return _AGAIN
    return _DONE


def _settle(sitting: _Round, at: int, thing: OpenConflict, key: str) -> None:
    if key != "e":
        raise JudgementError("a conflict is explained (e) or skipped (s); its claims can be rejected by themselves")
    because = str(typer.prompt("  Why were both written, or which side holds"))
    about = {"conflict": thing.conflict.id, "block": thing.conflict.block}
    sitting.keep(at, SETTLE, about, because)


def _undo(sitting: _Round) -> str:
    if not sitting.made:
        sitting.page.line("nothing was judged in this sitting; elchi review log shows earlier ones", "yellow", 2)
        return _AGAIN
    number = sitting.made[-1][0]
    judgements.undo(sitting.record, number, By(sitting.author))
    sitting.page.line(f"judgement {number} taken back", "green", 2)
    return _BACK


def show_queue(page: Page, answer: ReviewAnswer) -> None:
    """Print the whole queue."""
    if not answer.doubtful and not answer.conflicts:
        page.line("Nothing is left to judge.")
    for heading, things in (("Open conflicts", answer.conflicts), ("Claims in doubt", answer.doubtful)):
        if things:
            page.heading(heading, len(things))
        for thing in things:
            _show(page, thing)


def _show(page: Page, thing: Doubtful | OpenConflict) -> None:
    if isinstance(thing, OpenConflict):
        _show_conflict(page, thing)
        return
    claim = thing.claim
    roles = [f"{p.role} {p.label}" for p in thing.parties]
    what = " ".join(filter(None, (claim.type, claim.mode, claim.status.value)))
    page.entry(claim.claim[:8], f"{what}: {', '.join(roles)}", f"confidence {claim.confidence:.2f}")
    if claim.date or claim.valid_from:
        page.line(span_in_words(claim.date or claim.valid_from), "", 14)
    if thing.sentence is not None:
        page.sentence(thing.sentence)


def _show_conflict(page: Page, thing: OpenConflict) -> None:
    page.entry(thing.conflict.id[:8], thing.conflict.about.replace("_", " "), thing.conflict.kind.value)
    for side, told in zip(thing.conflict.sides, thing.sides, strict=True):
        page.line(f"{side.value}{f' ({side.source})' if side.source else ''}", "yellow", 14)
        for sentence in told[:_SENTENCES]:
            page.sentence(sentence, 16)


def show_log(page: Page, log: JudgementLog) -> None:
    """Print every judgement as a row."""
    if not log.judgements:
        page.line("Nothing was judged yet.")
        return
    rows = []
    for one in log.judgements:
        about = f"judgement {one.reverses}" if one.reverses else " ".join(decisions.named(one.about))
        words = decisions.WORDS.get(one.kind, one.kind)
        if "set" in one.about:
            words += f" ({', '.join(sorted(one.about['set']))})"
        state = "taken back" if one.reversed else "stands"
        rows.append([str(one.number), one.recorded_at[:19], one.author, words, about, one.reason, state])
    page.table(["number", "when (UTC)", "who", "judged", "what", "why", "state"], rows)
