"""Word pieces: where they are cut, where they stand, and that they are those of the library that training used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.runtime.wordpiece import WordPieces

WORDS = [
    "[UNK]",
    "the",
    "mayor",
    "##s",
    "##'",
    "un",
    "##ha",
    "##pp",
    "##y",
    "e",
    "a",
    "b",
    "'",
    ".",
    "$",
    "名",
    "##e",
    "##b",
]
VOCABULARY = {word: number for number, word in enumerate(WORDS)}
PIECES = WordPieces(VOCABULARY, 0, 12)
TOKENIZER = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [],
    "normalizer": {
        "type": "BertNormalizer",
        "clean_text": True,
        "handle_chinese_chars": True,
        "strip_accents": None,
        "lowercase": True,
    },
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "post_processor": None,
    "decoder": None,
    "model": {
        "type": "WordPiece",
        "unk_token": "[UNK]",
        "continuing_subword_prefix": "##",
        "max_input_chars_per_word": 12,
        "vocab": VOCABULARY,
    },
}


def cut(text: str) -> list[tuple[str, str, int]]:
    """The pieces of a text, the words they stand for, and the number of the word."""
    encoding = PIECES.encode(text)
    rows = zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True)
    return [(WORDS[number], text[start:end], word) for number, (start, end), word in rows]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\u2028\t", []),
        ("The mayors.", [("the", "The", 0), ("mayor", "mayor", 1), ("##s", "s", 1), (".", ".", 2)]),
        ("unhappy", [("un", "un", 0), ("##ha", "ha", 0), ("##pp", "pp", 0), ("##y", "y", 0)]),
        ("mayor's", [("mayor", "mayor", 0), ("'", "'", 1), ("[UNK]", "s", 2)]),
        ("unhxppy e", [("[UNK]", "unhxppy", 0), ("e", "e", 1)]),
        ("a" * 13, [("[UNK]", "a" * 13, 0)]),
        ("É", [("e", "É", 0)]),
        ("e\u0301 a", [("e", "e", 0), ("a", "a", 1)]),
        ("e\u0301b", [("e", "e", 0), ("##b", "b", 0)]),
        ("\u0301", []),
        ("e\u200bb", [("e", "e", 0), ("##b", "b", 0)]),
        ("a$b", [("a", "a", 0), ("$", "$", 1), ("b", "b", 2)]),
        ("a名b", [("a", "a", 0), ("名", "名", 1), ("b", "b", 2)]),
        ("😀 a", [("[UNK]", "😀", 0), ("a", "a", 1)]),
    ],
)
def test_a_text_is_cut_as_uncased_bert_cuts_it(text: str, pieces: list[tuple[str, str, int]]) -> None:
    assert cut(text) == pieces


def test_what_looks_like_a_mark_of_the_model_stays_text() -> None:
    assert [words for _, words, _ in cut("[UNK]")] == ["[", "UNK", "]"]


@given(st.text(st.sampled_from("aeéSs '.$名\u0301\u200b\n😀mayorunhp")))
def test_pieces_stand_in_order_and_hold_something(text: str) -> None:
    encoding = PIECES.encode(text)
    ends = [0, *(end for _, end in encoding.offsets)]
    assert all(start < end for start, end in encoding.offsets)
    assert all(start >= end for (start, _), end in zip(encoding.offsets, ends, strict=False))
    assert sorted(set(encoding.word_ids)) == list(range(len(set(encoding.word_ids))))


@given(
    st.text(
        st.one_of(st.sampled_from("aeéSs '.$名\u0301\u200b\n\x85İßǅΣ한mayorunhp"), st.characters(max_codepoint=0x5FF))
    )
)
def test_the_pieces_are_those_of_the_library(text: str) -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="comes with the training extra")
    theirs = tokenizers.Tokenizer.from_str(json.dumps(TOKENIZER)).encode(text, add_special_tokens=False)
    assert PIECES.encode(text) == (theirs.ids, theirs.offsets, theirs.word_ids)


def test_a_vocabulary_is_loaded_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps(TOKENIZER), encoding="utf-8")
    assert WordPieces.from_file(path) == PIECES


def test_another_way_of_cutting_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({**TOKENIZER, "pre_tokenizer": {"type": "Whitespace"}}), encoding="utf-8")
    with pytest.raises(ModelError, match="does not cut as an uncased BERT does"):
        WordPieces.from_file(path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"normalizer": null, "model": {}}'])
def test_a_broken_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"tokenizer\.json: is no tokenizer that can be read"):
        WordPieces.from_file(path)
