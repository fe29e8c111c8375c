"""Bad input, through files and the jail as a run does it: a clear word for each, and no hang, no flood, no loss."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.clean import FUNCTION, Cleaned, arguments_of, from_answer
from onrecord.errors import InputError, RefusedInput, UnreadableInput
from onrecord.fetch import Failed, Jail, iter_inputs
from onrecord.record.original import Original
from tests.clean.pdfs import assembled, lines_of, pdf_of

SENTENCE = "The army said on Monday that it had taken the town after weeks of fighting. "
FRENCH = (
    "L’armée a déclaré lundi qu’elle avait pris la ville, mais des habitants affirment que les combats continuent. "
)
ARABIC = "أعلن المتحدث باسم القوات يوم الاثنين أن الجيش سيطر على المدينة بعد معارك عنيفة وقال سكان إنهم فروا. "
MOST_SECONDS = 35
MOST_BYTES = 1_000_000_000


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    with Jail(FUNCTION) as opened:
        yield opened


def peak_of(pid: int | None) -> int:
    """The most memory that a living process has had, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return 0 if peak is None else int(peak.group(1)) * 1024


def run(jail: Jail, folder: Path, name: str, content: bytes) -> Cleaned | InputError:
    """Reads one file as a run does, and holds it to the limits of time and memory."""
    path = folder / name
    path.write_bytes(content)
    (found,) = iter_inputs([str(path)])
    if isinstance(found, Failed):
        return found.error
    assert isinstance(found, Original)
    jail.call(b"The child is started before the clock is.", {"media_type": "text/plain", "name": "start"}, "start")
    begun = time.monotonic()
    try:
        return from_answer(jail.call(found.content, arguments_of(found), found.name), found)
    except InputError as error:
        return error
    finally:
        assert time.monotonic() - begun < MOST_SECONDS
        assert peak_of(jail.pid) < MOST_BYTES


