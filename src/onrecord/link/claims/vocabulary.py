"""The words that claims are recognised by, each once; stems where a set is asked with stems."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUPS: Final = {
    "children": _words("child children kid kids infant infants baby babies minor minors toddler toddlers schoolchildren girl girls boy boys"),
    "women": _words("woman women mother mothers"),
    "civilians": _words("civilian civilians resident residents villager villagers inhabitant inhabitants local locals passer-by passers-by"),
    "fighters": _words(
        "fighter fighters militant militants rebel rebels jihadist jihadists insurgent insurgents extremist extremists terrorist terrorists "
        "gunman gunmen mercenary mercenaries combatant combatants militiaman militiamen guerrilla guerrillas attacker attackers bomber bombers"
    ),
    "forces": _words(
        "soldier soldiers troop troops service serviceman servicemen policeman policemen police officer officers guard guards conscript conscripts "
        "peacekeeper peacekeepers personnel recruit recruits"
    ),
    "medics": _words("medic medics doctor doctors nurse nurses paramedic paramedics surgeon surgeons medical"),
    "aid workers": _words("volunteer volunteers worker workers rescuer rescuers driver drivers"),
    "staff": _words("staff staffer staffers employee employees"),
    "teachers": _words("teacher teachers student students pupil pupils"),
    "journalists": _words("journalist journalists reporter reporters photographer photographers"),
    "members": _words("member members"),
    "leaders": _words("commander commanders leader leaders chief chiefs general generals"),
}  # fmt: skip
"""Kinds of people that are counted apart, by the nouns for them."""
PARTS: Final = frozenset({"children", "women", "leaders", "teachers", "journalists"})
"""Groups that are told as a part of a toll, seldom as the whole of it."""
VAGUE: Final = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
}
"""About how many words without a figure mean."""
PART_OF: Final = _words("among including include included of")
"""Words before a figure that make it a part of another."""
OTHERS: Final = _words("other others another more further additional")
"""Words that make a figure come on top of another."""
STRIKES: Final = {
    "strikes": _words("strike strikes airstrike airstrikes raid raids sortie sorties bombing bombings airraid airraids"),
    "munitions": _words("missile missiles rocket rockets shell shells bomb bombs mortar mortars projectile projectiles drone drones barrel"),
    "attacks": _words("attack attacks explosion explosions blast blasts"),
}  # fmt: skip
"""Nouns for attacks that are counted."""
NUMBERS: Final = {
    name: value
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty".split()
    )
}
TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)

FORCES: Final = _words(
    "warplane warplanes plane planes jet jets aircraft helicopter helicopters drone drones gunship gunships bomber bombers fighter fighters "
    "troop troops force forces army artillery gunner gunners militia militias militant militants soldier soldiers missile missiles "
    "rocket rockets shell shells tank tanks su-24 su-24s navy destroyers warship warships police unit units sniper snipers"
)
"""What a side strikes with: "Russian warplanes"."""
ASSAULTS: Final = _words(
    "airstrike airstrikes strike strikes raid raids bombing bombings bombardment bombardments shelling attack attacks assault assaults "
    "offensive missile-strike ambush massacre fire rocketfire sniping airraid airraids"
)
"""What a side does: "rebel shelling"."""
STRUCK: Final = _words(
    "bombed bombard bombarded bombarding hit hits hitting struck strike striking targeted targeting targets attacked attacking shelled shelling "
    "launched launching fired firing dropped dropping pounded pounding killed killing kills killed destroyed destroying carried conducted "
    "committed detonated blew behind raided stormed executed massacred staged perpetrated wounded injuring launch killed"
)
"""Verbs for striking, as reports use them."""
WEAPONS: Final = _words(
    "chlorine gas sarin chemical chemicals nerve napalm incendiary phosphorus thermite cluster thermobaric mines landmines agent agents"
)
"""What it is told of who used it."""
SIDE_WORDS: Final = {
    "regime": "government", "government": "government", "army": "government", "junta": "government", "loyalist": "government",
    "military": "government", "authorities": "government",
    "rebel": "rebels", "rebels": "rebels", "opposition": "rebels", "insurgent": "rebels", "insurgents": "rebels", "mujahideen": "rebels",
    "jihadist": "rebels", "jihadists": "rebels", "terrorist": "rebels", "terrorists": "rebels", "militant": "rebels", "militants": "rebels",
    "separatist": "rebels", "separatists": "rebels", "guerrilla": "rebels", "guerrillas": "rebels", "gunmen": "rebels",
    "coalition": "coalition", "paramilitary": "paramilitaries", "paramilitaries": "paramilitaries", "settler": "settlers", "settlers": "settlers",
}  # fmt: skip
"""Sides without a name."""
SCENES: Final = {
    "school": _words("school schools university kindergarten college classroom"),
    "hospital": _words("hospital hospitals clinic clinics medical-center medical-centre medical-facility infirmary"),
    "market": _words("market markets bazaar marketplace souk"),
    "convoy": _words("convoy convoys lorry lorries trucks truck"),
    "mosque": _words("mosque mosques"),
    "church": _words("church churches cathedral monastery"),
    "camp": _words("camp camps"),
    "bridge": _words("bridge bridges"),
    "dam": _words("dam dams"),
    "base": _words("base bases airbase airbases airfield airfields airport barracks"),
    "plant": _words("plant plants factory factories refinery"),
    "warehouse": _words("warehouse warehouses depot depots arsenal"),
    "checkpoint": _words("checkpoint checkpoints roadblock"),
    "bakery": _words("bakery bakeries"),
    "bus": _words("bus buses minibus"),
    "embassy": _words("embassy consulate"),
    "headquarters": _words("headquarters hq command-post post"),
    "home": _words("house houses home homes apartment apartments building buildings"),
    "hotel": _words("hotel hotels"),
    "prison": _words("prison prisons jail"),
    "theatre": _words("theatre theater"),
    "tunnel": _words("tunnel tunnels"),
    "position": _words("position positions"),
    "village": _words("village villages town towns neighbourhood neighborhood neighbourhoods neighborhoods district districts"),
}  # fmt: skip
"""What is struck, by the nouns for it."""
RUINED: Final = _words(
    "destroyed destroy destroying levelled leveled flattened razed collapsed demolished ruined destruction"
)
DELIBERATE: Final = _words(
    "deliberate deliberately intentional intentionally intended purposely knowingly premeditated"
)
DEAD: Final = _words(
    "killed killing kill kills dead died die death deaths slain martyred eliminated assassinated executed killings dies"
)
ALIVE: Final = _words("alive living unharmed survived")
DEFEATED: Final = _words("defeated beaten crushed vanquished eradicated finished annihilated crumbled")
DEFEAT: Final = _words("defeat elimination eradication")

HEDGES: Final = _words(
    "suspected believed believe believes likely probably apparently appear appears appeared possibly may might could preliminary purported "
    "purportedly suggest suggests suggested feared presumed seems seemed seem perhaps presumably thought indications"
)
QUESTIONS: Final = _words("whether unclear if either or")
NEGATIONS: Final = _words(
    "not no never none nobody nothing neither nor cannot n't didnt doesnt dont wasnt werent isnt arent hasnt havent hadnt cant couldnt wont without"
)
TOLD: Final = _words("gave put counted recorded documented reported tallied registered said added")
"""Verbs that make the subject of a sentence with a figure its source, where it was not read as a statement."""
FUTURE: Final = _words("will would shall wont")
WAR_LONG: Final = _words("since erupted began started conflict civil years war month months weeks year")
"""Words of a sentence that counts a whole war."""

STOP: Final = _words(
    "a an the this that these those it its he him his she her they them their we us our you your i me my who whom whose which what when where "
    "how and or but nor so yet for of in on at by to from with without into onto over under after before during between among against about "
    "around near as than then there here is are was were be been being has have had do does did will would shall should can could may might "
    "must not no if while because although though also only just even very more most much many some any all both each other another such same "
    "own said say says told tell tells added adding according reported report reports statement claim claims claimed saying one two three "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "late early earlier later day days week weeks ago still already up out off down again however including least"
)
"""Words that tell nothing of what is said."""
HOLD: Final = _words(
    "captured capture captures capturing recaptured recapture recapturing seized seize seizes seizing retook retake retaken retaking regained regain "
    "regaining overran overrun controls controlled control holds hold held kept keeps took taken take taking liberated liberate liberating reclaimed "
    "occupied occupy secured secure wrested wrest re-established established cleared stormed"
)
"""Verbs for taking or having a place."""
LIGHT: Final = _words(
    "took taken take taking hold holds held kept keeps control regained regain regaining wrested wrest re-established established secured secure cleared "
    "stormed occupied"
)
"""Those of them that say so only where the place, or control of it, is what they govern."""
LOSE: Final = _words(
    "lost lose losing left withdrew withdrawn withdraw retreated retreat abandoned quit evacuated fled expelled pushed driven ousted evicted flushed"
)
"""Verbs for no longer having a place."""
OUT: Final = _words(
    "left withdrew withdrawn withdraw retreated retreat fled expelled pushed driven ousted evicted flushed evacuated"
)
"""Those of them after which a place stands with "from" or "out of"."""
GAIN: Final = _words(
    "advanced advancing advance advances entered enter entering broke pushed push pushing gains gained ground breached penetrated infiltrated"
)
"""Words for gaining ground at a place without having it."""
REPEL: Final = _words(
    "repelled repulsed repel repels repelling repulse repulsing foiled foil foils foiling thwarted thwart thwarts halted stopped blocked beat beaten "
    "fought warded fended turned confronted"
)
"""Verbs for keeping a place against an attack."""
ASSAULTED: Final = _words(
    "attack attacks assault assaults offensive counteroffensive counter-offensive counterattack counter-attack advance advances incursion infiltration "
    "attempt attempts push raid storming onslaught"
)
"""What is repelled."""
MEANT: Final = _words(
    "attempt attempts attempted attempting try tries tried trying bid aim aims aimed aiming hope hopes hoping want wants plan plans planning seek seeks seeking "
    "sought offensive operation campaign battle fight fighting push effort efforts preparing prepare vowed vows order ordered going poised unable failed intend intends"
)
"""Words before an infinitive that make it no more than what somebody wants."""
NO_GROUND: Final = _words(
    "who that which after before while when as but despite because near outside around against killing leaving lives life people civilians contact member "
    "members soldier soldiers fighter fighters men troops weapon weapons tank tanks hostage hostages prisoner prisoners aid with by since until amid cessation ceasefire truce agreement agreements deal"
)
"""Words between a verb and a place that it then does not govern."""
WITHIN: Final = _words(
    "district districts neighbourhood neighbourhoods neighborhood neighborhoods part parts edge edges side hill hills village villages position positions road "
    "roads ground territory areas area buildings blocks quarter quarters outskirts suburb suburbs town towns base checkpoint checkpoints farms"
)
"""What is taken in a place, and is not the place."""
