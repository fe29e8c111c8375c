"""Names compared: titles off, particles joined, spelling variants brought together, acronyms held against initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from onrecord.resolve.given_names import GIVEN_NAMES
from onrecord.resolve.layout import REMEMBERED, Word
from onrecord.resolve.vocabulary import (
    DEMONYMS,
    FORMER,
    NAME_LINKS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    ROLE_NOUNS,
    TITLES,
)

LEAST_STEM = 5
"""A final vowel is free to differ only after at least this many letters: "Qamishli", "Qamishlo", but not "Mario", "Maria"."""
LONGEST_ACRONYM = 7

_SPELLINGS = {
    **dict.fromkeys("mohammed mohamed mohammad muhammed mohamad muhammad mehmed mohamud".split(), "muhammad"),
    **dict.fromkeys("yousef youssef yusuf yousif yusef yousuf".split(), "yusuf"),
    **dict.fromkeys("gaddafi qaddafi gadhafi kadafi qadhafi gathafi".split(), "gaddafi"),
    **dict.fromkeys("hizbollah hezbollah hizballah hizbullah".split(), "hizbullah"),
    **dict.fromkeys("abdulrahman abdelrahman abdurrahman abdalrahman".split(), "abdulrahman"),
    **dict.fromkeys("zelenskyy zelensky zelenskiy zelenskyi".split(), "zelensky"),
    **dict.fromkeys("defence defense".split(), "defence"),
    **dict.fromkeys("centre center".split(), "centre"),
    **dict.fromkeys("organisation organization".split(), "organisation"),
    **dict.fromkeys("labour labor".split(), "labour"),
    **dict.fromkeys("programme program".split(), "programme"),
}
_ABDUL = {"abd", "abdel", "abdul", "abdal"}
_ARTICLES = {"al", "el", "ad", "an", "ar", "as", "ash", "at", "ez", "es", "ul"}
_JOINED = re.compile(r"^(?:al|el|ad|ar|as|ash|at|ez|es|az|an)[-'’](?=\w{3})")


@lru_cache(REMEMBERED)
def plain(word: str) -> str:
    """A word without case, accents, dots and possessive: "Erdoğan’s" is "erdogan"."""
    letters = unicodedata.normalize("NFKD", re.sub(r"['’][sS]$", "", word).replace("ı", "i"))
    letters = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return _SPELLINGS.get(flat := re.sub(r"[.'’]", "", letters), flat)


def key(words: Sequence[Word] | Sequence[str]) -> tuple[str, ...]:
    """The words of a name as they are compared: articles and possessives off, "Abdel Rahman" joined, "Syrian" as "syria"."""
    plains = [plain(word if isinstance(word, str) else word.text) for word in words]
    parts: list[str] = []
    for index, written in enumerate(plains):
        word = _part(written)
        if not word or word in ("the", "s", "a", "an") or (word in _ARTICLES and len(plains) > 1):
            continue
        if parts and parts[-1] in _ABDUL:
            joined = "abdul" + word
            parts[-1] = _SPELLINGS.get(joined, joined)
        elif parts and parts[-1] in ("abu", "um", "umm", "bin", "ibn", "ben") and index:
            parts[-1] += " " + word
        else:
            parts.append(DEMONYMS.get(word, word) if len(plains) > 1 or word in ("usa", "america") else word)
    return _states(tuple(parts))


@lru_cache(REMEMBERED)
def _part(word: str) -> str:
    """A plain word as it is compared, without the article that is joined to it; nothing for a mark."""
    part = _SPELLINGS.get(bare := _JOINED.sub("", word), bare)
    return part if re.search(r"\w", part) else ""


def _states(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A state under its long name as under its short one."""
    if parts[:2] == ("united", "states") and parts[2:] in ((), ("of", "us")):
        return ("us",)
    if parts == ("united", "kingdom"):
        return ("uk",)
    return parts[2:] if len(parts) > 2 and parts[0] in _REALMS and parts[1] == "of" else parts


