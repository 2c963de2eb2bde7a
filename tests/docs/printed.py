"""The commands in README and docs, run as they stand there, and what they print.

A block marked ``console`` holds commands after ``$`` and what they print on a terminal of 80
columns; a line ``...`` stands for lines left out. A block with a title, such as
``title="issues.toml"``, is a file that the commands read. To bring the pages up to date:

    python -m tests.docs.printed [PAGE ...]
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.screens import MODES, ROOT, Screen
from tests.docs.terminal import left_on_screen

PAGES = [
    ROOT / "README.md",
    ROOT / "docs" / "tutorial.md",
    *sorted((ROOT / "docs" / "howto").glob("*.md")),
]
BLOCK = re.compile(r"^```(\w*) *([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"]+)"')
LEFT_OUT = "..."


@dataclass(frozen=True)
class Run:
    """A command of a page, and what the page says that it prints."""

    command: str
    printed: tuple[str, ...]


def runs(block: str) -> list[Run]:
    """The commands in a block marked ``console``.

    >>> runs("$ actors undo output/\\nTaken back\\n")
    [Run(command='actors undo output/', printed=('Taken back',))]
    """
    _, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    found = (part.rstrip("\n").split("\n") for part in parts)
    return [Run(command, tuple(printed)) for command, *printed in found]


def command_lines(page: Path) -> Iterator[str]:
    """Every line of a page that is a command of ``actors``, run or only shown."""
    for language, _, body in BLOCK.findall(page.read_text("utf-8")):
        lines = body.splitlines()
        if language == "console":
            lines = [run.command for run in runs(body)]
        if language in ("console", "sh"):
            yield from (line for line in lines if re.match(r"(.* \| )?actors ", line))


def words(line: str) -> list[str]:
    """The arguments of ``actors`` in a command line.

    >>> words("printf 's' | actors review output/ --top 2 > log  # the first two")
    ['review', 'output/', '--top', '2']
    """
    split = shlex.split(line, comments=True)
    split = split[split.index("actors") + 1 :]
    ends = (split.index(mark) for mark in (">", "|") if mark in split)
    return split[: min(ends, default=None)]


class Session:
    """A terminal of 80 columns, and a folder in which a page is followed from top to bottom."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.folder = folder

    def run(self, command: str) -> list[str]:
        """Run a command line; return what it left on the screen.

        Raises:
            AssertionError: it failed
        """
        if command.startswith("pip install "):
            return install(self.folder / words_of(command)[-1], self.folder)
        if command.startswith("actors ") and " | " in command:
            return self._piped(command)
        if not re.search(r"(^|\| )actors ", command):
            return self._shell(command)
        feed, _, _ = command.rpartition("actors ")
        given = "\n".join(self._shell(feed.rstrip(" |"))) + "\n" if feed else ""
        seen = self.screen.run(words(command), self.folder, given)
        lines = left_on_screen(seen.output.decode())
        assert seen.code == "0", "\n".join([command, *lines])
        _, redirected, file = command.partition(" > ")
        if redirected:
            (self.folder / file.strip()).write_text("\n".join([*lines, ""]), "utf-8")
        return [] if redirected else lines

    def _piped(self, command: str) -> list[str]:
        """Run a command of ``actors``, and give what it printed to another program."""
        first, _, rest = command.partition(" | ")
        return self._shell(rest, "\n".join([*self.run(first), ""]))

    def _shell(self, command: str, given: str = "") -> list[str]:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            input=given,
            capture_output=True,
            text=True,
            check=True,
        )
        return [line.rstrip() for line in done.stdout.splitlines()]


def words_of(command: str) -> list[str]:
    """The words of any command line."""
    return shlex.split(command, comments=True)


def install(package: Path, folder: Path) -> list[str]:
    """Do what ``pip install`` does for a package of single modules, without a network.

    The modules and the entry points of ``pyproject.toml`` are put into a folder from which
    commands import.
    """
    told = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))
    for module in told["tool"]["setuptools"]["py-modules"]:
        shutil.copy(package / f"{module}.py", folder)
    project = told["project"]
    about = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
    points = [
        "\n".join([f"[{group}]", *(f"{name} = {target}" for name, target in held.items())])
        for group, held in project["entry-points"].items()
    ]
    (about / "entry_points.txt").write_text("\n".join(points), "utf-8")
    return []


def follow(page: Path, session: Session) -> Iterator[tuple[Run, list[str]]]:
    """Follow a page: write its files, run its commands, and say what each printed."""
    for language, about, body in BLOCK.findall(page.read_text("utf-8")):
        title = TITLE.search(about)
        if title:
            place = session.folder / title[1]
            place.parent.mkdir(exist_ok=True)
            place.write_text(body, "utf-8")
        elif language == "console":
            for run in runs(body):
                yield run, session.run(run.command)


def builds_its_own(page: Path) -> bool:
    """Whether a page begins by making the study in ``output/``."""
    first = next(command_lines(page), "")
    return re.match(r"actors build .*-o output/", first) is not None


def agree(said: tuple[str, ...], printed: list[str]) -> bool:
    """Whether a command printed what a page says.

    >>> agree(("one", "...", "four"), ["one", "two", "three", "four"])
    True
    >>> agree(("one",), ["one", "two"])
    False
    """
    return tuple(shortened(said, printed)) == said


def shortened(said: tuple[str, ...], printed: list[str]) -> list[str]:
    """What was printed, with as many lines left out as a page leaves out."""
    if LEFT_OUT not in said:
        return printed
    first = said.index(LEFT_OUT)
    last = len(said) - first - 1
    if len(printed) <= first + last:
        return printed
    return [*printed[:first], LEFT_OUT, *printed[len(printed) - last :]]


def prepare(folder: Path, screen: Screen) -> Path:
    """A folder with ``seeds/``, ``reports/`` and a study of them in ``output/``."""
    for name in ("seeds", "reports"):
        shutil.copytree(ROOT / "seeds", folder / name)
    Session(screen, folder).run("actors build reports/ -o output/")
    return folder


def copy_for(page: Path, prepared: Path, folder: Path) -> Path:
    """The folder in which a page is followed."""
    shutil.copytree(prepared, folder)
    if builds_its_own(page):
        shutil.rmtree(folder / "output")
    return folder


def refresh(page: Path, session: Session) -> None:
    """Write into a page what its commands print now."""
    found = iter(list(follow(page, session)))

    def renewed(block: re.Match[str]) -> str:
        language, about, body = block.groups()
        if language != "console" or TITLE.search(about):
            return block[0]
        lines: list[str] = []
        for _ in runs(body):
            run, printed = next(found)
            lines += [f"$ {run.command}", *shortened(run.printed, printed)]
        return "\n".join([f"```{language} {about}".rstrip(), *lines, "```"])

    page.write_text(BLOCK.sub(renewed, page.read_text("utf-8")), "utf-8")


def main(pages: list[Path]) -> None:
    """Bring pages up to date, each in a folder of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        screen = Screen(MODES[0], place)
        (place / "made").mkdir()
        prepared = prepare(place / "made", screen)
        for number, page in enumerate(pages):
            session = Session(screen, copy_for(page, prepared, place / str(number) / "project"))
            refresh(page, session)
            print(page, file=sys.stderr)
        screen.close()


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or PAGES)
