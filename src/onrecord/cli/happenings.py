"""A happening for a terminal: what, where, when, in which reports, and the toll as each source gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.claims import report_words
from onrecord.cli.linking import Outlets
from onrecord.ontology import load_ontology
from onrecord.record import Happening, SourceToll
from onrecord.wording.circumstances import figure
from onrecord.wording.visible import flat

__all__ = ["happening_head", "happening_part"]

_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_REPORTS: Final = 8


def happening_part(happening: Happening, outlets: Outlets, console: Console) -> RenderableType:  # noqa: ARG001 (as a claim)
    """Lays out a happening."""
    documents = dict.fromkeys(document for document, _ in happening.incidents)
    told = ", ".join(report_words(document, outlets) for document in [*documents][:_REPORTS])
    more = f" and {len(documents) - _REPORTS} more" if len(documents) > _REPORTS else ""
    lines = [Text(f"told in {told}{more}", style="dim"), *map(Text, _tolls(happening, outlets))]
    return Group(happening_head(happening), *(Padding(line, (0, 0, 0, 6)) for line in lines), Text())


def happening_head(happening: Happening) -> Text:
    """Its id, and what, where and when it was."""
    known = load_ontology().types.get(happening.type or "")
    what = known.name if known else flat((happening.type or "something").replace("_", " "))
    head = Text(f"{happening.id:>4}  ", style="bold")
    head.append(what, style="bold")
    place, time = happening.place, happening.time
    where = ", ".join(flat(part) for part in (place.name, place.country) if part) if place else ""
    days = dict.fromkeys(day for day in (time.earliest, time.latest) if day) if time else {}
    reports = len({document for document, _ in happening.incidents})
    facts = [where or "no place", " to ".join(days) or "no date", f"{reports} report{'' if reports == 1 else 's'}"]
    head.append(f" · {' · '.join(facts)}", style="not bold")
    return head


def _tolls(happening: Happening, outlets: Outlets) -> Iterator[str]:
    """For each harm the figures, each with who gives it in which reports."""
    for harm in _HARMS:
        found: dict[tuple[str, str], dict[str, None]] = {}
        for told in happening.toll:
            count = getattr(told.toll, harm)
            if count is not None and (number := figure(count.low, count.high)):
                found.setdefault((number, _who(told)), {})[_short(told.document, outlets)] = None
        if found:
            given = (f"{number}: {who} ({', '.join(reports)})" for (number, who), reports in found.items())
            yield f"{harm} {' · '.join(given)}"


def _who(told: SourceToll) -> str:
    return "the report itself" if told.source == "narrator" else flat(told.source)


def _short(document: str, outlets: Outlets) -> str:
    report = outlets(document)
    return report.id if report else flat(document)
