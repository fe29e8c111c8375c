"""Linking as a run, and what was linked as a list."""

from __future__ import annotations

import json as json_
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Final, TypeVar

from rich.console import Console, RenderableType

from onrecord import api
from onrecord.cli.ending import NOTHING_TO_READ, SOME_FAILED
from onrecord.cli.output import Output
from onrecord.cli.progress import progress
from onrecord.ledger import Ledger, LinkCounts, Report
from onrecord.record import Claim, Copies, Happening, linked_to_json
from onrecord.wording.visible import flat

__all__ = ["Outlets", "link", "outlets_of", "show_linked", "statuses"]

_MOST: Final = 50
_WORDS: Final = {
    "contested": "contested",
    "corroborated": "corroborated",
    "repeated_not_corroborated": "repeated, not corroborated",
    "single_source": "of a single source",
    "denied_only": "only denied",
    "superseded": "superseded",
    "none": "neither asserted nor denied",
}
Linked = TypeVar("Linked", Claim, Happening, Copies)


Outlets = Callable[[str], Report | None]
"""Says of a document which report of the ledger it is."""


def outlets_of(ledger: Ledger) -> Outlets:
    """Looks reports up by the ids of their documents, each once."""
    ids = ledger.report_ids()
    found: dict[str, Report] = {}

    def report(document: str) -> Report | None:
        if document in ids and document not in found:
            found[document] = ledger.get_report(ids[document])
        return found.get(document)

    return report


def link(ledger: Ledger, output: Output, *, json: bool, quiet: bool) -> int:
    """Links what is not linked yet and returns the exit status.

    Args:
        ledger: The ledger.
        output: The streams of the run.
        json: Tell each report to a program, one line each.
        quiet: Say nothing unless something failed.
    """
    before = ledger.count_linked()
    linked = 0
    failed: list[tuple[str, str]] = []
    notes: list[str] = []
    with progress(output, before.waiting, results=False, quiet=quiet, doing="linking") as step:
        for one in api.link(ledger):
            step(one.report)
            reason = getattr(one, "reason", None)
            told = list(getattr(one, "notes", ()))
            notes += [f"{one.report}: {note}" for note in told]
            if reason is not None:
                failed.append((one.report, reason))
            linked += reason is None
            if json:
                came = {
                    "report": one.report,
                    "came": "linked" if reason is None else "failed",
                    "reason": reason,
                    "notes": told,
                }
                output.line(json_.dumps(came, ensure_ascii=False))
    after = ledger.count_linked()
    already = after.reports - linked
    if not quiet or failed:
        output.say(
            f"{after.reports + len(failed):,} reports: linked {linked:,}, already linked {already:,}, failed {len(failed):,}"
        )
        output.say_all(_counted(after))
        output.say_all(f"  failed  {report}: {flat(reason)}" for report, reason in failed)
        output.say_all(f"  note    {flat(note)}" for note in notes)
    if json:
        account = {
            "reports": after.reports + len(failed), "linked": linked, "already_linked": already,
            "failed": [{"report": report, "reason": reason} for report, reason in failed], "families": after.families,
            "happenings": after.happenings, "claims": dict(after.claims), "notes": notes,
        }  # fmt: skip
        output.say(json_.dumps(account, ensure_ascii=False))
    if failed:
        return SOME_FAILED
    return 0 if after.reports else NOTHING_TO_READ


def show_linked(
    ledger: Ledger,
    output: Output,
    found: Iterable[Linked],
    part: Callable[[Linked, Outlets, Console], RenderableType],
    *,
    json: bool,
    limit: int | None,
) -> int:
    """Prints claims or happenings and returns the exit status.

    Args:
        ledger: The ledger.
        output: The streams of the run.
        found: What was found.
        part: How one is laid out for a person.
        json: Print a line of JSON for each.
        limit: The most; None for 50, or for all with JSON.
    """
    most = limit or (None if json else _MOST)
    outlets = outlets_of(ledger)
    count, left = 0, iter(found)
    for one in islice(left, most):
        count += 1
        if json:
            output.line(json_.dumps(linked_to_json(one), ensure_ascii=False))
        else:
            output.show(part(one, outlets, output.results))
    if next(left, None) is not None:
        output.say(f"only the first {most} are shown; --limit shows more")
    waiting = ledger.count_linked()
    if waiting.waiting or waiting.stale:
        told = f"{waiting.waiting:,} reports are not linked yet" if waiting.waiting else "something is to be made anew"
        output.say(f"{told}; `onrecord link` does that")
    return 0 if count else NOTHING_TO_READ


def statuses(claims: Mapping[str, int]) -> str:
    """How many claims are what: "3 contested, 1 corroborated"."""
    known = [f"{claims[status]:,} {words}" for status, words in _WORDS.items() if claims.get(status)]
    return ", ".join(known)


def _counted(counts: LinkCounts) -> Iterable[str]:
    total = sum(counts.claims.values())
    yield (
        f"{_many(counts.families, 'copy family', 'copy families')} · {_many(counts.happenings, 'happening', 'happenings')} · "
        f"{_many(total, 'claim', 'claims')}" + (f": {statuses(counts.claims)}" if total else "")
    )


def _many(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
