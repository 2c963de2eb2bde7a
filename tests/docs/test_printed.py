"""The commands in README, tutorial and how-tos are commands, and print what the pages say."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from actors.cli import group
from tests.cli.screens import MODES, ROOT, Screen
from tests.docs.printed import (
    PAGES,
    Session,
    agree,
    command_lines,
    copy_for,
    follow,
    prepare,
    words,
)

SHOWN = [*PAGES, *(ROOT / "docs" / name for name in ("install.md", "faq.md", "index.md"))]
GENERAL = re.compile("--(help|version)")
INLINE = re.compile(r"`(actors [a-z-]+ [^`]*)`")


def name_of(page: Path) -> str:
    return page.stem


def parse(argv: list[str]) -> list[str]:
    """Read arguments as click does, but touch no file; return those left over.

    Raises:
        UsageError: no such command, option or choice, or an argument is missing
    """
    name, command, rest = group.resolve_command(click.Context(group), argv)
    assert command is not None
    context = click.Context(command, info_name=name)
    found, left, _ = command.make_parser(context).parse_args(list(rest))
    for parameter in command.get_params(context):
        given = found.get(parameter.name or "")
        if (
            isinstance(parameter, click.Argument)
            and parameter.required
            and not isinstance(given, (str, tuple))
        ):
            raise click.MissingParameter(param=parameter)
        if isinstance(parameter.type, click.Choice) and isinstance(given, str):
            parameter.type.convert(given, parameter, context)
    return left


@pytest.mark.parametrize("page", SHOWN, ids=name_of)
def test_every_command_line_of_a_page_can_be_given(page: Path) -> None:
    inline = INLINE.findall(page.read_text("utf-8"))
    lines = [line for line in [*command_lines(page), *inline] if not GENERAL.search(line)]
    assert lines
    assert [line for line in lines if parse(words(line))] == []


@pytest.mark.parametrize(
    "wrong", ["actors shew output/", "actors show", "actors show output/ X --topp 2"]
)
def test_a_wrong_command_line_would_be_noticed(wrong: str) -> None:
    with pytest.raises(click.UsageError):
        parse(words(wrong))


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Screen(MODES[0], Path(folder))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def prepared(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("prepared"), screen)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_print_what_a_page_says(
    page: Path, screen: Screen, prepared: Path, tmp_path: Path
) -> None:
    session = Session(screen, copy_for(page, prepared, tmp_path / "project"))
    other = {
        run.command: printed
        for run, printed in follow(page, session)
        if not agree(run.printed, printed)
    }
    assert other == {}, f"run: python -m tests.docs.printed {page.relative_to(ROOT)}"
