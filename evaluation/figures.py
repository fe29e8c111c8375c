"""Figures that the gate holds against floors, drawn from what the scorers say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.speakers import Answer, share

Json = dict[str, Any]

ROLES = ("source", "cue", "content")
AXES = ("form", "speech_act", "certainty", "polarity", "tense")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    Attributes:
        name: Set and measure.
        value: The value.
        one: How far a single decision of the reader moves it; the unit of the tolerance.
        falls: Whether less is better, so that its bound is a ceiling that only falls.
        held: Whether it has a floor; slices too small for one are only shown.
        remark: What a reader of the table must know.
    """

    name: str
    value: float
    one: float = 0.0
    falls: bool = False
    held: bool = True
    remark: str = ""


def of_attribution(prefix: str, result: Json, brief: bool = False) -> list[Figure]:
    """Linked and detected statements, spans by role, and slices by form and by kind of source."""
    found = [_f1(f"{prefix} linked F1", result["linked"])]
    if brief:
        return found
    found.append(_f1(f"{prefix} detection F1", result["detection"]))
    found += [_f1(f"{prefix} {role} span F1", result["contiguous spans"][role]) for role in ROLES]
    for group in ("linked by form", "linked by source"):
        found += [_f1(f"{prefix} {group}: {name}", row, held=False) for name, row in result[group].items()]
    return found


def of_modality(prefix: str, result: Json) -> list[Figure]:
    """Statements found, nested and named, and the accuracy of each axis over the matched."""
    found = [_f1(f"{prefix} {name} F1", result[name]) for name in ("found", "nested", "all axes right")]
    speaker = result["speaker"]
    found.append(_accuracy(f"{prefix} speaker right", speaker))
    found += [_accuracy(f"{prefix} {axis} accuracy", result[axis]) for axis in AXES]
    for name in ("nobody named", "deny"):
        row = result[name]
        found.append(_f1(f"{prefix} {name} F1", row, held=False, remark=f"{row['gold']} in the gold file"))
    return found


def of_entities(prefix: str, result: Json, remark: str = "") -> list[Figure]:
    """Exact mentions with their kind."""
    shown = [_f1(f"{prefix} kind: {name}", row, held=False) for name, row in result["kind"].items() if row["gold"]]
    return [_f1(f"{prefix} typed mention F1", result["exact typed"], remark=remark), *shown]


def of_coref(prefix: str, result: Json, gold: Sequence[Json]) -> list[Figure]:
    """Chains, without those of a single mention."""
    mentions = sum(
        len(chain["mentions"]) for record in gold for chain in record["chains"] if len(chain["mentions"]) > 1
    )
    return [Figure(f"{prefix} CoNLL F1", result["headline"]["value"], 1 / max(1, mentions))]


def of_speakers(prefix: str, found: Sequence[Answer]) -> list[Figure]:
    """Speakers of judged statements."""
    value, number = share(found)
    return [
        Figure(f"{prefix} speaker right", value, 1 / max(1, number), remark=f"of {number} found, judged by reading")
    ]


def of_relations(prefix: str, table: Mapping[str, Mapping[str, float]]) -> list[Figure]:
    """Relations between gold mentions; two types are held, for the others are few or another thing in the corpus."""
    return [
        Figure(
            f"{prefix} {name} F1", row["f1"], 1 / max(1, row["gold"]), held=name in ("FightingAgainst", "IsSynonymOf")
        )
        for name, row in table.items()
    ]


def of_times(prefix: str, result: Json) -> list[Figure]:
    """Expressions of time that overlap with the gold ones, and their values."""
    return [
        _f1(f"{prefix} time {name} F1", result[key]) for name, key in (("span", "relaxed span"), ("value", "value"))
    ]


def of_places(prefix: str, result: Json) -> list[Figure]:
    """Places found, those of them that are answered, and the answers that are near."""
    found = result["resolution"]
    near = 1 - found["wrong_answers"]
    return [
        _f1(f"{prefix} place F1", result["detection"], remark="on a sample"),
        Figure(
            f"{prefix} place within 161 km", near, 1 / max(1, found["answers"]), remark=f"of {found['answers']} answers"
        ),
        Figure(f"{prefix} place coverage", found["coverage"], 1 / max(1, found["detected_with_position"])),
    ]


def of_seed(result: Json) -> list[Figure]:
    """Counts over the expected ledger."""
    counts = result["statements"]
    expected = f"of {counts['expected']}"
    return [
        Figure("seed statements found", counts["found"], remark=expected),
        Figure("seed right speaker", counts["right_speaker"], remark=expected),
        Figure("seed nested right", counts["nested_right"], remark=f"of {counts['nested_expected']}"),
        Figure("seed statements of nobody", counts["put_forward_by_nobody"], falls=True),
    ]


def of_events(prefix: str, result: Json) -> list[Figure]:
    """Violent events put forward as happened, their status and type, and figures of tolls that meet the right ones."""
    seen = result["violent and happened"]
    one = 1 / max(1, seen["predicted"])
    found = [
        Figure(f"{prefix} precision of violent and happened", seen["precision"], one, remark="rules were written on these reports"),
        Figure(f"{prefix} recall of violent and happened", seen["recall"], 1 / max(1, seen["gold"])),
        Figure(f"{prefix} status macro F1", result["status"]["macro_f1"], 2 / max(1, result["status"]["pairs"])),
        _accuracy(f"{prefix} sub-event type accuracy", result["sub_event_type"]),
    ]  # fmt: skip
    return [*found, _f1(f"{prefix} toll overlap F1", result["toll"]["overlap"])]


def of_incidents(prefix: str, by_role: Json, by_slot: Json) -> list[Figure]:
    """Fillers by role over a report, and slots of templates."""
    strict = by_slot["strict"]
    found = [_f1(f"{prefix} role fillers F1", by_role["all roles"]), _f1(f"{prefix} slots F1", strict["all slots"])]
    return found + [_f1(f"{prefix} {slot} F1", row, held=False) for slot, row in strict.items() if slot != "all slots"]


def of_claims(prefix: str, result: Json) -> list[Figure]:
    """Claims over several reports: those found, which are contested, who denies, how many are independent; and copies."""
    found, contested = result["claims"], result["contested"]["all claims"]
    paired = 1 / max(1, found["paired"])
    return [
        Figure(f"{prefix} found", found["recall"], 1 / found["gold"], remark="rules were written on eight of the twelve groups"),
        _f1(f"{prefix} contested F1", contested),
        _f1(f"{prefix} denial F1", result["stances"]["denial over all"]),
        Figure(f"{prefix} stance right", result["stances"]["accuracy"], 1 / max(1, result["stances"]["evidence"]["matched"])),
        Figure(f"{prefix} one or more independent sources right", result["independence"]["one_or_more_accuracy"], paired),
        _f1(f"{prefix} copies F1", result["copies"]),
    ]  # fmt: skip


def of_factuality(prefix: str, result: Json) -> list[Figure]:
    """How far events happened, and those that did not."""
    events = max(1, result["events"]["gold"])
    return [
        Figure(f"{prefix} Pearson r", result["headline"]["value"], 1 / events),
        Figure(f"{prefix} denial F1", result["f1 of denial"], 2 / events),
    ]


def _f1(name: str, row: Json, held: bool = True, remark: str = "") -> Figure:
    return Figure(name, row["f1"], 2 / max(1, row["predicted"] + row["gold"]), held=held, remark=remark)


def _accuracy(name: str, row: Json) -> Figure:
    return Figure(name, row["accuracy"], 1 / max(1, row["pairs"]), remark=f"over {row['pairs']} pairs")
