"""A child that parses: it is limited, killed, replaced, and never believed too much."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError, ParserMemory, ParserTimeout, RefusedInput, TooLarge, UnreadableInput
from onrecord.fetch import Jail


@pytest.fixture(autouse=True)
def children_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
def jail() -> Iterator[Jail]:
    with Jail("children:act", output=1 << 20) as opened:
        yield opened


def test_content_and_arguments_go_in_and_an_answer_comes_out() -> None:
    content = os.urandom(3_000_000)
    with Jail("children:echo") as opened:
        answer = opened.call(content, {"name": "é😀"}, "a.bin")
        assert (answer["length"], answer["sum"], answer["name"]) == (len(content), sum(content), "é😀")
        assert answer["pid"] != os.getpid()
        assert opened.call(b"", {}, "b.bin")["pid"] == answer["pid"], "one child serves many calls"


def test_errors_of_ours_come_out_as_they_were_raised() -> None:
    with Jail("children:refuse") as opened:
        for _ in range(2):
            with pytest.raises(RefusedInput, match=r"^a\.html: refused, save it again$"):
                opened.call(b"x", {}, "a.html")


def test_any_other_error_is_named_with_the_report() -> None:
    with (
        Jail("children:fail") as opened,
        pytest.raises(UnreadableInput, match=r"^a\.html: the parser failed \(KeyError"),
    ):
        opened.call(b"x", {}, "a.html")


def test_an_answer_of_the_wrong_shape_is_refused() -> None:
    with Jail("children:wrong") as opened, pytest.raises(UnreadableInput, match=r"^a\.html: the parser failed"):
        opened.call(b"x", {}, "a.html")


@pytest.mark.parametrize(
    ("what", "error", "said"),
    [
        ("hoard", ParserMemory, "900 MB of memory"),
        ("die", UnreadableInput, "ended by signal 11"),
        ("exit", UnreadableInput, "died"),
        ("talk", TooLarge, "more than 1 MB"),
        ("recurse", UnreadableInput, "RecursionError"),
    ],
)
def test_a_parser_that_misbehaves_costs_its_report_only(
    jail: Jail, what: str, error: type[InputError], said: str
) -> None:
    with pytest.raises(error, match=said) as caught:
        jail.call(what.encode(), {}, "a.html")
    assert str(caught.value).startswith("a.html: ")
    assert jail.call(b"good", {}, "b.html")["pid"] == jail.pid


@pytest.mark.parametrize("what", ["sleep", "spin"])
def test_a_parser_that_hangs_is_stopped(what: str) -> None:
    with Jail("children:act") as opened:
        opened.call(b"good", {}, "b.html")
        pid = opened.pid
        opened._seconds = 1.0
        begun = time.monotonic()
        with pytest.raises(ParserTimeout, match=r"^a\.html: .*1 seconds.*give its text"):
            opened.call(what.encode(), {}, "a.html")
        assert time.monotonic() - begun < 10
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_child_killed_in_the_middle_is_survived(jail: Jail) -> None:
    jail.call(b"good", {}, "b.html")
    assert jail.pid is not None
    timer = threading.Timer(0.5, os.kill, (jail.pid, signal.SIGKILL))
    timer.start()
    with pytest.raises(UnreadableInput, match=r"^a\.html: .*signal 9.*try again"):
        jail.call(b"sleep", {}, "a.html")
    assert jail.call(b"good", {}, "b.html")["pid"] == jail.pid


def test_a_child_killed_between_two_calls_is_replaced_without_a_word(jail: Jail) -> None:
    first = jail.call(b"good", {}, "a.html")["pid"]
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert jail.call(b"good", {}, "b.html")["pid"] != first


def test_closing_ends_the_child(jail: Jail) -> None:
    pid = jail.call(b"threads", {}, "a.html")["pid"]
    jail.close()
    assert jail.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    jail.close()


def test_a_function_that_does_not_exist_is_no_hang() -> None:
    with Jail("children:absent") as opened, pytest.raises(UnreadableInput, match="died"):
        opened.call(b"x", {}, "a.html")
