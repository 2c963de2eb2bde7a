"""Files are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from actors.atomic import replacing, write_text


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    write_text(place, "old")

    def fail() -> None:
        with replacing(place) as beside:
            beside.write_text("half", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert place.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_the_place_keeps_its_old_content_until_the_new_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    write_text(place, "old")
    with replacing(place) as beside:
        beside.write_text("new", encoding="utf-8")
        assert (beside.parent, beside.suffix) == (tmp_path, ".txt")
        assert beside.name.startswith(".")
        assert place.read_text("utf-8") == "old"
    assert place.read_text("utf-8") == "new"


def test_what_is_the_same_keeps_its_date(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    write_text(place, "same")
    os.utime(place, ns=(1, 1))
    write_text(place, "same")
    assert place.stat().st_mtime_ns == 1


def test_folders_are_made_and_links_are_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "new" / "folder" / "a.txt", tmp_path / "link.txt"
    write_text(real, "one")
    link.symlink_to(real)
    write_text(link, "two")
    assert (link.is_symlink(), real.read_text("utf-8")) == (True, "two")


def test_what_is_no_file_is_written_to_directly() -> None:
    write_text(Path(os.devnull), "gone")
    assert Path(os.devnull).is_char_device()
