"""Which kinds of event can be one: reports call one strike an air strike, a shelling or an attack, but no protest a siege."""

from __future__ import annotations

from typing import Final

FORCE: Final = frozenset(
    ("Battles", "Explosions/Remote violence", "Violence against civilians", "violence_of_other_kinds", "")
)
"""Kinds of which one report may tell as another; "" is one that the report leaves open."""
CROWD: Final = frozenset(("Protests", "Riots"))
GROUNDS: Final = frozenset(
    "government_regains_territory non_state_actor_overtakes_territory territory_changes_hands non_violent_transfer_of_territory "
    "withdrawal offensive_begins offensive_ends".split()
)
"""Types that tell of ground won or lost."""


def group_of(kind: str, type_: str | None) -> str:
    """The group of kinds that can be one event; outside of these each type stands for itself."""
    if kind in FORCE or type_ == "offensive_begins":
        return "force"
    return "crowd" if kind in CROWD else type_ or "force"


def can_be_one(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Whether events of two kinds (kind and type) can be one."""
    groups = {group_of(*a), group_of(*b)}
    return len(groups) == 1 or {a[1], b[1]} <= GROUNDS or (groups == {"force", "crowd"} and "Riots" in (a[0], b[0]))
