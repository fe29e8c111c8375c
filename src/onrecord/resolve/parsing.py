"""A noun phrase taken apart: the name, description or pronoun at its head, with titles, roles and what else belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import Role, Span
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.names import is_acronym, key, name_runs, organisation_words, without_titles
from onrecord.resolve.phrases import Phrase, gender_of, guess_kind, is_noun, singular
from onrecord.resolve.segments import Known, find_runs, first_chunk, ordinary_words, trimmed
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DEFINITE,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    GENDER_OF_WORD,
    IMAGE_NOUNS,
    MEDIA_NOUNS,
    NAMED_AFTER,
    NO_PERSON,
    ORGANISATION_NOUNS,
    PLURAL_PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
    TITLES,
)

_KEPT = frozenset(("of", "for", "at", "in", "from", "with"))
"""Prepositions whose words stay in the name of somebody unnamed: "source at the police command"."""
_BEFORE_TITLES = PREPOSITIONS | DETERMINERS
_IN_TITLES = TITLES | ROLE_MODIFIERS
_NO_HEADS = DETERMINERS | PREPOSITIONS | RELATIVES
_OPENING = frozenset(FUNCTION_WORDS) | frozenset(CALENDAR)
"""Words before a noun phrase that do not belong to it."""


def parse(layout: Layout, start: int, end: int, known: Sequence[Known] = ()) -> Phrase | None:
    """Takes a noun phrase apart.

    Args:
        layout: The report.
        start: Where the phrase begins.
        end: Where it ends.
        known: Names that the reader found inside it.

    Returns:
        What it tells, or None where no word of it can be a head.
    """
    asked = (start, end, *known)
    if asked not in layout.parsed:
        layout.parsed[asked] = _parse(layout, start, end, known)
    found: Phrase | None = layout.parsed[asked]
    return found


def _parse(layout: Layout, start: int, end: int, known: Sequence[Known]) -> Phrase | None:
    words = trimmed(layout.within(start, end))
    while len(words) > 2 and words[1].plain in DETERMINERS and words[0].plain in _OPENING:
        words = words[1:]  # "Meanwhile the centre said"
    if not words:
        return None
    if words[0].plain in PRONOUNS and not is_acronym(words[0].text):
        return _pronoun(layout, words, known)
    runs = find_runs(words, ordinary_words(layout, words), [k for k in known if start <= k[0] and k[1] <= end])
    chunk = first_chunk(words, runs)
    joint = _joint(words, runs, chunk)
    if joint is not None:
        return joint
    named = _named(words, runs, chunk, {(k[0], k[1]): k[2] for k in known})
    return named or _described(words, runs, chunk)


def _pronoun(layout: Layout, words: Sequence[Word], known: Sequence[Known]) -> Phrase | None:
    first = words[0]
    place = (first.start, first.end)
    if (
        len(words) > 1
        and first.plain
        in ("his", "her", "its", "their", "our", "my", "this", "these", "those", "that", "your", "one", "what")
        and (words[1].text not in "([,")
    ):
        runs = find_runs(words, ordinary_words(layout, words), known)
        chunk = first_chunk(words, runs)
        return _named(words, runs, chunk, {(k[0], k[1]): k[2] for k in known}) or _described(words, runs, chunk)
    gloss = None
    if len(words) > 2 and words[1].text in "[(":
        close = next((w.start for w in words if w.text in "])"), words[-1].end)
        gloss = parse(layout, words[2].start, close, known)
    sort, gender = PRONOUNS[first.plain]
    kind: MentionKind | None = (
        "person" if sort == "person" else "other" if sort == "thing" or first.plain == "which" else None
    )
    return Phrase(
        "pronoun",
        place,
        place,
        noun=first.plain,
        gender=gender,
        plural=sort in ("several", "side"),
        definite=True,
        kind=kind,
        gloss=gloss,
    )


def _joint(words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int) -> Phrase | None:
    """Two names, or a name and a description, joined by "and": neither of them alone is meant."""
    between = [w.plain or w.text for i, w in enumerate(words) if not any(a <= i < b for a, b in runs)]
    if len(runs) > 1 and "and" in between and set(between) <= {"and", ",", "the"}:
        start = words[runs[0][0]].start
        return Phrase("joint", (start, words[-1].end), (start, words[-1].end), noun="and", plural=True)
    at = next((i for i in range(1, chunk - 1) if words[i].plain == "and" and not any(a < i < b for a, b in runs)), None)
    if at is None:
        return None
    left = any(b == at and not all(w.plain in DEMONYMS for w in words[a:b]) for a, b in runs) or is_noun(
        words[at - 1].plain
    )
    right = any(a > at and b == chunk for a, b in runs) or words[at + 1].plain in DETERMINERS
    right = right or (at == 1 and is_noun(words[at + 1].plain))
    if not (left and right):
        return None
    first = 1 if words[0].plain in ("the", "a", "an") else 0
    core = (words[first].start, words[chunk - 1].end)
    return Phrase("joint", (core[0], core[1]), core, noun="and", plural=True)


def _named(
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
            and words[chunk].plain in _KEPT
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
            title = _roles_before(words[skip:bare])
            return replace(named, roles=(_role(described), *title) if described else named.roles)
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
    roles = list(_roles_before(prefix)) if kind in (None, "person") else []
    roles += _roles_after(words, last)
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


def _roles_before(prefix: Sequence[Word]) -> list[Role]:
    """The title before a name as a role; courtesy titles are none."""
    words = [w for w in prefix if w.plain not in ("mr", "mrs", "ms", "miss", "dr", "sir")]
    ends = [i for i, w in enumerate(words) if w.plain in TITLES or singular(w.plain) in ROLE_NOUNS]
    if not ends:
        return []
    return [_role(words[: ends[-1] + 1])]


def _roles_after(words: Sequence[Word], last: int) -> list[Role]:
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
    read = _described(rest, runs, first_chunk(rest, runs))
    if read is None or not is_noun(read.noun):
        return []
    inside = [w for w in rest if read.core[0] <= w.start < read.core[1]]
    return [_role(inside)]


def title_gender(layout: Layout, start: int) -> str | None:
    """The gender that the title right before a name shows, where the reader left a title such as "Mr." out."""
    before = [word for word in layout.before(start, 2) if word.text != "."]
    return GENDER_OF_WORD.get(before[-1].plain) if before and start - before[-1].end <= 2 else None


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
    roles = _roles_before(title) if known else []
    after = [w for w in layout.after(end, 16) if layout.sentence(w.start) == layout.sentence(start)]
    if len(after) > 2 and after[0].text in ",(" and (after[1].plain in ("a", "an", "the") or is_noun(after[1].plain)):
        roles += _roles_after([_BLANK, *after], 1)
    return tuple(roles)


def _role(words: Sequence[Word]) -> Role:
    start, text = words[0].start, ""
    for word in words:
        text += " " * (word.start - start - len(text)) + word.text
    return Role(text, Span(start, words[-1].end, text))


_BLANK = Word(0, 0, "", "", False)


def _described(words: Sequence[Word], runs: Sequence[tuple[int, int]], chunk: int) -> Phrase | None:
    """The phrase as a description: its head noun, the words before it, the names after it."""
    while chunk > 1 and not any(c.isalpha() for c in words[chunk - 1].text):
        chunk -= 1
    if not any(c.isalpha() for c in words[chunk - 1].text) or (chunk == 1 and words[0].plain in _NO_HEADS):
        return None
    head = words[chunk - 1]
    before = [w.plain for w in words[: chunk - 1]]
    noun = singular(head.plain)
    end = chunk
    while end < len(words) and words[end].plain in _KEPT:
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
