"""Reports in capitals are read in the case that they would usually have, and every offset holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.casing import is_in_capitals, truecase
from onrecord.read.reader import MODEL
from onrecord.runtime.wordpiece import WordPieces

TOKENIZER = WordPieces.from_file(MODEL / "tokenizer.json")


@pytest.mark.parametrize(
    "usual",
    [
        "The mayor of Kassala said on Tuesday that two soldiers were killed near the bridge.",
        "Fighters of the National Liberation Front (NLF) attacked the town. The NLF denied it.",
        "He was shot with an M-16 rifle in the U.S. city of Boston, the police said.",
        "Nobody's car was hit. It wasn't a bomb.",
        "The guards fled on 3 March.\n\nIn Bogota the army was silent.",
    ],
)
def test_words_get_their_usual_case(usual: str) -> None:
    assert truecase(usual.upper(), TOKENIZER) == usual


def test_only_a_text_of_mostly_capitals_is_one() -> None:
    assert is_in_capitals("REBELS TOOK THE TOWN OF TAL BAYDA, Reuters said.")
    assert not is_in_capitals("REBELS TAKE TOWN\nRebels took the town of Tal Bayda on Monday, the SOHR said.")
    assert not is_in_capitals("UN, EU, US")
    assert not is_in_capitals("")


@given(st.text())
def test_the_length_and_the_letters_stay(text: str) -> None:
    cased = truecase(text, TOKENIZER)
    assert len(cased) == len(text)
    assert [c.upper() for c in cased] == [c.upper() for c in text]
