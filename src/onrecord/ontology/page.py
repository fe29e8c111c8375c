"""The reference of types and rules, made from the ontology, so that the two cannot drift apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final

from onrecord.ontology.event_type import SCHEMES, EventType
from onrecord.ontology.load import Ontology, load_ontology

__all__ = ["ontology_page"]

_NAMES: Final = {"acled": "ACLED", "plover": "PLOVER", "ucdp": "UCDP", "muc": "MUC", "case2021": "CASE-2021"}
_STATUSES: Final = ("planned", "threatened", "demanded", "hypothetical")
_INTRO: Final = """# Types of event and rules of coding

What an event's `type` can be, what other schemes call it, and the rules by which it is coded there. This page is made from the files of
`src/onrecord/ontology/` by `make docs`; [why it is so](../explanation/event-types.md) is told elsewhere.

```python
from onrecord.ontology import acled_of, load_ontology, plover_of

load_ontology().types["air_strike"].acled  # ('Explosions/Remote violence', 'Air/drone strike')
acled_of("shelling", "threatened")  # NotCoded(reason='it is threatened and has not happened')
plover_of("shelling", "threatened").event  # 'THREATEN'
```"""


def ontology_page() -> str:
    """Write the page as it is published in docs/reference/ontology.md."""
    ontology = load_ontology()
    parts = [_INTRO, *_types(ontology), *_acled(ontology.schemes), *_plover(ontology.schemes)]
    parts += [*_others(ontology.schemes), *_precision(ontology.schemes)]
    return "\n\n".join(parts) + "\n"


def _types(ontology: Ontology) -> Iterator[str]:
    for family, title in ontology.families.items():
        yield f"## {title}"
        yield from (_type(kind, ontology.types.keys()) for kind in ontology.types.values() if kind.family == family)


def _type(kind: EventType, ids: Set[str]) -> str:
    instead = re.sub(r"^\w+", lambda word: f"`{word[0]}`" if word[0] in ids else word[0], kind.instead)
    codes = [f"{_NAMES[scheme]} {_code(getattr(kind, scheme))}" for scheme in SCHEMES if scheme not in kind.unmapped]
    lines = [
        f"### `{kind.id}`",
        "",
        f"**{kind.name}**{' (violent)' if kind.violent else ''}. {kind.definition}",
        "",
        f"- Such: {kind.example}",
        f"- Not such: {kind.counter_example} ({instead})",
        *([f"- {' · '.join(codes)}"] if codes else []),
        *(f"- Not in {_NAMES[scheme]}: {reason}." for scheme, reason in kind.unmapped.items()),
    ]
    return "\n".join(lines)


def _code(code: object) -> str:
    if not isinstance(code, tuple):
        return f"*{code}*"
    if all(isinstance(part, int) for part in code):
        return " or ".join(str(part) for part in code)
    return f"*{' / '.join(part for part in code if part)}*"


def _acled(schemes: Mapping[str, Any]) -> Iterator[str]:
    rules, actors = schemes["acled"], schemes["acled_actors"]
    yield "## ACLED"
    disorder = rules["disorder_types"]
    yield _table(
        ("event type", "sub-event type", "disorder type"),
        (
            (event_type, sub, disorder.get(sub, disorder[event_type]))
            for event_type, subs in rules["event_types"].items()
            for sub in subs
        ),
    )
    yield "Not coded: " + "; ".join(f"{status} ({why})" for status, why in rules["not_coded"].items()) + "."
    yield "What is tried is coded as:"
    yield _table(("tried", "coded as"), ((f"`{own}`", f"`{to}`") for own, to in rules["attempted"].items()))
    yield f"The attacker counts among the dead of: {', '.join(f'`{own}`' for own in rules['attacker_counted'])}."
    yield _table(("deaths in words", "figure"), rules["fatalities_in_words"].items())
    yield _table(("inter", "kind of actor"), actors["inter"].items())
    yield _table(("actor", "name in ACLED"), ((f"`{kind}`", name) for kind, name in actors["names"].items()))


def _plover(schemes: Mapping[str, Any]) -> Iterator[str]:
    rules = schemes["plover"]
    yield "## PLOVER"
    yield "Quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."
    yield _table(
        ("event", "quad", "scale", "modes", "recipient"),
        (
            (event, row["quad"], row["scale"], ", ".join(row["modes"]), "needed" if row.get("needs_recipient") else "")
            for event, row in rules["events"].items()
        ),
    )
    yield "What is exported of an event that has not happened; a status without an entry keeps the event and adds its context."
    collapsing = rules["events"] | rules["modes"]
    yield _table(
        ("event", *_STATUSES),
        ((event, *(_became(row, status) for status in _STATUSES)) for event, row in collapsing.items()),
    )
    yield "Not coded: " + "; ".join(f"{status} ({why})" for status, why in rules["not_coded"].items()) + "."
    yield "From CAMEO: a code that is not listed takes its longest beginning that is; 01 and 02 are statements without an act."
    rows = ((code, row[0], (row[1:2] or [None])[0], ", ".join(row[2:])) for code, row in schemes["cameo"].items())
    yield _table(("CAMEO", "event", "mode", "contexts"), rows)


def _became(row: Mapping[str, Any], status: str) -> str:
    if status not in row:
        return ""
    to = row[status]
    return "none" if to is None else to if isinstance(to, str) else "/".join(to)


def _others(schemes: Mapping[str, Any]) -> Iterator[str]:
    yield "## UCDP, MUC, CASE-2021"
    yield "UCDP's type of violence cannot be told from the type of event: who fought whom decides, and somebody has to have died."
    yield _table(("UCDP", "type of violence"), schemes["ucdp"]["types_of_violence"].items())
    yield _table(("sides", "type of violence"), schemes["ucdp"]["sides"].items())
    yield _table(("MUC", "what it is"), schemes["muc"].items())
    labels = ((label, f"`{to}`" if isinstance(to, str) else to["none"]) for label, to in schemes["case2021"].items())
    yield _table(("CASE-2021", "type"), labels)


def _precision(schemes: Mapping[str, Any]) -> Iterator[str]:
    yield "## Precision"
    for what, columns in (("place", ("acled", "ucdp", "plover")), ("date", ("acled", "ucdp"))):
        yield _table(
            (what, *(_NAMES[scheme] for scheme in columns)),
            (
                (f"`{own}`", *(_number(row[scheme]) for scheme in columns))
                for own, row in schemes["precision"][what].items()
            ),
        )


def _number(code: object) -> str:
    if isinstance(code, dict):
        return f"not exportable: {code['none']}"
    return "left out" if code is None else str(code)


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [list(head), *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    rule = "|".join(["", *("---" for _ in lines[0]), ""])
    head_line, *others = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([head_line, rule, *others])
