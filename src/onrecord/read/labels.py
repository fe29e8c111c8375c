"""The labels that the reader's heads speak, in the order in which the model was trained; the bundle checks them on load."""

from __future__ import annotations

ROLES = ("source", "cue", "content")

NAME_KINDS = ("location", "person", "organisation", "nationality", "temporal", "other", "money", "facility")
"""Kinds of names as the Worldwide English Newswire marks them: bare names, without articles or titles."""

WAR_KINDS = (
    "organisation",
    "location",
    "person",
    "temporal",
    "quantity",
    "weapon",
    "military_platform",
    "document_reference",
    "nationality",
    "money",
    "vehicle",
    "comms_identifier",
    "frequency",
)
"""Kinds of mentions as re3d marks them: names and descriptions alike, with their articles."""

PHRASE_KINDS = ("person", "organisation", "location", "other")
"""Kinds of the phrases that GUM marks: names, descriptions and pronouns with all that belongs to them."""

FILLERS = ("perpetrator_individual", "perpetrator_organisation", "target", "victim", "weapon")
"""What fills the slots of an incident, as MUC-4 has them: physical targets, and victims of whatever kind."""

FORMS = ("name", "nominal", "pronoun")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The tag set of a layer: O, then B- and I- of each kind."""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))


LAYERS: dict[str, tuple[str, ...]] = {
    "roles": bio(ROLES),
    "names": bio(NAME_KINDS),
    "war": bio(WAR_KINDS),
    "phrases": bio(PHRASE_KINDS),
    "inner": bio(PHRASE_KINDS),
    "fillers": bio(FILLERS),
}
"""Tag sets of the sequence heads, by the name of the model's output: `phrases` are the longest, `inner` the longest within those."""

SUB_EVENTS = (
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "armed_clash",
    "chemical_weapon",
    "air_strike",
    "suicide_bomb",
    "shelling",
    "remote_explosive",
    "grenade",
    "sexual_violence",
    "attack",
    "abduction",
    "peaceful_protest",
    "protest_with_intervention",
    "excessive_force_against_protesters",
    "violent_demonstration",
    "mob_violence",
    "agreement",
    "arrests",
    "change_to_group",
    "disrupted_weapons_use",
    "base_established",
    "looting_or_property_destruction",
    "non_violent_transfer_of_territory",
    "other_strategic_development",
    "none",
)
"""ACLED's sub-event types by their ids in the ontology, and `none` for a text whose main event is none of these."""

ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "YIELD",
    "COOPERATE",
    "AID",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
"""PLOVER's events as PLV has them, where YIELD stands for CONCEDE and RETREAT."""

PAIRS = ("source_of_cue", "cue_of_content", "antecedent", "place_of_event", "root_of_pair")
"""Heads that score pairs of spans: one score each, `root_of_pair` one for each of `ROOTS`."""

SCALES = ("uds-ih2", "uw", "meantime", "commitmentbank")
"""Corpora whose annotators rated how far an event happened. Each has a scale of its own within -3 (certainly not) to 3 (certainly): what one
calls 2 another calls 3."""

SPANS = ("factuality",)
"""Heads that score a word with those around it: how far it happened, once on each of `SCALES`."""

TEXTS = ("sub_event", "root_of_text")
"""Heads that score a stretch of text: one score for each of `SUB_EVENTS`, and of `ROOTS`."""
