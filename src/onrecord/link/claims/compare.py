"""Whether two propositions are one claim, and how they then stand to each other: slots first, then the words, never likeness alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.settings import days_between, same_place, same_time, shared
from onrecord.link.claims.values import apart, meet, of_one_scale
from onrecord.link.likeness import Likeness

Standing = Literal["same", "opposed", "incompatible value", "value that meets"]
Sentences = Callable[[str, str], float | None]
"""A judge of two sentences: the probability that they contradict each other, or None where it does not say."""

_EVERYWHERE: Final = frozenset({"defeated"})
_SAME: Final = 0.5
_OWN_WORDS: Final = 0.6
"""Share of stems that two remarks must have in common to be one: calibrated on the open groups."""
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
    if a.theme == "said":
        return _remarks(a, b, contradicts)
    score, why = _set(a, b, happenings)
    if a.document == b.document and a.speaker.key == b.speaker.key and clash(a, b):
        return Likeness("different", 0.0, ("one source gives both",))
    group, reason = _counted(a, b)
    score += group
    verdict = "same" if score >= _SAME else "unsure" if score > _SAME - 0.2 else "different"
    reasons = tuple(reason for reason in (*why, reason) if reason)
    return Likeness(verdict, round(max(0.0, min(1.0, score)), 3), reasons, {"standing": _standing(a, b)})


def clash(a: Proposition, b: Proposition) -> bool:
    """Whether two propositions of one source in one report are two things, since it gives both."""
    if a.value is None or b.value is None or a.theme != b.theme:
        return False
    return a.counted != b.counted or apart(a.value, b.value) or a.setting.long != b.setting.long


def _comparable(a: Proposition, b: Proposition) -> bool:
    if a.kind != b.kind:
        return False
    one, other = a.theme.split(":"), b.theme.split(":")
    return one[:2] == other[:2] if one[0] == "holds" else one == other


def _standing(a: Proposition, b: Proposition) -> Standing:
    if a.value is not None and b.value is not None:
        return "incompatible value" if apart(a.value, b.value) else "value that meets"
    sides = {_side(a), _side(b)}
    holders = a.theme != b.theme
    return "opposed" if (sides == {"asserts", "denies"}) != holders else "same"


def _side(p: Proposition) -> str:
    return (p.leans or "asserts") if p.stance == "hedges" else p.stance


def _set(a: Proposition, b: Proposition, happenings: tuple[str | None, str | None]) -> tuple[float, list[str]]:
    """How far two settings are one."""
    why: list[str] = []
    if a.setting.long != b.setting.long:
        return -1.0, ["one tells of a whole war"]
    if not same_time(a.setting, b.setting):
        return -1.0, ["other days"]
    score = 0.0
    gap = days_between(a.setting, b.setting)
    if gap == 0 and a.setting.dated and b.setting.dated:
        score += 0.15
        why.append("one day")
    elif gap is None:
        score -= 0.1
    place = same_place(a.setting.spots, b.setting.spots)
    score += {1: 0.25, 0: 0.0, -1: -0.35}[place]
    why += [{1: "one place", -1: "far apart"}[place]] if place else []
    about = shared(a.setting.about, b.setting.about)
    score += 0.9 * min(about, 0.5)
    if about >= 0.25:
        why.append(f"reports on one thing ({about:.0%} of the words of their heads)")
    words = shared(a.setting.words, b.setting.words)
    score += 0.4 * min(words, 0.5)
    if words >= 0.25:
        why.append("like words")
    if (a.setting.act in _EXPLOSIVE) != (b.setting.act in _EXPLOSIVE) and a.setting.act and b.setting.act:
        score -= 0.15
        why.append("other acts")
    if None not in happenings:
        score += 0.3 if happenings[0] == happenings[1] else -0.2
        why.append("one happening" if happenings[0] == happenings[1] else "other happenings")
    return score, why


def _counted(a: Proposition, b: Proposition) -> tuple[float, str | None]:
    """Whether two figures count one thing."""
    if a.value is None or b.value is None:
        return (0.1, None) if a.value is None and b.value is None else (-1.0, "a figure and none")
    if not of_one_scale(a.value, b.value):
        return -1.0, "figures of another order"
    exact = a.value == b.value and a.value.words is None
    bonus = 0.2 if exact else 0.05 if meet(a.value, b.value) else 0.0
    if a.counted == b.counted:
        return (0.15 + bonus, "one group") if a.counted or a.whole == b.whole else (bonus - 0.15, None)
    if a.counted is None or b.counted is None or exact:
        return (bonus, "the toll as a whole") if a.whole and b.whole else (-0.5, "a part, and a whole")
    return -0.5, f"{a.counted}, and {b.counted}"


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
    from onrecord.link.claims.words import stems_of

    return stems_of(" ".join(span.text for span in p.spans))
