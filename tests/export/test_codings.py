"""Any records, however little their parts fit together, are coded in every shape; all that is told is written or left out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.export.acled import FORMAT as ACLED
from onrecord.export.material import Account, Format
from onrecord.export.plover import FORMAT as PLOVER
from onrecord.export.ucdp import FORMAT as UCDP
from onrecord.record import Happening, Record, incidents_of
from tests.export.material import Files, Held, reported
from tests.record.strategies import records


@pytest.mark.parametrize("format_", [ACLED, UCDP, PLOVER], ids=lambda one: one.name)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), max_size=3, unique_by=lambda record: record.document.id))
def test_everything_is_written_or_left_out(format_: Format, some: list[Record]) -> None:
    told = [(record.document.id, incident.id) for record in some for incident, _ in incidents_of(record)]
    happenings = [Happening("h1", None, tuple(told[:3]))] if told else []
    material = Held([reported(record, number) for number, record in enumerate(some, 1)], happenings=happenings)
    account = Account()
    format_.write(material, Files(), account)
    alone = len(set(told)) if format_ is PLOVER else len(set(told) - set(told[:3])) + len(happenings)
    assert sum(account.written.values()) + len(account.left_out) >= alone
    assert all(one.reason and one.id for one in account.left_out)
