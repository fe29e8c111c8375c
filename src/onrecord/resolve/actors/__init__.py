"""Which actor of the registry each chain is, or none. In: a record and the registry. Out: the record, chains linked and joined."""

from onrecord.resolve.actors.link import link_actors

__all__ = ["link_actors"]
