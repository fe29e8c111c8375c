"""Hits, reports and findings as a person reads them."""

from __future__ import annotations

from typing import Final

from rich.text import Text

from onrecord.ledger import Hit, Report
from onrecord.wording.visible import flat, visible

__all__ = ["hit_line", "report_line"]

# Words that are found in a long sentence are shown with this much before and after them.
_AROUND: Final = 160


def report_line(report: Report) -> Text:
    """A report on one line: its id, when it was published, the outlet, what it is called, how much was read in it."""
    line = Text(f"{report.id:>6}  ", style="bold")
    line.append(f"{report.published or '—':<10}  ", style="not bold")
    line.append(flat(report.title or "(no title)"), style="not bold")
    facts = [
        report.publisher,
        f"{report.statements} statements",
        f"version {report.version}" if report.version > 1 else None,
    ]
    line.append(f" · {' · '.join(flat(fact) for fact in facts if fact)}", style="not bold dim")
    return line


def hit_line(hit: Hit) -> Text:
    """A hit: where it stands, the sentence with the words in it, and who says it."""
    place = hit.statement_id or hit.report_id
    line = Text(f"{place}  ", style="bold")
    facts = [hit.published, hit.publisher, hit.title]
    line.append(" · ".join(flat(fact) for fact in facts if fact), style="not bold dim")
    line.append("\n    ")
    line.append(_sentence(hit))
    if hit.statement_id is not None:
        done = f"{hit.form}, {(hit.speech_act or 'state').replace('_', ' ')}, {hit.certainty or 'certainty unknown'}"
        line.append(
            f"\n    {hit.part} of what {flat(hit.speaker or 'nobody named')} says ({done})", style="not bold dim"
        )
    elif not hit.in_title:
        line.append("\n    in nobody's words but the report's own", style="not bold dim")
    return line


def _sentence(hit: Hit) -> Text:
    """The sentence on one line, cut around the first of the words if it is long, the words marked."""
    text, at = hit.sentence.text, hit.sentence.start
    first = hit.words[0].start - at if hit.words else 0
    start, end = max(0, first - _AROUND), min(len(text), first + 2 * _AROUND)
    shown = Text("…" if start else "")
    for word in hit.words:
        begin, stop = word.start - at, word.end - at
        if begin < start or stop > end:
            continue
        shown.append(_flat(text[start:begin]), style="not bold")
        shown.append(_flat(text[begin:stop]), style="bold reverse")
        start = stop
    shown.append(_flat(text[start:end]), style="not bold")
    return shown.append("…" if end < len(text) else "")


def _flat(text: str) -> str:
    return visible(text.replace("\n", " ").replace("\t", " "))
