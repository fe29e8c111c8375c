"""Descriptions and pronouns led back to who is meant: readable constraints first, the model's score where several are left."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.descriptions import by_score, foretold, led_back, listed
from onrecord.resolve.drafts import Draft, Place, fits_pronoun, same_noun, speaks
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import BACK, Scene
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
)


def point(scene: Scene, place: Place) -> None:
    """Finds out who is meant by a description or a pronoun, and puts it there; leaves a pronoun open if that is not certain."""
    phrase = place.phrase
    if phrase.form == "pronoun":
        _pronoun(scene, place)
        return
    if phrase.form == "nominal" and not place.unnamed:
        target, why = led_back(scene, place)
        if target is not None:
            scene.settle(place, target, why)
            return
    target, why = foretold(scene, phrase)
    if target is not None:
        scene.settle(place, target, why)
        return
    draft = Draft()
    scene.drafts.append(draft)
    scene.settle(place, draft, "described, not named" if phrase.form == "nominal" else "several together")


def _pronoun(scene: Scene, place: Place) -> None:
    phrase = place.phrase
    sort = PRONOUNS.get(phrase.noun, ("unknown", None))[0]
    if phrase.gloss is not None and phrase.gloss.form == "name":
        named = [d for d in scene.drafts if _bears(d, phrase.gloss)]
        if len(named) == 1:
            scene.settle(place, named[0], "the name that the report puts in brackets")
            return
    target, why = None, ""
    if sort in ("speaker", "side"):
        target, why = _voice(scene, place, sort)
    elif sort == "relative":
        target, why = _just_before(scene, place)
    elif sort in ("person", "thing", "several"):
        target, why = _antecedent(scene, place)
    if target is not None:
        scene.settle(place, target, why)


def _bears(draft: Draft, gloss: Phrase) -> bool:
    return any(p.phrase.words == gloss.words for p in draft.places) or any(
        set(gloss.words) <= set(name) for name in draft.names
    )


def _voice(scene: Scene, place: Place, sort: str) -> tuple[Draft | None, str]:
    """Within a quotation "I" is the one quoted; "we" is the one quoted where that is a group."""
    around = scene.around(place)
    speaker = scene.source_of(around)
    if speaker is None or (sort == "side" and speaker.kind == "person" and not speaker.plural):
        return None, ""
    return speaker, "the one who is being quoted"


def _just_before(scene: Scene, place: Place) -> tuple[Draft | None, str]:
    """For "Smith, who said" what stands right before the relative pronoun."""
    for last in scene.nearby.get(scene.layout.sentence(place.start), ()):
        end = last.phrase.core[1]
        if (
            0 <= place.start - end <= 2
            and _can_be_who(scene.owner[last], place)
            and not any(c.isalnum() for c in scene.layout.text[end : place.start])
        ):
            return scene.owner[last], "the one just before"
    near = scene.layout.before(place.start, 1)
    if near and near[-1].text == ",":
        apposed = [d for d in scene.drafts if any(r.span and 0 <= place.start - r.span.end <= 2 for r in d.roles)]
        if len(apposed) == 1:
            return apposed[0], "the one just before"
    return None, ""


def _can_be_who(draft: Draft, place: Place) -> bool:
    """Whether "who" can follow: people; "which" and "that" can follow anything."""
    return not place.phrase.noun.startswith("who") or draft.plural or draft.kind in ("person", "nationality", None)


def _antecedent(scene: Scene, place: Place) -> tuple[Draft | None, str]:
    phrase = place.phrase
    around = scene.around(place)
    outer = scene.source_of(around)
    barred = outer if around is not None and around.form == "direct" else None

    def fits(draft: Draft) -> bool:
        return draft is not barred and fits_pronoun(draft, phrase)

    theirs = outer is not None and phrase.plural and outer.kind == "person" and not outer.names
    if outer is not None and outer is not barred and place.statements and (fits(outer) or theirs):
        return outer, "the one whose words it stands in"
    near = scene.near(place, fits)
    if around is None and place.statements:
        speaker = scene.speaker_before(place, fits)
        if speaker is not None and not _rivals(scene, place, speaker, near):
            return speaker, "who spoke last"
    if PRONOUNS[phrase.noun][0] == "thing" and (head := _head_before(scene, place, near)) is not None:
        return head, "the head of the sentence before"
    # "It" and "they" can be of much that no mention marks: for them to be near is not enough.
    if len(near) == 1 and phrase.kind == "person" and _stands_out(scene, place, near[0]):
        return near[0], "the only one near enough that it fits"
    if (going_on := _going_on(scene, place, near)) is not None:
        return going_on, f"the one meant by the {phrase.noun} before"
    # Who speaks is often named behind the quotation: as long as that is open, "he" within it could be taken for the one it is not.
    quoted = around is not None and around.form == "direct" and around.source is not None and outer is None
    known = [] if quoted else [*near, *(d for d in _linked(scene, place) if d not in near and fits(d))]
    best = by_score(scene, place, known)
    if best is None and place.statements:
        scene.notes.append(
            (place, f"{len(near)} could be meant: {listed(scene, near)}" if near else "nobody near that it fits")
        )
    return best, "the best of several by the model's score"


def _head_before(scene: Scene, place: Place, near: Sequence[Draft]) -> Draft | None:
    """Who opens the sentence before, where "it" opens the next and nobody else spoke: "The Observatory gave a toll. It said"."""
    layout = scene.layout
    before = layout.sentence(place.start) - 1
    if not place.statements or not layout.opens_sentence(place.start):
        return None
    for last in scene.nearby.get(before, ()):
        head = scene.owner[last]
        opens = layout.opens_sentence(_without_article(scene, last.phrase.core[0])) and scene.around(last) is None
        if opens and head in near and layout.paragraph(last.start) == layout.paragraph(place.start):
            spoke = (other for other in scene.sources.values() if layout.sentence(other.start) == before)
            return head if all(scene.owner.get(other) is head for other in spoke) else None
    return None


def _stands_out(scene: Scene, place: Place, draft: Draft) -> bool:
    """Whether somebody near is surely a person, and more than the object of a preposition ("after talks with Smith, he")."""
    if draft.kind != "person" and not speaks(draft):
        return False
    first = scene.layout.sentence(scene.begins(place)) - BACK
    for other in draft.places:
        if other.start < place.start and scene.layout.sentence(other.start) >= first:
            before = scene.layout.before(_with_titles(other), 1)
            if not before or before[-1].plain not in PREPOSITIONS:
                return True
    return False


def _going_on(scene: Scene, place: Place, near: Sequence[Draft]) -> Draft | None:
    """Whom the last pronoun of this kind stood for, if nobody else that fits was named or described after it."""
    sentence = scene.layout.sentence(place.start)
    sort = PRONOUNS[place.phrase.noun]
    around = scene.around(place)
    for number in (sentence, sentence - 1):
        for last in sorted((p for p in scene.nearby.get(number, ()) if p.start < place.start), key=lambda p: -p.start):
            if scene.owner[last] not in near:
                continue
            same = (
                last.phrase.form == "pronoun"
                and PRONOUNS.get(last.phrase.noun) == sort
                and scene.around(last) is around
            )
            return scene.owner[last] if same and sort[0] == "person" else None
    return None


def _rivals(scene: Scene, place: Place, speaker: Draft, near: Sequence[Draft]) -> bool:
    """Whether the narrator brought up somebody else it fits since the last speaker was named: at the head of a sentence, or in this one."""
    mine = speaker.before(place.start)
    since = mine.start if mine else 0
    for draft in near:
        if draft is speaker:
            continue
        for other in draft.places:
            if since < other.start < place.start and other.phrase.form != "pronoun" and _in_focus(scene, place, other):
                return True
    return _described_since(scene, place, speaker, since)


def _in_focus(scene: Scene, place: Place, other: Place) -> bool:
    if scene.around(other) is not None:
        return False
    same = scene.layout.sentence(other.start) == scene.layout.sentence(place.start)
    starts = [_without_article(scene, start) for start in (other.phrase.core[0], _with_titles(other))]
    return same or any(scene.layout.opens_sentence(s) or _after_adverbial(scene, s) for s in starts)


def _without_article(scene: Scene, start: int) -> int:
    """Where somebody begins whose name leaves its article out: "The" of "The Observatory"."""
    before = scene.layout.before(start, 1)
    return before[0].start if before and before[0].plain == "the" else start


def _after_adverbial(scene: Scene, start: int) -> bool:
    """Whether a place follows a comma in a sentence that opens with its circumstances: "In the capital, Smith …"."""
    layout = scene.layout
    words = layout.within(layout.sentences[layout.sentence(start) - 1], start)
    return len(words) > 1 and words[-1].text == "," and words[0].plain in PREPOSITIONS | FUNCTION_WORDS | CALENDAR


def _described_since(scene: Scene, place: Place, speaker: Draft, since: int) -> bool:
    """Whether words that no mention marks describe somebody else in between: "In defeat, the president was silent. He …"."""
    words = scene.layout.within(since, place.start)
    for index, word in enumerate(words[1:], 1):
        if word.plain not in ROLE_NOUNS or not any(w.plain in DETERMINERS for w in words[max(0, index - 3) : index]):
            continue
        quoted = any(
            start <= word.start < end for start, end, _ in scene.quoted.get(scene.layout.sentence(word.start), ())
        )
        own = any(role.span and role.span.start <= word.start < role.span.end for role in speaker.roles)
        known = any(same_noun(word.plain, phrase.noun) for phrase in speaker.described)
        if not (quoted or own or known) and scene.layout.opens_sentence(words[index - 1].start):
            return True
    return False


def _with_titles(place: Place) -> int:
    roles = [r.span.start for r in place.phrase.roles if r.span and r.span.start < place.start]
    return min(roles, default=place.start)


def _linked(scene: Scene, place: Place) -> list[Draft]:
    """Those whom the model proposes, however far back."""
    wanted = {earlier for mention in place.mentions for earlier in scene.scores.get(mention, {})}
    return list(dict.fromkeys(scene.holder[m] for m in sorted(wanted) if m in scene.holder)) if wanted else []
