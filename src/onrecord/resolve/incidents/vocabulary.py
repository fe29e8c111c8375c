"""The words and types that merging turns on, each once."""

from __future__ import annotations

from typing import Final

from onrecord.record.vocabulary import EventStatus, Stage

STAGES: Final[dict[EventStatus | None, Stage]] = {
    "happened": "accomplished",
    "ongoing": "accomplished",
    "claimed": "accomplished",
    "attempted": "attempted",
    "threatened": "threatened",
    "planned": "threatened",
}
"""The stage that an event mention's status speaks for. What is only demanded, imagined or denied makes no incident."""
FAMILIES: Final[dict[str, str]] = {
    name: family
    for family, names in {
        "air": "air_strike",
        "fire": "shelling",
        "gas": "chemical_weapon",
        "bomb": "suicide_bomb remote_explosive grenade",
        "clash": "armed_clash",
        "offensive": "offensive_begins offensive_ends",
        "territory": "government_regains_territory non_state_actor_overtakes_territory territory_changes_hands "
        "non_violent_transfer_of_territory",
        "attack": "attack sexual_violence mob_violence",
        "abduction": "abduction",
        "protest": "peaceful_protest protest_with_intervention excessive_force_against_protesters violent_demonstration "
        "protest_unspecified",
        "property": "looting_or_property_destruction property_damage",
        "any": "unspecified_violence",
        "disrupted": "disrupted_weapons_use foiled_attack",
        "arrest": "arrests",
        "displacement": "displacement return_of_displaced",
        "withdrawal": "withdrawal",
        "siege": "siege",
        "deployment": "change_to_group base_established deployment",
        "release": "release",
        "grave": "mass_grave_found",
    }.items()
    for name in names.split()
}
"""Types of event that happen at a place and a time, each in a family of types that can tell of one happening; others make no incident."""
UNTYPED: Final = "any"
"""The family of events without a type: crimes and accidents, if nobody is marked as having taken part in violence there."""
COMPATIBLE: Final = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "any-air any-fire any-gas any-bomb any-clash any-attack any-property any-abduction any-protest any-territory "
        "any-disrupted any-offensive attack-bomb attack-fire attack-clash attack-property attack-air attack-gas attack-abduction attack-protest "
        "bomb-property fire-property air-gas fire-gas air-property bomb-disrupted fire-disrupted air-disrupted attack-disrupted "
        "clash-property clash-siege fire-bomb"
    ).split()
)
"""Families whose events can be mentions of one happening: "the attack" was a bombing."""
OFFENSIVE_OR_CLASH: Final = frozenset(("offensive", "clash"))
"""That an offensive begins or ends is not a fight of it, nor any fight it; but words for a fight can point back to the offensive."""
UNDERTAKINGS: Final = frozenset(
    "assault campaign counteroffensive counter-offensive incursion invasion offensive onslaught operation".split()
)
"""Words for an offensive as a whole."""
VAGUENESS: Final = {"any": 3, "property": 2, "attack": 1, "disrupted": 1}
"""How little a family tells; an incident has the type of its most telling mentions."""
VIOLENT: Final = frozenset("air fire gas bomb clash offensive attack abduction protest property any disrupted".split())
"""The families of which perpetrators, targets and weapons are told."""
ANOTHER: Final = frozenset(
    "another other others second third fourth fifth separate separately elsewhere meanwhile addition additionally different later "
    "also earlier previous previously similar subsequent prior last".split()
)
"""Words before a trigger, or at the start of its sentence, that speak for a further happening."""
POINTING: Final = frozenset("the this that these those such".split())
VAGUE_PLURAL: Final = frozenset(
    "several many some numerous various frequent repeated constant similar previous earlier past recent other more such".split()
)
DETERMINERS: Final = frozenset("the a an this that these those his her its their our some any another".split())
SMALL_WORDS: Final = frozenset("of in at for the a an and de la del las los el y".split())
