"""Any record that the format allows can be laid out and asked about."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from onrecord.record import Record
from onrecord.serve.desk.text.marks import LAYERS, Keys, marks_of
from onrecord.serve.desk.text.panel import panel_of
from onrecord.serve.desk.text.pieces import Piece
from onrecord.serve.desk.text.reading import lay_out, numbered_rows
from tests.record.strategies import records


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records())
def test_its_paragraphs_have_the_words_that_stand_there_and_each_key_has_a_panel(record: Record) -> None:
    rows, keys = numbered_rows(record), Keys.of(record)
    text = record.document.text
    blocks = lay_out(record, rows, marks_of(record, rows, LAYERS))
    shown = []
    for block in blocks:
        for paragraph in block.paragraphs:
            words = "".join(item.text for item in paragraph.pieces if isinstance(item, Piece))
            assert text[paragraph.start : paragraph.start + len(words)] == words
            shown.append(words)
    # Nothing but the breaks between paragraphs is missing.
    assert "".join("".join(shown).split()) == "".join(text.split())
    for key in keys.parts:
        assert panel_of(record, rows, keys, key) is not None
