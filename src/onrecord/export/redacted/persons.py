"""Who is a public person: whom the registry knows, or who is called by a public office or rank."""

from __future__ import annotations

import re
from typing import Final

from onrecord.record import Chain

__all__ = ["is_private"]

_PUBLIC: Final = frozenset(
    """
    adjutant admiral adviser advisor ambassador archbishop ayatollah brigadier caliph captain chairman chairperson chairwoman chancellor
    chief col colonel commander commissioner congressman congresswoman councillor deputy director emir envoy gen general governor head
    judge king lawmaker leader lieutenant lt maj major marshal mayor minister monarch mp negotiator official parliamentarian patriarch
    pope premier president prince princess prosecutor queen rapporteur representative secretary senator speaker spokesman spokesperson
    spokeswoman sultan undersecretary
    """.split()
)
_WORD: Final = re.compile(r"\w+")


def is_private(chain: Chain) -> bool:
    """Whether somebody is a person of whom no public office or role is known. A resident, a doctor or an activist is private."""
    if chain.kind != "person" or chain.actor is not None:
        return False
    return not any(_PUBLIC & set(_WORD.findall(role.text.lower())) for role in chain.roles)
