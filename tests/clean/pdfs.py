"""Small PDFs, written by hand: pages of lines at given places."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float, str]


def pdf_of(pages: Sequence[Sequence[Line]], document_information: str = "", font_size: float = 11) -> bytes:
    """A PDF whose pages hold lines, each (x, y, text) with y from the bottom of a page of 612 by 792 points."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        drawn = "\n".join(f"BT /F1 {font_size} Tf {x} {y} Td ({escaped(text)}) Tj ET" for x, y, text in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< {document_information} >>")
    return assembled([body.encode("cp1252") for body in objects], info=len(objects))


def assembled(objects: Sequence[bytes], info: int | None = None, trailer: str = "") -> bytes:
    """Objects with their table; the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    about = f" /Info {info} 0 R" if info else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{about}{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines_of(text: str, x: float = 72, top: float = 720, pitch: float = 14) -> list[Line]:
    """The lines of a text, one below the other; an empty line is a gap."""
    return [(x, top - pitch * number, line) for number, line in enumerate(text.split("\n")) if line]
