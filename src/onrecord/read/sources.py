"""What kind of source speaks. In: the words that name it, and what is known of it otherwise. Out: its type, or None."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from onrecord.read.words import Word, words_of
from onrecord.record.span import Span
from onrecord.record.vocabulary import MentionKind, SourceType

PRONOUNS: Final = frozenset(
    "i he she it we they him her them who which that this these those you both himself herself itself themselves".split()
)
ARTICLES: Final = frozenset("the a an another one some several many two three its his her their our my other".split())
CUTS: Final = frozenset(
    "of at in for from on with by near inside to who whose which that and or based speaking citing quoting quoted posted published leading heading told "
    "via among within around about over as after before when where while fighting working living , ( [ - – — ;".split()
)
ADJECTIVES: Final = frozenset(
    "local security medical military field government opposition regional civil political diplomatic humanitarian rescue".split()
)
PLURAL: Final = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "people": "people",
    "authorities": "authority",
    "media": "media",
}
#: The order in which a head noun is looked up.
HEADS: Final[tuple[tuple[str, SourceType], ...]] = (
    ("imagery", "imagery"),
    ("media", "media"),
    ("document", "document"),
    ("state", "official"),
    ("organisation", "organisation"),
)


@cache
def _listed(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(_table(table).get(key, "").split())


@cache
def _phrases(table: str) -> tuple[str, ...]:
    return tuple(f" {phrase.strip()} " for phrase in _table(table).get("phrases", "").split(";") if phrase.strip())


@cache
def _table(name: str) -> dict[str, str]:
    tables = tomllib.loads((files("onrecord.read") / "source_words.toml").read_text(encoding="utf-8"))
    return dict(tables[name])


def source_type(
    text: str,
    spans: Sequence[Span],
    *,
    name: str | None = None,
    kind: MentionKind | None = None,
    described: Sequence[str] = (),
) -> SourceType | None:
    """The type of a source.

    Args:
        text: The whole text.
        spans: The spans of the source.
        name: The fullest name that the report gives, if known.
        kind: The kind of the mention, if known ("person", "organisation", "location" ...).
        described: Other words by which the report speaks of the same one ("the interior minister"); an office among them
            makes a named person an official.

    Returns:
        The type, or None where the words do not tell it (a pronoun alone, a single unknown name).
    """
    own = [word for span in spans for word in words_of(text, [(max(0, span.start), min(len(text), span.end))])]
    if own and all(word.low in PRONOUNS for word in own if word.is_word):
        own = []
    found = _type(own, kind) if own else None
    if found not in (None, "person"):
        return found
    others = [_type(words_of(other, [(0, len(other))]), None) for other in (*described, *([name] if name else ()))]
    if found == "person" or "person" in others or kind == "person":
        return "official" if "official" in others else "person"
    return next((other for other in others if other is not None), None)


def _type(words: list[Word], kind: MentionKind | None) -> SourceType | None:
    words = [word for word in words if word.low != "'s"]
    core = _core(words)
    if not core:
        return None
    joined = " " + " ".join(word.low for word in core) + " "
    head = core[-1]
    lemma = _singular(head.low)
    named = _is_name(core)
    if lemma == "source":
        return "unnamed_group" if _plural(head, core) else "unnamed_person"
    if lemma in _listed("spokesman") and not named:
        return _spokesman(words)
    if (known := _by_head(core, joined, lemma, words)) is not None and not (kind == "person" and named):
        return known
    office = any(_singular(word.low) in _listed("office") for word in _titles(words))
    if named or kind == "person":
        return (
            "official"
            if office and not _speaks_for_organisation(words)
            else "person"
            if _is_person(core, kind, office)
            else _by_kind(kind)
        )
    if lemma in _listed("office"):
        return _unnamed_office(core, lemma)
    if lemma in _listed("people") or lemma.endswith(("ist", "man", "woman", "ian", "ologist")):
        return "unnamed_group" if _plural(head, core) else "unnamed_person"
    if kind is not None:
        return _by_kind(kind)
    return "unnamed_group" if head.low.endswith("s") and head.raw.islower() and not head.low.endswith("ss") else None


def _core(words: list[Word]) -> list[Word]:
    """The noun phrase up to its head: cut before a preposition, a relative clause, a comma, or an article after a name."""
    core: list[Word] = []
    for i, word in enumerate(words):
        if core and word.low == "and" and (core[-1].low.endswith("ing") or core[-1].low in ADJECTIVES):
            continue
        if core and (word.low in CUTS or (word.low in ("the", "a", "an") and i > 0)):
            break
        if word.is_word:
            core.append(word)
    while (
        core
        and core[-1].low in ("said", "also", "himself", "herself", "itself")
        and len(core) > 2
        and core[-1].raw.islower()
    ):
        core.pop()
    return core


def _titles(words: list[Word]) -> list[Word]:
    """Words in which an office may stand: all up to a relative clause, a participle or "for"."""
    found: list[Word] = []
    for word in words:
        if word.low in (
            "who",
            "whose",
            "which",
            "that",
            "told",
            "fighting",
            "citing",
            "quoting",
            "against",
            "including",
        ):
            break
        found.append(word)
    return found


def _by_head(core: list[Word], joined: str, lemma: str, words: list[Word]) -> SourceType | None:
    head = core[-1].low
    everything = " " + " ".join(word.low for word in words if word.is_word) + " "
    if head in _listed("media", "names") or joined.endswith(_phrases("media")):
        return "media"
    if (
        " news agency " in everything
        and core[0].low not in ("a", "an")
        and core[-1].raw[:1].isupper()
        and lemma not in _listed("people")
    ):
        return "media"
    if lemma == "report":
        return "media" if head == "reports" and len(core) == 1 else "document"
    for table, kind in HEADS:
        phrased = everything.startswith(_phrases(table)) or joined.endswith(_phrases(table))
        if phrased and lemma not in _listed("people") | _listed("office"):
            return kind
        if lemma in _listed(table) or head in _listed(table):
            return _group(core, kind)
        if head in _listed(table, "names") and not (
            len(core) > 1
            and core[0].raw[:1].isupper()
            and core[0].low not in _listed("state", "names") | {"saudi", "north", "south", "united"}
            and core[0].low not in ARTICLES
        ):
            return kind
    return None


def _group(core: list[Word], kind: SourceType) -> SourceType:
    """Several bodies without a name ("rights groups") are an unnamed group."""
    head = core[-1]
    if (
        kind == "organisation"
        and head.raw.islower()
        and head.low.endswith("s")
        and head.low not in ("forces", "troops")
    ):
        return "organisation" if _singular(head.low) == "monitor" else "unnamed_group"
    return kind


def _is_name(core: list[Word]) -> bool:
    """Whether the phrase ends in a name: a capitalised word that is no known noun."""
    last = core[-1]
    lemma = _singular(last.low)
    if not _capital(last) or lemma in _listed("office") | _listed("people") | _listed("spokesman"):
        return (
            any(_capital(word) and _unknown(word) for word in core[:-1])
            and lemma in _listed("office")
            and _capital(core[0])
        )
    return _unknown(last)


def _unknown(word: Word) -> bool:
    lemma = _singular(word.low)
    tables = ("state", "organisation", "media", "imagery", "document", "office", "people", "state_adjective")
    known = any(
        lemma in _listed(table) or word.low in _listed(table) or word.low in _listed(table, "names") for table in tables
    )
    return not known and word.low not in ARTICLES


def _capital(word: Word) -> bool:
    return word.raw[:1].isupper() or any(part[:1].isupper() for part in word.raw.split("-")[1:])


def _is_person(core: list[Word], kind: MentionKind | None, office: bool) -> bool:
    """Two capitalised words that no list knows are a person's name, unless they are an acronym; one alone is not certain."""
    if kind is not None:
        return kind == "person"
    names = [word for word in core if _capital(word) and _unknown(word)]
    if core[-1].raw.isupper() and len(core[-1].raw) > 1 and "." not in core[-1].raw:
        return False
    return (
        office
        or len(names) > 1
        or (
            len(core) > 1
            and len(names) == 1
            and any(
                _singular(word.low)
                in _listed("people")
                | {"director", "head", "chief", "mr.", "mrs.", "ms.", "dr.", "founder", "chairman", "figure"}
                for word in core[:-1]
            )
        )
    )


