"""The language of a text, or none."""

from __future__ import annotations

import pytest

from onrecord.clean.language import identify

ENGLISH = "The army said on Monday that it had taken the town after weeks of fighting, and that forty men had died."
FRENCH = "L’armée a déclaré lundi qu’elle avait pris la ville après des semaines de combats et que quarante hommes étaient morts."
ARABIC = "أعلن المتحدث باسم القوات يوم الاثنين أن الجيش سيطر على المدينة بعد معارك عنيفة، وقال عدد من السكان إنهم فروا نحو الشمال."


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (FRENCH, "fr"), (ARABIC, "ar"), (ENGLISH * 40, "en")])
def test_languages(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("text", ["", "Yes", "12345 67890 12345 67890 12345", "Hajin", "Al-Bab, Manbij, Raqqa, Kobani"])
def test_too_little_to_tell(text: str) -> None:
    assert identify(text) is None
