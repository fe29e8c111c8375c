"""What is marked in a text: the words of each value that was read, by layer, with the key under which a panel tells more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onrecord.record import ById, Record, Span
from onrecord.wording.circumstances import figure
from onrecord.wording.rows import Row

__all__ = ["LAYERS", "Keys", "Mark", "count_layers", "marks_of"]

LAYERS: Final = ("statements", "mentions", "places", "times", "events", "quantities", "states", "relations")
"""What can be marked, in the order in which it is offered."""
LETTERS: Final = {
    "s": "statements", "c": "chains", "m": "mentions", "p": "places", "t": "times", "e": "events", "q": "quantities",
    "st": "states", "rl": "relations", "x": "removed",
}  # fmt: skip
"""The fields of a record by the letters of keys; they are those of the ids that a ledger gives to parts."""
_PLAIN: Final = frozenset({"happened", "ongoing", None})
_WIDE: Final = frozenset({"district", "province", "natural_feature", "region", "country", "sea"})
_HOLDS: Final = {"controls_territory": "controls"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with something to it.

    Attributes:
        start: Offset of its first character, in code points.
        end: Offset after its last.
        layer: The layer that it belongs to, or "removed".
        key: What its panel is called: "e3" is the third event of the record.
        look: How it is drawn: a class of the style sheet.
        tag: What stands behind its words, or before those of a statement or of something removed; "" for nothing.
        chain: Key of the chain that it is a mention of; all of these light up together.
    """

    start: int
    end: int
    layer: str
    key: str
    look: str
    tag: str = ""
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a record's parts by their ids, and the parts by their keys.

    Attributes:
        by_id: For each letter the key of each id; of two parts with one id the first counts.
        parts: Every part by its key.
    """

    by_id: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, Any]

    @classmethod
    def of(cls, record: Record) -> Keys:
        """Those of a record."""
        by_id: dict[str, dict[str, str]] = {}
        parts: dict[str, Any] = {}
        for letter, name in LETTERS.items():
            held = record.document.removed if name == "removed" else getattr(record, name)
            ids = by_id[letter] = {}
            for at, part in enumerate(held, 1):
                parts[f"{letter}{at}"] = part
                if letter != "x":
                    ids.setdefault(part.id, f"{letter}{at}")
        return cls(by_id, parts)

    def find(self, letter: str, id_: str | None) -> str:
        """The key of a part; "" where its id leads nowhere."""
        return self.by_id[letter].get(id_ or "", "")


def count_layers(record: Record) -> dict[str, int]:
    """How much there is of each layer."""
    return {layer: len(getattr(record, layer)) for layer in LAYERS}


def marks_of(record: Record, rows: Iterable[Row], layers: Collection[str]) -> list[Mark]:
    """The marks of some layers, with what is removed, in the order of the text; of two the longer one comes first.

    Args:
        record: The report, read.
        rows: The rows of its statements.
        layers: The layers that are shown.
    """
    found = [*_removed(record)]
    for layer, marking in _MARKING.items():
        if layer in layers:
            found += marking(record)
    if "statements" in layers:
        found += _statements(rows)
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.key))


def _statements(rows: Iterable[Row]) -> Iterator[Mark]:
    for row in rows:
        statement = row.statement
        parts = (("content", statement.content), ("source", statement.source), ("cue", statement.cue))
        for look, part in parts:
            for span in part.spans if part else ():
                yield from _mark(span, "statements", f"s{row.number}", look, str(row.number))


def _mentions(record: Record) -> Iterator[Mark]:
    within = {mention: chain.id for chain in reversed(record.chains) for mention in chain.mentions}
    several = {chain.id for chain in record.chains if len(chain.mentions) > 1}
    numbers = {chain.id: at for at, chain in reversed(list(enumerate(record.chains, 1)))}
    for at, mention in enumerate(record.mentions, 1):
        chain = mention.chain or within.get(mention.id)
        key = f"c{numbers[chain]}" if chain in numbers else ""
        # What stands alone needs no number to be found again by.
        tag = key[1:] if chain in several else ""
        yield from _mark(mention.span, "mentions", f"m{at}", f"mention is-{mention.kind}", tag, key)


def _places(record: Record) -> Iterator[Mark]:
    mentions = ById.of(record).mentions
    for at, place in enumerate(record.places, 1):
        mention = mentions.get(place.mention or "")
        if mention is None:
            continue
        known = place.latitude is not None or place.precision in ("country", "sea")
        tag = "not found" if not known else (place.precision or "").replace("_", " ")
        role = "there" if place.role == "event" else "named"
        shown = tag if place.precision in _WIDE or place.precision in ("near", "site") or not known else ""
        yield from _mark(mention.span, "places", f"p{at}", f"place is-{role}", shown)


def _times(record: Record) -> Iterator[Mark]:
    for at, time in enumerate(record.times, 1):
        dates = [day for day in (time.earliest, time.latest) if day]
        tag = " to ".join(dict.fromkeys(dates)) or "no date"
        shown = "" if time.span is None or time.span.text == tag else tag
        yield from _mark(time.span, "times", f"t{at}", "time", shown)


def _events(record: Record) -> Iterator[Mark]:
    for at, event in enumerate(record.events, 1):
        status = "denied" if event.polarity == "negative" and event.status in _PLAIN else event.status
        # What is told as having happened is the rule, and needs no word.
        tag = "" if status in _PLAIN else str(status)
        yield from _mark(event.trigger, "events", f"e{at}", f"event is-{status or 'happened'}", tag)


def _quantities(record: Record) -> Iterator[Mark]:
    for at, quantity in enumerate(record.quantities, 1):
        tag = "" if quantity.modifier in ("exact", None) else figure(quantity.low, quantity.high)
        yield from _mark(quantity.span, "quantities", f"q{at}", "quantity", tag)


def _states(record: Record) -> Iterator[Mark]:
    for at, state in enumerate(record.states, 1):
        tag = _HOLDS.get(state.kind, state.kind)
        shown = f"not: {tag}" if state.polarity == "negative" else tag
        yield from _mark(state.span, "states", f"st{at}", "state", shown)


def _relations(record: Record) -> Iterator[Mark]:
    for at, relation in enumerate(record.relations, 1):
        yield from _mark(relation.span, "relations", f"rl{at}", "relation", (relation.kind or "").replace("_", " "))


def _removed(record: Record) -> Iterator[Mark]:
    for at, gone in enumerate(record.document.removed, 1):
        yield from _mark(gone.span, "removed", f"x{at}", "gone", gone.why)


def _mark(span: Span | None, layer: str, key: str, look: str, tag: str, chain: str = "") -> Iterator[Mark]:
    """The mark of some words, without the blanks around them; nothing where there is nothing to see."""
    text = span.text if span else ""
    if span is not None and text.strip():
        start = span.start + len(text) - len(text.lstrip())
        yield Mark(start, start + len(text.strip()), layer, key, look, tag, chain)


_MARKING: Final[Mapping[str, Callable[[Record], Iterator[Mark]]]] = {
    "mentions": _mentions, "places": _places, "times": _times, "events": _events, "quantities": _quantities,
    "states": _states, "relations": _relations,
}  # fmt: skip
