"""The words between two actors that say what one is to the other. No logic.

In each pattern A is the earlier mention and B the later one; the pattern has to fit all that stands between them, in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.record.vocabulary import RelationKind

Way = Literal["forth", "back", "both"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying that two actors stand in a relation.

    Attributes:
        kind: What is said.
        way: forth: A fights B; back: B fights A; both: each the other.
        between: What stands between them.
        after: What follows B, if that matters.
        before: What stands before A, if that matters.
        among: Kinds of mention that A can be, and B where `other` is empty.
        other: Kinds of mention that B can be.
        bare: Whether it needs none of the `CUES` between A and B.
    """

    kind: RelationKind
    way: Way
    between: re.Pattern[str]
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    among: frozenset[str] = frozenset(("organisation", "person", "nationality", "location", "facility"))
    other: frozenset[str] = frozenset()
    bare: bool = False


def _re(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("{FILL}", _FILL).replace("{DET}", _DET).replace("{ADV}", _ADV), re.VERBOSE)


_PARTIES: Final = frozenset(("organisation", "person", "nationality"))
_TARGETS: Final = frozenset(("location", "facility", "vehicle", "military_platform", "weapon"))
_ARMS: Final = frozenset(("weapon", "military_platform"))
_DET: Final = (
    r"(?:\s(?:the|a|an|its|their|his|her|our|some|several|suspected|alleged|remaining|other|these|those|both"
    r"|innocent|brutal|terrorist|jihadist|rebel|armed|militant|enemy|more|fellow|government|members\sof|groups?\sof|dozens\sof|hundreds\sof"
    r"|(?:scourge|threat|menace|forces|fighters)\sof))*\s?"
)
_ADV: Final = r"(?:\s(?:also|now|then|later|again|jointly|repeatedly|heavily|officially|largely|partly|directly))*"
_FILL: Final = r".{0,90}?"
"""What may stand between a subject and its verb."""
BREAKS: Final = re.compile(
    r"[.;!?\n]|\b(?:said|says|told|condemn\w*|discuss\w*|met|meeting|talks|urge[sd]?|calls?\s(?:on|for)|called\s(?:on|for)|accus\w+|denied|announced"
    r"|thank\w*|reports|reported|where|whose|because|while|although)\b",
)
"""Where one of these stands between two actors, somebody else may act: the end of a sentence, a verb of speaking, another clause."""
_FIGHT_VERBS: Final = (
    r"(?<!been\s)(?<!was\s)(?<!were\s)(?<!being\s)(?:fight|fights|fighting|fought|attack(?:s|ed|ing)?|target(?:s|ed|ing)?|bomb(?:s|ed|ing)?|bombard(?:s|ed|ing)?|shell(?:s|ed|ing)?"
    r"|kill(?:s|ed|ing)?|strike|strikes|struck|striking|hit|hits|hitting|defeat(?:s|ed|ing)?|destroy(?:s|ed|ing)?|degrade(?:s|d)?"
    r"|degrading|counter(?:s|ed|ing)?|combat(?:s|ed|ing|ting)?|battle(?:s|d)?|battling|repel(?:s|led|ling)?|oust(?:s|ed|ing)?"
    r"|expel(?:s|led|ling)?|defend(?:s|ed|ing)?\sagainst|confront(?:s|ed|ing)?|besiege(?:s|d)?|besieging|invade(?:s|d)?|ambush(?:es|ed|ing)?"
    r"|finish|engage(?:s|d)?|eliminate(?:s|d)?|crush(?:es|ed)?|raid(?:s|ed)?|execute(?:s|d)?|behead(?:s|ed)?|murder(?:s|ed)?|murdering|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|massacre(?:s|d)?|overthrow(?:s|n)?|overthrew|topple(?:s|d)?|dislodge(?:s|d)?|dismantl(?:e|es|ed|ing)"
    r"|resist(?:s|ed|ing)?|encircl(?:e|es|ed|ing)"
    r"|(?:fir(?:e|es|ed|ing)|open(?:s|ed)?\sfire)\s(?:\w+\s){0,3}(?:at|on)|rid\s(?:\w+\s){1,4}of|wrest(?:s|ed|ing)?\s(?:[\w-]+\s){0,4}from"
    r"|(?:defend|protect)(?:s|ed|ing)?\s(?:[\w-]+\s){1,6}(?:against|from)|driv(?:e|es|ing|en)\s(?:[\w-]+\s){0,4}from|hunt(?:s|ed|ing)?(?:\sdown)?"
    r"|clash(?:es|ed|ing)?\swith|push(?:es|ed|ing)?\sback|driv(?:e|es|ing)\sout|drove\sout|captur(?:e|ed|ing)\s(?:\w+\s){0,4}from"
    r"|retak(?:e|es|ing)\s(?:[\w-]+\s){0,4}from|retook\s(?:[\w-]+\s){0,4}from|seiz(?:e|ed|ing)\s(?:[\w-]+\s){0,4}from"
    r"|liberat(?:e|ed|ing)\s(?:[\w-]+\s){0,5}from|recaptur(?:e|ed|ing)\s(?:[\w-]+\s){0,4}from)"
)
_FIGHT_NOUNS: Final = (
    r"(?:fight|battle|war|campaign|operations?|efforts?|(?:air\s?|air-)?strikes?|offensives?|attacks?|raids?|struggle|actions?|artillery"
    r"|assaults?|resistance|jihad|missions?|rebellion|insurgency|uprising|crackdown|bombings?|forces?)"
)
_HEADS: Final = (
    r"(?:commander(?:-in-chief)?|leader|head|chief|president|director|chairman|chairwoman|prime\sminister|premier|minister|secretary(?:-general)?"
    r"|governor|emir|king|founder|boss|general\scommander)"
)

