"""The closed vocabularies of events: types with definition and example, what other schemes call them, and the rules of their codebooks."""

from onrecord.ontology.acled import (
    AcledCode,
    acled_of,
    fatalities_in_words,
    fatalities_of,
    may_act,
    targets_civilians,
)
from onrecord.ontology.acled_actors import (
    actor_name,
    inter_of,
    inter_of_unnamed,
    interaction_of,
    territory_taken_by,
)
from onrecord.ontology.event_type import SCHEMES, EventType
from onrecord.ontology.load import Ontology, load_ontology
from onrecord.ontology.not_coded import NotCoded
from onrecord.ontology.plover import PloverCode, plover_contexts, plover_of, plover_of_cameo, plover_of_former
from onrecord.ontology.precision import PrecisionCode, date_precision, place_precision
from onrecord.ontology.ucdp import Side, ucdp_of

__all__ = [
    "SCHEMES",
    "AcledCode",
    "EventType",
    "NotCoded",
    "Ontology",
    "PloverCode",
    "PrecisionCode",
    "Side",
    "acled_of",
    "actor_name",
    "date_precision",
    "fatalities_in_words",
    "fatalities_of",
    "inter_of",
    "inter_of_unnamed",
    "interaction_of",
    "load_ontology",
    "may_act",
    "place_precision",
    "plover_contexts",
    "plover_of",
    "plover_of_cameo",
    "plover_of_former",
    "targets_civilians",
    "territory_taken_by",
    "ucdp_of",
]
