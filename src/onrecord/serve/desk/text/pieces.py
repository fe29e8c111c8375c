"""A stretch of text cut where anything begins or ends: pieces of words, each under the same marks, and the tags between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.serve.desk.text.marks import Mark

__all__ = ["Piece", "Tag", "pieces_of"]

# Parts of one statement with no word between them need one number, not two.
_CLOSE = 3
_DEEPEST_SHADE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand under the same marks.

    Attributes:
        start: Offset of the first character, in code points.
        text: The words.
        look: Classes of the style sheet; "" where nothing is marked.
        of: Keys of all that is marked there, the narrowest last, between blanks.
        opens: Key of the panel that a click opens; "" where only statements are marked, which their numbers open.
        begins: Whether the mark that it opens begins here, so that it is reached by the keyboard once.
        hides: Whether these are words by which somebody can be reached, which are not shown.
    """

    start: int
    text: str
    look: str = ""
    of: str = ""
    opens: str = ""
    begins: bool = False
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands between words and is not of the text.

    Attributes:
        key: Key of what it belongs to.
        text: The number of a statement, the reason of something removed, or what a value means.
        look: number, why or value.
        begins: Whether it stands where its statement is met first.
    """

    key: str
    text: str
    look: str
    begins: bool = False


def pieces_of(text: str, start: int, end: int, marks: Sequence[Mark], met: set[str]) -> Iterator[Piece | Tag]:
    """Cuts a stretch of text; the words of its pieces, put together, are the stretch.

    Args:
        text: The whole text.
        start: Offset of the first character.
        end: Offset after the last.
        marks: The marks that reach into it, in the order of `marks_of`; others do no harm.
        met: Keys of what has been met before; those that are met here are added.
    """
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = sorted({start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)})
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        opening[max(mark.start, start)].append(mark)
    numbered = _Numbered(text)
    active: list[Mark] = []
    for begin, stop in pairwise(edges):
        active = [mark for mark in active if mark.end > begin] + opening[begin]
        for mark in opening[begin]:
            yield from _before(mark, numbered, met, start)
        yield _piece(text[begin:stop], begin, active, met)
        # One that goes on in the next stretch has its meaning behind its last words.
        for mark in active:
            if mark.end == stop and mark.tag and mark.layer not in ("statements", "removed"):
                yield Tag(mark.key, mark.tag, "value")


class _Numbered:
    """Where statements have had their number."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._reach: dict[str, int] = {}

    def needs(self, mark: Mark) -> bool:
        """Whether the number has to stand before this part."""
        before = self._reach.get(mark.key)
        self._reach[mark.key] = max(mark.end, before or 0)
        if before is None:
            return True
        gap = self._text[before : mark.start]
        return mark.start > before and (len(gap) > _CLOSE or any(map(str.isalnum, gap)))


def _before(mark: Mark, numbered: _Numbered, met: set[str], start: int) -> Iterator[Tag]:
    if mark.layer == "removed" and mark.start >= start:
        yield Tag(mark.key, mark.tag, "why")
    if mark.layer == "statements" and numbered.needs(mark):
        yield Tag(mark.key, mark.tag, "number", mark.key not in met)
        met.add(mark.key)


def _piece(words: str, start: int, active: Sequence[Mark], met: set[str]) -> Piece:
    if not active:
        return Piece(start, words)
    by_width = sorted(active, key=lambda mark: mark.start - mark.end)
    values = [mark for mark in by_width if mark.layer not in ("statements", "removed")]
    # Blanks between two values are no link.
    opens = values[-1].key if values and words.strip() else ""
    begins = bool(opens) and opens not in met
    met.add(opens)
    keys = dict.fromkeys(key for mark in by_width for key in (mark.chain, mark.key) if key)
    hides = any("is-comms_identifier" in mark.look for mark in active)
    return Piece(start, words, _look(active), " ".join(keys), opens, begins, hides)


def _look(active: Sequence[Mark]) -> str:
    looks = dict.fromkeys(mark.look for mark in active)
    depth = min(len({mark.key for mark in active if mark.look == "content"}), _DEEPEST_SHADE)
    return " ".join([*looks, *([f"deep-{depth}"] if depth > 1 else [])])
