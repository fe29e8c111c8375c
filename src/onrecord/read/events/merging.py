"""One mention per happening, sentence and voice. In: drafts. Out: groups of them, the one whose trigger is kept first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.ontology import load_ontology
from onrecord.read.events.kinds import EXPLOSIVE
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.triggers import Trigger
from onrecord.read.events.voices import Telling

NEAR: Final = 16
"""Words between two words for one act."""
SAME: Final = frozenset(("happened", "ongoing"))
AIMS: Final = frozenset(("purpose", "aimed at", "at doing", "on doing"))
APART: Final = frozenset("while but ; whereas".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is not yet joined with others.

    Attributes:
        trigger: Its trigger.
        type: Its type.
        telling: How it stands.
        asserted_by: The innermost statement around it, or "narrator".
        past: Whether a finite verb in the past tells it.
    """

    trigger: Trigger
    type: str | None
    telling: Telling
    asserted_by: str
    past: bool


def joined(s: Sentences, drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Groups of drafts that tell of one happening in one sentence and voice."""
    by_voice: dict[tuple[int, str], list[Draft]] = {}
    for draft in drafts:
        by_voice.setdefault((draft.trigger.sentence, draft.asserted_by), []).append(draft)
    groups = [group for own in by_voice.values() for group in _of_voice(s, own)]
    return sorted(groups, key=lambda group: group[0].trigger.first)


def is_violent(type_id: str | None) -> bool:
    """Whether force is used in events of a type."""
    found = load_ontology().types.get(type_id or "")
    return found is not None and found.violent


def _of_voice(s: Sentences, drafts: Sequence[Draft]) -> list[list[Draft]]:
    acts: list[list[Draft]] = []
    for draft in drafts:
        if draft.trigger.act.part != "act":
            continue
        same = next(
            (group for group in reversed(acts[-2:]) if _same_act(s, group, draft) or _is_aim(group, draft)), None
        )
        if same is None:
            acts.append([draft])
        else:
            same.append(draft)
    for draft in drafts:
        if draft.trigger.act.part == "act":
            continue
        fitting = [group for group in acts if _takes(group, draft)]
        if fitting:
            min(fitting, key=lambda group: _distance(s, group, draft)).append(draft)
        elif draft.trigger.act.part == "harm":
            acts.append([draft])
    return [_ordered(group) for group in acts]


def _same_act(s: Sentences, group: Sequence[Draft], draft: Draft) -> bool:
    """Whether two words are for one act: one of them says nothing of its own, and nothing parts them."""
    last = group[-1]
    one, other = last.trigger, draft.trigger
    if not (is_violent(last.type) and is_violent(draft.type)) or not _same_status(last, draft):
        return False
    if not (one.act.open or other.act.open) or other.first - one.end > NEAR:
        return False
    if (
        draft.trigger.act.type not in EXPLOSIVE
        and not (one.act.open and other.act.open)
        and last.trigger.act.type not in EXPLOSIVE
    ):
        return False
    if last.type != draft.type and not (
        one.act.open and other.act.open and "unspecified_violence" in (last.type, draft.type)
    ):
        return False
    between = s.low[one.end : other.first]
    return not any(low in APART for low in between) and not (other.verb and one.verb and "and" in between)


def _is_aim(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether it is what an act that is told is for: "an offensive to take the town"."""
    return draft.telling.why in AIMS and is_violent(draft.type) and is_violent(group[0].type)


def _takes(group: Sequence[Draft], harm: Draft) -> bool:
    act = next((draft for draft in group if draft.trigger.act.part == "act"), None)
    if act is None:
        return _same_status(group[0], harm) and bool(group[0].trigger.conflict) == harm.trigger.conflict
    return is_violent(act.type) and (_same_status(act, harm) or harm.telling.status == "denied")


def _same_status(one: Draft, other: Draft) -> bool:
    a, b = one.telling.status, other.telling.status
    return a == b or {a, b} <= SAME


def _distance(s: Sentences, group: Sequence[Draft], harm: Draft) -> int:
    def between(draft: Draft) -> int:
        a, b = sorted((draft.trigger.head, harm.trigger.head))
        return b - a + 12 * sum(low in APART for low in s.low[a:b])

    return min(between(draft) for draft in group)


def _ordered(group: list[Draft]) -> list[Draft]:
    """The word for the act first: one with a type of its own before one that could be anything, a noun before a verb."""
    acts = [draft for draft in group if draft.trigger.act.part == "act"]
    if not acts:
        return group
    best = min(acts, key=lambda d: (d.trigger.act.open, d.trigger.verb and d.trigger.act.open, d.trigger.first))
    return [best, *(draft for draft in group if draft is not best)]
