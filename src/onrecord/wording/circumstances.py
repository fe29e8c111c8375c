"""Where, when, how many, and according to whom: the same words for everything that a report tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from onrecord.record import NARRATOR, ById, Event, Span, State
from onrecord.wording.rows import NOBODY, Row
from onrecord.wording.visible import flat

__all__ = ["ITSELF", "figure", "named", "voices_of", "when_of", "where_of", "words_of"]

ITSELF: Final = "the report itself"
_NEAR: Final = {"near": "near {}", "site": "{} (a site)"}
_WIDE: Final = frozenset({"district", "province", "natural_feature", "region", "country", "sea"})
_SURE: Final = {"probable": "probably", "possible": "possibly", "unspecified": "certainty left open"}
_NO_DATE: Final = "no date"
_NO_POSITION: Final = "not found on the map"


def where_of(place: str | None, parts: ById) -> str:
    """A place in words: its name, how near, and whether it is known where that lies; "" for no place."""
    found = parts.places.get(place or "")
    if found is None:
        return ""
    mention = parts.mentions.get(found.mention or "")
    name = flat(found.name or (mention.span.text if mention else "") or "?")
    told = _NEAR.get(found.precision or "", "{}").format(name)
    known = [found.precision.replace("_", " ")] if found.precision in _WIDE else []
    known += [found.country] if found.country and found.precision != "country" else []
    if found.latitude is None and found.precision not in ("country", "sea"):
        known.append(_NO_POSITION)
    return f"{told} ({', '.join(map(flat, known))})" if known else told


def when_of(time: str | None, parts: ById) -> str:
    """A time in words: the days that it can mean and the report's words for it; "" for no time."""
    found = parts.times.get(time or "")
    if found is None:
        return ""
    days = dict.fromkeys(flat(day) for day in (found.earliest, found.latest) if day)
    dated = " to ".join(days)
    if dated and (found.earliest is None or found.latest is None):
        dated = f"{'until' if found.earliest is None else 'since'} {dated}"
    words = f"“{flat(found.span.text)}”" if found.span else ""
    if not words or words == f"“{dated}”":
        return dated or _NO_DATE
    return f"{dated or _NO_DATE} ({words})"


def figure(low: float | None, high: float | None) -> str:
    """A number or a range: "14", "200 to 999", "at least 3"; "" for none."""
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"at least {low:,.15g}" if high is None else f"at most {high:,.15g}"
    return f"{low:,.15g}" if low == high else f"{low:,.15g} to {high:,.15g}"


def named(chain: str | None, spans: tuple[Span, ...], parts: ById) -> str:
    """Somebody by the fullest name that the report gives, or by its words at this place."""
    found = parts.chains.get(chain or "")
    return flat((found.name if found else None) or words_of(spans) or "?")


def words_of(spans: Iterable[Span]) -> str:
    """Words that stand in several places, each once, on one line."""
    return " … ".join(dict.fromkeys(flat(span.text) for span in spans))


def voices_of(told: Iterable[Event | State], parts: ById, rows: Mapping[str, Row]) -> tuple[str, ...]:
    """Who tells of it, and as what.

    Args:
        told: Event mentions of one happening, or a state.
        parts: The record's parts.
        rows: The rows of its statements, by the statement's id.

    Returns:
        For everything that it is told as, a line: "happened: the colonel (3), the report itself".
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for one in told:
        by = [_voice(key, parts, rows) for key in one.asserted_by] or [""]
        found[_told_as(one)] |= dict.fromkeys(by)
    return tuple(
        f"{how}: {', '.join(by)}" if how else ", ".join(by)
        for how, names in found.items()
        if (by := [*filter(None, names)]) or how
    )


def _told_as(one: Event | State) -> str:
    return ", ".join(_words_for(one))


def _words_for(one: Event | State) -> Iterator[str]:
    status = one.status if isinstance(one, Event) else None
    if status:
        yield status
    if one.certainty in _SURE:
        yield _SURE[one.certainty]
    if one.polarity == "negative" and status != "denied":
        yield "not so"
    if isinstance(one, Event) and one.extra.get("background") is True:
        yield "background"


def _voice(key: str, parts: ById, rows: Mapping[str, Row]) -> str:
    if key == NARRATOR:
        return ITSELF
    row, statement = rows.get(key), parts.statements.get(key)
    if row is not None:
        return f"{row.who} ({row.number})"
    return flat(parts.speaker(statement) or NOBODY) if statement else flat(key)
