"""How exactly places and dates are known, in the numbers of other schemes."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.ontology import NotCoded, PrecisionCode, date_precision, place_precision
from onrecord.record.vocabulary import PlacePrecision, TimePrecision


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp", "plover"),
    [
        ("site", 1, 1, 5),
        ("settlement", 1, 1, 4),
        ("near", 2, 2, 4),
        ("district", 2, 3, 3),
        ("province", 3, 4, 2),
        ("natural_feature", 3, 5, None),
        ("region", 3, 5, None),
        ("sea", 3, 7, None),
    ],
)
def test_places(precision: PlacePrecision, acled: int, ucdp: int, plover: int | None) -> None:
    found = [place_precision(precision, scheme) for scheme in ("acled", "ucdp", "plover")]
    assert [code.value for code in found if isinstance(code, PrecisionCode)] == [acled, ucdp, plover]


def test_a_country_alone_is_too_little_for_acled() -> None:
    assert isinstance(place_precision("country", "acled"), NotCoded)
    assert place_precision("country", "ucdp") == PrecisionCode(6)
    assert place_precision("country", "plover") == PrecisionCode(1)


def test_the_sea_is_said_beside_acleds_number() -> None:
    found = place_precision("sea", "acled")
    assert isinstance(found, PrecisionCode)
    assert found.note is not None


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp"), [("day", 1, 1), ("days", 2, 2), ("week", 2, 3), ("month", 3, 4)]
)
def test_dates(precision: TimePrecision, acled: int, ucdp: int) -> None:
    assert date_precision(precision, "acled") == PrecisionCode(acled)
    assert date_precision(precision, "ucdp") == PrecisionCode(ucdp)


def test_dates_that_are_too_wide_cannot_be_exported() -> None:
    assert [date_precision(width, "ucdp") for width in ("season", "year")] == [PrecisionCode(5)] * 2
    assert all(
        isinstance(date_precision(width, "acled"), NotCoded) for width in ("season", "year", "longer", "none", None)
    )
    assert all(isinstance(date_precision(width, "ucdp"), NotCoded) for width in ("longer", "none", None))


def test_every_precision_of_the_format_has_its_row() -> None:
    assert all(place_precision(own, "ucdp") for own in get_args(PlacePrecision))
    assert all(date_precision(own, "ucdp") for own in get_args(TimePrecision))
