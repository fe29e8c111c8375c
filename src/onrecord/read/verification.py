"""What the report says about checking a statement. In: text and the statement's spans. Out: verified or not, and the words."""

from __future__ import annotations

import re
from typing import Final

from onrecord.record.span import Span
from onrecord.record.vocabulary import Verification

CHECK: Final = r"(?:verif(?:y|ied|ying)|confirm(?:ed|ing)?|corroborat(?:e|ed)|authenticat(?:e|ed)|substantiat(?:e|ed)|validat(?:e|ed)|ascertain(?:ed)?)"
HOW: Final = (
    r"(?:(?:be|been|yet|immediately|independently|separately|fully|officially|readily|yet|so far|the|it)\s+){0,4}"
)
NOT: Final = r"(?:could\s*n[o'’]?t|can\s*n[o'’]?t|cannot|has\s*n[o'’]?t|have\s*n[o'’]?t|had\s*n[o'’]?t|was\s*n[o'’]?t|were\s*n[o'’]?t|is\s*n[o'’]?t|are\s*n[o'’]?t)"
OUTLETS: Final = (
    r"(?:Reuters|AFP|AP|BBC|CNN|Al\W?Jazeera|Agence France-Presse|(?:the )?Associated Press|(?:the )?Guardian|(?:the )?New York Times|Bloomberg|dpa|"
    r"(?:the |this )?(?:news )?(?:agency|newspaper|outlet|website|channel|network)|journalists|reporters)"
)
NOT_VERIFIED: Final = re.compile(
    rf"\b{NOT}\s+{HOW}(?:be|been)\s+{HOW}{CHECK}(?:\s+(?:independently|immediately|by [\w ]{{2,30}}))?"
    rf"|\b{NOT}\s+(?:\w+\s+)?independently\s+{CHECK}"
    rf"|\b{NOT}\s+{HOW}independently\s+{CHECK}"
    rf"|\b{OUTLETS}\s+(?:(?:is|was|are|were|has|have)\s+)?(?:not\s+)?(?:been\s+)?(?:able|unable)\s+to\s+{HOW}{CHECK}"
    rf"|\b(?:not\s+(?:been\s+)?able|unable)\s+to\s+independently\s+{CHECK}"
    rf"|\b{OUTLETS}\s+{NOT}\s+{HOW}{CHECK}"
    rf"|\b(?:it (?:is|was) )?(?:not (?:immediately )?possible|impossible|difficult|hard) to (?:independently )?{CHECK}(?: this| that| it)?"
    rf"|\bno (?:independent|immediate|official) (?:confirmation|verification|corroboration)"
    rf"|\bno (?:independent )?way (?:to|of) (?:independently )?{CHECK}"
    rf"|\b(?:has|have|had) yet to be (?:independently )?{CHECK}|\bwithout (?:independent )?(?:verification|confirmation|corroboration)\b"
    rf"|\bnot\s+(?:immediately\s+|yet\s+)?(?:independently\s+)?verified\b",
    re.IGNORECASE,
)
#: Counts in the sentence of the statement only: elsewhere it is said of something else.
LOOSE: Final = re.compile(r"\b(?:unverified|unconfirmed|unverifiable|uncorroborated)\b", re.IGNORECASE)
VERIFIED: Final = re.compile(
    r"\b(?:(?:has|have|had)\s+)?(?:(?:been|was|were|is|are)\s+)?independently\s+(?:verified|confirmed|corroborated|authenticated)\b"
    r"|\b(?:Reuters|AFP|AP|BBC|CNN|Bellingcat|(?:the )?Associated Press|(?:the )?New York Times|(?:the )?Guardian)(?:\s+(?:has|have))?\s+(?:verified|authenticated)\b"
    r"|\b(?:verified|authenticated|geolocated) by (?:Reuters|AFP|AP|the BBC|BBC|CNN|Bellingcat|the Associated Press|the New York Times|the Guardian)\b",
    re.IGNORECASE,
)
#: Without one of these there is no note: looked for first, for it is quick.
ABOUT: Final = ("verif", "confirm", "corrobor", "authentic", "substantiat", "validat", "ascertain", "geoloc")
SENTENCE_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])|\n+")
#: Somebody else speaks before the note: then it is about that.
ANOTHER: Final = re.compile(r"\b(?:said|says|say|told|reported|claimed|accused|denied|according)\b", re.IGNORECASE)
#: How far a note may stand from its statement.
REACH: Final = 600


def verification_of(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> tuple[Verification, Span | None]:
    """Whether the report says that it checked a statement: in its sentence, outside the content, or in the sentence after it.

    Args:
        text: The whole text.
        source: The spans of the source.
        cue: The spans of the cue.
        content: The spans of the content; a note within them is the speaker's own.

    Returns:
        "not_verified" or "verified" with the words that say so, or "none".
    """
    spans = [*source, *cue, *content]
    if not spans:
        return "none", None
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    if not _on_checking(text[max(0, first - REACH) : last + REACH]):
        return "none", None
    start, end = _sentence_start(text, first), _behind_next_sentence(text, last)
    behind = min(last + 1, len(text))
    if not _on_checking(text[start:end]):
        return "none", None
    taken = [(s.start, s.end) for s in (*content, *cue)]
    for pattern, verdict in ((NOT_VERIFIED, "not_verified"), (LOOSE, "not_verified"), (VERIFIED, "verified")):
        for found in pattern.finditer(text, start, last if pattern is LOOSE else end):
            a = found.start() + len(found.group()) - len(found.group().lstrip())
            if a > last and ANOTHER.search(text, behind, a):
                continue
            if not any(a < stop and begin < found.end() for begin, stop in taken):
                return ("not_verified" if verdict == "not_verified" else "verified"), Span.of(text, a, found.end())
    return "none", None


def _on_checking(words: str) -> bool:
    low = words.lower()
    return any(stem in low for stem in ABOUT)


def _sentence_start(text: str, offset: int) -> int:
    start = max(0, offset - REACH)
    last = start
    for found in SENTENCE_END.finditer(text, start, offset):
        last = found.end()
    return last


def _behind_next_sentence(text: str, offset: int) -> int:
    """The end of the sentence after the one that an offset stands in."""
    limit = min(len(text), offset + REACH)
    ends = [found.end() for found in SENTENCE_END.finditer(text, max(0, offset - 2), limit)]
    ends = [end for end in ends if end > offset + 1]
    return ends[1] if len(ends) > 1 else limit
