"""Mentions compared with those before them. In: mentions. Out: traits, pairs, and what speaks for and against each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Antecedent, Mention, Statement
from onrecord.resolve.coreference.pairs import Floats, Pairs, find_pairs
from onrecord.resolve.coreference.signs import signs_of_mentions, signs_of_pairs
from onrecord.resolve.coreference.table import tabulate
from onrecord.resolve.coreference.traits import Traits, traits_of
from onrecord.resolve.layout import Layout


@dataclass(frozen=True, slots=True)
class Compared:
    """Mentions compared with those before them: traits, pairs, and the signs of each mention and of each pair."""

    traits: Sequence[Traits]
    pairs: Pairs
    mentions: Floats
    signs: Floats


def compare(
    layout: Layout, mentions: Sequence[Mention], statements: Sequence[Statement], links: Sequence[Antecedent]
) -> Compared:
    """Compares mentions with those before them.

    Args:
        layout: The report.
        mentions: Its mentions, in the order of the text.
        statements: Who said what: quotations give the voice that "I" and "we" belong to.
        links: What the reader makes of antecedents.
    """
    place = {m.id: k for k, m in enumerate(mentions)}
    linked = {
        (place[x.mention], place[x.antecedent]): x.score for x in links if x.mention in place and x.antecedent in place
    }
    traits = traits_of(layout, mentions, statements)
    pairs = find_pairs(traits)
    speakers = {
        s.id: [(span.start, span.end) for span in s.source.spans]
        for s in statements
        if s.source is not None and s.form in ("direct", "mixed")
    }
    signs = signs_of_pairs(tabulate(traits, speakers), pairs, linked, layout.text)
    return Compared(traits, pairs, signs_of_mentions(traits), signs)
