"""The closed vocabularies of events: types with definition and example, and what other schemes call them."""

from onrecord.ontology.event_type import SCHEMES, EventType
from onrecord.ontology.load import Ontology, load_ontology

__all__ = ["SCHEMES", "EventType", "Ontology", "load_ontology"]
