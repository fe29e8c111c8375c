"""Reports of invented events, for tests of copies."""

from __future__ import annotations

import random
from collections.abc import Sequence

from onrecord.record import Document, Record, document_id

WIRE = (
    "A market in the river town of Dellbrook was hit by two shells on Tuesday morning, and nine traders died between the stalls.",
    "The mayor, Tomas Verrick, counted the dead himself because the clinic had no doctor left to do it.",
    "Smoke rose over the tannery until noon while neighbours carried the wounded across the footbridge on doors.",
    "Both the northern brigade and the provincial guard have batteries within range of the square.",
    "A spokeswoman for the brigade said its gunners had been asleep, and blamed a guard unit that arrived on Sunday.",
    "The guard answered that it keeps no artillery on the eastern bank and promised to open its depots to inspectors.",
    "Traders swept glass from the arcade in the afternoon, but few of them expected to sell anything before winter.",
    "It was the third time this month that the town had been shelled while the grain barges were being unloaded.",
)
"""A report of an agency, one sentence after the other."""
OTHER = (
    "Engineers closed the dam at Corvane overnight after a drone struck the turbine hall and set fire to its transformers.",
    "Nobody was hurt, but eleven villages downstream were told to boil their water and to keep cattle off the meadows.",
    "The operator said that it would take until Friday to bring spare coils from the coast by road.",
    "Fishermen reported an oily film as far as the old mill, and a ranger collected dead herons in a sack.",
    "The ministry of energy declined to say whose drone it was, while a deputy accused the mountain league.",
    "Buses to the lake were cancelled, and the school at Ransley opened its gymnasium to families from the valley.",
)
"""Another one."""
QUOTATION = (
    '"We will hold the bridge until the last family has crossed it, and whoever fires on them will answer to a court for '
    'every single life that is lost there," the brigade said in a statement.'
)


def report(
    sentences: Sequence[str], publisher: str = "Harbour Post", published: str | None = "2021-05-04", **fields: str
) -> Record:
    """A report with these sentences."""
    text = " ".join(sentences)
    return Record(
        Document(document_id(f"{publisher} {text}".encode()), text, publisher=publisher, published=published, **fields)
    )


def invented(seed: int, sentences: int = 12) -> tuple[str, ...]:
    """Sentences of words that nobody has put in this order before."""
    rng = random.Random(seed)
    syllables = "ba de ki lo mu na pe ri so tu va we xi yo zu".split()
    words = ["".join(rng.choices(syllables, k=3)) for _ in range(sentences * 14)]
    return tuple(" ".join(words[k : k + 14]).capitalize() + "." for k in range(0, len(words), 14))