def _by_kind(kind: MentionKind | None) -> SourceType | None:
    kinds: dict[str, SourceType] = {
        "person": "person",
        "organisation": "organisation",
        "location": "official",
        "nationality": "official",
        "document_reference": "document",
    }
    return kinds.get(kind) if kind is not None else None


def _spokesman(words: list[Word]) -> SourceType:
    """A spokesman without a name is of the type of the one he speaks for."""
    return "organisation" if _speaks_for_organisation(words) else "official"


def _speaks_for_organisation(words: list[Word]) -> bool:
    """Whether the phrase with "spokesman" names an organisation and no state."""
    low = [word.low for word in words]
    if not any(_singular(word) in _listed("spokesman") for word in low):
        return False
    joined = " " + " ".join(low) + " "
    state = any(word in _listed("state") or word in _listed("state", "names") for word in low) or any(
        phrase in joined for phrase in _phrases("state")
    )
    body = any(_singular(word) in _listed("organisation") or word in _listed("organisation") for word in low) or any(
        phrase in joined for phrase in _phrases("organisation")
    )
    return body and not (state and not any(phrase in joined for phrase in _phrases("organisation")))


def _unnamed_office(core: list[Word], lemma: str) -> SourceType:
    """The type of an office without a name: "a health official" is somebody unnamed, "a Turkish official" speaks for his state."""
    if lemma != "official" or (
        "civil" not in [word.low for word in core]
        and any(word.low in _listed("state_adjective") or word.low in _listed("state", "names") for word in core[:-1])
    ):
        return "official"
    return "unnamed_group" if core[-1].low.endswith("s") else "unnamed_person"


def _plural(head: Word, core: list[Word]) -> bool:
    return head.low in PLURAL or (
        head.low.endswith("s") and not head.low.endswith("ss") and core[0].low not in ("a", "an", "another", "one")
    )


def _singular(low: str) -> str:
    if low in PLURAL:
        return PLURAL[low]
    if low.endswith("men"):
        return low[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        return low[:-1] if not low.endswith(("sses", "ches", "shes")) else low[:-2]
    return low
