"""Cuts text into the word pieces of an uncased BERT vocabulary. In: text. Out: pieces with offsets in code points.

It gives what the `tokenizers` library gives for the same file, except that words such as "[SEP]" in a text stay plain
text. That library is left out of the product because it brings 40 MB, a client for a model hub among them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.errors import ModelError

# Ideographs stand alone (BERT's list: no Japanese or Korean syllables).
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
_DROPPED = {"Cc", "Cf", "Co", "Cs"}
_REMEMBERED = 50_000
# A run of ASCII letters and digits that ASCII ends needs no look at each of its characters.
_RUN = re.compile(r"([A-Za-z0-9]+)(?: |(?=[!-/:-@\[-`{-~\n]|\Z))|.", re.DOTALL)


class Encoding(NamedTuple):
    """The pieces of a text, one entry each.

    Attributes:
        ids: Their numbers in the vocabulary.
        offsets: Start and end of each in the text, in code points.
        word_ids: The number of the word that each belongs to, from 0.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]
    word_ids: list[int]


@dataclass(frozen=True, slots=True)
class WordPieces:
    """A vocabulary of word pieces, lower case and without accents.

    Attributes:
        vocabulary: Pieces and their numbers; a piece that goes on a word starts with "##".
        unknown: The number of what is in no piece.
        longest: A word with more letters than this is unknown as a whole.
    """

    vocabulary: Mapping[str, int]
    unknown: int
    longest: int = 100
    _known: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """Load a vocabulary.

        Args:
            path: A `tokenizer.json`, as the `tokenizers` library writes it.

        Returns:
            The vocabulary.

        Raises:
            ModelError: It is missing, or made for another way of cutting.
        """
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            normalizer, model = found["normalizer"], found["model"]
            wanted = (
                normalizer["type"] == "BertNormalizer"
                and normalizer["lowercase"]
                and normalizer["clean_text"]
                and normalizer["handle_chinese_chars"]
                and normalizer["strip_accents"] is not False
                and found["pre_tokenizer"]["type"] == "BertPreTokenizer"
                and model["type"] == "WordPiece"
                and model["continuing_subword_prefix"] == "##"
            )
            if not wanted:
                raise ModelError(
                    f"{path}: does not cut as an uncased BERT does; use the tokenizer that the model came with"
                )
            vocabulary = model["vocab"]
            return cls(vocabulary, vocabulary[model["unk_token"]], model["max_input_chars_per_word"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path}: is no tokenizer that can be read ({error!r}); install onrecord again") from error

    def encode(self, text: str) -> Encoding:
        """Cut a text of any length into pieces.

        Args:
            text: The text.

        Returns:
            Its pieces, without marks that open or close it.
        """
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        word_ids: list[int] = []
        for number, (letters, starts) in enumerate(_words(text)):
            at = 0
            for piece, length in self._pieces_of(letters):
                ids.append(piece)
                offsets.append((starts[at], starts[at + length - 1] + 1))
                word_ids.append(number)
                at += length
        return Encoding(ids, offsets, word_ids)

    def _pieces_of(self, word: str) -> tuple[tuple[int, int], ...]:
        known = self._known.get(word)
        if known is None:
            known = self._pieces(word)
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...]:
        """Cut a word into the longest pieces from the left: number and letters of each."""
        whole = ((self.unknown, len(word)),)
        if len(word) > self.longest:
            return whole
        pieces: list[tuple[int, int]] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self.vocabulary.get(prefix + word[start:end])
                if number is not None:
                    pieces.append((number, end - start))
                    start = end
                    break
            else:
                return whole
        return tuple(pieces)


def _words(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Cut a text at blanks and around punctuation; letters become lower case and lose their accents.

    Yields:
        The letters that a word is looked up by, and where each of them stands in the text.
    """
    letters: list[str] = []
    starts: list[int] = []
    for run in _RUN.finditer(text):
        if run[1]:
            # It may go on a word that began with other letters, and what follows ends it.
            yield "".join(letters) + run[1].lower(), [*starts, *range(*run.span(1))] if starts else range(*run.span(1))
            letters, starts = [], []
            continue
        at = run.start()
        for letter, alone in _plain(run.group()):
            if letter and not alone:
                letters.append(letter)
                starts.append(at)
                continue
            if letters:
                yield "".join(letters), starts
                letters, starts = [], []
            if letter:
                yield letter, (at,)
    if letters:
        yield "".join(letters), starts


@lru_cache(4096)
def _plain(character: str) -> tuple[tuple[str, bool], ...]:
    """Give the letters that a character is looked up by, each with whether it stands alone; "" for a blank."""
    if character in "\t\n\r":
        return (("", False),)
    if character in "\0\ufffd" or unicodedata.category(character) in _DROPPED:
        return ()
    if character.isspace():
        return (("", False),)
    bare = "".join(part for part in unicodedata.normalize("NFD", character) if unicodedata.category(part) != "Mn")
    ideograph = any(low <= ord(character) <= high for low, high in _IDEOGRAPHS)
    return tuple((letter, ideograph or _is_punctuation(letter)) for part in bare for letter in part.lower())


def _is_punctuation(letter: str) -> bool:
    # All printable ASCII that is no letter or digit counts, "$" and "^" too.
    ascii_mark = letter.isascii() and letter.isprintable() and not letter.isalnum() and letter != " "
    return ascii_mark or unicodedata.category(letter).startswith("P")
