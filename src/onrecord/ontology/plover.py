"""PLOVER's rules: which code an event has, and what becomes of one that has not happened. Tables: `crosswalk/plover.yaml`, `cameo.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from onrecord.ontology.load import load_ontology
from onrecord.ontology.not_coded import NotCoded, untold
from onrecord.record.vocabulary import EventStatus, Polarity

__all__ = ["PloverCode", "plover_contexts", "plover_of", "plover_of_cameo", "plover_of_former"]

_CONFLICT: Final = (3, 4)
_CONTEXTS: Final = {"planned": "future", "hypothetical": "hypothetical"}
_SPOKEN: Final = ("threatened", "demanded")


@dataclass(frozen=True, slots=True)
class PloverCode:
    """What PLOVER calls an event.

    Attributes:
        event: One of PLOVER's sixteen.
        mode: How it is done; None where none fits.
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        scale: From cooperation (10) to conflict (-10).
        contexts: Contexts of PLOVER; future, hypothetical and historical among them.
        actor: Whose act it is: the doer's of the event, or the speaker's who threatens or demands it. The doer is then the recipient.
    """

    event: str
    mode: str | None
    quad: int
    scale: float
    contexts: tuple[str, ...] = ()
    actor: Literal["doer", "speaker"] = "doer"


def plover_of(
    event_type_id: str | None,
    status: EventStatus | None,
    polarity: Polarity | None = None,
    has_recipient: bool = True,
    background: bool = False,
) -> PloverCode | NotCoded:
    """PLOVER's code of an event, or the reason why it has none.

    What is promised or planned in cooperation is AGREE, a retreat that is announced CONCEDE, violence that is planned, threatened or
    supposed THREATEN, what is demanded REQUEST. What is denied or told as not so is left out here, though it stays in the record.

    Args:
        event_type_id: Its type in the ontology.
        status: Whether it happened.
        polarity: Whether it is told as so.
        has_recipient: Whether it is told to whom it is done.
        background: Whether it lies before what the report is about.

    Raises:
        OntologyError: There is no such type.
    """
    ontology = load_ontology()
    rules = ontology.schemes["plover"]
    if event_type_id is None:
        return NotCoded("its type is not known")
    kind = ontology.get_type(event_type_id)
    held_back = untold(status, polarity)
    if held_back in {"denied", "negative", "none"}:
        return NotCoded(rules["not_coded"][held_back])
    if kind.plover is None:
        return NotCoded(kind.unmapped["plover"])
    told = _as_told(rules, *kind.plover, held_back)
    if isinstance(told, NotCoded):
        return told
    event, mode, contexts = told
    if rules["events"][event].get("needs_recipient") and not has_recipient:
        return NotCoded(f"{event}: {rules['not_coded']['recipient']}")
    before = ("historical",) if background else ()
    return _code(rules, event, mode, (*before, *contexts), "speaker" if held_back in _SPOKEN else "doer")


def plover_contexts(event_type_id: str | None) -> tuple[str, ...]:
    """Contexts of PLOVER that follow from the type of an event by itself.

    Args:
        event_type_id: Its type in the ontology.
    """
    table: Mapping[str, str] = load_ontology().schemes["plover"]["contexts_of"]
    return tuple(context for context, types in table.items() if event_type_id in types.split())


def plover_of_cameo(code: str) -> PloverCode | NotCoded:
    """What a code of CAMEO is in PLOVER: that of its longest beginning in the table. 01 and 02 are statements without an act.

    Args:
        code: A code of CAMEO with its leading zero: "0871".
    """
    schemes = load_ontology().schemes
    for length in range(len(code), 1, -1):
        if (row := schemes["cameo"].get(code[:length])) is not None:
            event, mode, *contexts = [*row, None][: max(2, len(row))]
            return _code(schemes["plover"], event, mode, tuple(contexts), "doer")
    if code[:2] in {"01", "02"}:
        return NotCoded("a statement without an act")
    return NotCoded(f"{code!r} is no code of CAMEO")


def plover_of_former(event: str, mode: str | None = None) -> PloverCode | NotCoded:
    """What an event of PLOVER is today, if it bears a name of an earlier version: DEMAND is REQUEST.

    Args:
        event: The event as it is written.
        mode: The mode as it is written.
    """
    rules = load_ontology().schemes["plover"]
    now = rules["former"].get(event, [event, mode])
    if isinstance(now, dict):
        return NotCoded(now["none"])
    if now[0] not in rules["events"]:
        return NotCoded(f"{event!r} is no event of PLOVER")
    return _code(rules, now[0], now[1] or mode, (), "doer")


def _as_told(
    rules: Mapping[str, Any], event: str, mode: str | None, status: str | None
) -> tuple[str, str | None, tuple[str, ...]] | NotCoded:
    """Event, mode and contexts that an event is exported with when it has not happened, by its status."""
    if status is None:
        return event, mode, ()
    if status == "attempted":
        if rules["events"][event]["quad"] in _CONFLICT:
            return event, mode, ()
        return NotCoded(rules["not_coded"]["attempted"])
    for row in (rules["modes"].get(f"{event}/{mode}", {}), rules["events"][event]):
        if status in row:
            to = row[status]
            if to is None:
                return NotCoded(rules["not_coded"]["threatened"])
            return (to, None, ()) if isinstance(to, str) else (to[0], to[1], ())
    return event, mode, (_CONTEXTS[status],)


def _code(
    rules: Mapping[str, Any],
    event: str,
    mode: str | None,
    contexts: tuple[str, ...],
    actor: Literal["doer", "speaker"],
) -> PloverCode:
    row = rules["events"][event]
    return PloverCode(event, mode, row["quad"], float(row["scale"]), contexts, actor)
