"""Words and features: what an uncased encoder has lost is given back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.encode import CASES, FEATURES, GAPS, STATES, Units, encode
from onrecord.runtime.pieces import cut
from onrecord.runtime.wordpiece import WordPieces

LETTERS = {"[UNK]": 0} | {c: k for k, c in enumerate("abcdefghijklmnopqrstuvwxyz“”\"'.,", 1)}
LETTERS |= {f"##{c}": len(LETTERS) + k for k, c in enumerate("abcdefghijklmnopqrstuvwxyz")}
PIECES = WordPieces(LETTERS, 0)


def units(text: str) -> Units:
    return encode(text, cut(PIECES, text))


def feature(text: str, word: str) -> tuple[int, int, int]:
    found = units(text)
    k = [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)].index(word)
    value = int(found.feature[found.first[k]])
    return value // (STATES * GAPS), value // GAPS % STATES, value % GAPS


@pytest.mark.parametrize(("word", "case"), [("town", 0), ("Town", 1), ("SDF", 2), ("7th", 3), ("McCain", 1)])
def test_case(word: str, case: int) -> None:
    assert feature(f"the {word} fell", word)[0] == case


def test_quotation_marks() -> None:
    text = "he said “we left” twice"
    assert [feature(text, w)[1] for w in ("said", "“", "we", "”", "twice")] == [0, 2, 1, 3, 0]


def test_gaps() -> None:
    text = "it fell.\nthey left"
    assert [feature(text, w)[2] for w in ("fell", ".", "they")] == [1, 0, 2]


@given(st.text(max_size=60))
def test_any_text_gives_words_in_order(text: str) -> None:
    found = units(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert (found.starts[1:] >= found.starts[:-1]).all()
    assert ((found.feature >= 0) & (found.feature < FEATURES)).all()
    assert FEATURES == CASES * STATES * GAPS
    assert len(found.breaks) == len(found)


def test_a_vocabulary_of_another_make_is_refused(tmp_path: Path) -> None:
    from onrecord.errors import ModelError

    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({"normalizer": {"type": "NFC"}, "model": {"type": "BPE"}}))
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        WordPieces.from_file(path)
