"""What single words of a mention show of who or what is meant: head, number, gender, whose voice. In: mentions. Out: traits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.record import Mention, Statement
from onrecord.resolve.layout import REMEMBERED, Layout, Word
from onrecord.resolve.names import is_acronym, key, plain
from onrecord.resolve.phrases import gender_of, singular
from onrecord.resolve.vocabulary import (
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    GENDER_OF_WORD,
    GROUP_NOUNS,
    INDEFINITE,
    ORGANISATION_NOUNS,
    PLURAL_PEOPLE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TITLES,
)

POINTING = {
    **dict.fromkeys("i me my mine myself".split(), "I"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("you your yours yourself yourselves".split(), "you"),
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
    **dict.fromkeys("this that these those".split(), "this"),
    **dict.fromkeys("who whom whose which".split(), "who"),
}
"""Pronouns by what they point to."""
OPENINGS = ("none", "the", "a", "this", "its", "name's", "some")
"""How a phrase opens: "its" for any possessive pronoun, "name's" for a possessive of a name or noun."""
_SEVERAL = (
    "and",
    "both",
    "these",
    "those",
    "several",
    "many",
    "few",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "dozens",
    "hundreds",
)
_ONE = ("a", "an", "this", "that", "each", "every", "another")
_BODIES = (
    ORGANISATION_NOUNS
    | GROUP_NOUNS
    | frozenset("government regime party family couple crowd crew unit side enemy public majority minority".split())
)
"""Nouns for several who act as one: "it" and "they" can go on with them."""
_MARKS = ("’s", "'s", "’", "'", "s")
_PASSED_OVER = frozenset(("the", "a", "an", *_MARKS))
_CUT = PREPOSITIONS | RELATIVES | frozenset(("which", "to", "and", "is", "was", "are", "were"))
_EMPTY = (
    DETERMINERS
    | POSSESSIVES
    | PREPOSITIONS
    | FUNCTION_WORDS
    | frozenset(_MARKS)
    | frozenset(("s", "to", "own", "same"))
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of a mention show.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: What kind of thing it is.
        form: "name", "nominal" or "pronoun".
        points: What a pronoun points to, one of `POINTING`'s values, "other" for any other pronoun; None for what is none.
        opening: One of `OPENINGS`.
        head: The head noun in the singular, the last word of a name, or the pronoun.
        content: Words that tell something, in the singular.
        words: All its words but an article, in lower case.
        acronym: The letters, if it is one.
        initials: First letters of its capitalised words.
        several: Whether several are meant; None if nothing tells.
        gender: "male", "female" or None.
        sentence: Number of its sentence.
        paragraph: Number of its paragraph.
        opens: Whether it stands at the front of its sentence.
        object: Whether it is a pronoun that what stands before it in its clause cannot mean.
        voice: Id of the innermost quotation that it stands in; None for the report's own voice.
    """

    start: int
    end: int
    kind: str
    form: str
    points: str | None
    opening: str
    head: str
    content: frozenset[str]
    words: tuple[str, ...]
    acronym: str | None
    initials: str
    several: bool | None
    gender: str | None
    sentence: int
    paragraph: int
    opens: bool
    object: bool
    voice: str | None


def traits_of(layout: Layout, mentions: Sequence[Mention], statements: Sequence[Statement]) -> list[Traits]:
    """The traits of each mention.

    Args:
        layout: The report.
        mentions: Its mentions, in the order of the text.
        statements: Who said what: quotations give the voice that "I" and "we" belong to.
    """
    return [_traits(layout, *pair) for pair in zip(mentions, _voices(mentions, statements), strict=True)]


def _traits(layout: Layout, mention: Mention, voice: str | None) -> Traits:
    start, end, form = mention.span.start, mention.span.end, mention.form or "nominal"
    words = layout.within(start, end) or [Word(start, end, mention.span.text, mention.span.text.lower(), False)]
    points = (POINTING.get(words[0].plain, "other") if len(words) == 1 else "other") if form == "pronoun" else None
    head, chunk = _head(words)
    alone = words[0].plain if form == "pronoun" else singular(plain(head.text))
    first = layout.sentences[layout.sentence(start) - 1]
    capitals = [w.text[0] for w in words if w.capital]
    return Traits(
        start=start,
        end=end,
        kind=mention.kind,
        form=form,
        points=points,
        opening=_opening(words),
        head=alone,
        content=frozenset() if form == "pronoun" else _content(words, form),
        words=tuple(w.plain for w in words if w.plain not in _PASSED_OVER),
        acronym=next((w.text.replace(".", "") for w in words if is_acronym(w.text)), None) if len(words) < 3 else None,
        initials="".join(capitals).upper(),
        several=_several(points, words, chunk, head, form, mention.kind),
        gender=_gender(points, words, chunk, mention.kind),
        sentence=layout.sentence(start),
        paragraph=layout.paragraph(start),
        opens=len(layout.text[first:start].split()) <= 1,
        object=form == "pronoun" and _is_object(layout, words[0]),
        voice=voice,
    )


