"""Where in a phrase the names stand, and where its first noun phrase ends."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.given_names import GIVEN_NAMES
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.names import is_acronym, name_runs
from onrecord.resolve.phrases import is_noun, singular
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLE_NOUNS,
    TITLES,
)

Known = tuple[int, int, MentionKind]
"""A name that the reader found: where it starts, where it ends, what kind of thing it names."""

_ADJECTIVES = (
    "-based",
    "-linked",
    "-backed",
    "-led",
    "-held",
    "-affiliated",
    "-controlled",
    "-run",
    "-born",
    "-dominated",
    "-aligned",
)
_LITTLE = DETERMINERS | PREPOSITIONS | RELATIVES | INDEFINITE | FUNCTION_WORDS | PRONOUNS.keys()
_CLAUSE = frozenset("he she it they we i you a an the told said has have is was were are had".split())
"""Words by which a clause, or another noun phrase, begins."""
_PLURALS = ("ists", "ers", "ors", "ants", "ents", "ians", "men", "women")


def ordinary_words(layout: Layout, words: Sequence[Word]) -> list[bool]:
    """For each word whether it bears no capital, or bears one without being part of a name."""
    return [not word.capital or _ordinary(layout, words, i) for i, word in enumerate(words)]


def trimmed(words: list[Word]) -> list[Word]:
    """The words without marks at either end."""
    first, last = 0, len(words)
    while first < last and words[first].mark:
        first += 1
    while last > first and words[last - 1].mark and words[last - 1].text not in ")]":
        last -= 1
    if last - first > 1 and words[last - 1].text.lower() in ("’s", "'s"):
        last -= 1
    return words[first:last]


def _ordinary(layout: Layout, words: Sequence[Word], index: int) -> bool:
    """Whether a word bears its capital only because it opens a sentence, or is no word of a name for all that."""
    word = words[index]
    low = word.plain
    if low in CALENDAR:
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        surname = bool(before) and before[0].capital and before[0].plain in GIVEN_NAMES
        return not surname and not (low in GIVEN_NAMES and bool(after) and after[0].capital)
    if low in _LITTLE:
        return not is_acronym(word.text)
    if word.text.endswith(_ADJECTIVES):
        return True
    if index or not layout.opens_sentence(word.start) or is_acronym(word.text):
        return False
    follower = words[1] if len(words) > 1 else None
    if word.text in layout.inner and low not in layout.common:
        return False
    if is_noun(low) or low in layout.common or low.endswith(_PLURALS):
        return not (follower and follower.capital)
    return bool(
        follower
        and follower.text[:1].islower()
        and follower.plain not in PREPOSITIONS
        and follower.plain not in RELATIVES
        and low not in DEMONYMS
        and follower.plain not in DETERMINERS
        and singular(follower.plain) not in ROLE_NOUNS
        and word.text not in layout.inner
    )


def find_runs(words: Sequence[Word], ordinary: Sequence[bool], known: Sequence[Known]) -> list[tuple[int, int]]:
    """Names in the phrase as index pairs: those that the reader found, and capitalised runs where it found none."""
    taken: dict[int, int] = {}
    for start, end, _ in sorted(known, key=lambda k: k[0] - k[1]):
        inside = [i for i, word in enumerate(words) if start <= word.start and word.end <= end and word.text != "’s"]
        if inside and not any(i in range(a, b) for i in inside for a, b in taken.items()):
            taken[inside[0]] = inside[-1] + 1
    blocked = [ordinary[i] or any(a <= i < b for a, b in taken.items()) for i in range(len(words))]
    found = [
        run
        for run in name_runs(words, blocked)
        if not all(words[i].plain in TITLES for i in range(*run)) or run[1] - run[0] == 1
    ]
    joined: list[tuple[int, int]] = []
    for run in sorted([*taken.items(), *found]):
        titled = bool(joined) and _is_its_title(words, joined[-1], run)
        joined.append((joined.pop()[0], run[1]) if titled else run)
    return joined


def _is_its_title(words: Sequence[Word], before: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether a run is a title that the reader left outside the name behind it, with or without its full stop: "Mr. Smith"."""
    between = [word.text for word in words[before[1] : name[0]]]
    return between in ([], ["."]) and all(words[i].plain in TITLES for i in range(*before))


def first_chunk(words: Sequence[Word], runs: Sequence[tuple[int, int]], inner: bool = False) -> int:
    """Where the first noun phrase ends: before a mark, a preposition, a relative pronoun or a participle."""
    index = 0
    while index < len(words):
        run = next((run for run in runs if run[0] <= index < run[1]), None)
        if run is not None:
            index = run[1]
            continue
        low = words[index].plain
        mark = words[index].mark and words[index].text not in "/&\"“”%$'’"
        if index and (mark or low in PREPOSITIONS or low in RELATIVES):
            return index
        if index and low in _CLAUSE:
            return index
        if (
            index
            and low.endswith(("ing", "ed"))
            and (is_noun(words[index - 1].plain) or (inner and words[index].text.islower()))
            and not (index + 1 < len(words) and is_noun(words[index + 1].plain))
        ):
            return index
        index += 1
    return len(words)
