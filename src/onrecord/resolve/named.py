"""A noun phrase as a name. In: its words and the runs of names in them. Out: the name with its titles and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.described import KEPT
from onrecord.resolve.layout import Word
from onrecord.resolve.names import is_acronym, key, organisation_words, without_titles
from onrecord.resolve.phrases import Phrase, gender_of, guess_kind, singular
from onrecord.resolve.roles import role_of, roles_after, roles_before
from onrecord.resolve.vocabulary import (
    DEMONYMS,
    DETERMINERS,
    GENDER_OF_WORD,
    MEDIA_NOUNS,
    NAMED_AFTER,
    NO_PERSON,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
    TITLES,
)


def read_name(
    words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int, kinds: dict[tuple[int, int], MentionKind]
) -> Phrase | None:
    """The phrase as a name with its titles and roles, if a name is its head."""
    for first, last in runs:
        if first >= chunk:
            break
        closes = last == chunk or all(
            w.plain in ("s", "all", "himself", "herself") or w.text in ("’s", "'s", "’", "'") for w in words[last:chunk]
        )
        opens = first == 0 or (first == 1 and words[0].plain == "the")
        apposed = (
            first == 0
            and last == chunk - 1
            and words[last].plain in ROLE_NOUNS
            and chunk < len(words)
            and words[chunk].plain in KEPT
        )
        media = (
            last < chunk
            and words[chunk - 1].plain in MEDIA_NOUNS
            and all(w.plain in MEDIA_NOUNS | {"news", "satellite", "state"} for w in words[last:chunk])
        )
        if media and (last - first > 1 or words[first].plain not in DEMONYMS):
            return replace(_name(words, [], first, last, kinds), kind="organisation", roles=())
        if closes or apposed:
            bare = first + without_titles(words[first:last])
            before = words[:bare]
            if bare < last and not _only_description(words, first, bare, last, opens):
                return _name(words, before, bare, last, kinds)
            if bare >= last and closes:
                break
    return _named_later(words, runs, chunk, kinds)


def _only_description(words: Sequence[Word], first: int, bare: int, last: int, opens: bool) -> bool:
    """Whether the run is but part of a description ("the Democrats" are named; "top Democrats" are described)."""
    before = [w.plain for w in words[:first] if w.plain not in DETERMINERS]
    if opens or bare > first or not before:
        return False
    return (
        last - bare == 1
        and not any(singular(w) in ROLE_NOUNS or w in TITLES for w in before)
        and words[bare].text.endswith("s")
    )


def _named_later(
    words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int, kinds: dict[tuple[int, int], MentionKind]
) -> Phrase | None:
    """A description of one person that ends in the name: "a spokesman for the force, Colonel X", "the man leading the team X"."""
    noun = singular(words[chunk - 1].plain)
    if (noun not in ROLE_NOUNS and noun != "one") or noun != words[chunk - 1].plain:
        return None
    for first, last in runs:
        if first < chunk:
            continue
        skip = max(
            (i + 1 for i in range(first, last) if organisation_words([words[i].text]) or is_acronym(words[i].text)),
            default=first,
        )
        if (words[first].start, words[last - 1].end) in kinds:
            skip = first
        bare = skip + without_titles(words[skip:last])
        if bare >= last:
            continue
        kind = kinds.get((words[skip].start, words[last - 1].end)) or guess_kind(words[bare:last], bare > skip)
        closed = last == len(words) or words[last].text in ",(-–—;"
        previous = words[skip - 1]
        if (
            kind is None
            and words[0].plain == "the"
            and last - bare > 1
            and _person_like(words[bare:last])
            and ((previous.text.islower() and previous.plain not in NAMED_AFTER) or is_acronym(previous.text))
        ):
            kind = "person"
        after_comma = (
            words[first - 1].text == "," and closed and (kind == "person" or (last - bare > 1 and kind is None))
        )
        at_end = (
            (last == len(words) or words[last].plain in RELATIVES or words[last].text == ",")
            and kind == "person"
            and (
                previous.plain not in PREPOSITIONS
                and previous.plain not in DETERMINERS
                and previous.plain not in ("and", "or", "s")
                and previous.text not in ",’'"
            )
        )
        if after_comma or at_end:
            named = _name(words, words[:bare], bare, last, kinds)
            described = [w for w in words[:skip] if w.end <= words[skip].start]
            while described and (described[0].plain in DETERMINERS or described[-1].text == ","):
                described = described[1:] if described[0].plain in DETERMINERS else described[:-1]
            title = roles_before(words[skip:bare])
            return replace(named, roles=(role_of(described), *title) if described else named.roles)
    return None


def _person_like(words: Sequence[Word]) -> bool:
    return not any(
        w.plain in DEMONYMS or w.plain in NO_PERSON or not w.capital for w in words
    ) and not organisation_words([w.text for w in words])


def _name(
    words: Sequence[Word], before: Sequence[Word], bare: int, last: int, kinds: dict[tuple[int, int], MentionKind]
) -> Phrase:
    start, end = words[bare].start, words[last - 1].end
    if words[last - 1].plain in ("jr", "sr") and last < len(words) and words[last].text == ".":
        end = words[last].end
    prefix = [w for w in before if w.plain not in DETERMINERS]
    titled = any(w.plain in TITLES or singular(w.plain) in ROLE_NOUNS for w in prefix)
    given = kinds.get((start, end)) or next((kind for (a, b), kind in kinds.items() if a <= start and end <= b), None)
    kind = guess_kind(words[bare:last], titled) if given in (None, "other") or titled else given
    roles = list(roles_before(prefix)) if kind in (None, "person") else []
    roles += roles_after(words, last)
    gender = next((g for w in reversed(prefix) if (g := GENDER_OF_WORD.get(w.plain))), None)
    if kind in (None, "person"):
        gender = gender or next(
            (g for role in roles for w in role.text.split() if (g := GENDER_OF_WORD.get(w.lower()))), None
        )
        gender = gender or (gender_of(words[bare].text) if last - bare > 1 else None)
        if kind is None and any(singular(role.text.split()[-1].lower()) in ROLE_NOUNS for role in roles):
            kind = "person"
    own = key(words[bare:last])
    core = (words[bare].start, end)
    return Phrase(
        "name",
        (start, end),
        core,
        words=own,
        roles=tuple(roles),
        gender=gender,
        definite=True,
        kind=kind,
        plural=kind != "person"
        and last - bare == 1
        and words[bare].text.endswith(("eans", "ians", "icans", "crats", "ists")),
    )
