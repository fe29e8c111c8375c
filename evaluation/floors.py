"""Floors that only rise. In: measured figures and the floors of before. Out: verdicts, and new floors, or a refusal."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal

from evaluation.figures import Figure
from onrecord.errors import SettingsError

FILE = Path(__file__).with_name("floors.json")
PLACES = 4

Outcome = Literal["kept", "risen", "within tolerance", "BELOW", "NO FLOOR"]
FAILS = ("BELOW", "NO FLOOR")


@dataclass(frozen=True, slots=True)
class Regression:
    """A floor that somebody lowered, and why."""

    figure: str
    before: float
    after: float | None
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class Floors:
    """What was reached before, and on what it was measured.

    Attributes:
        decisions: Tolerance: how many decisions of the reader a figure may lose.
        model: sha256 of the network that the floors were set with.
        gold: sha256 of each file that they were measured on.
        bounds: By figure; a ceiling for those of which less is better.
        regressions: Every lowering, with its reason.
    """

    decisions: int = 1
    model: str | None = None
    gold: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, float] = field(default_factory=dict)
    regressions: tuple[Regression, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure beside its floor."""

    figure: Figure
    bound: float | None
    outcome: Outcome


class WouldLower(SettingsError):
    """Raising the floors would lower some of them, and no reason was given."""


def read_floors(path: Path = FILE) -> Floors:
    """The floors of before; none where there is no file yet."""
    if not path.exists():
        return Floors()
    value = json.loads(path.read_text(encoding="utf-8"))
    return Floors(**{**value, "regressions": tuple(Regression(**row) for row in value["regressions"])})


def write_floors(floors: Floors, path: Path = FILE) -> None:
    """Writes the floors for people to read in a diff: a figure a line, sorted."""
    value = asdict(replace(floors, gold=dict(sorted(floors.gold.items())), bounds=dict(sorted(floors.bounds.items()))))
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def judge(figures: Sequence[Figure], floors: Floors) -> list[Verdict]:
    """Each figure beside its floor; those without a floor by design are left out."""
    return [_verdict(figure, floors) for figure in figures if figure.held]


def lost(figures: Sequence[Figure], floors: Floors) -> list[str]:
    """Figures that have a floor and were not measured."""
    return sorted(floors.bounds.keys() - {figure.name for figure in figures})


def changes(floors: Floors, model: str, gold: Mapping[str, str]) -> list[str]:
    """What is no longer what the floors were set on, in words."""
    said = []
    if floors.model != model:
        said.append(f"the network is {_short(model)}, the floors were set with {_short(floors.model)}")
    for name in sorted(gold.keys() | floors.gold.keys()):
        before, now = floors.gold.get(name), gold.get(name)
        if before != now:
            said.append(f"{name} is {_short(now)}, the floors were set on {_short(before)}")
    return said


def pinned(floors: Floors, model: str, gold: Mapping[str, str]) -> Floors:
    """The same floors, held to this network and these files from now on."""
    return replace(floors, model=model, gold=dict(gold))


def without(floors: Floors, prefixes: Sequence[str], files: Sequence[str]) -> Floors:
    """The floors that are left where some gold files are absent.

    Args:
        floors: All floors.
        prefixes: How the figures begin that cannot be measured.
        files: The files that are absent.
    """
    starts = tuple(f"{prefix} " for prefix in prefixes)
    bounds = {name: bound for name, bound in floors.bounds.items() if not name.startswith(starts)}
    return replace(floors, bounds=bounds, gold={k: v for k, v in floors.gold.items() if k not in files})


def raised(figures: Sequence[Figure], floors: Floors, date: str, reason: str | None = None) -> Floors:
    """Floors at what is reached now, where that is better.

    Args:
        figures: What is reached now.
        floors: The floors of before.
        date: ISO date, for the list of regressions.
        reason: Why floors that are not reached may be lowered; without it they may not.

    Raises:
        WouldLower: a figure is below its floor by more than the tolerance, or is no longer measured, and there is no reason.
    """
    bounds, regressions = dict(floors.bounds), list(floors.regressions)
    verdicts = judge(figures, floors)
    below = [v.figure.name for v in verdicts if v.outcome == "BELOW"] + lost(figures, floors)
    if below and not reason:
        raise WouldLower(
            f"{', '.join(below)}: not reached any more; floors are lowered only with --allow-regression REASON"
        )
    for verdict in verdicts:
        name, reached = verdict.figure.name, _rounded(verdict.figure)
        if verdict.outcome == "BELOW":
            regressions.append(Regression(name, bounds[name], reached, str(reason), date))
        if verdict.outcome in ("risen", *FAILS):
            bounds[name] = reached
    gone = lost(figures, floors)
    regressions += [Regression(name, bounds.pop(name), None, f"no longer measured: {reason}", date) for name in gone]
    return replace(floors, bounds=bounds, regressions=tuple(regressions))


def _verdict(figure: Figure, floors: Floors) -> Verdict:
    bound = floors.bounds.get(figure.name)
    if bound is None:
        return Verdict(figure, None, "NO FLOOR")
    gain = bound - figure.value if figure.falls else figure.value - bound
    # Floors are cut to four places, so a gain below that is none.
    if gain >= 10**-PLACES:
        return Verdict(figure, bound, "risen")
    if gain >= 0:
        return Verdict(figure, bound, "kept")
    return Verdict(figure, bound, "within tolerance" if -gain <= floors.decisions * figure.one + 1e-9 else "BELOW")


def _rounded(figure: Figure) -> float:
    """Cut, never rounded up: a floor is something that was reached."""
    scaled = figure.value * 10**PLACES
    whole = math.ceil(scaled - 1e-6) if figure.falls else math.floor(scaled + 1e-6)
    return float(whole / 10**PLACES)


def _short(digest: str | None) -> str:
    return digest[:12] if digest else "none"
