"""What somebody is said to be: titles before a name, appositions after it. In: words around a name. Out: roles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Role, Span
from onrecord.resolve.described import read_description
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.names import name_runs
from onrecord.resolve.phrases import is_noun, singular
from onrecord.resolve.segments import first_chunk
from onrecord.resolve.vocabulary import (
    DETERMINERS,
    GENDER_OF_WORD,
    PREPOSITIONS,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
    TITLES,
)

_BEFORE_TITLES = PREPOSITIONS | DETERMINERS
_IN_TITLES = TITLES | ROLE_MODIFIERS
_BLANK = Word(0, 0, "", "", False)


def roles_before(prefix: Sequence[Word]) -> list[Role]:
    """The title before a name as a role; courtesy titles are none."""
    words = [w for w in prefix if w.plain not in ("mr", "mrs", "ms", "miss", "dr", "sir")]
    ends = [i for i, w in enumerate(words) if w.plain in TITLES or singular(w.plain) in ROLE_NOUNS]
    if not ends:
        return []
    return [role_of(words[: ends[-1] + 1])]


def roles_after(words: Sequence[Word], last: int) -> list[Role]:
    """The apposition after a name: "…, a top commander in the province", "… leader of the army"."""
    index = last
    while (index < len(words) and words[index].text in ",(-–—'") or (
        index < len(words) and words[index].plain in ("who", "is", "was", "s", "’s")
    ):
        index += 1
    if index > last and index < len(words) and words[index - 1].text in "([" and words[index].capital:
        return []
    rest = list(words[index:])
    stop = next((i for i, w in enumerate(rest) if w.text in ",;()" or w.plain in ("who", "which", "whose")), len(rest))
    rest = rest[:stop]
    if not rest or (
        not rest[0].capital
        and rest[0].plain not in DETERMINERS
        and not is_noun(rest[0].plain)
        and rest[0].plain not in ROLE_MODIFIERS
    ):
        return []
    runs = name_runs(rest, [w.plain in DETERMINERS for w in rest])
    read = read_description(rest, runs, first_chunk(rest, runs))
    if read is None or not is_noun(read.noun):
        return []
    inside = [w for w in rest if read.core[0] <= w.start < read.core[1]]
    return [role_of(inside)]


def roles_around(layout: Layout, start: int, end: int) -> tuple[Role, ...]:
    """Titles before a name and an apposition after it: "the force's commander X", "X, a commander of the force"."""
    before = layout.before(start, 7)
    if before and before[-1].text == ".":
        before = before[:-1]
    first = len(before)
    while (
        first
        and (w := before[first - 1]).plain not in _BEFORE_TITLES
        and (w.capital or singular(w.plain) in ROLE_NOUNS or w.plain in _IN_TITLES)
    ):
        first -= 1
    title = before[first:]
    known = (
        title
        and (title[-1].plain in TITLES or title[-1].plain in ROLE_NOUNS)
        and layout.sentence(title[0].start) == layout.sentence(start)
    )
    roles = roles_before(title) if known else []
    after = [w for w in layout.after(end, 16) if layout.sentence(w.start) == layout.sentence(start)]
    if len(after) > 2 and after[0].text in ",(" and (after[1].plain in ("a", "an", "the") or is_noun(after[1].plain)):
        roles += roles_after([_BLANK, *after], 1)
    return tuple(roles)


def title_gender(layout: Layout, start: int) -> str | None:
    """The gender that the title right before a name shows, where the reader left a title such as "Mr." out."""
    before = [word for word in layout.before(start, 2) if word.text != "."]
    return GENDER_OF_WORD.get(before[-1].plain) if before and start - before[-1].end <= 2 else None


def role_of(words: Sequence[Word]) -> Role:
    """Words as a role."""
    start, text = words[0].start, ""
    for word in words:
        text += " " * (word.start - start - len(text)) + word.text
    return Role(text, Span(start, words[-1].end, text))