CUES: Final = re.compile(
    r"\b(?:(?P<fights>fight|fought|attack|target|bomb|shell|kill|str[iu][kc]k?e?|hit|defeat|destr|degrad|counter|combat|battl|repel|oust|expel"
    r"|defend|confront|besieg|inva|ambush|finish|engag|eliminat|crush|raid|execut|behead|murder|clash|push|driv|drove|captur|retak|retook"
    r"|seiz|liberat|recaptur|abduct|kidnap|massacr|overthr|toppl|dislodg|dismantl|resist|encircl|fir[ei]|open|rid\b|wrest|protect|hunt"
    r"|against|demise|isolation|siege|hostil|war\b|air|assault|suppress|damag|hands|persecut|oppress|threaten|under\b|rebel|rose|retaliat"
    r"|oppos|opponent|enem|arrest|detain|tortur|surround|overrun|wound)"
    r"|(?P<same_as>known|called|referred|named|spelled|alias|aka|also|officially|formerly|previously|becom|became|whose|nom\b|a\.k\.a)"
    r"|(?P<member_of>part|member|branch|wing|affiliat|offshoot|subsidiar|component|faction|unit|join|belong|enlist|pledg|serv|from|within"
    r"|includ|compris|consist|made|composed|primarily|especially|such)"
    r"|(?P<leads>command|lead|led\b|head|chief|president|director|chair|prime|premier|minist|secretar|governor|emir|king|found|boss"
    r"|general|rul|run|ran\b|control|establish|owned)"
    r"|(?P<backs>support|back|aid|arm(?:s|ed|ing)|train|assist|advis|stand|shoulder|welcom|fund|sponsor)"
    r"|(?P<allied_with>all[iy]|alongside|together|coordinat|jointly|partner|working))",
)
"""How the words begin that each relation needs: where none of them stands between two actors, no pattern is tried."""

