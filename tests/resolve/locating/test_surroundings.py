"""What the words around a place say of its precision and its role."""

import pytest

from tests.resolve.locating.reports import located, place

ELSEWHERE = " [Raqqa] and [Kobani] in [Syria] were quiet."


@pytest.mark.parametrize(
    ("report", "name", "precision"),
    [
        ("Fighting went on near [Hajin].", "Hajin", "near"),
        ("Fighting went on east of [Hajin].", "Hajin", "near"),
        ("They held the outskirts of [Hajin].", "Hajin", "settlement"),
        ("[Hajin]'s outskirts were shelled.", "Hajin", "near"),
        ("A bus burned on the road between [Hajin] and [Susah].", "Susah", "near"),
        ("A bus burned on the road between [Hajin] and [Susah].", "Hajin", "near"),
        ("The town of [Hajin] fell.", "Hajin", "settlement"),
        ("In northeastern [Syria], nothing moved.", "Syria", "region"),
        ("In [northeastern Syria], nothing moved.", "Syria", "region"),
        ("Camps lie east of the [Euphrates].", "Euphrates", "region"),
        ("Boats sank in the [Euphrates].", "Euphrates", "natural_feature"),
        ("Ships waited in the [Red Sea].", "Red Sea", "sea"),
        ("The [Middle East] waited.", "Middle East", "region"),
        ("A man was held at the [f:Zuhur Hospital].", "Zuhur Hospital", "site"),
        ("A car burned in [Zuhur Street].", "Zuhur Street", "site"),
    ],
)
def test_precision(report: str, name: str, precision: str) -> None:
    assert place(report + ELSEWHERE, name).precision == precision


@pytest.mark.parametrize(
    ("report", "name", "role"),
    [
        ("Three people died in [Hajin].", "Hajin", "event"),
        ("The army captured [Hajin].", "Hajin", "event"),
        ("The battle of [Hajin] is over.", "Hajin", "event"),
        ("Shells fell in [Hajin] and [Susah].", "Susah", "event"),
        ("Shells fell in the town of [Hajin].", "Hajin", "event"),
        ("[Hajin] has a market.", "Hajin", "mentioned"),
        ("He was born to a family of [Hajin] traders.", "Hajin", "mentioned"),
    ],
)
def test_role(report: str, name: str, role: str) -> None:
    assert place(report + ELSEWHERE, name).role == role


def test_a_dateline_is_where_it_was_written() -> None:
    report = "BEIRUT, Lebanon — Three people died in [Hajin], [Syria]."
    found = {p.name: p for p in located(report, dateline="BEIRUT, Lebanon")}
    assert found["BEIRUT"].role == "reporting"
    assert found["BEIRUT"].country == "LB"
    assert found["Lebanon"].role == "reporting"
    assert found["Hajin"].role == "event"


def test_a_dateline_that_nobody_marked_is_known_by_its_dash() -> None:
    found = {p.name: p for p in located("[BEIRUT] — Three people died in [Hajin], [Syria].")}
    assert (found["BEIRUT"].role, found["Hajin"].role) == ("reporting", "event")
