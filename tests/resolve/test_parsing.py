"""A noun phrase taken apart: what is its head, and what it says."""

import pytest

from onrecord.resolve.layout import lay_out
from onrecord.resolve.parsing import parse


@pytest.mark.parametrize(
    ("text", "form", "head", "roles"),
    [
        (
            "Lena Harding, a senior commander in Westport province",
            "name",
            "Lena Harding",
            ["senior commander in Westport province"],
        ),
        ("his Defence Secretary, James Holt,", "name", "James Holt", ["Defence Secretary"]),
        ("Observatory director Omar Nasser", "name", "Omar Nasser", ["Observatory director"]),
        ("Omar Nasser leader of the Northern Brigade", "name", "Omar Nasser", ["leader of the Northern Brigade"]),
        ("Omar Nasser a Westport-based media activist", "name", "Omar Nasser", ["Westport-based media activist"]),
        (
            "a spokesman for the coalition, Colonel Ryan Sand,",
            "name",
            "Ryan Sand",
            ["spokesman for the coalition", "Colonel"],
        ),
        (
            "the Britain-based Northern Observatory for Human Rights",
            "name",
            "Northern Observatory for Human Rights",
            [],
        ),
        ("the River Valley Network (RVN)", "name", "River Valley Network", []),
        ("a spokesman for the River Valley Network", "nominal", "spokesman", []),
        ("local commanders fighting on the ground", "nominal", "commanders", []),
        ("Northern Observatory workers who went there", "nominal", "workers", []),
        ("The administration of President Omar Nasser", "nominal", "administration", []),
        ("he", "pronoun", "he", []),
        ("Omar Nasser and Lena Harding", "joint", "Omar Nasser and Lena Harding", []),
    ],
)
def test_head(text: str, form: str, head: str, roles: list[str]) -> None:
    phrase = parse(lay_out(text), 0, len(text))
    assert phrase is not None
    assert (phrase.form, text[slice(*phrase.head)]) == (form, head)
    assert [role.text for role in phrase.roles] == roles


@pytest.mark.parametrize(
    ("text", "gender", "plural", "definite", "kind"),
    [
        ("the spokeswoman", "female", False, True, "person"),
        ("Mrs. Harding", "female", False, True, "person"),
        ("a resident", None, False, False, "person"),
        ("activists", None, True, False, "person"),
        ("the ministry", None, False, True, "organisation"),
        ("a report", None, False, False, "document_reference"),
    ],
)
def test_what_a_phrase_says(text: str, gender: str | None, plural: bool, definite: bool, kind: str) -> None:
    phrase = parse(lay_out(text), 0, len(text))
    assert phrase is not None
    assert (phrase.gender, phrase.plural, phrase.definite, phrase.kind) == (gender, plural, definite, kind)


def test_a_gloss_in_brackets_is_read() -> None:
    text = "He [President Omar Nasser]"
    phrase = parse(lay_out(text), 0, len(text))
    assert phrase is not None
    assert phrase.gloss is not None
    assert phrase.gloss.words == ("omar", "nasser")


@pytest.mark.parametrize("text", ["", " ", "…", "the", ", ,", "of"])
def test_no_head_is_none(text: str) -> None:
    assert parse(lay_out(text), 0, len(text)) is None