@lru_cache(REMEMBERED)
def spelling(word: str) -> str:
    """A form that spellings of one transliterated name share: Qamishli and Qamishlo, Zor and Zour, but not Hassan and Hussein."""
    word = re.sub(r"[\s-]", "", word)
    for pattern, to in (
        (r"[ea][iy]", "i"),
        (r"ou|oo|w", "u"),
        (r"ee", "i"),
        (r"q", "k"),
        (r"o", "u"),
        (r"e", "a"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    ):
        word = re.sub(pattern, to, word)
    word = re.sub(r"(?<=[ai])h$", "", word)
    return re.sub(r"[aiu]$", "_", word) if len(word) > LEAST_STEM else word


def without_titles(words: Sequence[Word]) -> int:
    """Index of the first word that belongs to the name itself: 2 in "Syrian President Bashar al-Assad". `len` if none does."""
    first = 0
    organisation = max(
        (i for i, word in enumerate(words) if word.plain not in _ALSO_ELSE and organisation_words([word.text])),
        default=-1,
    )
    for index, word in enumerate(words):
        if word.text == ".":
            first = index + 1 if first == index else first
        elif index > organisation and _is_title(words, index, first):
            first = index + 1
            state = [w.plain for w in words[first : first + 2]]
            if (
                word.plain in ("secretary", "minister")
                and state[:1] == ["of"]
                and state[1:] in (["state"], ["defense"], ["defence"])
            ):
                first += 2
    return first


def _is_title(words: Sequence[Word], index: int, first: int) -> bool:
    """Whether a word of a run is a title or an office; as its last word "King" can be a surname."""
    text = words[index].plain
    if text not in TITLES and text not in FORMER and text not in ROLE_NOUNS:
        return False
    if index + 1 < len(words) or index == 0:
        return True
    courtesy = any(word.plain in ("mr", "mrs", "ms", "miss", "dr") for word in words[:index])
    return not courtesy and words[first].plain not in GIVEN_NAMES


@lru_cache(REMEMBERED)
def is_acronym(text: str) -> bool:
    """Whether a word is written like an acronym: SDF, SOHR, U.N."""
    letters = text.replace(".", "")
    return (
        2 <= len(letters) <= LONGEST_ACRONYM
        and letters.isalpha()
        and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)
    )


def stands_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym is made of the first letters of a name's words; little words may be left out."""
    return acronym.replace(".", "").casefold() in _initials(tuple(words))


@lru_cache(REMEMBERED)
def _initials(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first letters of a name's words, with and without its little words; nothing if but one word would remain."""
    parts = [part for word in words for part in re.split(r"[-\s]", plain(word)) if part]
    short = "".join(part[0] for part in parts if part not in _LITTLE)
    return ("".join(part[0] for part in parts), short) if len(short) > 1 else ()


_ALSO_ELSE = {"state", "house", "post", "times", "guard", "force", "cross"}
"""Words of organisations that stand in titles and names of other things as well: "Secretary of State", "Air Force"."""
_REALMS = {"kingdom", "republic", "sultanate", "emirate"}
_LITTLE = {"of", "for", "the", "and", "in", "on", "to", "al", "el", "de", "s"}


def organisation_words(words: Sequence[str]) -> list[str]:
    """The words of a name that make it an organisation's."""
    return [
        word
        for word in map(str.lower, words)
        if word in ORGANISATION_WORDS or (word[-1:] == "s" and word[:-1] in ORGANISATION_WORDS)
    ]


def head_word(words: tuple[str, ...]) -> str:
    """The word of an organisation's key that says what it is: the one before "of" or "for", else the last."""
    for index, word in enumerate(words[1:], 1):
        if word in NAME_LINKS:
            return words[index - 1]
    return words[-1] if words else ""


def name_runs(words: Sequence[Word], ordinary: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches of words written as names, as index pairs; `ordinary` marks words that bear a capital for another reason."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        if not words[index].capital or ordinary[index]:
            index += 1
            continue
        end = index + 1
        while (more := _goes_on(words, ordinary, index, end)) > end:
            end = more
        runs.append((index, end))
        index = end
    return runs


def _goes_on(words: Sequence[Word], ordinary: Sequence[bool], start: int, end: int) -> int:
    """Where a run of name words that reaches to `end` goes on to, or `end` if it is over."""

    def named(index: int) -> bool:
        return index < len(words) and words[index].capital and not ordinary[index]

    if named(end):
        return end + 1
    if end >= len(words):
        return end
    word, last = words[end].plain, words[end - 1].plain
    if (
        words[end].text == "."
        and named(end + 1)
        and (last in TITLES or last in ("st", "jr"))
        and words[end].start == words[end - 1].end
    ):
        return end + 2
    if word in NAME_PARTICLES and named(end + 1):
        return end + 2
    if word == "&" and named(end + 1):
        return end + 2
    body = [w.text for w in words[start:end]]
    on = word == "on" and last in ("commission", "committee", "council", "conference", "panel", "subcommittee")
    if (
        on
        or (word in NAME_LINKS and organisation_words(body))
        or (word == "of" and last in _REALMS)
        or (word == "of" and last in ("secretary", "minister", "army", "bank", "bureau", "house"))
    ):
        article = end + 1 < len(words) and words[end + 1].plain in ("the", "a")
        if named(end + 1 + article):
            return end + 2 + article
    if word == "and" and named(end + 1) and any(w.plain in NAME_LINKS for w in words[start:end]):
        return end + 2
    return end
