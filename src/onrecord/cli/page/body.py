"""The text of a block as markup: statements, events, numbers and states, however they overlap, with what each is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from onrecord.cli.page.marks import Mark
from onrecord.export.html.markup import in_attribute, in_text
from onrecord.record import Removed
from onrecord.wording.blocks import Block, Part, Unit

__all__ = ["text_of"]

_CLASSES: Final = {"source": "s", "cue": "c", "content": "t"}
_MARKS: Final = {"event": "ev", "other_event": "ev no", "quantity": "qu", "state": "st"}
# Parts of one statement with no word between them need one number, not two.
_CLOSE: Final = 3
_DEEPEST_SHADE: Final = 3

Shade = tuple[int, int, Part | Removed | Mark]


def text_of(
    block: Block, text: str, others: Sequence[Removed | Mark], report: str, labels: dict[int, str], shown: set[int]
) -> str:
    """Writes the paragraphs of a block.

    Args:
        block: The block.
        text: The report's whole text.
        others: What the reader passed over within the block, and what is marked in it besides statements.
        report: Id of the report on the page, the beginning of every id in it.
        labels: What is read out for the number of each statement.
        shown: Statements whose place has been written; the first place of each gets the id that links lead to.
    """
    places = block.places()
    tags = _tags(block.parts, text)
    return "".join(
        f'<p dir="auto"{" class=more" if unit.goes_on else ""}>'
        f"{''.join(_stretches(unit, block, text, others, places, tags, _Tagger(report, labels, shown, places)))}</p>"
        for unit in block.units
    )


class _Tagger:
    """Writes the number of a statement before its parts."""

    def __init__(self, report: str, labels: dict[int, str], shown: set[int], places: dict[int, int]) -> None:
        self._report, self._labels, self._shown, self._places = report, labels, shown, places

    def tag(self, number: int) -> str:
        target = f"{self._report}s{number}"
        first = "" if number in self._shown else f' id="{target}"'
        self._shown.add(number)
        joined = f" p{self._places[number]}" if number in self._places else ""
        spoken = in_attribute(self._labels.get(number, str(number)))
        return f'<a class="n{joined}"{first} href="#{target}" aria-label="{spoken}">{number}</a>'

    def name(self, mark: Mark) -> str:
        """Writes what stands behind the words of a mark."""
        if mark.kind == "quantity":
            return f'<span class="n q">{in_text(mark.tag)}</span>' if mark.tag else ""
        target = f"{self._report}{mark.tag}"
        first = f' id="{target}"' if mark.first else ""
        spoken = f"{'state' if mark.kind == 'state' else 'event'} {mark.tag}"
        return f'<a class="n h"{first} href="#{target}" aria-label="{spoken}">{mark.tag}</a>'


def _tags(parts: Sequence[Part], text: str) -> dict[int, list[int]]:
    """At which offsets which numbers stand: once before parts of a statement that follow upon each other."""
    tags: dict[int, list[int]] = defaultdict(list)
    reach: dict[int, int] = {}
    for part in parts:
        before = reach.get(part.number)
        gap = None if before is None else text[before : part.start]
        if gap is None or (part.start > (before or 0) and (len(gap) > _CLOSE or any(map(str.isalnum, gap)))):
            tags[part.start].append(part.number)
        reach[part.number] = max(part.end, before or 0)
    return tags


def _stretches(
    unit: Unit,
    block: Block,
    text: str,
    others: Sequence[Removed | Mark],
    places: dict[int, int],
    tags: dict[int, list[int]],
    tagger: _Tagger,
) -> Iterator[str]:
    shades = list(_shades(unit, block.parts, others))
    edges = sorted({unit.start, unit.end, *(edge for start, end, _ in shades for edge in (start, end))})
    opening: dict[int, list[Shade]] = defaultdict(list)
    for shade in shades:
        opening[shade[0]].append(shade)
    active: list[Shade] = []
    for start, end in pairwise(edges):
        active = [shade for shade in active if shade[1] > start] + opening[start]
        for shade in opening[start]:
            if isinstance(shade[2], Removed):
                yield f'<span class="why">{in_text(shade[2].why)}</span>'
        for number in sorted(tags.get(start, ())):
            yield tagger.tag(number)
        words = in_text(text[start:end])
        yield f'<span class="{_class_of(active, places)}">{words}</span>' if active else words
        for mark in (what for _, stop, what in active if stop == end and isinstance(what, Mark)):
            # One that goes on in the next paragraph has its name in the first.
            yield tagger.name(mark) if mark.start >= unit.start else ""


def _shades(unit: Unit, parts: Sequence[Part], others: Sequence[Removed | Mark]) -> Iterator[Shade]:
    for what in (*parts, *others):
        place = what.span if isinstance(what, Removed) else what
        start, end = (max(place.start, unit.start), min(place.end, unit.end)) if place else (0, 0)
        if start < end:
            yield start, end, what


def _class_of(active: Sequence[Shade], places: dict[int, int]) -> str:
    parts = [what for _, _, what in active if isinstance(what, Part)]
    classes = sorted({_CLASSES[part.kind] for part in parts})
    depth = min(len({part.number for part in parts if part.kind == "content"}), _DEEPEST_SHADE)
    if depth > 1:
        classes.append(f"t{depth}")
    if any(isinstance(what, Removed) for _, _, what in active):
        classes.append("g")
    classes += sorted({_MARKS[what.kind] for _, _, what in active if isinstance(what, Mark)})
    classes += [f"p{place}" for place in sorted({places[part.number] for part in parts if part.number in places})]
    return " ".join(classes)
