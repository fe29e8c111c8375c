"""How firmly a report says that somebody did it: fact, claimed, suspected … In: the sentences that name who it was. Out: the blame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.record.vocabulary import Blame

CLAIMED: Final = re.compile(
    r"\b(?:claim\w*|t[ao]ok?e?n?|assum\w+|accept\w*|admit\w*)\b.{0,30}\b(?:responsib\w+|credit|authorship)\b"
    r"|\bclaimed by\b|\bresponsibility (?:has been|was|were) (?:claimed|assumed|taken)\b|\badmitted\b",
    re.IGNORECASE,
)
"""Somebody says that it was himself. "No one claimed responsibility" names nobody, so it stands beside no name."""
NOBODY: Final = re.compile(r"\b(?:no|nobody|none|not|denie[ds]|deny|denying)\b", re.IGNORECASE)
POSSIBLE: Final = re.compile(
    r"\b(?:possib\w+|(?:could|might|may) (?:have|be)|rul(?:e|ed|ing) out|whether|speculat\w+)\b", re.IGNORECASE
)
SUSPECTED: Final = re.compile(
    r"\b(?:accus\w+|blam\w+|attribut\w+|charged|responsible|implicat\w+|alleg\w+|suspect\w*|suspicio\w+|believ\w+|presum\w+"
    r"|apparent\w*|probabl\w+|likely|said to be|guilty|denounc\w+|supposed\w*|reportedly|in the opinion|must have|purported\w*"
    r"|pointed? (?:the finger|fingers?) at|bear\w* the hallmarks?)\b",
    re.IGNORECASE,
)
AUTHORITY: Final = re.compile(
    r"\b(?:police|army|authorit\w+|military|government|president|minist\w+|judge|court|official\w*|officer\w*|general|colonel|col|gen"
    r"|prosecutor\w*|governor|armed forces|attorney|intelligence|security|commander|investigators|state media)\b",
    re.IGNORECASE,
)
VIOLENCE: Final = re.compile(
    r"kill|murder|attack|bomb|explo|kidnap|abduct|massacre|assassin|dynamit|wound|destroy|burn|shot|fire|threat|shell|strike",
    re.IGNORECASE,
)


def blame_of(names: Sequence[str], sentences: Sequence[str]) -> Blame:
    """How firmly it is said.

    Args:
        names: The words for who it was; an army that is suspected is not suspected by itself.
        sentences: All sentences that name him, in the order of the text.
    """
    if any(CLAIMED.search(sentence) and not NOBODY.search(sentence) for sentence in sentences):
        return "claimed"
    telling = next((s for s in sentences if VIOLENCE.search(s)), sentences[0] if sentences else "")
    for name in sorted(names, key=len, reverse=True):
        telling = telling.replace(name, " ")
    if POSSIBLE.search(telling):
        return "possible"
    if SUSPECTED.search(telling):
        return "suspected_by_authorities" if AUTHORITY.search(telling) else "suspected"
    return "fact"
