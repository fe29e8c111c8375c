"""Tellings and reports of our own for the tests."""

from __future__ import annotations

from dataclasses import replace

from onrecord.link.happenings.telling import Range, Spot, Telling
from onrecord.link.happenings.words import names_in, stems_of
from onrecord.link.likeness import PairJudgement
from onrecord.reference.gazetteer.fold import fold, sound

HAJIN = Spot("Hajin", sound(fold("Hajin")) or "hajin", 174112, 34.69, 40.83, "SY", "Deir ez-Zor", "settlement", 0.95)
SUSAH = Spot("Susah", sound(fold("Susah")) or "susah", 163915, 34.52, 40.95, "SY", "Deir ez-Zor", "settlement", 0.95)
ALEPPO = Spot("Aleppo", "aleppo", 170063, 36.2, 37.16, "SY", "Aleppo", "settlement", 0.95)
MOSUL = Spot("Mosul", "mosul", 99072, 36.34, 43.13, "IQ", "Nineveh", "settlement", 0.95)
PROVINCE = Spot("Deir ez-Zor", "dar azar", 170792, 35.0, 40.5, "SY", "Deir ez-Zor", "province", 0.95)


def told(text: str, name: str = "one", **known: object) -> Telling:
    """A telling of an air strike on Hajin on 5 March 2019, with the words of a sentence."""
    base = Telling(
        id=f"tl-{name}",
        document=f"sha256:{name}",
        incident="i-1",
        type="air_strike",
        kind="Explosions/Remote violence",
        spot=HAJIN,
        earliest="2019-03-05",
        latest="2019-03-05",
        dated="told",
        triggers=("strik",),
        words=stems_of(text),
        names=names_in(text),
    )
    return replace(base, **known)  # type: ignore[arg-type]


def killed(low: float, high: float | None = None) -> tuple[Range, ...]:
    """A toll of so many dead."""
    return (Range("killed", low, low if high is None else high),)


def judged(a: str, b: str, verdict: str, at: str = "2026-01-01T00:00:00Z") -> PairJudgement:
    """A person's judgement."""
    return PairJudgement("happenings", min(a, b), max(a, b), verdict, "Ayşe", None, at)  # type: ignore[arg-type]
