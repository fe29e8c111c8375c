"""How far reviewers who judged the same things agree, two by two, and what they disagree on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Final

from onrecord.record.judgement import Answers, Judgement, same_answer
from onrecord.review.alpha import nominal_alpha, unitising_alpha
from onrecord.review.spans import Marked, SpanScore, exact, overlapping, span_score

__all__ = ["Agreement", "Counted", "Disagreement", "agreements_of", "alpha_of", "counted", "disagreements_of"]

_EXISTS: Final = frozenset({"right", "corrected"})
_TELLS: Final = frozenset({*_EXISTS, "wrong"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on what both decided.

    Attributes:
        one: The one.
        other: The other.
        both: On how many things both decided.
        same: On how many of these they gave the same answer: the same verdict, and the same values where they corrected something.
        alpha: Krippendorff's alpha of these answers as labels; None where it is not defined.
        statements: Of how many statements both said where the words begin and end, or that there is none.
        exact: Their marked words compared to the character; None where there are no such statements.
        overlap: The same, by whether they share a character.
        unitising: Alpha of the marked words as stretches of the text; None where it is not defined.
    """

    one: str
    other: str
    both: int
    same: int
    alpha: float | None
    statements: int = 0
    exact: SpanScore | None = None
    overlap: SpanScore | None = None
    unitising: float | None = None

    @property
    def share(self) -> float:
        """Share of the same answers."""
        return self.same / self.both


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A thing on which reviewers disagree.

    Attributes:
        thing: What they judged; see `answers_of`.
        answers: What each says, in order.
    """

    thing: str
    answers: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things were decided on.

    Attributes:
        agreed: By several reviewers, who all say the same.
        disagreed: By several, who do not.
        by_one: By one alone.
    """

    agreed: int
    disagreed: int
    by_one: int


def counted(things: Mapping[str, Answers]) -> Counted:
    """Counts what is agreed, what is not, and what only one reviewer decided on."""
    kinds = Counter(
        "by_one" if len(answers) < 2 else "agreed" if _agreed(answers) else "not" for answers in things.values()
    )
    return Counted(kinds["agreed"], kinds["not"], kinds["by_one"])


def disagreements_of(things: Mapping[str, Answers]) -> list[Disagreement]:
    """Everything on which reviewers do not all give the same answer."""
    return [
        Disagreement(thing, tuple(answers.values())) for thing, answers in things.items() if not _agreed(answers)
    ]  # fmt: skip


def alpha_of(things: Mapping[str, Answers]) -> float | None:
    """Krippendorff's alpha over all reviewers; not everybody has to have decided on everything."""
    return nominal_alpha([_label(one) for one in answers.values()] for answers in things.values())


def agreements_of(
    things: Mapping[str, Answers],
    contents: Mapping[str, Marked] | None = None,
    lengths: Mapping[str, int] | None = None,
) -> list[Agreement]:
    """Compares every two reviewers who decided on the same things.

    Args:
        things: What each says of each thing; see `answers_of`.
        contents: The words of each statement among them as the machine had them, which is what somebody accepts.
        lengths: How long the text of each report is that these stand in.

    Returns:
        Pairs with anything in common, those with the most in common first.
    """
    together: dict[tuple[str, str], dict[str, Answers]] = {}
    for thing, answers in things.items():
        for pair in combinations(sorted(answers), 2):
            together.setdefault(pair, {})[thing] = answers
    found = [_compare(pair, shared, contents or {}, lengths or {}) for pair, shared in together.items()]
    return sorted(found, key=lambda one: (-one.both, one.one, one.other))


def _compare(
    pair: tuple[str, str], things: Mapping[str, Answers], contents: Mapping[str, Marked], lengths: Mapping[str, int]
) -> Agreement:
    one, other = pair
    same = sum(same_answer(answers[one], answers[other]) for answers in things.values())
    alpha = nominal_alpha([_label(answers[one]), _label(answers[other])] for answers in things.values())
    told = {
        thing: content
        for thing, content in contents.items()
        if thing in things and all(things[thing][who].verdict in _TELLS for who in pair)
    }
    if not told:
        return Agreement(one, other, len(things), same, alpha)
    marks = [list(_marked(told, things, who)) for who in pair]
    here, there = marks
    return Agreement(
        one, other, len(things), same, alpha, len(told), span_score(here, there, exact), span_score(here, there, overlapping),
        unitising_alpha(*_on_one_text(marks, {content[0] for content in told.values()}, lengths)),
    )  # fmt: skip


def _marked(told: Mapping[str, Marked], things: Mapping[str, Answers], who: str) -> Iterable[Marked]:
    """The words of each statement that there is, by what somebody says."""
    for thing, (report, start, end) in told.items():
        answer = things[thing][who]
        if answer.verdict in _EXISTS:
            value = answer.value if isinstance(answer.value, Mapping) else {}
            yield report, value.get("start", start), value.get("end", end)


def _on_one_text(
    marks: Iterable[Iterable[Marked]], reports: Iterable[str], lengths: Mapping[str, int]
) -> tuple[list[list[tuple[int, int]]], int]:
    """What was marked in several reports, as if they were one text, and how long that is."""
    order = sorted(reports)
    ends = list(accumulate((lengths[report] for report in order), initial=0))
    begins = dict(zip(order, ends, strict=False))
    moved = [[(begins[report] + start, begins[report] + end) for report, start, end in marked] for marked in marks]
    return moved, ends[-1]


def _agreed(answers: Answers) -> bool:
    first, *rest = answers.values()
    return all(same_answer(first, one) for one in rest)


def _label(judgement: Judgement) -> str:
    return json.dumps([judgement.verdict, judgement.value], sort_keys=True)
