"""What the gate measures, a row for each gold file. To hold another figure: a row here, or a figure more in a row, and `gate --raise --repin`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from evaluation import figures as draw
from evaluation.claims import lines_of, read_wanted
from evaluation.figures import Figure
from evaluation.given import records_given
from evaluation.gold import Shared, iter_json
from evaluation.judgements import read_judged
from evaluation.predict import Reads, document_of, predict, without_unknown_figures
from evaluation.relations import from_gold_mentions, score
from evaluation.reliability import bins_of_mass, expected_error
from evaluation.scoring import Scorers
from evaluation.speakers import answers_of
from onrecord.read.reader import Reader
from onrecord.record.codec import from_json, to_json

Json = dict[str, Any]
SEEN = "the shipped reader learnt from these texts"


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured, and with what."""

    reader: Reads
    shared: Shared
    scorers: Scorers

    def predicted(self, name: str, task: str, of: int = 1) -> tuple[list[Json], list[Json]]:
        """Gold records of a file, one of `of` by their ids, and what is predicted for their documents."""
        gold = [r for r in iter_json(self.shared.file(name)) if int(r["document"]["id"][-8:], 16) % of == 0]
        documents = (document_of(record, f"{name} record {k}") for k, record in enumerate(gold, 1))
        write = without_unknown_figures if task == "event_status" else to_json
        return gold, [write(record) for record in predict(task, documents, self.reader)]

    def scored(self, name: str, task: str, of: int = 1) -> Json:
        """What the scorer of a task says of a file."""
        return self.scorers.score(task, *self.predicted(name, task, of))


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures that are drawn from one gold file.

    Attributes:
        prefix: How their names begin.
        file: The gold file; where it is absent, they are skipped.
        draw: What draws them.
    """

    prefix: str
    file: str
    draw: Callable[[Bench], list[Figure]]


def calibration(scorers: Scorers, gold: Iterable[Json], answers: Iterable[Json]) -> Figure:
    """Expected calibration error of statements, right being linked as the scorer has it."""
    stated, right = [], []
    for record, answer in zip(gold, answers, strict=True):
        linked = scorers.linked(record, answer)
        stated += [statement["confidence"] for statement in answer["statements"]]
        right += [k in linked for k in range(len(answer["statements"]))]
    error = expected_error(bins_of_mass(np.array(stated, float), np.array(right, bool)))
    return Figure(
        "polnear calibration error", error, 1 / max(1, len(stated)), falls=True, remark="fitted on these texts"
    )


def _polnear(bench: Bench) -> list[Figure]:
    gold, answers = bench.predicted("polnear-dev", "attribution")
    found = draw.of_attribution("polnear", bench.scorers.score("attribution", gold, answers))
    return [*found, calibration(bench.scorers, gold, answers)]


def _speakers(bench: Bench) -> list[Figure]:
    _, answers = bench.predicted("polnear-dev", "modality")
    records = {answer["document"]["id"]: from_json(answer) for answer in answers}
    return draw.of_speakers("judged", [found for found, _ in answers_of(read_judged("speakers"), records)])


def _war_reports(bench: Bench) -> list[Figure]:
    gold, answers = bench.predicted("war-reports-open", "modality")
    found = draw.of_modality("war reports", bench.scorers.score("modality", gold, answers))
    return found + draw.of_attribution("war reports", bench.scorers.score("attribution", gold, answers), brief=True)


def _coref(bench: Bench) -> list[Figure]:
    gold, answers = bench.predicted("gum-dev", "coref")
    return draw.of_coref("gum", bench.scorers.score("coref", gold, answers), gold)


def _relations(bench: Bench) -> list[Figure]:
    gold = list(iter_json(bench.shared.file("re3d-open")))
    return draw.of_relations("relations", score(gold, map(from_gold_mentions, gold)))


def _factuality(bench: Bench) -> list[Figure]:
    gold = list(iter_json(bench.shared.file("uw-dev")))
    answers = [to_json(r) for r in records_given("factuality", gold, "uw-dev", cast(Reader, bench.reader))]
    return draw.of_factuality("uw", bench.scorers.score("factuality", gold, answers))


def _claims(bench: Bench) -> list[Figure]:
    groups = list(iter_json(bench.shared.file("claims-open")))
    wanted = [str(document) for group in groups for document in group["documents"]]
    lines = list(lines_of(read_wanted(wanted, [bench.shared.file("fa-kes-open")], bench.reader)))
    return draw.of_claims("claims", bench.scorers.score("claims", groups, lines))


def _muc(bench: Bench) -> list[Figure]:
    gold, answers = bench.predicted("muc4-dev", "incidents")
    return draw.of_incidents(
        "muc", bench.scorers.score("incidents_ree", gold, answers), bench.scorers.score("incidents", gold, answers)
    )


MEASURES = (
    Measure("polnear", "polnear-dev", _polnear),
    Measure("judged", "polnear-dev", _speakers),
    Measure("war reports", "war-reports-open", _war_reports),
    Measure(
        "war events",
        "war-reports-open",
        lambda b: draw.of_events("war events", b.scored("war-reports-open", "event_status")),
    ),
    Measure("muc", "muc4-dev", _muc),
    Measure("uw", "uw-dev", _factuality),
    Measure("claims", "claims-open", _claims),
    Measure("newswire", "worldwide-dev", lambda b: draw.of_entities("newswire", b.scored("worldwide-dev", "entities"))),
    Measure("re3d", "re3d-open", lambda b: draw.of_entities("re3d", b.scored("re3d-open", "entities"), SEEN)),
    Measure("relations", "re3d-open", _relations),
    Measure("gum", "gum-dev", _coref),
    Measure("wikiwars", "wikiwars", lambda b: draw.of_times("wikiwars", b.scored("wikiwars", "time"))),
    Measure("timebank", "timebank", lambda b: draw.of_times("timebank", b.scored("timebank", "time"))),
    Measure("lgl", "lgl", lambda b: draw.of_places("lgl", b.scored("lgl", "places", of=12))),
    Measure("geowebnews", "geowebnews", lambda b: draw.of_places("geowebnews", b.scored("geowebnews", "places", of=6))),
)
