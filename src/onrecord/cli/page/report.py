"""One report as markup: what is known about it, who speaks in it, and its text with the statements beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.cli.page.body import text_of
from onrecord.cli.page.marks import Mark, happened, marks_of
from onrecord.export.html.markup import in_attribute, in_text, label, of_many
from onrecord.record import Record, Removed
from onrecord.wording.blocks import Block, blocks_of
from onrecord.wording.rows import NOBODY, OPEN, Row, facts_of, notes_of, rows_of, set_aside
from onrecord.wording.told import incident_rows, state_rows
from onrecord.wording.visible import flat

__all__ = ["report_markup", "title_of"]

# Above this, blocks that are out of sight are not laid out, so that the page opens at once.
_LONG: Final = 60_000
_MOST_LISTED: Final = 40
_DEEPEST_INDENT: Final = 4
_TYPES: Final = {
    "media": "other media",
    "document": "document",
    "imagery": "footage or picture",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
}


def title_of(record: Record, name: str) -> str:
    """What a report is called: its headline, or else its name."""
    return flat(record.document.title or "") or flat(name)


def report_markup(record: Record, name: str, key: str) -> Iterator[str]:
    """Writes one report.

    Args:
        record: The report, read.
        name: What it was called when it was given.
        key: Its id on the page; every id within begins with it.

    Yields:
        Pieces of markup.
    """
    rows = rows_of(record)
    long = " long" if len(record.document.text) > _LONG else ""
    language = f' lang="{in_attribute(record.document.language)}"' if record.document.language else ""
    yield f'<article id="{key}" class="report{long}" aria-labelledby="{key}h">\n<header>\n'
    yield f'<h2 id="{key}h" dir="auto">{in_text(title_of(record, name))}</h2>\n'
    yield from _about(record, name, rows)
    yield from _speakers(rows, key)
    incidents, states = incident_rows(record, rows), state_rows(record, rows)
    yield from happened(incidents, states, key)
    yield f'</header>\n<div class="text"{language}>\n'
    yield from _blocks(record, rows, marks_of(record, incidents, states), key)
    yield "</div>\n</article>\n"


def _about(record: Record, name: str, rows: tuple[Row, ...]) -> Iterator[str]:
    facts = [label(fact, "fact") for fact in facts_of(record)]
    facts.append(label(flat(name), "file"))
    if record.document.url:
        facts.append(label(flat(record.document.url), "file"))
    yield f'<p class="facts">{" ".join(facts)}</p>\n'
    said = of_many(len(rows), "statement") if rows else "No statement was found in it."
    yield f'<p class="counts">{said}'
    if aside := set_aside(record):
        yield f" · set aside: {in_text(aside)}"
    yield "</p>\n"
    outside = [removed for removed in record.document.removed if removed.span is None]
    if outside:
        yield f"<details><summary>{of_many(len(outside), 'piece')} of the page left out before reading</summary><ul>"
        yield "".join(_left_out(removed) for removed in outside[:_MOST_LISTED])
        if len(outside) > _MOST_LISTED:
            yield f"<li>and {len(outside) - _MOST_LISTED} more; the record lists them all</li>"
        yield "</ul></details>\n"
    if notes := notes_of(record, rows):
        yield f'<details open class="notes"><summary>{of_many(len(notes), "note")}</summary><ul>'
        yield "".join(f'<li dir="auto">{in_text(note)}</li>' for note in notes)
        yield "</ul></details>\n"


def _left_out(removed: Removed) -> str:
    where = f", bytes {removed.bytes[0]:,} to {removed.bytes[1]:,}" if removed.bytes else ""
    return f"<li>{in_text(removed.why)}{where}</li>"


def _speakers(rows: tuple[Row, ...], key: str) -> Iterator[str]:
    """Everyone who speaks with the numbers of what they say, in the order of the text; nobody at the end."""
    said: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        said[row.who].append(row.number)
    if not said:
        return
    yield '<nav class="speakers" aria-label="Who speaks"><h3>Who speaks</h3><ul>'
    for who in sorted(said, key=lambda name: name in (NOBODY, OPEN)):
        links = " ".join(f'<a class="n" href="#{key}s{number}">{number}</a>' for number in said[who])
        yield f"<li>{label(who, _kind_of_name(who))} {links}</li>"
    yield "</ul></nav>\n"


def _kind_of_name(who: str) -> str:
    return "who none" if who in (NOBODY, OPEN) else "who"


def _blocks(record: Record, rows: tuple[Row, ...], marks: tuple[Mark, ...], key: str) -> Iterator[str]:
    text = record.document.text
    removed: list[Removed | Mark] = [gone for gone in record.document.removed if gone.span]
    others = sorted([*removed, *marks], key=_start)
    starts = [_start(one) for one in others]
    longest = max((_end(one) - _start(one) for one in others), default=0)
    labels = {row.number: _spoken(row) for row in rows}
    shown: set[int] = set()
    for block in blocks_of(text, rows):
        # Only what may reach into the block, or writing a long report would take quadratic time.
        first = bisect_left(starts, block.units[0].start - longest)
        last = bisect_left(starts, block.units[-1].end)
        words = text_of(block, text, others[first:last], key, labels, shown)
        yield f'<section class="b">{_margin(block, key)}<div class="w">{words}</div></section>\n'


def _start(what: Removed | Mark) -> int:
    place = what.span if isinstance(what, Removed) else what
    return place.start if place else 0


def _end(what: Removed | Mark) -> int:
    place = what.span if isinstance(what, Removed) else what
    return place.end if place else 0


def _spoken(row: Row) -> str:
    return f"statement {row.number}: {row.who}{', ' + row.act if row.act else ''}"


def _margin(block: Block, key: str) -> str:
    if not block.rows:
        return ""
    places = block.places()
    return f'<ol class="m">{"".join(_card(row, places.get(row.number), key) for row in block.rows)}</ol>'


def _card(row: Row, place: int | None, key: str) -> str:
    joined = f" p{place}" if place else ""
    depth = f" d{min(row.depth, _DEEPEST_INDENT)}" if row.depth else ""
    source = row.statement.source
    kind = _TYPES.get(source.type or "") if source else None
    act = f'<span class="act">{row.act}</span>' if row.act else ""
    told: Sequence[str] = [f"inside {row.inside}"] if row.inside is not None else []
    told = [*told, *([kind] if kind else []), *row.how]
    details = " · ".join(f"<bdi>{in_text(detail)}</bdi>" for detail in told)
    return (
        f'<li class="card{depth}{joined}"><a class="n" href="#{key}s{row.number}">{row.number}</a>'
        f'{label(row.who, _kind_of_name(row.who))}{act}<span class="how">{details}</span></li>'
    )
