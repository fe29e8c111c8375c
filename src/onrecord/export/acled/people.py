"""What people without a name are called, and what kind of actor that makes them."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["called"]

_WORDS: Final = {
    "protesters": "protester protesters protestor protestors demonstrator demonstrators marchers",
    "rioters": "rioter rioters mob mobs looters",
    "police": "police policeman policemen policewoman policewomen gendarmes gendarmerie",
    "armed_forces": "army military regime soldiers soldier",
    "communal_militia": "herders herdsmen tribesmen vigilantes vigilante",
    "armed_group": (
        "gunman gunmen militant militants rebel rebels fighter fighters insurgent insurgents attacker attackers bomber bombers"
        " terrorist terrorists jihadist jihadists jihadi jihadis guerrilla guerrillas militiaman militiamen militia militias"
        " assailant assailants kidnapper kidnappers separatist separatists extremist extremists bandits"
    ),
    "civilians": (
        "civilian civilians resident residents villager villagers woman women child children boy boys girl girls family families"
        " journalist journalists doctor doctors nurse nurses medic medics teacher teachers farmer farmers student students pupils"
        " worshippers pilgrims shoppers passengers patients mourners refugees priest imam aid rescuers shopkeeper shopkeepers"
    ),
}
"""The first group that has one of the words decides: "army soldiers and civilians" are not all civilians."""
_GROUPS: Final = {kind: frozenset(words.split()) for kind, words in _WORDS.items()}


def called(words: str) -> str | None:
    """The kind of people that words call somebody, by the names of the ontology's `inter_of_unnamed`; None for others.

    Words that call them several kinds ("soldiers and civilians") tell none.
    """
    found = set(re.findall(r"[\w'’-]+", words.casefold()))
    kinds = [kind for kind, group in _GROUPS.items() if found & group]
    return kinds[0] if len(kinds) == 1 else None
