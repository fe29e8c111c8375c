"""The words that tell what holds. No logic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from onrecord.record.vocabulary import StateKind

_SOFT: Final = r"(?:still|now|currently|also|largely|mostly|mainly|partly|partially|entirely|fully|effectively|firmly|once|long|jointly|widely)"
_HOW: Final = r"(?:full|complete|total|partial|tight|effective|de\s+facto|military|nominal|sole|joint|continued|firm)"
_HELD: Final = r"(?:held|controlled|occupied|ruled|dominated|administered|governed|run|seized|captured|overrun)"
_POWERS: Final = r"(?:control|rule|occupation|authority)"
_FORCES: Final = r"(?:fighters?|troops|soldiers|forces|militants|militiamen|rebels|insurgents|jihadists|units|cells|advisers|advisors|peacekeepers|mercenaries)"

TERRITORY: Final = re.compile(
    r"\b(?:territor(?:y|ies)|areas?|towns?|cit(?:y|ies)|villages?|districts?|provinces?|regions?|neighbou?rhoods?|land|swathes?|parts?\s+of"
    r"|pockets?|enclaves?|strongholds?|zones?|borders?|border\s+crossings?|crossings?|dams?|oil\s?fields?|airports?|airbases?|bases?|ports?|half|most"
    r"|much\s+of|capital|countryside|highways?|roads?|bridges?|suburbs?|coast|mountains?|hills?|valley|outskirts|percent|per\s+cent|north|south"
    r"|east|west|centre|center|camps?|quarter|country|ground|ghouta)\b",
    re.IGNORECASE,
)
"""What is controlled, where no place is named."""

CUES: Final = re.compile(
    rf"""
      (?P<held_before>(?<!self)[-–](?:held|controlled|occupied|ruled|dominated|administered)\b
        |(?<=\w)\s(?:held|controlled|occupied)(?=\s(?:\w+\s)?(?:territor|areas?|towns?|villages?|districts?|cit(?:y|ies)|zones?|regions?|lands?|pockets?|enclaves?)))
    | (?P<held_by>\b{_HELD}\s+(?:{_SOFT}\s+)?by\b)
    | (?P<under_of>\bunder\s+(?:the\s+)?(?:{_HOW}\s+)?{_POWERS}\s+of\b|\bin(?:to)?\s+the\s+hands\s+of\b)
    | (?P<under>\bunder\s+(?=[^,.;:()\n]{{2,45}}?\s(?:{_HOW}\s+)?{_POWERS}\b)|\bin(?:to)?\s+(?=[^,.;:()\n]{{2,30}}?\shands\b))
    | (?P<in_control>\b(?:(?:maintain|retain|have|has|had|exert|exercise|keep|kept|hold|held|consolidate)(?:s|ed)?\s+(?:{_SOFT}\s+)?(?:{_HOW}\s+)?control\s+(?:of|over)
        |(?:taken|took|seized|assumed|gained|regained|wrested|captured|lost)\s+(?:{_HOW}\s+)?control\s+(?:of|over)
        |in\s+(?:{_HOW}\s+)?control\s+of))
    | (?P<stronghold>\b(?:strongholds?|bastions?|heartland|de[-\s]facto\s+capital|self-declared\s+capital)\b)
    | (?P<controls>(?<!\bfor\s)(?<!\bthe\s)(?<!\btake\s)(?<!\bseize\s)(?<!\bgain\s)(?<!\bover\s)(?<!\bunder\s)(?<!\bfull\s)(?<!\bof\s)(?<!\bto\s)(?<!\bno\s)
        \b(?:controls?|controlled|holds?|held|occup(?:y|ies|ied)|rules?|ruled|dominates?|dominated|administers?|governs?|governed)\b
        (?!\s(?:in|at|on|by|for|to|out|off|up|back|that|against|with)\b))
    | (?P<presence>\b(?:(?:highly|very|still|most|particularly)\s+)?(?:active|present|entrenched|stationed|garrisoned|based|deployed|positioned|holed\s+up|embedded|dug\s+in|holding\s+out)\s+(?:\w+ly\s+)?(?=(?:in|at|on|around|near|inside|across|along|throughout|within)\b)
        |\boperat(?:es?|ed|ing)\s+(?:(?:freely|openly|actively|mainly|primarily)\s+)?(?=(?:in|from|around|near|inside|across|along|throughout|within)\b)
        |\b(?:military\s+)?presence\s+(?=(?:in|at|on|around|near|inside|across|along|throughout|within)\b)
        |\b{_FORCES}\s+(?:are|were|remain(?:s|ed)?)\s+(?:(?:still|also|now)\s+)?(?=(?:in|inside|around|across|throughout)\s)(?!in\s+(?:\w+\s)?control))
    | (?P<troops>\b{_FORCES}\s+(?:still\s+)?(?=(?:in|inside|around|across|throughout)\s))
    | (?P<capability>\bcapable\s+of|\b(?:are|is|remains?|still)\s+(?:\w+\s+)?(?:un)?able\s+to
        |(?:\b(?:has|have|had|retains?|maintains?|lacks?|lost)\s+(?:the|an?|its|their)?\s*|['’]s\s+|\b(?:its|their)\s+)(?:\w+\s+)?(?:capacity|capabilit(?:y|ies)|ability|means|firepower)\s+to
        |\b(?:possess(?:es|ed)?|armed\s+with|equipped\s+with)\b
        |\bha(?:ve|s)\s+(?:sleeper\s+cells|tanks|artillery|heavy\s+weapons|chemical\s+weapons|drones|missiles|anti-aircraft))
    """,
    re.VERBOSE,
)
"""What a state is told with, by kind and by where its holder stands; for a text in small letters."""
STEMS: Final = re.compile(
    r"held|holds|\bhold |hold\s+control|control|occup|rul[ei]|dominat|administer|govern[es]|hands|stronghold|bastion|heartland|capital|active|present|entrench"
    r"|station|garrison|based|deployed|positioned|holed|embedded|dug in|holding out|operat|presence|fighters|troops|soldiers|forces|militant|militiamen"
    r"|rebels|insurgents|jihadists|units|cells|advis|peacekeep|mercenar|able|capab|capacity|ability|means|firepower|possess|armed|equipped|authority"
    r"|tanks|artillery|weapons|drones|missiles|anti-aircraft"
)
"""Without one of these a sentence tells of no state; that is quicker asked."""

KINDS: Final[Mapping[str, StateKind]] = {
    "held_before": "controls_territory",
    "held_by": "controls_territory",
    "under_of": "controls_territory",
    "under": "controls_territory",
    "in_control": "controls_territory",
    "stronghold": "controls_territory",
    "controls": "controls_territory",
    "presence": "presence",
    "troops": "presence",
    "capability": "capability",
}
HOLDER_BEHIND: Final = frozenset(("held_by", "under_of", "under"))
"""Where the holder stands behind the words and the place before."""

FIGHTING: Final = re.compile(
    r"\b(?:kill|wound|injur|clash|fight(?:s|ing)?\b|fought|attack|str[iu]c?k|target|repel|between|hit|bomb|shell|captur|ambush|drove|driv|battle(?:s|d)?\s(?:with|against)|battling)",
    re.IGNORECASE,
)
"""Where forces do something or something is done to them, "forces in" only says where."""
OBJECT_ENDS: Final = re.compile(
    r"\b(?:that|which|who|whose|where|when|while|according|after|before|but|as|near|towards?|leading|apart|against|if|since|because|has|have|had|was|were|is|are)\b",
    re.IGNORECASE,
)
"""Words behind which no place of a state stands."""

OBJECT: Final = re.compile(r"[^,;:.!?…()\n]{0,70}")
"""What may stand behind a verb as its object."""
NOT_TERRITORY: Final = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:\w+\s+)?(?:talks?|meetings?|elections?|news|press|hostages?|captive|prisoner|responsib\w*|accountable|protests?|rall\w+"
    r"|views?|position|out\b|that\b|off\b|back\b|up\b|referend\w+|funerals?|session|summit|conference|vote|trial|exercises?|ceremon\w+)\b",
    re.IGNORECASE,
)
"""What is held and no land."""
HELD_TO_ACCOUNT: Final = re.compile(
    r"[^,;:.!?\n]{0,60}?\b(?:responsible|accountable|liable|to\s+account|to\s+blame|culpable|answerable|hostage|captive|to\s+ransom)\b",
    re.IGNORECASE,
)
"""Whoever is held so is no land either: "hold the government of Arda responsible"."""
HOLDING: Final = frozenset(("hold", "holds", "held"))
FORCE_WORDS: Final = re.compile(
    r"fighters?|forces?|troops|soldiers?|rebels?|militants?|insurgents?|jihadists?|militias?|gunm[ae]n|guerrillas?|army|government|regime|authorities"
    r"|separatists?|opposition",
    re.IGNORECASE,
)
FORCE: Final = re.compile(
    rf"(?<![\w-])((?:(?!\b(?:on|in|of|at|for|by|with|from|to|that|and|s)\b)[\w-]+\s){{0,2}}(?:{FORCE_WORDS.pattern}))(?:\s+(?:have|has|had|is|are|was|were|also|still|now|already|currently|remain|remained|been|who|which|that))*\s*$",
    re.IGNORECASE,
)
"""A party before a verb that is described and no mention."""
PARTY_BEHIND: Final = re.compile(
    r"\s*(?:the\s+)?([\w'’-]+(?:\s[\w'’-]+){0,3}?)(?=\s+(?:control|rule|hands|occupation)\b|[,.;:)\n]|\s(?:in|since|after|but|and|on)\b|$)"
)
"""A party behind "held by" that is no mention."""
OWN: Final = re.compile(r"\b(?:their|its|his)\s+(?:\w+\s+)?$", re.IGNORECASE)
OWNER_END: Final = re.compile(
    r"(?:['’]s?)?(?:\s+(?:last|main|remaining|key|largest|final|traditional|major|northern|southern|eastern|western)){0,2}\s*$"
)
"""Between an owner and what it owns."""
BROKEN: Final = re.compile(r"[;:\n]|\s{3}|\b(?:says?|said|that|told)\b")
"""Between a holder and its verb: somebody else may be meant."""
BEING: Final = re.compile(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before a verb: it is passive, and what stands before it no holder."""
ARMED: Final = re.compile(
    r"\b(?:fighters|forces|troops|soldiers|rebels|militants|insurgents|militias?|brigade|battalion|army|units?)\b",
    re.IGNORECASE,
)
NEGATED: Final = re.compile(
    r"\b(?:no\s+longer|not|never|lost|lose|loses|losing|lacks?|neither|without|denied|ended|wrest\w*|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
POSSIBLE: Final = re.compile(r"\b(?:may|might|could|possibly|perhaps|if|whether)\b", re.IGNORECASE)
PROBABLE: Final = re.compile(
    r"\b(?:likely|probably|presumably|apparently|thought|believed|estimated|estimates?|suspected|seems?|appears?)\b",
    re.IGNORECASE,
)
UNSPECIFIED: Final = re.compile(r"\b(?:reportedly|allegedly|alleged|supposedly|purportedly|rumou?red)\b", re.IGNORECASE)
FORMER: Final = re.compile(r"\b(?:former|formerly|one-?time|erstwhile|previously|once)\b", re.IGNORECASE)
UNREAL: Final = re.compile(
    r"\b(?:will|would|should|must|to|want\w*|hop\w+|plan\w*|aim\w*|try|trying|seek\w*|fight\w*\s+for|battle\s+for|demand\w*)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words before a verb that tell of what is wanted or to come."""

HAS: Final = re.compile(
    r"\b(?:has|have|had|with|numbers|numbered|boasts?|commands?|fields?|retains?|maintains?|keeps?|kept|left\s+with|deployed|deploys|stations?|stationed)\b"
    r"\s*(?:(?:still|also|now|only|currently|just|already|been|the)\s+)*$",
    re.IGNORECASE,
)
"""Behind the holder and before a number: it has so many."""
STAY: Final = re.compile(
    r"\s*(?:who\s+|that\s+|which\s+|(?:are|is|were|was|have|has|had)\s+(?:been\s+)?)*(?:still\s+|currently\s+|now\s+)*"
    r"(?:stationed|deployed|based|present|remain(?:s|ed|ing)?|operat(?:e|es|ed|ing)|stay(?:s|ed|ing)?|holed\s+up|left\b|active|garrisoned"
    r"|fight(?:s|ing)?\b|in|inside|around|across|strong)\b",
    re.IGNORECASE,
)
"""Behind a number: so many are there."""