ATTRIBUTES = " ".join(f'a{number}="1"' for number in range(80_000))
NESTED = 'Content-Type: multipart/mixed; boundary="{0}"\r\n\r\n--{0}\r\n'
REFUSED: list[tuple[str, bytes, type[InputError], str]] = [
    ("empty.txt", b"", UnreadableInput, "is empty"),
    ("empty.html", b"", UnreadableInput, "is empty"),
    ("blank.txt", b" \r\n\t\n", UnreadableInput, "holds no words"),
    ("binary.txt", bytes(range(256)) * 64, UnreadableInput, "not text"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(500), UnreadableInput, "PNG image"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", UnreadableInput, "a PDF"),
    ("attributes.html", f"<html><body><p {ATTRIBUTES}>{SENTENCE}</p>".encode(), RefusedInput, "2,000 attributes"),
    ("unclosed.html", f"<html><body><p {ATTRIBUTES}".encode(), RefusedInput, "2,000 attributes"),
    ("deep.html", b"<div>" * 100_000 + b"x" + b"</div>" * 100_000, RefusedInput, "1,000 deep"),
    ("empty.pdf", b"", UnreadableInput, "is no PDF"),
    ("text.pdf", SENTENCE.encode(), UnreadableInput, "is no PDF"),
    ("scan.pdf", pdf_of([[]]), UnreadableInput, "is a scan; have its letters recognised"),
    ("empty.eml", b"", UnreadableInput, "no text with words"),
    ("nested.eml", b"".join(NESTED.format(n).encode() for n in range(5_000)), UnreadableInput, "the parser failed"),
    ("script.html", b"<script>document.write('The army denied it.')</script>", UnreadableInput, "shows no words"),
]


@pytest.mark.parametrize(("name", "content", "error", "said"), REFUSED, ids=[case[0] for case in REFUSED])
def test_named_refusal(
    jail: Jail, tmp_path: Path, name: str, content: bytes, error: type[InputError], said: str
) -> None:
    outcome = run(jail, tmp_path, name, content)
    assert type(outcome) is error
    message = str(outcome)
    assert message.startswith(f"{tmp_path / name}: ")
    assert said in message
    assert re.search(
        r"[.;] (?:\w+ ){0,3}(?:[Ss]ave|[Cc]heck|give|have|fetch|onrecord reads)|; it may be built", message
    ), message


BOMB = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "{0}">{1}]><html><body><p>{2} &z; he said.</p></body></html>'
ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(25))
READ: list[tuple[str, bytes, str | None]] = [
    ("word.txt", b"Denied", None),
    ("no-ends.txt", ("the army said it had taken the town " * 400).encode(), "en"),
    ("quotes.txt", ("“" + SENTENCE * 3 + "\n\"'”“« " + SENTENCE).encode(), "en"),
    ("arabic.txt", (ARABIC * 5).encode(), "ar"),
    ("arabic-1256.txt", (ARABIC * 5).encode("windows-1256"), "ar"),
    ("french.txt", (FRENCH * 5).encode(), "fr"),
    ("french.html", f"<meta charset=utf-8><p>{FRENCH * 5}</p>".encode("windows-1252"), "fr"),
    ("wrong.html", f"<meta charset=iso-8859-1><p>“{SENTENCE * 4}”</p>".encode(), "en"),
    ("broken.txt", SENTENCE.encode() * 3 + b"caf\xc3\xa9 d\xc3\xa9j\xc3\xa0 \xff\xfe " + SENTENCE.encode() * 3, "en"),
    ("nul.txt", (SENTENCE * 3 + "a\x00b \u202edeined\u202c " + SENTENCE).encode(), "en"),
    ("cut.html", f"<html><body><article><p>{SENTENCE * 6}</p><p>{SENTENCE}<a href='".encode(), "en"),
    ("bomb.html", BOMB.format("ha" * 500, ENTITIES, SENTENCE * 3).encode(), "en"),
    ("references.html", f"<p>{SENTENCE * 4}{'&amp;' * 200_000}</p>".encode(), "en"),
    ("brackets.html", f"<p>{SENTENCE * 4}</p>{'<' * 100_000}".encode(), "en"),
    ("comments.html", f"<p>{SENTENCE * 4}</p>{'<!--' * 50_000}".encode(), "en"),
    ("sections.html", f"<p>{SENTENCE * 4}</p><![if x]>{'<![' * 5_000}".encode(), "en"),
    ("utf-7.html", f"<meta charset=utf-7><p>{SENTENCE * 4}+ADw-script+AD4-</p>".encode(), "en"),
    ("utf-7.eml", f"Content-Type: text/plain; charset=utf-7\r\n\r\n{SENTENCE * 4}+ADw-".encode(), "en"),
    ("report.pdf", pdf_of([lines_of((SENTENCE + "\n") * 4)]), "en"),
    ("lines.txt", ("Follow us on (((" * 20 + "\n").encode() * 2_000 + SENTENCE.encode(), None),
]


@pytest.mark.parametrize(("name", "content", "language"), READ, ids=[case[0] for case in READ])
def test_read_all_the_same(jail: Jail, tmp_path: Path, name: str, content: bytes, language: str | None) -> None:
    outcome = run(jail, tmp_path, name, content)
    assert isinstance(outcome, Cleaned), outcome
    assert outcome.document.origin is not None
    mapped = sum(run.count for run in outcome.document.origin.runs)
    assert mapped == (0 if name.endswith(".pdf") else len(outcome.document.text))
    if language is not None:
        assert outcome.document.language == language


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wrong.html", "declares windows-1252, but its bytes are utf-8"),
        ("french.html", "declares utf-8, but its bytes are windows-1252"),
        ("broken.txt", "2 of .* bytes cannot be decoded as utf-8"),
        ("nul.txt", r"1 control characters are shown as U\+FFFD; the first is U\+0000"),
        ("word.txt", "language could not be told"),
    ],
)
def test_what_was_odd_is_noted(jail: Jail, tmp_path: Path, name: str, said: str) -> None:
    content = next(content for case, content, _ in READ if case == name)
    outcome = run(jail, tmp_path, name, content)
    assert isinstance(outcome, Cleaned)
    assert any(re.search(said, note.what) for note in outcome.notes), outcome.notes


