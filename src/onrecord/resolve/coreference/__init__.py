"""Chains over the whole report: names, descriptions, pronouns and groups that mean one person, body or thing."""

from onrecord.resolve.coreference.chain import ALL, CAREFUL, chain_mentions

__all__ = ["ALL", "CAREFUL", "chain_mentions"]
