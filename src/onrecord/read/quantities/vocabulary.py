"""The words for those who are counted, and for what is told about them; each word once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.read.inflection import forms
from onrecord.read.verbs import verbs


@dataclass(frozen=True, slots=True)
class Counted:
    """What a noun counts.

    Attributes:
        unit: persons, families, vehicles, …
        who: Which people.
        of: What the noun alone tells about them: "hostages" are abducted.
    """

    unit: str
    who: str | None = None
    of: str | None = None


PEOPLE: Final[Mapping[str, str]] = {
    "people": "people persons souls humans individuals men males victims passengers daughters sons brothers sisters siblings parents cousins supporters sympathizers sympathisers foreigners nationals migrants suspects",
    "civilians": """civilians citizens villagers residents locals inhabitants townspeople townsfolk islanders bystanders passers-by
        passersby pedestrians worshippers worshipers pilgrims mourners churchgoers farmers herders herdsmen miners fishermen peasants
        campesinos shoppers commuters tourists travellers travelers workers labourers laborers employees traders vendors merchants
        customers drivers teachers professors lecturers students lawyers activists clergymen priests nuns monks missionaries imams clerics
        pastors settlers businessmen bankers engineers oilmen truckers politicians lawmakers legislators mayors judges prosecutors
        officials councillors councilors ministers diplomats candidates relatives patients guests unionistss
        cooks contractors staffers staff tribesmen elders
        aid-workers humanitarians volunteers rescuers firefighters""",
    "medics": "doctors nurses medics paramedics physicians surgeons medical-workers health-workers",
    "children": "children kids minors boys girls babies infants toddlers newborns schoolchildren schoolgirls schoolboys pupils teenagers youths youngsters",
    "women": "women females mothers wives",
    "journalists": "journalists reporters cameramen photographers correspondents newsmen",
    "police": "police policemen policewomen gendarmes patrolmen constables carabineros police-officers",
    "soldiers": """soldiers troops servicemen servicewomen conscripts recruits personnel marines paratroopers airmen sailors cadets
        commandos peacekeepers reservists legionnaires pilots crew crewmen officers guards infantrymen gunners sergeants
        lieutenants captains colonels generals guardsmen privates corporals bodyguards""",
    "fighters": """fighters militants rebels terrorists insurgents guerrillas guerillas jihadists jihadis gunmen militiamen militia
        combatants extremists islamists attackers assailants bandits operatives mercenaries subversives bombers snipers
        infiltrators hijackers kidnappers raiders paramilitaries separatists mujahideen mujahidin mujahedin peshmerga elements forces
        commanders agents radicals partisans vigilantes janjaweed pirates criminals contras thugs warriors
        gangsters invaders occupiers""",
}
"""Nouns of people by who they are; a word with a hyphen stands for two words."""
MEMBERS: Final = frozenset("members others more leaders occupants ones representatives".split())
"""Nouns that say nothing of who: "12 members of the police", "six others"."""
STATES: Final[Mapping[str, tuple[str, str]]] = {
    # what they are counted as: nouns, and of whom
    "killed": (
        "dead deaths fatalities corpses bodies martyrs lives killings executions murders assassinations remains",
        "people",
    ),
    "injured": ("wounded injured injuries hurt maimed", "people"),
    "casualties": ("casualties losses", "people"),
    "abducted": ("hostages captives abductees abductions kidnappings", "people"),
    "arrested": ("detainees prisoners inmates arrests detentions", "people"),
    "displaced": ("displaced refugees idps evacuees homeless asylum-seekers", "people"),
    "returned": ("returnees", "people"),
    "missing": ("missing disappeared", "people"),
    "protesting": ("protesters protestors demonstrators marchers rioters strikers", "protesters"),
}
THINGS: Final[Mapping[str, str]] = {
    "families": "families households",
    "vehicles": """vehicles cars trucks pickups pick-ups buses tanks jeeps motorcycles motorbikes ambulances lorries tankers apcs humvees
        bulldozers suvs carriers trains wagons technicals""",
    "aircraft": "aircraft planes airplanes jets warplanes helicopters drones uavs gunships airliners",
    "vessels": "boats ships vessels speedboats warships dhows canoes",
    "buildings": "houses homes buildings shops schools hospitals clinics mosques churches huts shelters tents bakeries stores offices structures bridges installations facilities stations",
    "settlements": "villages towns settlements hamlets districts neighbourhoods neighborhoods localities cities communities",
    "positions": "positions outposts checkpoints bases posts roadblocks barracks camps",
    "munitions": "rockets missiles shells mortars bombs mines ieds grenades projectiles rounds munitions explosives devices landmines",
    "weapons": "rifles guns weapons pistols launchers kalashnikovs firearms machine-guns howitzers",
    "animals": "cattle cows camels sheep goats livestock animals",
}
SINGULAR: Final[Mapping[str, str]] = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife", "lives": "life", "bodies": "body",
    "babies": "baby", "families": "family", "policemen": "policeman", "casualties": "casualty", "fatalities": "fatality",
    "injuries": "injury",
}  # fmt: skip
NO_SINGULAR: Final = frozenset(
    "police personnel staff troops forces crew army militia dead wounded injured displaced missing disappeared homeless hurt maimed remains "
    "elements lives more others ones officials".split()
)
"""Nouns of which one is not told with an article."""


def _nouns() -> tuple[dict[str, Counted], dict[str, Counted]]:
    plural: dict[str, Counted] = {}
    for who, words in PEOPLE.items():
        plural |= dict.fromkeys(words.split(), Counted("persons", who))
    plural |= dict.fromkeys(MEMBERS, Counted("persons"))
    for of, (words, who) in STATES.items():
        plural |= dict.fromkeys(words.split(), Counted("persons", who, of))
    for unit, words in THINGS.items():
        plural |= dict.fromkeys(words.split(), Counted(unit))
    single = {_singular(word): counted for word, counted in plural.items() if word not in NO_SINGULAR}
    return plural, single


def _singular(word: str) -> str:
    if word in SINGULAR:
        return SINGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


NOUNS, SINGLE = _nouns()
"""What is counted by plural, and by singular noun."""
PEOPLES: Final = """Turks Kurds Arabs Serbs Croats Jews Muslims Christians Greeks Poles Brits Finns Swedes Sunnis Hutus Tutsis Danes Scots
    Czechs Slovaks Bosniaks Uzbeks Tajiks Kazakhs Hazaras Pashtuns Baloch Sikhs Hindus Druze Copts""".split()
"""Names of peoples whose ending does not give them away."""
NUMBERED: Final = frozenset(
    """article articles resolution section chapter page pages aged age number no no. nos. paragraph clause channel flight route highway km
    verse unit room boeing airbus item phase level grade group class block sector zone area camp figure table vol volume fc""".split()
)
"""Words before a number that make it a name."""
MEASURES: Final = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years decade decades
    century centuries january february march april may june july august september october november december am pm percent percentage
    per % point points kilometre kilometres kilometer kilometers km kms metre metres meter meters mile miles m cm mm foot feet inch inches yard
    yards hectare hectares acre acres ton tons tonne tonnes kilogram kilograms kilo kilos kg pound pounds litre litres liter liters gallon gallons
    barrel barrels dollar dollars euro euros lira cent cents vote votes seat seats goal goals game games match matches set sets times
    time degree degrees megawatts mw bn billion o'clock gmt local year-old years-old year-olds sq square cubic""".split()
)
"""Behind a number, words that make it none of people or things."""