def catalogue(*objects: bytes) -> bytes:
    """A PDF with one page, whose content is the first object."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R /Y 6 0 R >> >> >>"
    return assembled(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, *objects]
    )


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), about, content)


def form(content: bytes, other: int) -> bytes:
    about = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % other
    return stream(content, about)


def packed_often(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%s]" % (b"/FlateDecode " * times))


MOST_OPERATIONS = b"BT /F1 9 Tf 1 1 Td (The army said so.) Tj ET\n" * 150_000
BOMBS: list[tuple[str, bytes]] = [
    ("zeros.pdf", catalogue(packed_often(bytes(400_000_000), 1))),
    ("twice.pdf", catalogue(packed_often(bytes(400_000_000), 2))),
    ("operations.pdf", catalogue(packed_often(MOST_OPERATIONS, 2))),
    ("forms.pdf", catalogue(stream(b"/X Do " * 30), *(form(b"/X Do " * 30, number) for number in range(6, 10)))),
    ("loop.pdf", catalogue(stream(b"/X Do"), form(b"/X Do", 5))),
    (
        "tree.pdf",
        assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1999 >>"]),
    ),
    ("arrays.pdf", catalogue(stream(b"[" * 3_000_000))),
    ("dictionaries.pdf", assembled([b"<< /Type /Catalog /Pages 2 0 R /A " + b"<< /A " * 300_000])),
    ("header.eml", b"Subject: " + b"=?utf-8?q?a?= " * 300_000 + b"\r\n\r\n" + SENTENCE.encode()),
    ("headers.eml", b"X: y\r\n" * 400_000 + b"\r\n" + SENTENCE.encode()),
    ("address.eml", b"From: " + b"(" * 300_000 + b"\r\n\r\n" + SENTENCE.encode()),
    ("type.eml", b"Content-Type: text/plain" + b"; a=b" * 20_000 + b"\r\n\r\n" + SENTENCE.encode()),
    ("quoted.eml", b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=E2=80=9C" * 300_000 + SENTENCE.encode()),
    ("spaces.eml", b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b" " * 300_000 + b"x" + SENTENCE.encode()),
    ("bomb.eml", b"Content-Type: text/html\r\n\r\n" + BOMB.format("ha" * 500, ENTITIES, SENTENCE * 3).encode()),
    ("escapes.json", b'{"text": "' + b"\\u0041" * 300_000 + b" " + SENTENCE.encode() + b'"}'),
    ("halves.json", b'{"text": "' + b"\\ud800" * 200_000 + b" " + SENTENCE.encode() + b'"}'),
    ("keys.json", b"{" + b'"a": 1, ' * 500_000 + b'"text": "' + SENTENCE.encode() + b'"}'),
]


@pytest.mark.parametrize(("name", "content"), BOMBS, ids=[case[0] for case in BOMBS])
def test_bombs_are_read_or_refused_in_time(jail: Jail, tmp_path: Path, name: str, content: bytes) -> None:
    outcome = run(jail, tmp_path, name, content)
    message = str(outcome) if isinstance(outcome, InputError) else f"{tmp_path / name}: read"
    assert message.startswith(str(tmp_path / name))


@pytest.mark.parametrize("end", [b"\n", b""], ids=["in-lines", "one-line"])
def test_ten_megabytes_are_read(jail: Jail, tmp_path: Path, end: bytes) -> None:
    content = b"".join(b"%d. %s%s" % (number, SENTENCE.encode(), end) for number in range(125_000))
    outcome = run(jail, tmp_path, "big.txt", content)
    assert isinstance(outcome, Cleaned), outcome
    assert outcome.document.text.encode() == content
    assert outcome.document.language == "en"


def test_a_bad_file_in_a_folder_leaves_the_others(jail: Jail, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.html").write_text(f"<p {ATTRIBUTES}>")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.html").write_text(f"<p>{SENTENCE * 4}</p>")
    outcomes = []
    for found in iter_inputs([str(tmp_path)]):
        assert isinstance(found, Original)
        try:
            jail.call(found.content, {"media_type": found.media_type, "name": found.name}, found.name)
        except InputError as error:
            outcomes.append(type(error).__name__)
        else:
            outcomes.append("read")
    assert outcomes == ["read", "RefusedInput", "UnreadableInput", "read"]