PATTERNS: Final = (
    # Who fights whom.
    Pattern("fights", "forth", _re(rf"(?:['’]s?)?\s{{FILL}}\b{_FIGHT_VERBS}(?:\sand\s\w+)?{{DET}}"), among=_PARTIES),
    Pattern(
        "fights",
        "forth",
        _re(rf"(?:['’]s?)?\s{{FILL}}\b{_FIGHT_NOUNS}(?:\s[\w,'’-]+){{0,7}}\sagainst{{DET}}"),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "forth",
        _re(
            r"(?:['’]s?)?\s{FILL}\b(?:defeat|destruction|isolation|demise|siege|killing|massacre|execution|murder|elimination)\sof{DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "forth",
        _re(r"\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+\s){0,2}(?:hostile\sto|at\swar\swith){DET}"),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "back",
        _re(
            r"\s(?:\w+\s){0,3}?(?:was|were|been|being|is|are)\s(?:\w+\s){0,2}?(?:attacked|targeted|bombed|shelled|killed|struck|hit"
            r"|defeated|destroyed|besieged|ambushed|repelled|ousted|expelled|driven\sout|executed|beheaded|wounded|captured|abducted"
            r"|kidnapped|murdered|encircled|surrounded|overrun|arrested|detained|tortured|persecuted)(?:\s[\w,-]+){0,8}?\sby{DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "back",
        _re(
            r"(?:\s[\w,-]+){0,3}?\s(?:attacked|targeted|bombed|shelled|killed|defeated|captured|abducted|kidnapped|murdered|massacred)\sby{DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "both",
        _re(r"\sand{DET}"),
        bare=True,
        before=_re(
            r"(?:clashes|fighting|battles?|war|skirmishes|hostilities|conflict|firefights?)\s(?:\w+\s){0,2}between{DET}$"
        ),
        among=_PARTIES,
    ),
    Pattern("fights", "both", _re(r"(?:['’]s?)?\s{FILL}\bclash(?:es|ed)?\swith{DET}"), among=_PARTIES),
    Pattern(
        "fights",
        "forth",
        _re(
            r"(?:['’]s?)?\s{FILL}\b(?:attack(?:s|ed|ing)?|strik(?:es|ing)|struck|air\s?strikes?|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ings)?|bombard(?:s|ed|ing|ment)?"
            r"|target(?:s|ed|ing)?|hit|destroy(?:s|ed|ing)?|assault|siege|besiegement|raid(?:s|ed)?|massacre)\s?(?:on|of|against)?{DET}(?:(?:[\w-]+\s){0,2}such\sas\s)?"
        ),
        among=_PARTIES,
        other=_TARGETS,
    ),
    Pattern(
        "fights",
        "forth",
        _re(
            r"\s(?:(?:have|has|had|also|successfully)\s)?(?:engaged|destroyed|hit|struck|suppressed|damaged|targeted|killed)\s(?:[\w-]+\s){0,3}"
        ),
        among=_ARMS,
        other=_TARGETS | _PARTIES,
    ),
    Pattern(
        "fights",
        "back",
        _re(
            r"\s{FILL}\b(?:at\sthe\shands\sof|persecuted\sby|oppressed\sby|threatened\sby|under\sattack\s(?:from|by)){DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "fights",
        "forth",
        _re(
            r"\s{FILL}\b(?:rebel(?:s|led)\sagainst|rose\sup\sagainst|retaliat(?:e|es|ed|ing)\sagainst|opposed\sto|opponents?\sof|enem(?:y|ies)\sof|hostile\sto){DET}"
        ),
        among=_PARTIES,
    ),
    Pattern("fights", "both", _re(r"[-–]"), after=_re(r"\s(?:war|conflict|fighting|clashes|hostilities)\b"), bare=True),
    # Two names of one.
    Pattern(
        "same_as",
        "both",
        _re(r",?\s?[“\"']?[(\[]\s?(?:the\s|or\s|aka\s|also\sknown\sas\s)?[“\"']?"),
        after=_re(r"[”\"']?\s?[)\];]"),
        bare=True,
    ),
    Pattern(
        "same_as",
        "both",
        _re(
            r"(?:\s?\([^)]{0,40}\))?,?\s?(?:\(|who\sis\s|which\sis\s|is\s|are\s)?(?:also|formerly|previously|better|widely|commonly|officially)\s"
            r"(?:(?:known|called|referred\sto|named|spelled|transliterated)\s(?:as\s)?)?[“\"']?(?:the\s)?[“\"']?"
        ),
    ),
    Pattern(
        "same_as",
        "both",
        _re(r"(?:,?(?:\[\d+\])?\s(?:who\s)?(?:would\s)?(?:later\s|then\s)?(?:become|became|becoming)\s(?:the\s)?)"),
        among=frozenset(("person",)),
    ),
    Pattern(
        "same_as",
        "both",
        _re(r",?\s(?:known|referred\sto)\s(?:locally\s|simply\s|in\s\w+\s)?as\s[“\"']?(?:the\s)?[“\"']?"),
    ),
    Pattern(
        "same_as",
        "both",
        _re(r",?\s(?:aka|a\.k\.a\.|alias|nom\sde\sguerre|whose\sreal\sname\sis)\s[“\"']?(?:the\s)?[“\"']?"),
    ),
    # Who belongs to what.
    Pattern(
        "member_of",
        "forth",
        _re(
            r",?\s(?:(?:who|which)\s)?(?:(?:is|are|was|were)\s)?(?:an?\s|the\s)?(?:\w+\s)?(?:part|members?|branch|wing|affiliate|offshoot|subsidiary|component|faction|unit)\sof{DET}"
        ),
        among=_PARTIES,
    ),
    Pattern("member_of", "back", _re(r"\s(?:which\s|that\s){FILL}\binclud(?:e|es|ed|ing){DET}"), among=_PARTIES),
    Pattern(
        "member_of",
        "forth",
        _re(
            r"\s{FILL}\b(?:join(?:s|ed|ing)?|belong(?:s|ed|ing)?\sto|enlisted\sin|pledged\s(?:\w+\s)?(?:allegiance|loyalty)\sto|serv(?:es|ed|ing)\s(?:in|with)){DET}"
        ),
        among=_PARTIES,
    ),
    Pattern("member_of", "forth", _re(r"\s(?:from|within){DET}"), among=frozenset(("organisation",))),
    Pattern(
        "member_of",
        "back",
        _re(
            r",?\s(?:\(?(?:which|that)\s)?(?:has\s|had\s)?(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)?\sof|(?:is\s|are\s)?(?:made\sup|composed)(?:\s\w+){0,2}\s(?:of|by)|primarily|especially|such\sas){DET}"
        ),
        among=_PARTIES,
    ),
    # Who leads what.
    Pattern(
        "leads",
        "forth",
        _re(rf",?\s(?:(?:who|is|was|as|,)\s)*(?:the\s|a\s|an\s)?(?:[\w-]+\s){{0,3}}?{_HEADS}\s(?:of|for){{DET}}"),
    ),
    Pattern(
        "leads",
        "forth",
        _re(
            r",?\s(?:who\s)?(?:\w+\s)?(?:leads?|led|leading|commands?|commanded|commanding|heads?|headed|heading(?:\sup)?|founded|rules?|runs?|ran|controls?|controlled|controlling){DET}"
        ),
        among=frozenset(("organisation", "person")),
    ),
    Pattern(
        "leads",
        "back",
        _re(
            r",?\s(?:[\w,]+\s){0,5}?(?:led|commanded|headed|founded|established|run|ruled|controlled|owned)\sby(?:\s(?:his|her|its|their)\s\w+)?{DET}"
        ),
    ),
    Pattern(
        "leads",
        "back",
        _re(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?{_HEADS},?\s"),
        among=frozenset(("organisation", "person")),
    ),
    # Who backs whom, and who stands together.
    Pattern(
        "backs",
        "forth",
        _re(
            r"\s{FILL}\b(?:support(?:s|ed|ing)?(?:\sfor)?|in\ssupport\sof|back(?:s|ed|ing)|aid(?:s|ed|ing)|arm(?:s|ed|ing)|train(?:s|ed|ing)|assist(?:s|ed|ing)?|advis(?:es?|ed|ing)\sand\sassisting|stands?\s(?:by|with)|shoulder\sto\sshoulder\swith|welcomes?){DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "backs",
        "back",
        _re(
            r",?\s(?:and\s)?(?:\w+\s){0,3}?(?:backed|supported|armed|trained|funded|aided|sponsored|assisted)(?:\sand\s\w+)?\sby{DET}"
        ),
    ),
    Pattern("backs", "forth", _re(r"-(?:backed|supported|funded|trained|armed|sponsored)\s(?:[\w-]+\s)?")),
    Pattern(
        "allied_with",
        "both",
        _re(
            r"\s{FILL}\b(?:allied\s(?:with|to)|alongside|together\swith|coordinated\swith(?:\sand\sin\ssupport\sof)?|in\scoordination\swith|jointly\swith|alliance\swith|partner(?:s|ed|ing)?\swith|(?:is|are)\sworking\sclosely\swith){DET}"
        ),
        among=_PARTIES,
    ),
    Pattern(
        "allied_with",
        "both",
        _re(r"(?:['’]s?|,\san?|\sand\sits|,\sits)\s(?:\w+\s)?ally,?\s"),
        among=_PARTIES | {"location"},
    ),
)