DONE_TO: Final[Mapping[str, str]] = {
    "killed": """kill murder assassinate execute massacre slaughter slay behead lynch eliminate neutralise neutralize liquidate martyr
        gun exterminate crucify decapitate destroy""",
    "injured": "wound injure maim hospitalise hospitalize burn",
    "hurt": "hurt harm",
    "abducted": "abduct kidnap seize",
    "arrested": "arrest detain imprison jail apprehend incarcerate",
    "captured": "capture",
    "displaced": "displace uproot expel",
    "evacuated": "evacuate",
    "released": "release free liberate",
    "rescued": "rescue",
    "returned": "repatriate return",
    "besieged": "trap besiege strand",
    "strength": "deploy station mobilise mobilize send dispatch recruit train",
    "affected": "affect",
    "tortured": "torture",
    "raped": "rape gang-rape",
    "sentenced": "sentence convict",
}
"""Verbs of what is done to people, by what they are counted as."""
DONE_BY: Final[Mapping[str, str]] = {
    "killed": "die perish succumb drown starve",
    "displaced": "flee",
    "surrendered": "surrender defect desert",
    "missing": "disappear vanish",
    "protesting": "protest march rally demonstrate gather",
    "in need": "need",
    "affected": "suffer",
}
"""Verbs of what people do or what becomes of them."""
DONE_TO_THINGS: Final[Mapping[str, str]] = {
    "destroyed": "destroy burn torch raze demolish gut wreck shell down intercept",
    "damaged": "damage hit",
    "captured": "capture seize recapture retake liberate take control overrun",
    "fired": "fire launch drop lob",
    "defused": "defuse dismantle",
    "displaced": "displace uproot",
    "stolen": "steal loot rustle",
}
"""Verbs of what is done to things."""
ADJECTIVES: Final[Mapping[str, str]] = {
    "dead": "killed", "lifeless": "killed", "missing": "missing", "homeless": "displaced", "unaccounted": "missing", "captive": "abducted",
}  # fmt: skip
"""What they are, behind "were" or behind the noun."""
_EVENTS: Final[Mapping[str, str]] = {
    "killed": "death deaths killing killings murder murders massacre execution executions slaying assassination assassinations lives bodies corpses loss beheading",
    "injured": "wounding injury injuries",
    "abducted": "abduction abductions kidnapping kidnappings",
    "arrested": "arrest arrests detention detentions imprisonment",
    "displaced": "displacement exodus expulsion flight",
    "evacuated": "evacuation",
    "captured": "capture",
    "released": "release",
    "surrendered": "surrender defection",
    "strength": "force army deployment convoy group team unit contingent",
}
EVENTS_OF: Final = {word: of for of, words in _EVENTS.items() for word in words.split()}
"""Nouns that stand before "of" and a number."""
ATTACKED: Final[Mapping[str, str]] = {
    "shot": "injured", "beaten": "injured", "stabbed": "injured", "burned": "injured", "burnt": "injured", "crushed": "injured",
    "trampled": "injured", "gunned": "killed", "hacked": "killed", "hanged": "killed", "blown": "killed",
}  # fmt: skip
"""What those were done to are counted as, unless the words behind tell more ("shot dead")."""
FINITE: Final = frozenset(("past", "past participle", "third", "base"))
"""Forms of a verb that a subject may stand before."""
COUNTED_AS: Final[Mapping[str, str]] = {
    "dead": "killed", "deaths": "killed", "killed": "killed", "fatalities": "killed", "wounded": "injured", "injured": "injured",
    "casualties": "casualties", "victims": "casualties", "displaced": "displaced", "refugees": "displaced", "missing": "missing",
    "detainees": "arrested", "prisoners": "arrested", "hostages": "abducted",
}  # fmt: skip
"""Behind "the number of"."""


