"""ACLED's rows of a whole ledger, and beside them what ACLED's columns cannot hold."""

from __future__ import annotations

from typing import Final

from onrecord.export.acled.cells import csv_head, csv_line
from onrecord.export.acled.merge import Coder, Merged
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.merged import Disputes, Families, Provenance, iter_merged, provenance_of, voices_of, write_beside
from onrecord.reference.registry import load_registry

__all__ = ["FORMAT", "write"]


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes `acled.csv`, a row for each event in the world, and `acled_provenance.csv`, a line for each row.

    Args:
        material: What is given out.
        sink: Where the files go.
        account: What is written and what is in no row, each happening once.
    """
    registry, families = load_registry(), Families.of(material)
    coder = Coder(registry, families, Disputes.of(material))
    beside: list[Provenance] = []
    with sink.file("acled.csv") as file:
        file.write(f"{csv_head()}\n".encode())
        for event in iter_merged(material, account):
            merged = coder.code(event)
            if not isinstance(merged, Merged):
                account.leave_out(event.kind, event.id, merged.reason)
                continue
            voices = [voice for one in merged.tellings for voice in voices_of(one, families, registry)]
            where = (merged.placed.place.precision, merged.days.precision)
            beside.append(provenance_of(len(beside) + 1, event.id, merged.tellings, where, merged.days, voices, merged.claims))  # fmt: skip
            file.write(f"{csv_line(merged.row)}\n".encode())
    write_beside(sink, "acled_provenance.csv", beside)
    account.wrote("row", len(beside))


FORMAT: Final = Format(
    "acled", "events in the columns of ACLED, with a file of where each row comes from", "", "text/csv", write
)
