"""Search: sentences in which words stand, with who says them, and what all that were found divide into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from starlette.responses import Response

from onrecord.ledger import Hit, Ledger
from onrecord.ledger.browsing.hits import MOST_HITS, Hits
from onrecord.ledger.search import Sought
from onrecord.reference.registry import Registry, load_registry
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, facets_of, month
from onrecord.serve.desk.shown import plain
from onrecord.serve.desk.text.marked import Stretch, marked
from onrecord.serve.desk.voices import Voice, dated_actors, names_to_check, voices_of
from onrecord.wording.visible import flat

__all__ = ["HitShown", "SearchPage", "search"]

FORMS: Final = ("direct", "indirect", "mixed")
ACTS: Final = (
    "state", "claim_responsibility", "accuse", "deny", "confirm", "admit", "threaten", "promise", "order", "demand", "predict",
    "ask", "decline", "believe",
)  # fmt: skip
CERTAINTIES: Final = ("certain", "probable", "possible", "unspecified")
_MOST_VALUES: Final = 12
_MONTH: Final = 7
_FACETS: Final = (
    ("publisher", "Outlet", flat), ("month", "Published", month), ("act", "What is done", plain),
    ("certainty", "Certainty", plain), ("form", "Form", plain),
)  # fmt: skip


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
        facets: What the hits divide into.
        by: The body or office to whose statements they are narrowed.
        most: How many are looked at.
        fields: What the statement may have to be: name, label and values.
    """

    hits: Sequence[HitShown]
    total: int | None
    is_all: bool = True
    facets: Sequence[Facet] = ()
    by: Voice | None = None
    most: int = MOST_HITS
    fields: Sequence[tuple[str, str, Sequence[str]]] = (
        ("form", "Form", FORMS), ("act", "What is done", ACTS), ("certainty", "Certainty", CERTAINTIES),
    )  # fmt: skip


def search(desk: Desk, asked: Asked) -> Response:
    """Shows it; without words it says how to search."""
    words, options = asked.filter.words, asked.options
    if words is None:
        return desk.listing(asked, "search.html", SearchPage((), None), [], 0)
    sought = Sought(
        words, options.get("speaker"), form=options.get("form"), speech_act=options.get("act"),
        certainty=options.get("certainty"),
    )  # fmt: skip
    registry = load_registry()
    found = desk.ledger.find_hits(asked.filter, sought, dated_actors(registry))
    voices = _voices(desk.ledger, registry, found)
    by = options.get("by")
    hits = [hit for hit in found.rows if by is None or ((voice := voices.get(hit.statement_id)) and voice.id == by)]
    some = hits[asked.start : asked.start + asked.size]
    speaking = next((voice for voice in voices.values() if voice.id == by), None)
    page = SearchPage(tuple(map(_shown, some)), len(hits), found.is_all, _facets(asked, hits, voices), speaking)
    return desk.listing(asked, "search.html", page, [asdict(hit) for hit in some], len(hits))


def _voices(ledger: Ledger, registry: Registry, found: Hits) -> Mapping[str | None, Voice]:
    """The public bodies and offices that speak in the statements of hits, by the statement's id."""
    saids = set(found.said.values())
    check = names_to_check(saids)
    known = voices_of(registry, saids, ledger.people_among(check), ledger.reports_with(check))
    told = ((statement, known[said]) for statement, said in found.said.items())
    return {statement: voice for statement, voice in told if isinstance(voice, Voice)}


def _shown(hit: Hit) -> HitShown:
    first, last = hit.words[0], hit.words[-1]
    at = f"?part={hit.statement_id.rpartition('.')[2]}" if hit.statement_id else ""
    # A hit in the headline has no place in the text.
    place = "" if hit.in_title else f"#char={first.start},{max(last.end, first.end)}"
    report = hit.statement_id.rpartition(".")[0] if hit.statement_id else hit.report_id
    return HitShown(hit, marked(hit.sentence, hit.words), f"/reports/{report}{at}{place}")


def _facets(asked: Asked, hits: Sequence[Hit], voices: Mapping[str | None, Voice]) -> tuple[Facet, ...]:
    names = {voice.id: voice.name for voice in voices.values()}
    counts = {
        "by": _counted(voices[hit.statement_id].id for hit in hits if hit.statement_id in voices),
        "publisher": _counted(hit.publisher for hit in hits),
        "month": _counted(hit.published[:_MONTH] if hit.published else None for hit in hits),
        "act": _counted(hit.speech_act for hit in hits),
        "certainty": _counted(hit.certainty for hit in hits),
        "form": _counted(hit.form for hit in hits),
    }
    return facets_of(asked, counts, (("by", "Said by", lambda id_: names[id_]), *_FACETS))


def _counted(values: Iterable[str | None]) -> list[tuple[str, int]]:
    return Counter(value for value in values if value).most_common(_MOST_VALUES)
