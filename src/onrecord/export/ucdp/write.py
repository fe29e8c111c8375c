"""UCDP's rows of a whole ledger, and beside them what UCDP's columns cannot hold."""

from __future__ import annotations

from typing import Final

from onrecord.export.cells import csv_line
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.merged import Disputes, Families, Provenance, iter_merged, provenance_of, write_beside
from onrecord.export.ucdp.merge import Coder, Merged
from onrecord.export.ucdp.row import COLUMNS
from onrecord.reference.registry import load_registry

__all__ = ["FORMAT", "write"]


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes `ucdp.csv`, a row for each event with deaths, and `ucdp_provenance.csv`, a line for each row.

    Args:
        material: What is given out.
        sink: Where the files go.
        account: What is written and what is in no row, each happening once.
    """
    families = Families.of(material)
    coder = Coder(load_registry(), families, Disputes.of(material))
    beside: list[Provenance] = []
    with sink.file("ucdp.csv") as file:
        file.write(f"{csv_line(COLUMNS)}\n".encode())
        for event in iter_merged(material, account):
            merged = coder.code(event)
            if not isinstance(merged, Merged):
                account.leave_out(event.kind, event.id, merged.reason)
                continue
            where = (merged.place.precision, merged.days.precision)
            beside.append(provenance_of(len(beside) + 1, event.id, merged.tellings, where, merged.days, merged.voices, merged.claims))  # fmt: skip
            file.write(f"{csv_line(merged.row.cells())}\n".encode())
    write_beside(sink, "ucdp_provenance.csv", beside)
    account.wrote("row", len(beside))


FORMAT: Final = Format("ucdp", "events with deaths in the columns of UCDP GED, with a file of where each row comes from", "", "text/csv", write)  # fmt: skip
