"""A noun phrase as a description. In: its words. Out: its head noun, the words before it, the names after it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.layout import Word
from onrecord.resolve.names import key, organisation_words
from onrecord.resolve.phrases import Phrase, singular
from onrecord.resolve.segments import first_chunk
from onrecord.resolve.vocabulary import (
    DEFINITE,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GENDER_OF_WORD,
    IMAGE_NOUNS,
    ORGANISATION_NOUNS,
    PLURAL_PEOPLE,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
)

KEPT = frozenset(("of", "for", "at", "in", "from", "with"))
"""Prepositions whose words stay in the name of somebody unnamed: "source at the police command"."""
_NO_HEADS = DETERMINERS | PREPOSITIONS | RELATIVES


def read_description(words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int) -> Phrase | None:
    """The phrase as a description: its head noun, the words before it, the names after it."""
    while chunk > 1 and not any(c.isalpha() for c in words[chunk - 1].text):
        chunk -= 1
    if not any(c.isalpha() for c in words[chunk - 1].text) or (chunk == 1 and words[0].plain in _NO_HEADS):
        return None
    head = words[chunk - 1]
    before = [w.plain for w in words[: chunk - 1]]
    noun = singular(head.plain)
    end = chunk
    while end < len(words) and words[end].plain in KEPT:
        stop = (
            first_chunk(words[end + 1 :], [(a - end - 1, b - end - 1) for a, b in runs if a > end], True)
            if end + 1 < len(words)
            else 0
        )
        if stop and words[end + 1].plain in DETERMINERS and end + 2 < len(words):
            stop = 1 + first_chunk(words[end + 2 :], [(a - end - 2, b - end - 2) for a, b in runs if a > end + 1], True)
        if not stop:
            break
        end += 1 + stop
    while end > chunk and words[end - 1].plain in ("and", "or"):
        end -= 1
    first = 1 if chunk > 1 and before[0] in ("the", "a", "an", "another") else 0
    inside = frozenset(part for a, b in runs for part in key(words[a:b]) if b <= end)
    plural = noun != head.plain or noun in PLURAL_PEOPLE
    if noun in ROLE_NOUNS:
        kind: MentionKind | None = "person"
    elif noun in DOCUMENT_NOUNS:
        kind = "document_reference"
    elif noun in IMAGE_NOUNS:
        kind = "other"
    else:
        kind = (
            "organisation"
            if noun in ORGANISATION_NOUNS or organisation_words([noun])
            else "person"
            if noun in PLURAL_PEOPLE
            else None
        )
    owner = any(w.text.lower() in ("’s", "'s") for w in words[: chunk - 1])
    return Phrase(
        "nominal",
        (head.start, head.end),
        (words[first].start, words[end - 1].end),
        noun=noun,
        modifiers=frozenset(before) - DETERMINERS - {"’s", "'s", "s", ","},
        names=inside,
        gender=GENDER_OF_WORD.get(noun),
        plural=plural,
        kind=kind,
        definite=bool(before) and (before[0] in DEFINITE or owner),
    )
