"""How exactly a place or a date is known, in the numbers of other schemes. Table: `crosswalk/precision.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.ontology.load import load_ontology
from onrecord.ontology.not_coded import NotCoded
from onrecord.record.vocabulary import PlacePrecision, TimePrecision

__all__ = ["PrecisionCode", "date_precision", "place_precision"]


@dataclass(frozen=True, slots=True)
class PrecisionCode:
    """A precision in the numbers of a scheme.

    Attributes:
        value: The number; None where the scheme leaves the field empty.
        note: What is to be said beside it.
    """

    value: int | None
    note: str | None = None


def place_precision(
    precision: PlacePrecision | None, scheme: Literal["acled", "ucdp", "plover"]
) -> PrecisionCode | NotCoded:
    """ACLED's geo_precision, UCDP's where_prec or PLOVER's resolution; or why the event cannot be exported.

    Args:
        precision: How exactly the place is known.
        scheme: In whose numbers.
    """
    return _coded("place", precision, scheme)


def date_precision(precision: TimePrecision | None, scheme: Literal["acled", "ucdp"]) -> PrecisionCode | NotCoded:
    """ACLED's time_precision or UCDP's date_prec, or why the event cannot be exported. PLOVER has none.

    Args:
        precision: How exactly the date is known.
        scheme: In whose numbers.
    """
    return _coded("date", precision, scheme)


def _coded(what: str, precision: str | None, scheme: str) -> PrecisionCode | NotCoded:
    table = load_ontology().schemes["precision"]
    code = table[what][precision or "none"][scheme]
    if isinstance(code, dict):
        return NotCoded(code["none"])
    return PrecisionCode(code, table["notes"].get(what, {}).get(precision, {}).get(scheme))
