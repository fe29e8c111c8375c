"""Reports, actors, happenings and claims as entities of FollowTheMoney, which Aleph and its kin read."""

from onrecord.export.ftm.write import FORMAT

__all__ = ["FORMAT"]
