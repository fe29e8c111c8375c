"""A remark as a plain affirmative sentence that can be read without what stands around it, or None where it cannot be made one."""

from __future__ import annotations

import re
from typing import Final

from onrecord.link.claims.words import Word, iter_words

_MOST: Final = 26
"""Words of a sentence that is still read at a glance."""
_FEWEST: Final = 4
_THAT: Final = re.compile(r"^(?:(?:that|and|but|also|so|now|then|however)\b[\s,]*)+", re.IGNORECASE)
_LEANING: Final = frozenset(
    "i we he she it they you this that these those his her its their our my your such who whom whose which what where when how why whether if "
    "and or but nor of in on at by to from with without into onto over under after before during between among against about around near as "
    "because although though while unless until despite than also not only even just more less".split()
)
"""First words that lean on what was said before."""
_FINITE: Final = frozenset(
    "is are was were has have had will would can could may might must shall should do does did cannot began became came fell fled found fought gave "
    "got held hit kept knew led left lost made met rose said sent set shot stood struck took told went won remains remain took hold holds".split()
)
_SUBORDINATE: Final = frozenset(
    "that who which whom when where while because although as after before if since until unless now".split()
)
_ENDS: Final = frozenset(
    "of in on at by to from with the a an and or but for as into its their his her that who which".split()
)
_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
_AFFIRMED: Final = (
    (re.compile(r"^[Nn]either (.+?) nor "), r"\1 or "),
    (re.compile(r"^[Nn]o ([a-z]+[^s\W])\b"), r"a \1"),
    (re.compile(r"^[Nn]o\s+"), ""),
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\b(is|are|was|were|has|have|had|can|could|would|will|should|may|might|must)(?:n['’]t| not| never)\b(?! only| just)"), r"\1"),
    (re.compile(r"\b(do|does|did)(?:n['’]t| not)\b(?! only| just)"), r"\1"),
)  # fmt: skip
"""How a "not" of the main clause is taken out, so that the claim is affirmative and who says it denies it."""
_POLAR: Final = re.compile(r",? (?:so far|yet|at all|any ?more|any longer)\b")
"""What is only said with a "not"."""
_ANY: Final = ((re.compile(r"\b[Aa]ny ([a-z]+[^s\W])\b(?! of)"), r"a \1"), (re.compile(r"\b[Aa]ny (?=[a-z])"), ""))


def plain(text: str) -> str | None:
    """The words of a remark as a sentence of their own.

    Args:
        text: What is said, one sentence or the beginning of one.

    Returns:
        The sentence without a "not" and without its full stop; None for a fragment, and for what leans on other sentences.
    """
    bare = _THAT.sub("", " ".join(text.split()).strip(" .,;:\"“”'‘’"))
    words = list(iter_words(bare))
    if len(words) > _MOST:
        bare = _shortened(bare, words)
        words = list(iter_words(bare))
    if len(words) < _FEWEST or words[0].low in _LEANING | _FINITE or not _is_clause(words) or _unbalanced(bare):
        return None
    if _NEGATION.search(bare):
        bare = next((pattern.sub(to, bare, count=1) for pattern, to in _AFFIRMED if pattern.search(bare)), bare)
        bare = _POLAR.sub("", bare)
        if _NEGATION.search(bare) or " only " in bare:
            return None
    for pattern, instead in _ANY:
        bare = pattern.sub(instead, bare)
    return bare


def _is_clause(words: list[Word]) -> bool:
    """Whether there is a verb to a subject, before any clause within."""
    for k, word in enumerate(words[1:], 1):
        if word.low in _SUBORDINATE:
            return False
        if word.low in _FINITE or word.low.endswith("ed"):
            return words[k - 1].low not in _ENDS
    return False


def _shortened(text: str, words: list[Word]) -> str:
    """The sentence up to where a further clause begins."""
    stops = [
        w for k, w in enumerate(words[:_MOST]) if k > _FEWEST and (w.low in _SUBORDINATE or w.low in ("and", "but"))
    ]
    return text[: stops[-1].start].rstrip(" ,;:") if stops else ""


def _unbalanced(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”") or text.count("(") != text.count(")")
