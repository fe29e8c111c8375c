"""A name within the words of a source that was read too wide: "Harbour region activist Nadia Okol", "the Committee this month"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.link.sources.setting import Setting, words_of
from onrecord.record import Chain
from onrecord.reference.registry import Entry

__all__ = ["body_within", "person_within"]

_LONG: Final = 3
"""Words of a name of a body that is one wherever it stands; a shorter one may be part of another."""
_BESIDE: Final = 3
"""Words that may stand beside it."""
_OTHERS: Final = frozenset(
    "former ex anti pro defector defectors deserter deserters critic critics opponent opponents rival rivals prisoner prisoners victim victims "
    "of for in to from at by with and or against".split()
)
"""With one of these it is somebody else who speaks."""
_ROLES: Final = frozenset(
    "activist activists director chief head spokesman spokeswoman spokesperson governor mayor minister commander leader resident doctor medic journalist "
    "lawyer analyst member official officer general colonel captain bishop archbishop representative coordinator".split()
)
"""What somebody is called right before his name."""
_NAME: Final = re.compile(r"((?:[A-Z][\w'’.-]+|al-[A-Z][\w'’-]+)(?: (?:[A-Z][\w'’.-]+|al-[A-Z][\w'’-]+)){1,3})$")


def body_within(setting: Setting, words: str) -> Entry | None:
    """The body that a source is, whose name stands at the beginning or the end of words that do not belong to it.

    Of a name of one word or two what stands before it is a place, or the end of another sentence: "Aleppo Russia", "he Pentagon".
    """
    parts = words_of(words)
    for length in range(len(parts) - 1, 0, -1):
        for name, rest, last in ((parts[:length], parts[length:], False), (parts[-length:], parts[:-length], True)):
            if len(rest) > _BESIDE or {w.casefold() for w in rest} & _OTHERS or not name[0][:1].isupper():
                continue
            if length >= _LONG and (found := setting.find(" ".join(name))) is not None:
                return found
            if last and length < _LONG and _are_beside(setting, rest):
                found = setting.find(" ".join(name)) or setting.government(setting.registry.state_of(" ".join(name)))
                if found is not None:
                    return found
    return None


def _are_beside(setting: Setting, rest: list[str]) -> bool:
    """Whether words before a name are a place that the report names, or no whole word of their own."""
    spoken = " ".join(rest).casefold().removesuffix(" the")
    return spoken in ("he", "t", "e") or spoken in {(place.name or "").casefold() for place in setting.record.places}


def person_within(setting: Setting, words: str) -> tuple[str, Chain | None] | None:
    """The name of the person that stands at the end of a description, with the chain that has it elsewhere in the report."""
    match = _NAME.search(words)
    if match is None:
        return None
    name = match[1]
    for chain in setting.record.chains:
        if chain.kind == "person" and chain.name and len(chain.name.split()) > 1 and name.endswith(chain.name):
            return chain.name, chain
    before = words_of(words[: match.start()])
    return (name, None) if before and before[-1] in _ROLES else None