def _head(words: Sequence[Word]) -> tuple[Word, Sequence[Word]]:
    """The head of a phrase, and the words up to it."""
    last = 1
    for last in range(1, len(words) + 1):
        if last == len(words):
            break
        word = words[last]
        mark = not word.text[0].isalnum() and word.text not in _MARKS and word.text not in '-&/"“”%$'
        if mark or (word.plain in _CUT and words[last - 1].plain not in DETERMINERS):
            break
    chunk = [w for w in words[:last] if w.text not in _MARKS and w.text[0].isalnum()] or list(words[:1])
    return chunk[-1], chunk


def _is_object(layout: Layout, word: Word) -> bool:
    """Whether a pronoun is an object: "him", "them", and "it" where its clause ends."""
    return word.plain in ("him", "them", "us", "me") or (
        word.plain == "it" and layout.text[word.end : word.end + 1] in (*".,;!?\n", "")
    )


def _opening(words: Sequence[Word]) -> str:
    first = words[0].plain
    if first == "the":
        return "the"
    if first in ("this", "that", "these", "those"):
        return "this"
    if first in POSSESSIVES:
        return "its"
    if first in ("a", "an"):
        return "a"
    if first in INDEFINITE or first in ("all", "no", "every", "each", "any") or first[:1].isdigit():
        return "some"
    return "name's" if any(w.text in _MARKS for w in words[1:-1]) else "none"


def _content(words: Sequence[Word], form: str) -> frozenset[str]:
    if form == "name" and (
        told := [w for w in words if w.plain not in TITLES and w.plain not in _EMPTY and w.text[0].isalnum()]
    ):
        return frozenset(map(_stem, key(told)))
    plains = (plain(w.text) for w in words if w.plain not in _EMPTY and w.text[0].isalnum())
    return frozenset(_stem(word) for word in plains if word)


@lru_cache(REMEMBERED)
def _stem(word: str) -> str:
    return DEMONYMS.get(word) or singular(word)


def _several(
    points: str | None, words: Sequence[Word], chunk: Sequence[Word], head: Word, form: str, kind: str
) -> bool | None:
    if points is not None:
        return {"we": True, "they": True, "he": False, "she": False, "it": False, "I": False}.get(points)
    plains = [w.plain for w in chunk]
    if any(word in _SEVERAL for word in plains) or (len(words) > len(chunk) and words[len(chunk)].plain == "and"):
        return True
    if head.plain in _BODIES:
        return None
    if plains[0] in _ONE:
        return False
    if form == "name" and kind in ("organisation", "nationality"):
        return None  # "the army … they", "the army … it"
    if head.plain in PLURAL_PEOPLE:
        return None if form == "name" else True
    if form == "name":
        return True if head.text.endswith("s") and plains[0] == "the" else None if head.text.endswith("s") else False
    return singular(head.plain) != head.plain


def _gender(points: str | None, words: Sequence[Word], chunk: Sequence[Word], kind: str) -> str | None:
    if points in ("he", "she"):
        return "male" if points == "he" else "female"
    if points is not None or kind != "person":
        return None
    told = next((gender for w in reversed(chunk) if (gender := GENDER_OF_WORD.get(w.plain))), None)
    if told is not None:
        return told
    capital = [w for w in words if w.capital]
    return next((g for w, _ in pairwise(capital) if (g := gender_of(w.text))), None)


def _voices(mentions: Sequence[Mention], statements: Sequence[Statement]) -> list[str | None]:
    """For each mention the shortest quotation that it stands in."""
    starts = [m.span.start for m in mentions]
    found: list[tuple[int, str] | None] = [None] * len(mentions)
    for s in statements:
        for span in s.content.spans if s.form in ("direct", "mixed") else ():
            for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                before = found[k]
                if mentions[k].span.end <= span.end and (before is None or span.end - span.start < before[0]):
                    found[k] = (span.end - span.start, s.id)
    return [best[1] if best else None for best in found]
