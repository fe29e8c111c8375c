"""The whole review loop in a real browser, with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from onrecord.record import Filter
from onrecord.record.judgement import in_force
from tests.serve.browser.conftest import Open

pytestmark = pytest.mark.browser


def counting(desk: Open) -> list[tuple[str, str]]:
    """What was decided on and how, as far as it counts."""
    return [(one.object_id, one.verdict) for one in in_force(desk.running.ledger.iter_judgements())]


def here(desk: Open) -> str:
    """Id of what is asked about."""
    return str(desk.page.locator('#decide input[name="object"]').get_attribute("value"))


def press(desk: Open, key: str, until: str) -> None:
    """Presses a key and waits for the page that it leads to; keys work once its scripts have run."""
    with desk.page.expect_navigation(wait_until="load"):
        desk.page.keyboard.press(key)
    expect(desk.page.locator("#told")).to_contain_text(until)


def test_accept_reject_and_skip_go_on_to_the_next(desk: Open) -> None:
    waiting = desk.running.ledger.list_waiting(Filter(), kinds=["new"], most=50)
    desk.go("/review?wanted=new")
    press(desk, "a", "Accepted")
    press(desk, "r", "Rejected")
    with desk.page.expect_navigation(wait_until="load"):
        desk.page.keyboard.press("s")
    expect(desk.page.locator("#told")).to_have_text("")
    press(desk, "x", "not to be told")
    ids = [one.id for one in waiting]
    assert counting(desk) == [(ids[0], "right"), (ids[1], "wrong"), (ids[3], "unsure")]


def test_undo_and_redo_as_often_as_one_likes(desk: Open) -> None:
    desk.go("/review?wanted=new")
    press(desk, "a", "Accepted")
    press(desk, "a", "Accepted")
    made = counting(desk)
    press(desk, "u", "Taken back")
    press(desk, "u", "Taken back")
    assert counting(desk) == []
    press(desk, "u", "nothing")
    press(desk, "U", "Put back")
    press(desk, "U", "Put back")
    assert counting(desk) == made
    press(desk, "U", "nothing")


def test_a_speaker_is_corrected_by_its_number(desk: Open) -> None:
    desk.go("/review?wanted=new")
    id_, named = here(desk), desk.page.locator('[data-key="1"]').inner_text()
    press(desk, "1", "Corrected")
    (made,) = desk.running.ledger.iter_judgements(id_)
    assert (made.verdict, made.who) == ("corrected", "tester")
    assert made.value["name"] in named


def test_the_edges_of_the_words_move_by_words(desk: Open) -> None:
    desk.go("/review?wanted=new")
    id_ = here(desk)
    words = desk.page.locator("[data-passage] mark.is-content").inner_text()
    desk.page.keyboard.press("]")
    fewer = desk.page.locator("[data-passage] mark.is-content").inner_text()
    assert words.endswith(fewer)
    assert len(fewer) < len(words)
    press(desk, "Control+Enter", "Corrected")
    (made,) = desk.running.ledger.iter_judgements(id_)
    found = desk.running.ledger.get_statement(id_)
    assert made.value["text"] == found.record.document.text[made.value["start"] : made.value["end"]]
    assert " ".join(made.value["text"].split()) == " ".join(fewer.split())


def test_fields_are_corrected_from_the_keyboard(desk: Open) -> None:
    desk.go("/review?wanted=event")
    id_ = here(desk)
    desk.page.keyboard.press("c")
    expect(desk.page.locator('#correct select[name="type"]')).to_be_focused()
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type("planned")
    press(desk, "Control+Enter", "Corrected")
    (made,) = desk.running.ledger.iter_judgements(id_)
    assert made.value == {"status": "planned"}


def test_a_stance_of_a_contested_claim_is_corrected(desk: Open) -> None:
    desk.go("/review?wanted=claim")
    id_ = here(desk)
    desk.page.keyboard.press("c")
    expect(desk.page.locator('#correct select[name="stance:0"]')).to_be_focused()
    desk.page.keyboard.type("hedges")
    press(desk, "Control+Enter", "Corrected")
    (made,) = desk.running.ledger.iter_judgements(id_)
    assert made.value["stances"][0]["stance"] == "hedges"


def test_two_reports_of_one_thing_are_judged_and_taken_back(desk: Open) -> None:
    desk.go("/review?wanted=join")
    if desk.page.locator("#decide").count() == 0:
        pytest.skip("the machine was sure of every pair of the samples")
    press(desk, "r", "Rejected")
    press(desk, "u", "Taken back")


def test_all_of_a_kind_are_accepted_at_once_and_taken_back_at_once(desk: Open) -> None:
    waiting = desk.running.ledger.list_waiting(Filter(), kinds=["event"], most=500)
    desk.go("/review?wanted=event")
    desk.page.get_by_role("link", name="Accept all of these").press("Enter")
    button = desk.page.get_by_role("button", name=f"Accept {len(waiting)}")
    button.focus()
    with desk.page.expect_navigation(wait_until="load"):
        button.press("Enter")
    expect(desk.page.locator("#told")).to_contain_text("All accepted")
    assert {id_ for id_, _ in counting(desk)} == {one.id for one in waiting}
    press(desk, "u", "Taken back")
    assert counting(desk) == []


def test_fifty_things_by_keyboard_only(desk: Open) -> None:
    desk.go("/review")
    for at in range(50):
        key, told = [("a", "Accepted"), ("r", "Rejected"), ("x", "not to be told")][at % 3]
        press(desk, key, told)
    pairs = [one for one in desk.running.ledger.iter_custody() if one.action == "judge_pair"]
    assert len(counting(desk)) + len(pairs) == 50


@pytest.mark.parametrize("wanted", ["claim", "statement", "place", "event", "new", "join"])
def test_nothing_keeps_anybody_out(desk: Open, wanted: str) -> None:
    desk.go(f"/review?wanted={wanted}")
    expect(desk.page.locator("#question")).to_be_focused()
    desk.check_axe()


def test_it_works_without_script(desk: Open) -> None:
    context = desk.page.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, storage_state=desk.page.context.storage_state()
    )
    page = context.new_page()
    page.goto(desk.url("/review?wanted=new"))
    page.get_by_role("button", name="Yes, all of it").click()
    assert "Accepted" in page.locator("#told").inner_text()
    assert [verdict for _, verdict in counting(desk)] == ["right"]
    context.close()
