"""Phrases that claims are worded with: an amount with its noun, an act, a verb that fits its subject."""

from __future__ import annotations

import re
from typing import Final

from onrecord.link.claims.figures_in_words import group_of
from onrecord.record.claim import Value

__all__ = ["a", "act_of", "amount_of", "be", "is_plural", "noun_of"]

_MANY: Final = r"dozens|scores|tens|hundreds|thousands|millions"
_VAGUE: Final = re.compile(rf"\b(?:{_MANY})(?: of (?:{_MANY}))?\b", re.IGNORECASE)
_NO_NOUN: Final = frozenset(
    f"{_MANY.replace('|', ' ')} dozen half quarter hundred thousand million of them whom its their his her our total overall roughly estimated "
    "reportedly nearly almost both all severely critically seriously other others another".split()
)
"""Words beside a figure that do not say what is counted."""
_JOINING: Final = frozenset("and or of in from by at for with to including among the a an".split())
_PEOPLE: Final = frozenset(
    "lives bodies body casualties casualty deaths fatalities victims persons souls displaced injured wounded dead killed missing".split()
)
"""What people are counted as, where nothing says who they are."""
_PLAIN: Final = frozenset("people person men women man woman families family".split())
_ONE: Final = frozenset("states nations isis hamas damascus daesh press news lebanes homs ses".split())
"""Last words of names that end in s and are not several."""
_ONE_THING: Final = frozenset("bus campus headquarters barracks".split())
_AN: Final = re.compile(r"(?!uni|use|eu|one)[aeiou]", re.IGNORECASE)
_TEN: Final = 10

_ACTS: Final = {
    "air_strike": "air strike", "armed_clash": "attack", "chemical_weapon": "chemical attack", "shelling": "shelling", "remote_explosive": "bombing",
    "suicide_bomb": "suicide bombing", "grenade": "grenade attack", "offensive_begins": "offensive", "offensive_ends": "offensive",
    "unspecified_violence": "attack", "foiled_attack": "foiled attack", "property_damage": "destruction", "sexual_violence": "sexual violence",
    "looting_or_property_destruction": "looting or destruction", "excessive_force_against_protesters": "attack on protesters",
    "abduction": "abduction", "siege": "siege", "mob_violence": "mob violence", "non_state_actor_overtakes_territory": "capture",
    "government_regains_territory": "capture", "territory_changes_hands": "capture", "mass_grave_found": "killing", "displacement": "displacement",
    "ceasefire_broken": "breach of the ceasefire", "arrests": "arrests",
}  # fmt: skip
"""What can be carried out, by the type of the event in the ontology; what is not here is called an attack."""


def act_of(type_: str | None) -> str:
    """What somebody is said to have carried out."""
    return _ACTS.get(type_ or "", "attack")


def amount_of(value: Value | None, words: str, digits: str) -> str:
    """How many, never surer than it was said: "14", "at least 3", "about 80", "dozens of".

    Args:
        value: The figure.
        words: The words that give it.
        digits: The figure in digits.
    """
    if value is None:
        return digits
    if value.words:
        vague = _VAGUE.search(words)
        return f"{vague[0].lower() if vague else value.words} of"
    low, high = value.low, value.high
    if low is not None and high is not None:
        if low == high:
            return _number(low)
        middle = float(digits.replace(",", "")) if digits.replace(",", "").isdecimal() else None
        return (
            f"about {digits}" if middle is not None and low <= middle <= high else f"{_number(low)} to {_number(high)}"
        )
    if low is not None:
        # "More than 300" is kept as 301.
        return f"more than {_number(low - 1)}" if low > _TEN and (low - 1) % _TEN == 0 else f"at least {_number(low)}"
    return f"at most {_number(high)}" if high is not None else digits


def noun_of(target: str | None) -> str:
    """What is counted, without words of the figure: "dozens people" are people."""
    kept = [word for word in (target or "").split() if word.lower() not in _NO_NOUN]
    while kept and kept[-1].lower() in _JOINING:
        kept.pop()
    while kept and kept[0].lower() in _JOINING:
        kept.pop(0)
    if not kept or (len(kept) == 1 and kept[0].lower() in _PEOPLE):
        return "people"
    first = kept[0].lower()
    return " ".join([first if first in _PLAIN or group_of(first) else kept[0], *kept[1:]])


def be(amount: str) -> str:
    """The verb that fits an amount."""
    return "was" if amount == "1" else "were"


def is_plural(name: str) -> bool:
    """Whether a name is of several: rebels, the Syrian Democratic Forces, the Armed Forces of Syria."""
    last = name.partition(" of ")[0].split()[-1:] or [""]
    word = last[0].lower()
    return word.endswith("s") and not word.endswith(("ss", "us", "'s")) and word not in _ONE


def a(noun: str) -> str:
    """A noun with its article, in one or several."""
    if noun.endswith("s") and not noun.endswith("ss") and noun not in _ONE_THING:
        return noun
    return f"{'an' if _AN.match(noun) else 'a'} {noun}"


def _number(value: float) -> str:
    return f"{value:,.10g}"
