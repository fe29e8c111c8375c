"""All rows of all tables, in one pass: a record is a megabyte and is looked at once."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.material import Account, Material
from onrecord.export.standing import standing_of
from onrecord.export.tables.all import COLUMNS, TABLES
from onrecord.export.tables.linked import rows_of_claim, rows_of_happening, rows_of_judgement
from onrecord.export.tables.reports import named, rows_of_report
from onrecord.export.tables.shape import Row, Table

__all__ = ["iter_rows"]


def iter_rows(material: Material, account: Account) -> Iterator[tuple[Table, Row]]:
    """Makes the rows, those of different tables in turn, and counts them as written."""
    for table, row in _rows(material):
        account.wrote(table.row)
        yield table, row
    for table in TABLES:
        for column in table.columns:
            yield (
                COLUMNS,
                {"table": table.name, "column": column.name, "kind": column.kind, "meaning": column.meaning},
            )


def _rows(material: Material) -> Iterator[tuple[Table, Row]]:
    standings = {happening.id: standing_of(happening, material) for happening in material.iter_happenings()}
    homes = {
        told: (happening.id, standings[happening.id])
        for happening in material.iter_happenings()
        if happening.id in standings
        for told in happening.incidents
    }
    known: dict[str, Row] = {}

    def names(document: str) -> Row:
        if document not in known:
            report = material.find_report(document)
            known[document] = named(report) if report else {}
        return known[document]

    for report in material.iter_reports():
        # A judgement names the report by its id in the ledger.
        known[report.id] = known[report.record.document.id] = named(report)
        yield from rows_of_report(report, homes)
    for claim in material.iter_claims():
        yield from rows_of_claim(claim, names)
    for happening in material.iter_happenings():
        if happening.id in standings:
            yield from rows_of_happening(happening, standings[happening.id], names)
    for judgement in material.iter_judgements():
        yield from rows_of_judgement(judgement, names)
