"""The words that tell what holds. No logic."""

from __future__ import annotations

import re
from typing import Final

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
      (?P<held_before>[-–](?:held|controlled|occupied|ruled|run|dominated|administered)\b
        |(?<=\w)\s(?:held|controlled|occupied)(?=\s(?:\w+\s)?(?:territor|areas?|towns?|villages?|districts?|cit(?:y|ies)|zones?|regions?|lands?|pockets?|enclaves?)))
    | (?P<held_by>\b{_HELD}\s+(?:{_SOFT}\s+)?by\b)
    | (?P<under_of>\b(?:under|in)\s+(?:the\s+)?(?:{_HOW}\s+)?{_POWERS}\s+of\b|\bin(?:to)?\s+the\s+hands\s+of\b|\bruled\s+from\b)
    | (?P<under>\bunder\s+(?:{_SOFT}\s+)?(?=[^,.;:()\n]{{2,45}}?\s(?:{_HOW}\s+)?{_POWERS}\b)|\bin(?:to)?\s+(?=[^,.;:()\n]{{2,30}}?\shands\b))
    | (?P<in_control>\b(?:(?:maintain|retain|have|has|had|exert|exercise|keep|kept|hold|held|consolidate)(?:s|ed)?\s+(?:{_SOFT}\s+)?(?:{_HOW}\s+)?control\s+(?:of|over)
        |in\s+(?:{_HOW}\s+)?control\s+of))
    | (?P<stronghold>\b(?:strongholds?|bastions?|heartland|de[-\s]facto\s+capital|self-declared\s+capital)\b)
    | (?P<controls>\b(?:controls?|controlled|controlling|holds?|held|holding|occup(?:y|ies|ied|ying)|rules?|ruled|dominates?|dominated|administers?|governs?|governed)\b)
    | (?P<presence>\b(?:(?:highly|very|still|most|particularly)\s+)?(?:active|present|entrenched|stationed|garrisoned|based|deployed|positioned|holed\s+up|embedded|dug\s+in|holding\s+out|hiding(?:\s+out)?)\s+(?:\w+ly\s+)?(?=(?:in|at|on|around|near|inside|across|along|throughout|within)\b)
        |\boperat(?:es?|ed|ing)\s+(?:(?:freely|openly|actively|mainly|primarily)\s+)?(?=(?:in|from|around|near|inside|across|along|throughout|within)\b)
        |\b(?:military\s+)?presence\s+(?=(?:in|at|on|around|near|inside|across|along|throughout|within)\b)
        |\b{_FORCES}\s+(?:(?:are|were|remain(?:s|ed)?|is|was)\s+)?(?:(?:still|also|now)\s+)?(?=(?:in|inside|around|across|throughout)\s))
    | (?P<capability>\b(?:capable\s+of|(?:un)?able\s+to|(?:the\s+)?(?:capacity|capabilit(?:y|ies)|ability|means|firepower|resources)\s+to|possess(?:es|ed)?|armed\s+with|equipped\s+with
        |(?:still\s+)?ha(?:ve|s)\s+(?:sleeper\s+cells|tanks|artillery|heavy\s+weapons|chemical\s+weapons|drones|missiles|anti-aircraft)))
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a state is told with, by kind and by where its holder stands."""

KINDS: Final = {
    "held_before": "controls_territory",
    "held_by": "controls_territory",
    "under_of": "controls_territory",
    "under": "controls_territory",
    "in_control": "controls_territory",
    "stronghold": "controls_territory",
    "controls": "controls_territory",
    "presence": "presence",
    "capability": "capability",
}
HOLDER_BEHIND: Final = frozenset(("held_by", "under_of", "under"))
"""Where the holder stands behind the words and the place before."""

NEGATED: Final = re.compile(
    r"\b(?:no\s+longer|not|never|lost|lose|loses|losing|neither|without|denied|ended|wrest\w*|unable)\b|n['’]t\b", re.IGNORECASE
)
POSSIBLE: Final = re.compile(r"\b(?:may|might|could|possibly|perhaps|if|whether)\b", re.IGNORECASE)
PROBABLE: Final = re.compile(
    r"\b(?:likely|probably|presumably|apparently|thought|believed|estimated|estimates?|suspected|seems?|appears?)\b", re.IGNORECASE
)
UNSPECIFIED: Final = re.compile(r"\b(?:reportedly|allegedly|alleged|supposedly|purportedly|rumou?red)\b", re.IGNORECASE)
FORMER: Final = re.compile(r"\b(?:former|formerly|one-?time|erstwhile|previously|once)\b", re.IGNORECASE)
UNREAL: Final = re.compile(
    r"\b(?:will|would|should|must|to|want\w*|hop\w+|plan\w*|aim\w*|try|trying|seek\w*|fight\w*\s+for|battle\s+for|demand\w*)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Words before a verb that tell of what is wanted or to come."""

HAS: Final = re.compile(
    r"\b(?:has|have|had|with|numbers?|numbered|boasts?|commands?|fields?|counts?|retains?|maintains?|keeps?|kept|left\s+with|deployed|deploys|stations?|stationed)\b"
    r"\s*(?:\w+\s+){0,3}$",
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
