"""An export for people outside the team: without private persons, exact places, reviewers and ways to reach anybody."""

from onrecord.export.redacted.material import Redacted

__all__ = ["Redacted"]
