"""Whether two propositions are one claim, and how they then stand to each other: slots first, then the words, never likeness alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import exp
from typing import Final, Literal

from onrecord.link.claims.keys import GROUND, REMARK, question_of
from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.settings import days_between, far_apart, same_place, same_time, shared
from onrecord.link.claims.sides import rivals
from onrecord.link.claims.values import apart, figure_of, meet, of_one_scale, same_figure
from onrecord.link.claims.vocabulary import PARTS
from onrecord.link.claims.words import stems_of
from onrecord.link.likeness import Likeness, Verdict

Standing = Literal["same", "opposed", "incompatible value", "value that meets"]
Sentences = Callable[[str, str], float | None]
"""A judge of two sentences: the probability that they contradict each other, or None where it does not say."""

_EVERYWHERE: Final = frozenset({"defeated"})
_SAME: Final = 0.5
_OWN_WORDS: Final = 0.6
"""Share of stems that two remarks must have in common to be one: calibrated on the open groups."""
_UNSURE: Final = 0.3
_WEEK: Final = 7
"""Days: a weekday that is read for that of another week is still the same day."""
_LASTING: Final = 10
"""Days for which what is said of who holds a place is about one state of things."""
_WEAK_GRACE: Final = 4
_ENOUGH: Final = 0.6
_FEW: Final = 2
_PART: Final = 3
"""A part of a toll and a whole that is so many times larger are no two accounts of one toll."""
WEIGHTS: Final[Mapping[str, float]] = {
    "bias": -2.2, "one day": 0.3, "other days": -1.5, "no day": -0.5, "one place": 0.4, "far apart": -1.75,
    "heads alike": 4.0, "sentences alike": 1.5, "other acts": -0.6, "one report": -0.8, "one happening": 1.5,
    "other happenings": -1.0, "no figures": 1.2, "one figure": 0.8, "figures meet": 0.0, "one group": 0.6,
    "both wholes": 1.0, "named groups differ": -3.0, "a part and all": -2.5, "one scene": 0.8,
    "other scenes": -1.5,
}  # fmt: skip
"""How much each sign weighs."""
_EXPLOSIVE: Final = frozenset({
    "air_strike", "shelling", "attack", "remote_explosive", "suicide_bomb", "unspecified_violence", "armed_clash", "grenade", "disrupted_weapons_use",
    "offensive_begins",
})  # fmt: skip


def compare(
    a: Proposition,
    b: Proposition,
    happenings: tuple[str | None, str | None] = (None, None),
    contradicts: Sentences | None = None,
) -> Likeness:
    """Tell whether two propositions are about one thing.

    Args:
        a: The one.
        b: The other.
        happenings: Ids of the happenings that their incidents belong to, where they are known.
        contradicts: A judge of two sentences, asked only about remarks that share their words.

    Returns:
        The verdict with a score, the reasons, and in `details` how they stand: "same", "opposed", "incompatible value" or "value that meets".
    """
    if not _comparable(a, b):
        return Likeness("different", 0.0, ("another question",))
    if a.theme.split(":")[0] in _EVERYWHERE:
        return Likeness("same", 0.9, ("one side", "one state"), {"standing": _standing(a, b)})
    if a.theme.startswith(GROUND):
        return _held(a, b)
    if a.theme == REMARK:
        return _remarks(a, b, contradicts)
    if a.document == b.document and a.speaker.key == b.speaker.key and clash(a, b):
        return Likeness("different", 0.0, ("one source gives both",))
    found = features(a, b, happenings)
    if found is None:
        return Likeness("different", 0.0, ("other days, other towns, or figures of another order",))
    weighed = {name: WEIGHTS[name] * value for name, value in found.items() if value}
    score = 1 / (1 + exp(-sum(weighed.values())))
    verdict: Verdict = "same" if score >= _SAME else "unsure" if score > _UNSURE else "different"
    reasons = sorted((name for name in weighed if name != "bias"), key=lambda name: -abs(weighed[name]))
    return Likeness(verdict, round(score, 3), tuple(reasons), {"standing": _standing(a, b)})


def clash(a: Proposition, b: Proposition) -> bool:
    """Whether two propositions of one source in one report are two things, since it gives both."""
    if a.value is None or b.value is None or a.theme != b.theme:
        return False
    return a.counted != b.counted or not same_figure(a.value, b.value, nearly=True) or a.setting.long != b.setting.long


def _comparable(a: Proposition, b: Proposition) -> bool:
    if a.kind != b.kind:
        return False
    return question_of(a.theme) == question_of(b.theme)


def _standing(a: Proposition, b: Proposition) -> Standing:
    if a.value is not None and b.value is not None:
        return "incompatible value" if apart(a.value, b.value) else "value that meets"
    sides = {_side(a), _side(b)}
    return "opposed" if (sides == {"asserts", "denies"}) != rivals(a.theme, b.theme) else "same"


def _side(p: Proposition) -> str:
    return (p.leans or "asserts") if p.stance == "hedges" else p.stance


def _held(a: Proposition, b: Proposition) -> Likeness:
    """Who holds a place, told within days of each other."""
    if a.published is None or b.published is None:
        return Likeness("same", 0.6, ("one place", "no day"), {"standing": _standing(a, b)})
    gap = abs((date.fromisoformat(a.published) - date.fromisoformat(b.published)).days)
    if gap > _LASTING:
        return Likeness("different", 0.1, ("one place at other times",))
    return Likeness(
        "same", round(0.95 - 0.03 * gap, 3), ("one place", f"{gap} days apart"), {"standing": _standing(a, b)}
    )


def features(
    a: Proposition, b: Proposition, happenings: tuple[str | None, str | None] = (None, None)
) -> dict[str, float] | None:
    """What tells whether two propositions of one theme are about one thing; None where they cannot be."""
    if a.setting.long != b.setting.long or (a.value is None) != (b.value is None):
        return None
    gap = days_between(a.setting, b.setting)
    if gap is not None and gap > (_WEEK if a.setting.dated and b.setting.dated else _WEAK_GRACE):
        return None
    if far_apart(a.setting.towns, b.setting.towns):
        return None
    if a.value is not None and b.value is not None and not of_one_scale(a.value, b.value):
        return None
    if a.whole != b.whole and _dwarfed(a, b):
        return None
    found = dict.fromkeys(WEIGHTS, 0.0)
    found["bias"] = 1.0
    dated = a.setting.dated and b.setting.dated
    found["one day"] = float(gap == 0 and dated)
    found["other days"] = float(gap is not None and gap > 1 and dated)
    found["no day"] = float(gap is None)
    place = same_place(a.setting.spots, b.setting.spots)
    found["one place"], found["far apart"] = float(place == 1), float(place == -1)
    found["heads alike"] = min(shared(a.setting.about, b.setting.about), _ENOUGH)
    found["sentences alike"] = min(shared(a.setting.words, b.setting.words), _ENOUGH)
    found["other acts"] = float(
        bool(a.setting.act and b.setting.act) and (a.setting.act in _EXPLOSIVE) != (b.setting.act in _EXPLOSIVE)
    )
    scenes = set(a.setting.scenes), set(b.setting.scenes)
    found["one scene"] = float(bool(scenes[0] & scenes[1]))
    found["other scenes"] = float(all(scenes) and not scenes[0] & scenes[1])
    found["one report"] = float(a.document == b.document)
    if None not in happenings:
        found["one happening" if happenings[0] == happenings[1] else "other happenings"] = 1.0
    if a.value is None or b.value is None:
        found["no figures"] = 1.0
        return found
    found["one figure"] = float(a.value == b.value and a.value.words is None)
    found["figures meet"] = float(meet(a.value, b.value))
    found["one group"] = float(a.counted == b.counted)
    found["both wholes"] = float(a.whole and b.whole and not a.setting.aside and not b.setting.aside)
    apiece = {a.counted, b.counted} - {None}
    found["a part and all"] = float(
        len(apiece) == 1
        and None in (a.counted, b.counted)
        and (bool(apiece & PARTS) or any(g.startswith("of ") for g in apiece if g))
    )
    found["named groups differ"] = float(None not in (a.counted, b.counted) and a.counted != b.counted)
    return found


def _dwarfed(a: Proposition, b: Proposition) -> bool:
    """Whether one is a person or two of a toll that a larger figure of others stands for: they are no two accounts of one toll."""
    figures = sorted(f for p in (a, b) if p.value is not None and (f := figure_of(p.value)) is not None)
    if len(figures) < 2 or (a.counted == b.counted and a.counted is not None):
        return False
    return figures[0] <= _FEW and _PART * figures[0] <= figures[1]


def _remarks(a: Proposition, b: Proposition, contradicts: Sentences | None) -> Likeness:
    own, other = _words_of(a), _words_of(b)
    if not same_time(a.setting, b.setting) or a.document == b.document:
        return Likeness("different", 0.0, ("other days",))
    part = min(shared(own, other), shared(a.setting.words, b.setting.words) + 0.2)
    if part < _OWN_WORDS:
        return Likeness("different", round(part, 3), ("other words",))
    said = contradicts(" ".join(s.text for s in a.spans), " ".join(s.text for s in b.spans)) if contradicts else None
    standing: Standing = "opposed" if (said or 0.0) > 0.5 else _standing(a, b)
    return Likeness("same", round(part, 3), (f"{part:.0%} of the words are shared",), {"standing": standing})


def _words_of(p: Proposition) -> tuple[str, ...]:
    return stems_of(" ".join(span.text for span in p.spans))
