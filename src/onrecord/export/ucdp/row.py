"""A row of UCDP's Georeferenced Event Dataset."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import Final, Literal

__all__ = ["COLUMNS", "UcdpRow"]


@dataclass(frozen=True, slots=True)
class UcdpRow:
    """One event with UCDP's 49 columns, in UCDP's order; None where a column stays empty.

    Attributes:
        id: UCDP's own id; always empty, as are all ids and names of conflicts that only UCDP gives.
        relid: UCDP's own.
        year: Year of the first day.
        active_year: Whether the dyad reached 25 deaths in the year; UCDP's to say.
        code_status: UCDP's own.
        type_of_violence: 1 state-based, 2 non-state, 3 one-sided.
        conflict_dset_id: UCDP's own.
        conflict_new_id: UCDP's own.
        conflict_name: UCDP's own.
        dyad_dset_id: UCDP's own.
        dyad_new_id: UCDP's own.
        dyad_name: Both sides, where both have a name in the registry.
        side_a_dset_id: UCDP's own.
        side_a_new_id: UCDP's own.
        side_a: The state in state-based violence, who attacks civilians in one-sided violence.
        side_b_dset_id: UCDP's own.
        side_b_new_id: UCDP's own.
        side_b: The other side.
        number_of_sources: How many sources are independent of each other.
        source_article: All reports: outlet, date and headline of each.
        source_office: The outlet of the main report, the earliest that is no copy.
        source_date: Its date.
        source_headline: Its headline.
        source_original: Who said it first.
        where_prec: 1 the place to 7 at sea.
        where_coordinates: The place.
        where_description: The words for the place, and what kind of place they name.
        adm_1: First-order division.
        adm_2: Second-order division; always empty.
        latitude: Degrees north.
        longitude: Degrees east.
        geom_wkt: The point as well-known text.
        priogrid_gid: The cell of PRIO-GRID.
        country: The country.
        country_id: Its number by Gleditsch and Ward.
        region: UCDP's region.
        event_clarity: 1 one event of one day, 2 told as several, or of several days.
        date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more.
        date_start: The first day.
        date_end: The last day.
        deaths_a: The dead of side a.
        deaths_b: The dead of side b.
        deaths_civilians: Dead civilians.
        deaths_unknown: All other dead.
        best: The sum of these four.
        high: The highest figure.
        low: The lowest figure.
        gwnoa: Number of side a by Gleditsch and Ward, if it is a state.
        gwnob: Number of side b.
    """

    id: int | None = None
    relid: str | None = None
    year: int | None = None
    active_year: int | None = None
    code_status: str | None = None
    type_of_violence: int | None = None
    conflict_dset_id: int | None = None
    conflict_new_id: int | None = None
    conflict_name: str | None = None
    dyad_dset_id: int | None = None
    dyad_new_id: int | None = None
    dyad_name: str | None = None
    side_a_dset_id: int | None = None
    side_a_new_id: int | None = None
    side_a: str | None = None
    side_b_dset_id: int | None = None
    side_b_new_id: int | None = None
    side_b: str | None = None
    number_of_sources: int | None = None
    source_article: str | None = None
    source_office: str | None = None
    source_date: str | None = None
    source_headline: str | None = None
    source_original: str | None = None
    where_prec: int | None = None
    where_coordinates: str | None = None
    where_description: str | None = None
    adm_1: str | None = None
    adm_2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geom_wkt: str | None = None
    priogrid_gid: int | None = None
    country: str | None = None
    country_id: int | None = None
    region: str | None = None
    event_clarity: Literal[1, 2] | None = None
    date_prec: int | None = None
    date_start: str | None = None
    date_end: str | None = None
    deaths_a: int | None = None
    deaths_b: int | None = None
    deaths_civilians: int | None = None
    deaths_unknown: int | None = None
    best: int | None = None
    high: int | None = None
    low: int | None = None
    gwnoa: int | None = None
    gwnob: int | None = None

    def cells(self) -> tuple[str | int | float | None, ...]:
        """Its values, in the order of the columns."""
        return astuple(self)


COLUMNS: Final = tuple(field.name for field in fields(UcdpRow))
"""The names of UCDP's columns, in their order."""
