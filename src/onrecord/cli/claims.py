"""A claim for a terminal: what is claimed, how many stand behind it, and its sides face to face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.columns import is_narrow
from onrecord.cli.linking import Outlets
from onrecord.record import Claim, Stance
from onrecord.wording.sides import Side, Voice, sides_of
from onrecord.wording.visible import flat

__all__ = ["claim_head", "claim_part", "report_words"]

# A voice that many reports carry is shown with the first few.
_REPORTS: Final = 4
_VOICES: Final = 8
_WORDS: Final = 240
_TITLE: Final = 40


def claim_part(claim: Claim, outlets: Outlets, console: Console) -> RenderableType:
    """Lays out a claim.

    Args:
        claim: The claim.
        outlets: Says which report a document is.
        console: Where it will be shown; its width decides whether sides stand beside each other.
    """
    counting, rest = sides_of(claim)
    parts: list[RenderableType] = [claim_head(claim), *_pairs(claim, counting, outlets, narrow=is_narrow(console))]
    parts += [Padding(_side(claim, side, outlets), (0, 0, 0, 4)) for side in rest]
    if claim.why:
        parts.append(Padding(Text(flat(claim.why), style="italic"), (0, 0, 0, 4)))
    return Group(*parts, Text())


def claim_head(claim: Claim) -> Text:
    """Its id and proposition, and below these status, kind, counts and date."""
    head = Text(f"{claim.id:>4}  ", style="bold")
    head.append(flat(claim.proposition), style="bold")
    tally = claim.tally
    facts = [(claim.status or "not asserted").replace("_", " "), claim.kind]
    if tally is not None:
        facts.append(_many(tally.independent, "independent source"))
        facts.append(f"{_many(tally.reports, 'report')}" + (f", {_many(tally.copy_families, 'text')}" if tally.copy_families != tally.reports else ""))  # fmt: skip
    facts.append(flat(claim.slots.time) if claim.slots.time else None)
    head.append(f"\n      {' · '.join(filter(None, facts))}", style="not bold dim")
    return head


def report_words(document: str, outlets: Outlets) -> str:
    """A report in few words: "r12 Meridian Post 2018-11-18"; its headline, where no outlet is known."""
    report = outlets(document)
    if report is None:
        return flat(document)
    name = report.publisher or (f"“{_cut(report.title, _TITLE)}”" if report.title else None)
    return " ".join(flat(fact) for fact in (report.id, name, report.published) if fact)


def _cut(words: str, most: int) -> str:
    return f"{words[:most].rstrip()}…" if len(words) > most else words


def _pairs(claim: Claim, sides: Sequence[Side], outlets: Outlets, *, narrow: bool) -> Iterator[RenderableType]:
    """The sides, two beside each other."""
    laid = [_side(claim, side, outlets) for side in sides]
    if narrow or len(laid) == 1:
        yield from (Padding(one, (0, 0, 0, 4)) for one in laid)
        return
    for at in range(0, len(laid), 2):
        grid = Table.grid(expand=True, padding=(0, 2, 0, 0))
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(*laid[at : at + 2])
        yield Padding(grid, (0, 0, 0, 4))


def _side(claim: Claim, side: Side, outlets: Outlets) -> Text:
    text = Text(side.name, style="underline")
    if side.independent:
        text.append(f" · {_many(side.independent, 'independent source')}", style="not underline dim")
    for voice in side.voices[:_VOICES]:
        text.append("\n").append(_voice(claim, voice, outlets))
    if len(side.voices) > _VOICES:
        text.append(f"\nand {len(side.voices) - _VOICES} more", style="not underline dim")
    return text


def _voice(claim: Claim, voice: Voice, outlets: Outlets) -> Text:
    first = claim.stances[voice.stances[0]]
    text = Text(_who(first), style="not underline bold")
    for words in dict.fromkeys(_said(claim.stances[at]) for at in voice.stances):
        text.append(f"\n  {words}", style="not bold")
    told = dict.fromkeys(claim.stances[at].document for at in voice.stances)
    reports = [report_words(document, outlets) for document in [*told][:_REPORTS]]
    more = f" and {len(told) - _REPORTS} more" if len(told) > _REPORTS else ""
    return text.append(f"\n  {', '.join(reports)}{more}", style="not bold dim")


def _who(stance: Stance) -> str:
    who = "the report itself" if stance.statement == "narrator" else flat(stance.source or "nobody named")
    body = stance.organisation
    # A key of the registry is no name.
    return f"{who} ({flat(body)})" if body and body != stance.source and ":" not in body else who


def _said(stance: Stance) -> str:
    words = " … ".join(flat(span.text) for span in stance.spans)
    doubts: list[str] = [stance.stance] if stance.stance == "hedges" else []
    doubts += ["superseded"] if stance.superseded else []
    return f"“{_cut(words, _WORDS)}”" + (f" ({', '.join(doubts)})" if doubts else "")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
