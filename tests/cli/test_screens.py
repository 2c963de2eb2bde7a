"""Every example of every command: on terminals, in pipes, whatever the locale."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from actors import Settings, Study, build, open_study
from actors.export.jsonl import write
from actors.store.places import ShardFolder
from actors.study import readings
from actors.study.sharding import ReadingPlan, make_shards
from actors.types import Document
from tests.cli.screens import MODES, Example, Mode, Screen, Seen, commands, examples, fed

SERVERS = ("desk", "serve")
"""Commands that go on until they are stopped: `tests/desk` runs them."""
ENDING = [command for command in commands() if command not in SERVERS]
EXAMPLES = [example for command in ENDING for example in examples(command)]
FIRST = [next(examples(command)) for command in ENDING]
ART = set("─│┌┐└┘├┤┬┴┼━┃┏┓┗┛┡┩╇╈═║╔╗╚╝╭╮╰╯…")


@pytest.fixture(scope="module", params=MODES, ids=lambda mode: mode.name)
def screen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Screen]:
    mode: Mode = request.param
    opened = Screen(mode, tmp_path_factory.mktemp("screen"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def made(study: Study, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the examples: texts, shards, readings, and studies of them."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copytree(seeds, folder / "seeds")
    shutil.copytree(study.folder, folder / "output")
    open_study(folder / "output").decide("rename", "TASS", to="TASS agency")
    build(sorted(seeds.glob("0[1-4]*")), folder / "four")
    write(readings([seeds]), folder / "gold.jsonl")
    shutil.copy(folder / "gold.jsonl", folder / "read.jsonl")
    with study.store() as store:
        place = ShardFolder(str(folder / "shards"))
        list(make_shards(store.all(Document), place, ReadingPlan(Settings())))
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy that a command may change."""
    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy"


def check(seen: Seen, mode: Mode, example: Example) -> None:
    assert seen.code == "0", seen.text
    assert "Traceback" not in seen.text
    if mode.width is None:
        assert not ART & set(seen.text)
        assert "\x1b" not in seen.output.decode()
    elif not {"json", "csv"} & set(example.argv):
        wide = [line for line in seen.lines() if cell_len(line) > mode.width]
        assert not wide
        assert "…" not in seen.text


@pytest.mark.parametrize("example", FIRST, ids=lambda one: one.command)
def test_every_command_can_be_read_everywhere(
    screen: Screen, folder: Path, example: Example
) -> None:
    check(screen.run(list(example.argv), folder, fed(example, folder)), screen.mode, example)


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_fits_everywhere(screen: Screen, tmp_path: Path, command: str) -> None:
    seen = screen.run([*command.split(), "--help"], tmp_path)
    assert seen.code == "0"
    assert all(cell_len(line) <= (screen.mode.width or 80) for line in seen.lines())


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one not in FIRST], ids=str)
def test_every_example_works_on_the_sample_reports(
    narrow: Screen, folder: Path, example: Example
) -> None:
    check(narrow.run(list(example.argv), folder, fed(example, folder)), narrow.mode, example)


def test_every_command_has_examples_of_itself() -> None:
    assert all(any(one.argv[0] == command for one in examples(command)) for command in commands())


def test_summaries_of_commands_stand_whole_in_their_group(narrow: Screen, tmp_path: Path) -> None:
    lines = narrow.run(["--help"], tmp_path).lines()
    assert "..." not in "".join(line for line in lines if line.startswith("  ") and ":" not in line)
    for title in ("Build:", "Look:", "Measure:", "Correct:", "Take away:"):
        assert title in lines
    for command in commands():
        assert sum(line.startswith(f"  {command} ") for line in lines) == 1
        [line] = [line for line in lines if line.startswith(f"  {command} ")]
        assert line.endswith(".")


def test_a_name_is_wrapped_at_blanks_and_numbers_are_whole(narrow: Screen, folder: Path) -> None:
    seen = narrow.run(["metrics", "output", "--measure", "all"], folder)
    words = {word for line in seen.lines() for word in line.split()}
    assert {"Collective", "Security", "Treaty", "Organization"} <= words
    rows = json.loads(narrow.run(["metrics", "output", "--format", "json", "-q"], folder).text)
    [first] = [row for row in rows if row["name"] == "Afghanistan"]
    assert f"{first['strength']:.0f}" in words
    assert f"{first['betweenness']:.3g}" in words


def test_a_pipe_gets_columns_separated_by_tabs(screen: Screen, folder: Path) -> None:
    seen = screen.run(["list", "output", "--kind", "country", "--top", "1", "--quiet"], folder)
    if screen.mode.width is None:
        assert seen.text.splitlines() == [
            "name\tkind\tmentions\tdocuments",
            "Afghanistan\tcountry\t29\t9",
        ]
    else:
        assert [line.split() for line in seen.lines()] == [
            ["name", "kind", "mentions", "documents"],
            ["Afghanistan", "country", "29", "9"],
        ]
