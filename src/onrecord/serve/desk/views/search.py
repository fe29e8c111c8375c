"""Search: sentences in which words stand, with who says them, and what all that were found divide into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from starlette.responses import Response

from onrecord.ledger import Hit
from onrecord.ledger.browsing.hits import MOST_HITS, Hits
from onrecord.ledger.search import Sought
from onrecord.reference.registry import load_registry
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, chosen
from onrecord.serve.desk.text.marked import Stretch, marked
from onrecord.serve.desk.voices import Voice, dated_actors, names_to_check, voices_of

__all__ = ["HitShown", "SearchPage", "search"]

FORMS: Final = ("direct", "indirect", "mixed")
ACTS: Final = (
    "state", "claim_responsibility", "accuse", "deny", "confirm", "admit", "threaten", "promise", "order", "demand", "predict",
    "ask", "decline", "believe",
)  # fmt: skip
CERTAINTIES: Final = ("certain", "probable", "possible", "unspecified")
_MOST_SPEAKERS: Final = 12


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit on a page.

    Attributes:
        hit: The hit.
        stretches: Its sentence, with the words marked.
        url: Where it stands in its report.
    """

    hit: Hit
    stretches: Sequence[Stretch]
    url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the search shows.

    Attributes:
        hits: The hits of this page.
        total: How many were found; None where nothing was looked for.
        is_all: Whether these are all there are.
        most: How many are looked at.
        speakers: Public bodies and offices in whose statements the words stand: id, name and in how many hits.
        facets: What the hits divide into.
        fields: What the statement may have to be: name, label and values.
    """

    hits: Sequence[HitShown]
    total: int | None
    is_all: bool
    speakers: Sequence[tuple[Voice, int]]
    facets: Sequence[Facet]
    most: int = MOST_HITS
    fields: Sequence[tuple[str, str, Sequence[str]]] = (
        ("form", "Form", FORMS), ("act", "What is done", ACTS), ("certainty", "Certainty", CERTAINTIES),
    )  # fmt: skip


def search(desk: Desk, asked: Asked) -> Response:
    """Shows it; without words it says how to search."""
    words = asked.filter.words
    if words is None:
        return desk.listing(asked, "search.html", SearchPage((), None, True, (), ()), [], 0)
    options = asked.options
    sought = Sought(
        words, options.get("speaker"), form=options.get("form"), speech_act=options.get("act"),
        certainty=options.get("certainty"),
    )  # fmt: skip
    registry = load_registry()
    dated = dated_actors(registry)
    found = desk.ledger.find_hits(asked.filter, sought, dated, start=asked.start, size=asked.size)
    check = names_to_check(said for said, _ in found.said)
    people, spread = desk.ledger.people_among(check), desk.ledger.reports_with(check)
    voices = voices_of(registry, [said for said, _ in found.said], people, spread)
    counts = Counter[Voice]()
    for said, number in found.said:
        if isinstance(voice := voices[said], Voice):
            counts[voice] += number
    page = SearchPage(
        tuple(map(_shown, found.rows)), found.total, found.is_all, counts.most_common(_MOST_SPEAKERS), _facets(asked, found)
    )
    return desk.listing(asked, "search.html", page, [asdict(hit) for hit in found.rows], found.total)


def _shown(hit: Hit) -> HitShown:
    first, last = hit.words[0], hit.words[-1]
    at = f"?at={hit.statement_id.rpartition('.')[2]}" if hit.statement_id else ""
    # A hit in the headline has no place in the text.
    place = "" if hit.in_title else f"#char={first.start},{max(last.end, first.end)}"
    report = hit.statement_id.rpartition(".")[0] if hit.statement_id else hit.report_id
    return HitShown(hit, marked(hit.sentence, hit.words), f"/reports/{report}{at}{place}")


def _facets(asked: Asked, found: Hits) -> tuple[Facet, ...]:
    counts, options = found.facets, asked.options
    return chosen(
        (
            Facet.of(asked, "Outlet", "publisher", _some(counts["publisher"]), asked.filter.publisher),
            Facet.of_months(asked, _some(counts["month"])),
            Facet.of(asked, "What is done", "act", counts["act"], options.get("act"), ours=True),
            Facet.of(asked, "Certainty", "certainty", counts["certainty"], options.get("certainty"), ours=True),
            Facet.of(asked, "Form", "form", counts["form"], options.get("form"), ours=True),
        )
    )


def _some(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return list(counts)[:_MOST_SPEAKERS]
