"""`onrecord gazetteer add` as a process: what is added is found by the commands that read."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_run import onrecord

LIST = "name,pcode,latitude,longitude\nQalat Brunvesh,SY99,34.5,40.5\n"


def test_what_is_added_is_there(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    added = onrecord("gazetteer", "add", "list.csv", cwd=tmp_path, ONRECORD_GAZETTEER=str(tmp_path / "own"))
    assert (added.returncode, b"added 1 places" in added.stderr) == (0, True)
    assert (tmp_path / "own").is_file()


def test_a_wrong_line_is_named_and_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST + "Tall,SY98,north,40.5\n")
    done = onrecord("gazetteer", "add", "list.csv", "--gazetteer", "own", cwd=tmp_path)
    assert done.returncode == 2
    assert b"list.csv line 3: the latitude is 'north'" in done.stderr


def test_without_a_gazetteer_to_add_to_it_says_how_to_name_one(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = onrecord("gazetteer", "add", "list.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert b"ONRECORD_GAZETTEER" in done.stderr


def test_reading_with_a_gazetteer_that_is_not_there_is_not_begun(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell near the bridge, Colonel Vesh said.\n")
    done = onrecord("read", "a.txt", cwd=tmp_path, ONRECORD_GAZETTEER=str(tmp_path / "none"))
    assert done.returncode == 2
    assert b"there is no such gazetteer" in done.stderr
