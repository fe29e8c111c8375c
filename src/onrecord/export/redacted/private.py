"""What of a report must not leave the team: names of private persons, exact places, ways to reach somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from onrecord.export.redacted.mask import Mask
from onrecord.export.redacted.persons import is_private
from onrecord.record import Chain, Mention, Place, Record
from onrecord.record.vocabulary import PlacePrecision

__all__ = ["Private", "coarse", "private_of"]

# Finer than a district, or not known to be as wide as one.
_FINE: Final = frozenset({"site", "settlement", "near", "none", None})


@dataclass(frozen=True)
class Private:
    """What is taken out of a report.

    Attributes:
        mask: Its words.
        wider: For each exact place, by its name or GeoNames id, the first-order division that it lies in.
        taken: What was taken out, as kind and id: each counts once, however often it stands there.
    """

    mask: Mask
    wider: Mapping[str | int, str | None] = field(default_factory=dict)
    taken: frozenset[tuple[str, str]] = frozenset()


def private_of(record: Record) -> Private:
    """Looks through a report for what must not leave the team."""
    document = record.document
    chains = {chain.id: chain for chain in record.chains}
    homes = {mention: chain.id for chain in record.chains for mention in chain.mentions}
    mentions = {mention.id: mention for mention in record.mentions}
    fine = [place for place in record.places if place.precision in _FINE]
    sites = {place.mention for place in fine}
    ranges: set[tuple[int, int]] = set()
    names: set[str] = set()
    taken: set[tuple[str, str]] = set()
    for mention in record.mentions:
        chain = chains.get(mention.chain or homes.get(mention.id, ""))
        what = _taken(mention, chain, exact=mention.id in sites)
        if what is not None:
            ranges.add((mention.span.start, mention.span.end))
            names.add(mention.span.text)
            taken.add((what, f"{document.id} {chain.id if chain else mention.span.text}"))
    for chain in filter(is_private, record.chains):
        names.update([chain.name] if chain.name else ())
    names.update(_unlinked_speakers(record))
    names.update(place.name for place in fine if place.name and place.mention in mentions)
    taken.update(("coordinates", f"{document.id} {place.id}") for place in fine if place.latitude is not None)
    if document.byline:
        taken.add(("byline", document.id))
        names.add(document.byline)
    kept = _public_words(record) | {place.admin1 for place in fine if place.admin1}
    wider = {key: place.admin1 for place in fine for key in (place.geonameid, place.name) if key is not None}
    return Private(Mask.of(document.text, ranges, names - kept), wider, frozenset(taken))


def coarse(place: Place) -> Place:
    """A place no more exactly than by its first-order division."""
    if place.precision not in _FINE:
        return place
    precision: PlacePrecision = "province" if place.admin1 else "country" if place.country else "none"
    return replace(
        place, name=place.admin1, geonameid=None, latitude=None, longitude=None, feature=None, precision=precision,
        candidates=(), why=None,
    )  # fmt: skip


def _taken(mention: Mention, chain: Chain | None, *, exact: bool) -> str | None:
    """As what a mention is taken out."""
    if mention.kind == "comms_identifier":
        return "comms identifier"
    if exact or (mention.kind == "facility" and mention.form == "name"):
        return "place"
    if mention.kind == "person" and mention.form == "name" and (chain is None or is_private(chain)):
        return "person"
    return None


def _unlinked_speakers(record: Record) -> Iterator[str]:
    """Names of persons who speak and are in no chain."""
    for statement in record.statements:
        source = statement.source
        name = source.name if source and source.chain is None and source.type == "person" else None
        if name and any(word[:1].isupper() for word in name.split()):
            yield name


def _public_words(record: Record) -> set[str]:
    """Names and words of names that public persons have too: they are taken out where a private person is meant only."""
    public = [chain for chain in record.chains if chain.kind == "person" and not is_private(chain) and chain.name]
    return {word for chain in public for word in (str(chain.name), *str(chain.name).split())}