ALSO_SPELT: Final[Mapping[str, str]] = {"burnt": "burned", "kidnaped": "kidnapped"}


def _verb_forms(groups: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    irregular = verbs().irregular | {"slay": ("slew", "slain"), "flee": ("fled", "fled"), "steal": ("stole", "stolen")}
    known = {
        form: (of, kind)
        for of, lemmas in groups.items()
        for lemma in lemmas.split()
        for form, kind in forms(lemma, irregular).items()
    }
    return known | {also: known[form] for also, form in ALSO_SPELT.items() if form in known}


TO_PEOPLE: Final = _verb_forms(DONE_TO)
BY_PEOPLE: Final = _verb_forms(DONE_BY)
TO_THINGS: Final = _verb_forms(DONE_TO_THINGS)
"""By form of a verb: what those that it is told of are counted as, and what form it is."""
TO_EITHER: Final = frozenset(
    _verb_forms(
        {
            "": """destroy burn seize free liberate evacuate send dispatch deploy station mobilise mobilize return affect hurt harm recruit
            train release capture rescue eliminate"""
        }
    )
)
"""Verbs of what is done to people and to things: of a noun that is not known they do not tell which."""
HARMS: Final = frozenset(
    ("killed", "injured", "killed or injured", "hurt", "abducted", "arrested", "captured", "casualties")
)
"""What makes a count of "a soldier"."""
