"""What may never be one: readable constraints on whole chains. In: traits. Out: yes or no."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from onrecord.resolve.coreference.traits import Traits
from onrecord.resolve.names import stands_for
from onrecord.resolve.vocabulary import DEMONYMS, DOMAINS, FORMER

_APART = (
    DOMAINS | FORMER | frozenset(DEMONYMS.values())
    | frozenset(
        "north south east west northern southern eastern western northeastern northwestern southeastern southwestern central upper lower "
        "first second third fourth fifth sixth last next previous other another new old main male female left right young elder "
        "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million".split()
    )
)  # fmt: skip
"""Words that tell things of one name for them apart: another front, another ministry, another number."""
_PERSONAL = frozenset(("I", "he", "she"))
_NEVER_PERSON = frozenset(("organisation", "location", "facility", "temporal"))


@dataclass(slots=True)
class Group:
    """Mentions that are taken for one so far.

    Attributes:
        members: Numbers of the mentions, in the order of the text.
        chain: The chain that was settled before, if it is one.
        speaks: Quotations whose source is one of the mentions.
    """

    members: list[int]
    chain: str | None = None
    speaks: set[str] = field(default_factory=set)


def may_be_one(one: Group, other: Group, traits: Sequence[Traits]) -> bool:
    """Whether nothing speaks against it that two groups are one: person, number, gender, names, voices."""
    if one.chain is not None and other.chain is not None:
        return False
    mine, theirs = [traits[k] for k in one.members], [traits[k] for k in other.members]
    return (
        _compatible({t.gender for t in mine if t.gender}, {t.gender for t in theirs if t.gender})
        and not (_is_person(mine) and _is_none(theirs))
        and not (_is_person(theirs) and _is_none(mine))
        and not (_is_single(mine) and _are_several(theirs))
        and not (_is_single(theirs) and _are_several(mine))
        and not (_are_people(mine) and _is_place(theirs))
        and not (_are_people(theirs) and _is_place(mine))
        and _names_agree(mine, theirs)
        and _voices_agree(one, other, mine, theirs)
    )


def told_apart(one: Traits, other: Traits) -> bool:
    """Whether words of two descriptions tell them apart: "the northern front", "the southern front"; "five men", "six men"."""
    if one.form == "pronoun" or other.form == "pronoun":
        return False
    mine, theirs = _telling(one), _telling(other)
    return bool(mine - other.content and theirs - one.content)


def _telling(traits: Traits) -> frozenset[str]:
    return frozenset(word for word in traits.content if word in _APART or word[0].isdigit())


def _compatible(mine: Collection[str], theirs: Collection[str]) -> bool:
    return not (mine and theirs) or bool(set(mine) & set(theirs))


def _is_person(group: Sequence[Traits]) -> bool:
    return any(t.points in _PERSONAL or (t.form == "name" and t.kind == "person") for t in group)


def _is_none(group: Sequence[Traits]) -> bool:
    return any(t.points == "it" or (t.points is None and t.kind in _NEVER_PERSON) for t in group)


def _are_people(group: Sequence[Traits]) -> bool:
    return any(t.points in ("I", "we", "you", "he", "she", "they", "who") for t in group)


def _is_place(group: Sequence[Traits]) -> bool:
    return any(t.points is None and t.kind in ("location", "facility", "temporal") for t in group)


def _is_single(group: Sequence[Traits]) -> bool:
    return any(t.points in ("I", "he", "she", "it") for t in group)


def _are_several(group: Sequence[Traits]) -> bool:
    return any(t.points in ("we", "they") or (t.form == "nominal" and t.several) for t in group)


def _names_agree(mine: Sequence[Traits], theirs: Sequence[Traits]) -> bool:
    names, others = [t for t in mine if t.form == "name"], [t for t in theirs if t.form == "name"]
    return not (names and others) or any(_one_name(a, b) for a in names for b in others)


def _one_name(one: Traits, other: Traits) -> bool:
    if one.content <= other.content or other.content <= one.content:
        return True
    full, letters = (other, one.acronym) if one.acronym else (one, other.acronym)
    return letters is not None and stands_for(letters, full.words)


def _voices_agree(one: Group, other: Group, mine: Sequence[Traits], theirs: Sequence[Traits]) -> bool:
    """Within a quotation "I" is the one quoted and "he" is not; of two voices "I" and "we" are not the same."""
    return (
        _of_voice(mine, other.speaks)
        and _of_voice(theirs, one.speaks)
        and not _two_voices(mine, theirs)
        and _heard(mine, other, theirs)
        and _heard(theirs, one, mine)
    )


def _heard(group: Sequence[Traits], other: Group, theirs: Sequence[Traits]) -> bool:
    """Whether "I" and "we" of a quotation are its speaker, or somebody else in it: "we, the council"."""
    voices = {t.voice for t in group if t.voice is not None and t.points in ("I", "we")}
    return not voices or not voices.isdisjoint(other.speaks) or any(t.voice in voices for t in theirs)


def _of_voice(group: Sequence[Traits], speaks: Collection[str]) -> bool:
    if not speaks:
        return True
    spoken = [t for t in group if t.voice in speaks and t.points in ("he", "she", "you")]
    elsewhere = [t for t in group if t.voice is not None and t.voice not in speaks and t.points == "I"]
    return not spoken and not elsewhere


def _two_voices(mine: Sequence[Traits], theirs: Sequence[Traits]) -> bool:
    for points in ("I", "we"):
        one, other = ({t.voice for t in group if t.points == points} for group in (mine, theirs))
        if one and other and not one & other and None not in one | other:
            return True
    return False
