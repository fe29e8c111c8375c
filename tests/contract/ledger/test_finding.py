"""Words are found in any script, with the same answers on either database."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import LedgerError
from onrecord.ledger import Hit, Ledger
from tests.ledger.reports import TEXT, original, record


def add(ledger: Ledger, text: str, **more: str) -> str:
    return ledger.add(original(text), record(text, **more)).report_id


def words_of(hits: list[Hit]) -> list[list[str]]:
    return [[span.text for span in hit.words] for hit in hits]


SCRIPTS = {
    "Arabic": ("قال المتحدّث إن القوات دخلت مدينة الرقّة أمس.", "الرقة", "الرقّة"),
    "Arabic without the article": ("قال المتحدّث إن القوات دخلت مدينة الرقّة أمس.", "رق", "رق"),
    "Chinese": ("军方否认部队已撤离该镇。发言人说桥仍在控制之下。", "撤离", "撤离"),
    "Chinese, one character": ("军方否认部队已撤离该镇。", "镇", "镇"),
    "Japanese": ("軍は町からの撤退を否定した。", "撤退を否定", "撤退を否定"),
    "Korean": ("군은 마을에서 철수했다는 사실을 부인했다.", "철수", "철수"),
    "Russian": ("Военные опровергли отход из города. Ёлка горит.", "ЁЛКА", "Ёлка"),
    "Greek": ("Ο στρατός διέψευσε την υποχώρηση από την πόλη.", "ΠΟΛΗ", "πόλη"),
    "Hebrew": ("הצבא הכחיש את הנסיגה מהעיר.", "נסיגה", "נסיגה"),
    "Hindi": ("सेना ने शहर से पीछे हटने से इनकार किया।", "शहर", "शहर"),
    "Thai": ("กองทัพปฏิเสธการถอนตัวออกจากเมือง", "ถอนตัว", "ถอนตัว"),
    "Amharic": ("ሠራዊቱ ከከተማው መውጣቱን አስተባበለ።", "ከተማ", "ከተማ"),
    "Turkish": ("Ordu Şırnak'tan çekildiğini yalanladı.", "sirnak", "Şırnak"),
    "French": ("L’armée a nié son départ; le café brûle.", "BRULE", "brûle"),
    "German": ("Die Straße nach Gießen ist zerstört.", "strasse", "Straße"),
    "Vietnamese": ("Quân đội phủ nhận việc rút khỏi thành phố.", "phu nhan", "phủ"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_word_is_found_in_its_script(ledger: Ledger, name: str) -> None:
    text, sought, expected = SCRIPTS[name]
    add(ledger, "Something else altogether.")
    add(ledger, text)
    hits = list(ledger.find(sought))
    assert words_of(hits)[0][0] == expected
    for hit in hits:
        assert all(text[span.start : span.end] == span.text for span in hit.words)
        assert text[hit.sentence.start : hit.sentence.end] == hit.sentence.text


def test_a_hit_has_its_sentence_and_the_innermost_statement(ledger: Ledger) -> None:
    add(ledger, TEXT)
    (hit,) = ledger.find("bridge hold")
    assert hit.sentence.text == "“We hold the bridge,” Colonel Idris Haddad said."
    assert (hit.statement_id, hit.speaker, hit.part, hit.form) == ("r1.1.s2", "Idris Haddad", "content", "direct")
    assert (hit.title, hit.publisher, hit.published) == ("Army denies retreat", "Euphrates Post", "2019-01-14")
    (outside,) = ledger.find("telephone")
    assert (outside.statement_id, outside.speaker) == (None, None)


def test_case_and_accents_do_not_matter_in_latin_words_found_whole(ledger: Ledger) -> None:
    add(ledger, TEXT)
    assert words_of(list(ledger.find("CAFE"))) == [["café"]]
    assert words_of(list(ledger.find("càfé"))) == [["café"]]
    assert not list(ledger.find("caf"))
    assert words_of(list(ledger.find("caf*"))) == [["café"]]
    assert not list(ledger.find("ridge"))


def test_all_words_have_to_stand_in_one_sentence_and_phrases_together(ledger: Ledger) -> None:
    add(ledger, TEXT)
    assert len(list(ledger.find("bridge"))) == 2
    assert len(list(ledger.find("bridge burning"))) == 1
    assert not list(ledger.find("hold burning"))
    assert len(list(ledger.find('"hold the bridge"'))) == 1
    assert len(list(ledger.find("“hold the bridge”"))) == 1
    assert not list(ledger.find('"hold bridge"'))


def test_a_title_is_found(ledger: Ledger) -> None:
    add(ledger, TEXT)
    (hit,) = ledger.find("retreat")
    assert hit.in_title
    assert (hit.sentence.text, hit.words[0].start) == ("Army denies retreat", 12)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"speaker": "haddad"}, ["r1"]),
        ({"speaker": "SYRIAN"}, []),
        ({"publisher": "euphrates"}, ["r1"]),
        ({"publisher": "gazette"}, ["r2"]),
        ({"since": "2019-02-01"}, ["r2"]),
        ({"until": "2019-01-31"}, ["r1"]),
        ({"until": "2019"}, ["r2", "r1"]),
        ({"form": "direct"}, ["r1"]),
        ({"form": "indirect"}, []),
        ({"speech_act": "state", "certainty": "certain"}, ["r1"]),
        ({"speech_act": "deny"}, []),
        ({}, ["r2", "r1"]),
    ],
)
def test_filters(ledger: Ledger, filters: dict[str, str], expected: list[str]) -> None:
    add(ledger, TEXT)
    add(ledger, "Nobody can hold it.", publisher="The Gazette", published="2019-02-01")
    assert [hit.report_id for hit in ledger.find("hold", **filters)] == expected


def test_the_limit_is_kept(ledger: Ledger) -> None:
    for k in range(5):
        add(ledger, f"{TEXT}Number {k}.")
    assert len(list(ledger.find("bridge", limit=3))) == 3
    assert len(list(ledger.find("bridge", limit=None))) == 10


@pytest.mark.parametrize("words", ["", "   ", '""', "\t"])
def test_nothing_to_look_for_is_said(ledger: Ledger, words: str) -> None:
    with pytest.raises(LedgerError, match="nothing to look for"):
        list(ledger.find(words))


OPERATORS = [
    "AND", "OR NOT", "NEAR(a b)", "a AND", "^bridge", "folded:bridge", "bridge OR", "-bridge", "+", "*", "**", "(", ")", '"', '""""',
    '"a', "a*b", "%", "_", "\\", "'; DROP TABLE reports; --", "bridge -- x", "{a b}: c", "a:b", "\0", "a\0b", "\ud800", "😀", "\u202ebridge",
]  # fmt: skip


