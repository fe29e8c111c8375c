"""Two mentions side by side that are one: "Anna Tamm, commander of the brigade", "Minister Anna Tamm"."""

from __future__ import annotations

from onrecord.record import Mention
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.phrases import singular
from onrecord.resolve.vocabulary import DETERMINERS, ROLE_NOUNS, TITLES

_SIDE_BY_SIDE = frozenset((",", "", "–", "-", "("))


def apposed(layout: Layout, one: Mention, other: Mention) -> bool:
    """Whether two mentions that stand side by side are a name and what its bearer is."""
    gap = layout.text[one.span.end : other.span.start].strip()
    if gap not in _SIDE_BY_SIDE or one.kind != other.kind or one.kind not in ("person", "organisation"):
        return False
    after = layout.text[other.span.end : other.span.end + 6].lstrip()
    first, second = (layout.within(m.span.start, m.span.end) for m in (one, other))
    if one.kind == "person":
        # Of two names in a row one would be in a list; a title and a name are one.
        return _title(first) != _title(second) and not after.startswith(("and ", ", and"))
    described = bool(second) and second[0].plain in DETERMINERS and gap == ","
    listed = layout.text[: one.span.start].rstrip()[-1:] == ","
    return described and not listed and after[:1] in (",", ".", "") and not after.startswith(", and")


def _title(words: list[Word]) -> bool:
    """Whether a phrase says what somebody is, and does not name him: it ends, or begins before "of" or "for", with an office."""
    cut = next((k for k, w in enumerate(words) if w.plain in ("of", "for", "to", "in")), len(words))
    head = words[:cut]
    return bool(head) and (singular(head[-1].plain) in ROLE_NOUNS or head[-1].plain in TITLES)
