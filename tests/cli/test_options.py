"""Options are spelled alike, and mean the same, over all commands."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from actors import Study
from actors.cli import SECTIONS, group
from tests.cli.test_cli import run

COMMANDS = [name for names in SECTIONS.values() for name in names]

SHARED = ("--top", "--sentences", "--format", "--quiet", "--min-weight")


def options(name: str) -> dict[str, click.Option]:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return {
        spelling: each
        for each in command.params
        if isinstance(each, click.Option)
        for spelling in (*each.opts, *each.secondary_opts)
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_format_and_can_be_quiet(name: str) -> None:
    found = options(name)
    assert {"--format", "-q", "--quiet"} <= set(found)
    assert found["--quiet"].is_flag
    if name != "export":
        assert isinstance(found["--format"].type, click.Choice)
        assert {"table", "csv", "json"} <= set(found["--format"].type.choices)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_spells_them_otherwise(name: str) -> None:
    assert not {"--to", "--json", "--csv", "--limit", "--number", "--silent"} & set(options(name))


@pytest.mark.parametrize(
    "spelling", ["--top", "--sentences", "--format", "--quiet", "--min-weight"]
)
def test_what_is_spelled_alike_is_of_one_type(spelling: str) -> None:
    kinds = {
        type(options(name)[spelling].type)
        for name in COMMANDS
        if spelling in options(name) and (name, spelling) != ("export", "--format")
    }
    assert len(kinds) == 1


def test_quiet_leaves_out_notes_and_the_summary(
    capsys: pytest.CaptureFixture[str], study: Study, seeds: Path, tmp_path: Path
) -> None:
    argv = ("list", str(study.folder), "--top", "1", "--format", "csv")
    assert "1 of 56 are shown" in run(capsys, *argv)[2]
    assert run(capsys, *argv, "--quiet")[2] == ""
    text = str(seeds / "01-afghan-troops-cross.txt")
    assert run(capsys, "build", text, "-o", str(tmp_path / "out"), "-q") == (0, "", "")


def test_the_engine_that_was_picked_is_told(
    capsys: pytest.CaptureFixture[str], seeds: Path, tmp_path: Path
) -> None:
    text = str(seeds / "01-afghan-troops-cross.txt")
    _, _, err = run(capsys, "build", text, "-o", str(tmp_path / "out"))
    assert "engine local: fewer than 50 documents" in err
    assert run(capsys, "build", text, "-o", str(tmp_path / "out"), "--engine", "magic")[0] == 2
