"""Words that may tell of one event. In: stems. Out: whether they do. One word may be in several sets; a set is no definition."""

from __future__ import annotations

from functools import cache
from typing import Final

from onrecord.link.stems import stem

SETS: Final = (
    "attack assault raid strike ambush incursion offensive storm onslaught",
    "bombing bomb bombard bombardment airstrike strike raid blast",
    "explosion explode blast detonate detonation blow bomb bombing",
    "shelling shell mortar rocket barrage bombardment missile fire",
    "shooting shoot gunfire fire gun shootout rampage massacre",
    "kill death die fatality slay murder homicide killing massacre assassination assassinate execute execution toll casualty lose",
    "injure wound hurt injury casualty",
    "clash fight fighting battle combat firefight skirmish gunfight",
    "capture seize take retake overrun recapture control fall takeover",
    "advance push gain move",
    "withdraw withdrawal retreat pullout leave evacuate evacuation",
    "flee displace displacement escape exodus run",
    "arrest detain detention custody apprehend capture nab seize hold catch",
    "abduct abduction kidnap kidnapping hostage seize hijack",
    "release free freed liberate rescue save",
    "protest demonstration demonstrate rally march riot unrest",
    "siege besiege encircle blockade surround",
    "destroy destruction damage devastate level demolish ruin",
    "burn fire blaze arson ablaze torch flame",
    "steal theft rob robbery heist loot burglary raid",
    "crash collide collision accident wreck derail",
    "earthquake quake tremor temblor shake jolt aftershock hit strike",
    "storm hurricane typhoon cyclone hit strike",
    "disaster catastrophe tragedy incident accident",
    "charge indict accuse accusation indictment allegation allege",
    "trial hearing court appear appearance case proceed",
    "convict conviction verdict guilty",
    "sentence jail imprison imprisonment prison term",
    "sue lawsuit suit litigation complaint file",
    "resign resignation quit leave departure exit depart",
    "hire appoint name replace pick choose selection select tap appointment cast",
    "fire sack oust dismiss dismissal firing remove",
    "win victory beat defeat triumph",
    "lose loss defeat fall",
    "buy purchase acquire acquisition deal takeover merger merge agreement",
    "sell sale deal",
    "launch unveil introduce introduction release announce announcement debut reveal",
    "announce announcement say statement declare reveal confirm",
    "agree agreement deal accord pact",
    "meet meeting talk summit discuss negotiation negotiate",
    "marry wedding marriage wed",
    "divorce split separate separation",
    "birth born baby deliver",
    "suicide kill hang",
    "enter check admit admission rehab treatment",
    "stab knife attack",
    "break hack breach leak",
    "shut shutdown close closure halt stop",
    "increase rise raise jump grow boost",
    "cut reduce drop fall decline decrease",
    "search hunt manhunt seek look",
    "find discover discovery recover locate",
    "deny denial reject refuse dismiss",
    "host emcee present",
    "nominate nomination nominee",
    "injury tear sprain out miss sideline",
    "suspect suspicion believe",
    "beat assault batter attack",
    "rape assault abuse",
    "plan plot scheme intend",
    "sink capsize go",
    "spill leak gush",
    "vote election elect poll",
    "ceasefire truce",
)  # fmt: skip


@cache
def sets_of(word: str) -> frozenset[int]:
    """The sets that a stem is in."""
    return _places().get(word, frozenset())


@cache
def _places() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(SETS):
        for word in words.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
