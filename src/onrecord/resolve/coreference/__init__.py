"""Chains over the whole report: names, descriptions, pronouns and groups that mean one person, body or thing."""

from onrecord.resolve.coreference.chain import chain_mentions
from onrecord.resolve.coreference.group import CAREFUL, EVEN, Care

__all__ = ["CAREFUL", "EVEN", "Care", "chain_mentions"]
