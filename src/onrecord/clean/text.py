"""A plain text to its canonical form: nothing is cut, only line ends and characters that no reader should meet."""

from __future__ import annotations

from onrecord.clean.body import Body
from onrecord.clean.canonical import canonical
from onrecord.clean.mapping import Decoded
from onrecord.errors import UnreadableInput

__all__ = ["read_text"]


def read_text(decoded: Decoded, name: str) -> Body:
    """Reads a plain text.

    Args:
        decoded: The characters of the file.
        name: What to call it in an error.

    Raises:
        UnreadableInput: There is no letter or digit in it.
    """
    text = canonical(decoded)
    if not any(map(str.isalnum, text.text)):
        raise UnreadableInput(f"{name}: the text holds no words; there is nothing to read. Check how it was saved.")
    return Body(text)
