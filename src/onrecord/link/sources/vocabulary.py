"""Words that tell whom somebody speaks for."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ARMED",
    "BELONGING",
    "HEADING",
    "SELF",
    "SOURCES",
    "SPEAKING",
    "SPOKESPEOPLE",
    "STATEMENTS",
    "STATE_OFFICES",
]

SPEAKING: Final = frozenset(
    """
    spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople spokespersons official officials officer officers
    commander commanders leader leaders leadership chief chiefs head heads director directors president chairman chairwoman chair
    secretary secretary-general minister ministers deputy envoy ambassador representative representatives delegate adviser advisor
    advisers general colonel major captain lieutenant brigadier admiral marshal sergeant coordinator founder member members
    fighter fighters soldier soldiers troops militant militants rebel rebels negotiator prosecutor council administration
    bureau office branch agency outlet channel website site page account radio command headquarters ministry wing force forces
    emir diplomat diplomats aide aides monitor statement
    """.split()
)
"""Who speaks for the body that is named with it: "an SDF spokesman", "officials of the ministry"."""
SPOKESPEOPLE: Final = frozenset("spokesman spokesmen spokeswoman spokesperson spokespersons spokespeople".split())
"""Who speaks for others, whoever they are."""
SOURCES: Final = frozenset("source sources".split())
"""Who may speak for a body and does not want to be known for it: "a Syrian military source"."""
BELONGING: Final = frozenset(
    """
    analyst analysts researcher researchers professor lecturer fellow expert experts doctor doctors surgeon nurse medic medics
    paramedic journalist journalists reporter correspondent editor activist activists worker workers volunteer volunteers rescuer
    rescuers employee employees staff lawyer economist historian engineer teacher photographer
    """.split()
)
"""Who belongs to a body without speaking for it: "an analyst at the institute"."""
STATE_OFFICES: Final = frozenset(
    "governor mayor minister ambassador prefect prosecutor police gendarmerie consul".split()
)
"""Who serves the state where he is, where no other is named."""
HEADING: Final = frozenset(
    "heads head headed leads lead led runs ran commands commanded directs speaks chairs founded".split()
)
"""After "who", what tells of an office; anything else there tells of something else."""
STATEMENTS: Final = frozenset(
    "statement communique communiqué tweet post message announcement release letter report".split()
)
"""What somebody issues; who it was stands before."""
SELF: Final = frozenset("i we me us myself ourselves".split())
"""Whoever is speaking."""
ARMED: Final = frozenset(
    """
    rebel rebels armed militant militants insurgent insurgents jihadist jihadists brigade brigades battalion division faction
    factions militia militias guerrilla guerrillas paramilitary liberation army front resistance opposition
    """.split()
)
"""What makes an organisation that nobody knows a party to the war."""