@pytest.mark.parametrize("words", OPERATORS)
def test_nothing_that_is_typed_is_an_operator(ledger: Ledger, words: str) -> None:
    add(ledger, TEXT)
    try:
        hits = list(ledger.find(words))
    except LedgerError as error:
        assert "nothing to look for" in str(error)  # noqa: PT017
        return
    assert all(hit.words for hit in hits)


def test_signs_for_like_are_only_signs(ledger: Ledger) -> None:
    add(ledger, "It rose by 5% under_score.")
    assert words_of(list(ledger.find("%"))) == [["%"]]
    assert not list(ledger.find('"5_"'))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=12), speaker=st.one_of(st.none(), st.text(max_size=4)))
def test_any_words_give_hits_or_a_sentence(ledger: Ledger, words: str, speaker: str | None) -> None:
    if not ledger.count().reports:
        add(ledger, TEXT)
    try:
        hits = list(ledger.find(words, speaker=speaker, publisher=speaker, since=speaker, until=speaker, form=speaker))
    except LedgerError:
        return
    assert all(hit.report_id == "r1" for hit in hits)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aé ßİ한かが。ا\u0301")),
        min_size=1,
        max_size=30,
    ),
    where=st.data(),
)
def test_every_stretch_of_letters_is_found_where_it_stands(ledger: Ledger, text: str, where: st.DataObject) -> None:
    report = add(ledger, text)
    words = [word for word in text.split() if word.isalnum()]
    if not words:
        return
    word = where.draw(st.sampled_from(words))
    hits = [hit for hit in ledger.find(f'"{word}"', limit=None) if hit.report_id == report]
    assert any(word == span.text for hit in hits for span in hit.words)
