"""Sources of one chain have one type."""

from onrecord.record import Content, Source, Span, Statement
from onrecord.record.vocabulary import SourceType
from onrecord.resolve.types import settle_types


def statement(name: str, chain: str | None, kind: SourceType | None) -> Statement:
    return Statement(name, "indirect", Source((), chain, None, kind), None, Content((Span(0, 1, "x"),)))


def types(*given: tuple[str | None, SourceType | None]) -> list[SourceType | None]:
    settled = settle_types([statement(str(k), *pair) for k, pair in enumerate(given)])
    return [s.source.type if s.source else None for s in settled]


def test_a_pronoun_has_the_type_of_its_chain() -> None:
    assert types(("c", "organisation"), ("c", None)) == ["organisation", "organisation"]


def test_an_office_told_once_holds_throughout() -> None:
    assert types(("c", "person"), ("c", "official"), ("c", None)) == ["official", "official", "official"]


def test_types_that_disagree_stay_as_they_are() -> None:
    assert types(("c", "media"), ("c", "document"), ("c", None)) == ["media", "document", None]


def test_without_a_chain_nothing_is_taken_over() -> None:
    assert types(("c", "person"), (None, None)) == ["person", None]
