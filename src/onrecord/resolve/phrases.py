"""What a noun phrase tells of who is meant, and what single words show: number, sex, kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.record import Role
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.given_names import GIVEN_NAMES
from onrecord.resolve.layout import REMEMBERED, Word
from onrecord.resolve.names import is_acronym, organisation_words, plain
from onrecord.resolve.vocabulary import (
    DEMONYMS,
    DOCUMENT_NOUNS,
    IMAGE_NOUNS,
    ORGANISATION_NOUNS,
    PLURAL_PEOPLE,
    ROLE_NOUNS,
)

Form = Literal["name", "nominal", "pronoun", "joint"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase tells of who is meant.

    Attributes:
        form: What stands at its head; "joint" for several coordinated heads.
        head: Offsets of the bare name, the head noun or the pronoun.
        core: Offsets of the head with what belongs to it, without appositions and relative clauses.
        words: The name as it is compared (names only).
        noun: The head noun in the singular, or the pronoun, in lower case.
        modifiers: Words before the head noun, without articles.
        names: Words of names inside the description.
        roles: What the named one is said to be.
        gender: "male", "female" or None.
        plural: Whether several are meant.
        definite: Whether it points back ("the commander").
        kind: What kind of thing it is, None if that cannot be told.
        gloss: The phrase in brackets after a pronoun: "He [President Smith]".
    """

    form: Form
    head: tuple[int, int]
    core: tuple[int, int]
    words: tuple[str, ...] = ()
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    roles: tuple[Role, ...] = ()
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    kind: MentionKind | None = None
    gloss: Phrase | None = None


@lru_cache(REMEMBERED)
def singular(word: str) -> str:
    """The singular of an English noun, as far as endings tell."""
    word = word.lower()
    if word in ("people", "media", "police"):
        return word
    for plural, one in (("men", "man"), ("women", "woman"), ("persons", "person")):
        if word.endswith(plural) and word != "specimen":
            return word[: -len(plural)] + one
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def guess_kind(words: Sequence[Word], titled: bool = False) -> MentionKind | None:
    """What kind of thing a bare name names: by its title, its organisation word, its given name; None if nothing tells."""
    texts = [word.text for word in words]
    if titled:
        return "person"
    if organisation_words(texts) or (
        len(words) == 1 and is_acronym(texts[0]) and plain(texts[0]) not in ("us", "uk", "un")
    ):
        return "organisation"
    if all(part in DEMONYMS for part in map(plain, texts)):
        return "location"
    first = plain(texts[0])
    return "person" if first in GIVEN_NAMES or (len(words) > 1 and first in ("abu", "abdul", "abdel", "umm")) else None


def gender_of(given: str) -> str | None:
    """The gender that a given name shows."""
    return GIVEN_NAMES.get(plain(given)) or GIVEN_NAMES.get(plain(given.split("-", maxsplit=1)[0]))


@lru_cache(REMEMBERED)
def is_noun(word: str) -> bool:
    """Whether a word is known as a noun for a person, an organisation, a document or a picture."""
    one = singular(word)
    return (
        one in ROLE_NOUNS
        or one in ORGANISATION_NOUNS
        or one in DOCUMENT_NOUNS
        or one in IMAGE_NOUNS
        or word in PLURAL_PEOPLE
    )
