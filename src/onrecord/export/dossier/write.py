"""Writes a page for each claim and each happening, and an index of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.dossier.claim import claim_page
from onrecord.export.dossier.happening import happening_page, title_of
from onrecord.export.dossier.page import Sources, foot, foreign, page_head
from onrecord.export.html.markup import in_attribute, in_text, of_many
from onrecord.export.material import Account, Format, Material, Sink

__all__ = ["FORMAT", "dossier_of", "write"]

Entry = tuple[str, str, str]
"""Id, title and status of what has a page."""


def dossier_of(material: Material, id_: str) -> str | None:
    """The page of one claim ("c7") or happening ("h3"); None where the material has none of this id.

    Args:
        material: What of a ledger is within the filter.
        id_: The claim or the happening.
    """
    sources = Sources.of(material, Account())
    for claim in material.iter_claims():
        if claim.id == id_:
            return "".join(claim_page(claim, sources))
    for happening in material.iter_happenings():
        if happening.id == id_:
            return "".join(happening_page(happening, sources))
    return None


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes `ID.html` for each claim and happening, and then `index.html`."""
    sources = Sources.of(material, account)
    claims: list[Entry] = []
    for claim in material.iter_claims():
        _put(sink, f"{claim.id}.html", claim_page(claim, sources))
        account.wrote("claim")
        claims.append((claim.id, claim.proposition, (claim.status or "neither asserted nor denied").replace("_", " ")))
    happenings: list[Entry] = []
    for happening in material.iter_happenings():
        _put(sink, f"{happening.id}.html", happening_page(happening, sources))
        account.wrote("happening")
        reports = len({document for document, _ in happening.incidents})
        happenings.append((happening.id, title_of(happening), of_many(reports, "report")))
    _put(sink, "index.html", _index(material, claims, happenings, sources))


FORMAT = Format("dossier", "dossiers to read and print", "", "text/html", write)


def _put(sink: Sink, name: str, pieces: Iterable[str]) -> None:
    with sink.file(name) as out:
        for piece in pieces:
            out.write(piece.encode("utf-8", "replace"))


def _index(material: Material, claims: list[Entry], happenings: list[Entry], sources: Sources) -> Iterator[str]:
    yield page_head("Dossiers")
    yield '<p class="brand">onrecord</p>\n<h1>Dossiers</h1>\n'
    yield '<p class="warning">Machine output, not checked. Nothing here is called true; read the words.</p>\n'
    limits = " · ".join(f"{in_text(name)}: {foreign(value)}" for name, value in material.filter.items().items())
    yield f"<p>{limits or 'The whole ledger.'}</p>\n"
    for name, entries in (("Claims", claims), ("Happenings", happenings)):
        yield f"<h2>{name} ({len(entries):,})</h2>\n"
        yield f'<ol class="index">{"".join(map(_entry, entries))}</ol>\n' if entries else '<p class="soft">None.</p>\n'
    yield from foot(sources)


def _entry(entry: Entry) -> str:
    id_, title, status = entry
    link = f'<a href="{in_attribute(id_)}.html">{foreign(title)}</a>'
    return f'<li>{link} <span class="soft">{in_text(id_)} · {in_text(status)}</span></li>'
