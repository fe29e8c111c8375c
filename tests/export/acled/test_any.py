"""Any record can be coded and shown, however little its parts fit together."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings
from rich.console import Console

from onrecord.cli.page.report import report_markup
from onrecord.cli.table import render
from onrecord.export.acled import code, csv_line
from onrecord.record import Record, incidents_of
from tests.record.strategies import records


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_everything_told_is_in_a_row_or_left_out_and_can_be_shown(record: Record) -> None:
    coded = code(record)
    assert len(coded.rows) + len(coded.left_out) == len(incidents_of(record))
    assert all(one.reason for one in coded.left_out)
    assert all("\n" not in csv_line(row.row) for row in coded.rows)
    told = [event.id for _, events in incidents_of(record) for event in events]
    assert sorted(told) == sorted(event.id for event in record.events)
    for width in (40, 120):
        console = Console(file=io.StringIO(), width=width, height=50, markup=False, highlight=False, emoji=False)
        console.print(render(record, "x", console))
    assert "".join(report_markup(record, "x", "r1")).startswith("<article")
