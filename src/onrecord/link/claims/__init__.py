"""Claims: what reports put forward, compared, gathered, and who stands on which side."""

from onrecord.link.claims.claims import claims_of, grouped
from onrecord.link.claims.compare import compare
from onrecord.link.claims.keys import keys_of
from onrecord.link.claims.proposition import Proposition, Setting, Spot
from onrecord.link.claims.propositions import propositions_of

__all__ = ["Proposition", "Setting", "Spot", "claims_of", "compare", "grouped", "keys_of", "propositions_of"]
