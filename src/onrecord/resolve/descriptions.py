"""Descriptions led back to who is described: the only one they fit, whoever goes on speaking, the same words, the model's score."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.drafts import Draft, Place, fits_description
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import DEMONYMS, GOES_ON, GROUP_NOUNS, MEDIA_NOUNS, UNIONS, UNNAMED_VOICES

MARGIN = 1.0
"""By how much (log-odds) the best antecedent must beat the second."""


def led_back(scene: Scene, place: Place) -> tuple[Draft | None, str]:
    """Who is meant by a definite description, and why; None if nobody, or not certain."""
    phrase, start = place.phrase, place.start
    if not phrase.definite:
        return None, ""
    fitting = [d for d in scene.drafts if d.starts and d.starts[0] < start and fits_description(d, phrase)]
    if phrase.noun in UNIONS:
        fitting = [d for d in fitting if _is_called(d, phrase.noun)] or fitting
    if len(fitting) == 1:
        return fitting[0], f"the only {phrase.noun} so far"
    speaker = scene.speaker_before(place, lambda d: d in fitting) if place.statements else None
    if speaker is not None and speaker in fitting:
        return speaker, f"the {phrase.noun} who spoke last"
    if (speaker := _who_goes_on(scene, place, known=bool(fitting))) is not None:
        return speaker, "who spoke last, by the words of the report"
    if not fitting:
        return None, ""
    if (same := _in_these_words(fitting, phrase)) is not None:
        return same, "the same description"
    best = by_score(scene, place, fitting)
    if best is None:
        scene.notes.append((place, f"{len(fitting)} could be meant: {listed(scene, fitting)}"))
    return best, "the best of several by the model's score"


def _is_called(draft: Draft, noun: str) -> bool:
    """Whether the report has this noun for somebody, and not just one that a description with it could be of."""
    return any(known.noun == noun for known in draft.described) or any(noun in name for name in draft.names)


def _in_these_words(fitting: Sequence[Draft], phrase: Phrase) -> Draft | None:
    """The only one described with the same words before; "the appeals court" is also the only one with "appeals" in its name."""
    exact = [
        d
        for d in fitting
        if any(k.noun == phrase.noun and phrase.modifiers <= k.modifiers | k.names and k.definite for k in d.described)
    ]
    if len(exact) == 1:
        return exact[0]
    named = [d for d in fitting if phrase.modifiers and any(phrase.modifiers <= set(name) for name in d.names)]
    return named[0] if len(named) == 1 else None


def _who_goes_on(scene: Scene, place: Place, known: bool) -> Draft | None:
    """Who spoke last and is not called this yet: "the governor added", "the veteran said" of a person, "the website said" of a name.

    Args:
        scene: What is settled so far.
        place: The description.
        known: Whether it fits anybody, so that only the words of the report can tell that the last speaker is meant.
    """
    phrase, within = place.phrase, scene.layout.within
    cues = [scene.statements[sid].cue for sid in place.statements]
    goes_on = any(w.plain in GOES_ON for cue in cues if cue for span in cue.spans for w in within(span.start, span.end))
    outlet = phrase.noun in MEDIA_NOUNS and not phrase.modifiers
    if phrase.plural or not (goes_on or outlet or (not known and _says_who(scene, phrase))):
        return None

    def fits(draft: Draft) -> bool:
        if not draft.names or draft.plural or (draft.gender and phrase.gender and draft.gender != phrase.gender):
            return False
        return (draft.kind == "person") == (phrase.kind == "person") or draft.kind is None

    speaker = scene.speaker_before(place, fits)
    return speaker if speaker is not None and fits(speaker) else None


def _says_who(scene: Scene, phrase: Phrase) -> bool:
    """Whether a description can be another word for somebody named: "the Texas senator"; "the source" and "his aide" are others."""
    before = scene.layout.before(phrase.core[0], 1)
    words = scene.layout.within(*phrase.core)
    return (
        phrase.kind == "person"
        and phrase.noun not in UNNAMED_VOICES
        and bool(before)
        and before[0].plain == "the"
        and not any(w.text in ("’s", "'s") for w in words)
    )


def foretold(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    """For "a monitor said" the one monitoring organisation that the report names, before or after; "monitors at" it speak for it."""
    if phrase.form != "nominal" or (phrase.plural and not (phrase.noun == "monitor" and phrase.names)):
        return None, ""
    if phrase.noun not in ("monitor", "watchdog") and not (
        phrase.noun in GROUP_NOUNS and phrase.modifiers & {"monitoring", "monitor"}
    ):
        return None, ""
    fitting = [
        d
        for d in scene.drafts
        if d.names
        and any({"observatory", "monitor", "watchdog"} & set(name) for name in d.names)
        and (not phrase.names or any(phrase.names <= set(name) for name in d.names))
    ]
    fitting = [d for d in fitting if any(p.statements for p in d.places)] or fitting
    if any(_has_own_name(scene, phrase, d) for d in fitting):
        return None, ""
    return (fitting[0], f"the only {phrase.noun} that the report names") if len(fitting) == 1 else (None, "")


def _has_own_name(scene: Scene, phrase: Phrase, draft: Draft) -> bool:
    """Whether a description has a name or number within it that is not the other's: "the Channel 9 monitoring group"."""
    known = {word for name in draft.names for word in name}
    words = scene.layout.within(*phrase.core)
    opens = scene.layout.opens_sentence
    return any(
        (word.text[0].isdigit() or (word.text[0].isupper() and not opens(word.start)))
        and word.plain not in known
        and "-" not in word.text
        and word.plain not in DEMONYMS
        for word in words
    )


def by_score(scene: Scene, place: Place, candidates: Sequence[Draft]) -> Draft | None:
    """The candidate with the best model score, if that is positive and clearly above the second."""
    scored: dict[str, float] = {}
    for mention in place.mentions:
        scored |= scene.scores.get(mention, {})
    ranked = sorted(
        (
            (max((scored[m] for p in d.places for m in p.mentions if m in scored), default=float("-inf")), -i)
            for i, d in enumerate(candidates)
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return candidates[-ranked[0][1]]


def listed(scene: Scene, drafts: Sequence[Draft]) -> str:
    """Some drafts by their first words, for a note."""
    words = [scene.layout.text[slice(*d.places[0].phrase.core)] for d in drafts[:4]]
    return ", ".join(words) + (" …" if len(drafts) > 4 else "")
