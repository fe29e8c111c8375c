"""What all pages of a dossier share: where their words come from, and the head and the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from onrecord.export.html.head import head_of
from onrecord.export.html.markup import in_text
from onrecord.export.material import Account, Head, Material
from onrecord.export.shelf import Shelf, Taken
from onrecord.record import Copies, Judgement
from onrecord.version import __version__

__all__ = ["Sources", "foot", "foreign", "page_head"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a dossier is made from besides the claim or the happening itself.

    Attributes:
        shelf: The reports.
        copies: The copy family of each document that is in one.
        judgements: What people decided, in order.
        head: The newest row of the custody log.
        account: Of what is in no page.
    """

    shelf: Shelf
    copies: Mapping[str, Copies]
    judgements: tuple[Judgement, ...]
    head: Head | None
    account: Account

    @classmethod
    def of(cls, material: Material, account: Account) -> Sources:
        """Those of a material."""
        copies = {document: family for family in material.iter_copies() for document in family.reports}
        return cls(Shelf(material), copies, tuple(material.iter_judgements()), material.find_head(), account)

    def take(self, document: str) -> Taken | None:
        """A report."""
        found: Taken | None = self.shelf.take(document)
        return found


@cache
def _sheet() -> str:
    return files("onrecord.export.dossier").joinpath("dossier.css").read_text(encoding="utf-8")


def page_head(title: str) -> str:
    """The beginning of a page."""
    return head_of(title, _sheet()) + "<main>\n"


def foot(sources: Sources) -> Iterator[str]:
    """The end of a page: what made it, when, and in which state the ledger was."""
    made = datetime.now(UTC).strftime("%Y-%m-%d")
    yield f'</main>\n<footer class="foot"><p>Made by onrecord {in_text(__version__)} on {made}. '
    if sources.head is None:
        yield "The ledger gave no row of its custody log.</p>"
    else:
        head = sources.head
        yield f"State of the ledger: row {head.sequence:,} of its custody log, written {in_text(head.at)}, with the hash</p>"
        yield f'<p class="hash">{in_text(head.hash)}</p>'
    yield "<p>Offsets count characters (Unicode code points) of the text of a report, from 0, the last one not included.</p>"
    yield "</footer>\n</body>\n</html>\n"


def foreign(text: str) -> str:
    """Words of strangers within a line of ours: never markup, and their direction does not spill over."""
    return f'<bdi dir="auto">{in_text(text)}</bdi>'
