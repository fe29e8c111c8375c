"""PDFs: text in the order of reading, paragraphs, words that were broken, pages; and what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean.report import clean
from onrecord.errors import RefusedInput, TooLarge, UnreadableInput
from onrecord.record import Document
from onrecord.record.original import Original
from tests.clean.pdfs import Line, assembled, lines_of, pdf_of


def cleaned(content: bytes) -> Document:
    return clean(Original.of(content, "application/pdf", "a.pdf")).document


def text_of(*pages: str) -> str:
    return cleaned(pdf_of([lines_of(page) for page in pages])).text


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_set_apart() -> None:
    text = text_of(
        "Town taken, army says\n\nThe army said on Monday that it had taken\nthe town after weeks of fighting.\n\n"
        "Residents said that they had fled\nover the river."
    )
    assert text == (
        "Town taken, army says\n\nThe army said on Monday that it had taken the town after weeks of fighting.\n\n"
        "Residents said that they had fled over the river."
    )


def test_an_indented_line_and_a_short_one_mark_paragraphs() -> None:
    long = "The army said on Monday that it had taken the town after weeks of fighting"
    indented = [(72.0, 700.0, f"{long}."), (90.0, 686.0, f"{long} and"), (72.0, 672.0, "more.")]
    assert cleaned(pdf_of([indented])).text == f"{long}.\n\n{long} and more."
    short = [(72.0, 700.0, f"{long} on"), (72.0, 686.0, "both banks."), (72.0, 672.0, f"{long}.")]
    assert cleaned(pdf_of([short])).text == f"{long} on both banks.\n\n{long}."


def test_two_columns_are_read_one_after_the_other() -> None:
    left = lines_of("The army said on Monday that\nit had taken the town and the", x=72)
    right = lines_of("river beyond it. The mayor\ndenied that.", x=320)
    assert cleaned(pdf_of([[*left, *right]])).text == (
        "The army said on Monday that it had taken the town and the river beyond it. The mayor denied that."
    )


@pytest.mark.parametrize(
    ("lines", "shown", "written"),
    [
        ("taken the town af-\nter weeks", "after", "af-\nter"),
        ("in a so-\ncalled safe zone", "so-called", "so-\ncalled"),
        ("a two-\nyear siege", "two-year", "two-\nyear"),
        ("the al-\nNusra front", "al-Nusra", "al-\nNusra"),
        ("the cease-fire and the cease-\nfire", "cease-fire", "cease-\nfire"),
        ("the ceasefire and the cease-\nfire", "ceasefire", "cease-\nfire"),
    ],
)
def test_words_that_were_broken_are_mended_and_it_is_kept_how(lines: str, shown: str, written: str) -> None:
    document = cleaned(pdf_of([lines_of(f"The army said that it had seen {lines} and more.")]))
    (decision,) = [one for one in document.decisions if one.field == "text"]
    assert decision.span is not None
    assert (decision.span.text, decision.words) == (shown, written)
    assert "-\n" not in document.text


def test_pages_are_known_and_their_numbers_are_passed_over() -> None:
    number: Line = (300, 30, "- 1 -")
    first = [*lines_of("The army said on Monday that it had taken the town and the"), number]
    document = cleaned(pdf_of([first, lines_of("river beyond it."), [], lines_of("The mayor denied it.")]))
    assert document.origin is not None
    assert (document.origin.encoding, document.origin.runs) == ("application/pdf", ())
    assert [page.number for page in document.origin.pages] == [1, 2, 4]
    assert document.origin.page_of(document.text.index("river")) == 2
    assert document.origin.page_of(document.text.index("mayor")) == 4
    assert document.origin.page_of(0) == 1
    (removed,) = document.removed
    assert removed.span is not None
    assert removed.span.text == "- 1 -"
    assert " ".join(document.reading_text().split()).startswith(
        "The army said on Monday that it had taken the town and the river"
    )


def test_what_the_file_says_of_itself() -> None:
    page = lines_of("The army said on Monday that it had taken the town.\nIt gave no word on losses.")
    told = "/Title (Town taken) /Author (Mona Writer) /CreationDate (D:20181112100000Z)"
    document = cleaned(pdf_of([page], told))
    assert (document.title, document.byline, document.published) == ("Town taken", "Mona Writer", None)
    assert cleaned(pdf_of([page], "/Title (Microsoft Word - army.docx)")).title is None


def test_a_scan_is_told_from_a_text() -> None:
    with pytest.raises(UnreadableInput, match=r"no text in its 2 pages, so it is a scan; .*\(OCR\)"):
        cleaned(pdf_of([[], []]))


LOCK = " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00><00>]".format("41" * 32)


def test_a_locked_file() -> None:
    with pytest.raises(RefusedInput, match="locked with a password"):
        cleaned(
            assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"], trailer=LOCK)
        )


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\xff" * 5_000, b"rubbish"])
def test_what_is_no_pdf(content: bytes) -> None:
    with pytest.raises((UnreadableInput, TooLarge), match=r"^a\.pdf: "):
        cleaned(content)


def test_too_many_pages() -> None:
    with pytest.raises(TooLarge, match="2,001 pages"):
        cleaned(pdf_of([[]] * 2_001))


WHOLE = pdf_of([lines_of("The army said on Monday that it had taken\nthe town after weeks of fighting.")] * 2)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=8), st.integers(0, 40))
def test_any_damage_is_read_or_refused(at: int, damage: bytes, gone: int) -> None:
    try:
        document = cleaned(WHOLE[:at] + damage + WHOLE[at + gone :])
    except (UnreadableInput, RefusedInput, TooLarge) as error:
        said = str(error)
    else:
        said = f"a.pdf: {document.text}"
    assert said.startswith("a.pdf: ")
