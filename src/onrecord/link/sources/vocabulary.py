"""Words that tell whom somebody speaks for."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ARMED",
    "BELONGING",
    "FIGURES",
    "HEADING",
    "LOCAL_OFFICES",
    "MEDIA",
    "PARTS",
    "PEOPLE",
    "PLATFORMS",
    "SELF",
    "SOURCES",
    "SPEAKING",
    "SPOKESPEOPLE",
    "STATEMENTS",
    "STATE_OFFICES",
    "TITLES",
]

TITLES: Final = frozenset(
    """
    spokesman spokeswoman spokesperson official officer commander leader chief head director president chairman chairwoman chair
    secretary secretary-general minister deputy envoy ambassador representative delegate adviser advisor general colonel major
    captain lieutenant brigadier admiral marshal sergeant coordinator founder member fighter soldier negotiator prosecutor emir
    diplomat aide
    """.split()
)
"""What one who speaks for a body is called: "an SDF spokesman", "an official of the ministry"."""
SPEAKING: Final = TITLES | frozenset(
    """
    spokesmen spokeswomen spokespeople spokespersons officials officers commanders leaders leadership chiefs heads directors
    ministers representatives advisers members fighters soldiers troops militant militants rebel rebels ministry diplomats aides
    statement
    """.split()
)
"""Who speaks for the body that is named with them, one or several."""
PARTS: Final = frozenset(
    """
    council administration bureau office branch agency outlet channel website site page account radio command headquarters wing
    force forces correspondent
    """.split()
)
"""What is part of the body that is named with it: "the group's agency"."""
PLATFORMS: Final = frozenset("facebook twitter telegram youtube whatsapp instagram x tiktok viber".split())
"""Where things are posted; who posts them stands elsewhere."""
MEDIA: Final = frozenset("tv television radio media agency channel".split())
"""What is no name of an outlet by itself."""
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
PEOPLE: Final = frozenset(
    """
    activist activists resident residents medic medics doctor doctors witness witnesses rescuer rescuers local locals villagers
    volunteers workers experts journalists officials sources survivors relatives families monitors
    """.split()
)
"""Who is named beside a body that says the same: "the Observatory and residents"."""
FIGURES: Final = frozenset(
    """
    report reports toll tolls figures estimate estimates count tally findings statistics data investigators investigation website
    """.split()
)
"""What a body publishes, and stands for it: "Committee figures"."""
LOCAL_OFFICES: Final = frozenset("governor mayor prefect".split())
"""Of whom there is one in a place."""
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
