"""Write the reference of the commands out of their help texts.

MkDocs runs this file as a hook: a page that holds the line ``<!-- commands -->`` gets the
reference in its place, so it says what ``actors COMMAND --help`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from actors.cli import SECTIONS, group

MARK = "<!-- commands -->"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_OPTION = re.compile(r"(?<![\w-])(--[a-z-]+)")
_PAGE = re.compile(r"docs/([\w-]+\.md)")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the reference where a page asks for it; MkDocs calls this for every page."""
    return markdown.replace(MARK, reference()) if MARK in markdown else markdown


def reference() -> str:
    """The reference as Markdown: a heading for each group of commands and for each command.

    >>> reference().splitlines()[0]
    '## Build'
    """
    parts: list[str] = []
    for title, names in SECTIONS.items():
        parts.append(f"## {title}")
        for name in names:
            parts.extend(_command(name))
    return "\n\n".join(parts)


def _command(name: str) -> Iterator[str]:
    context = click.Context(group, info_name="actors")
    command = group.get_command(context, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=context)
    yield f"### actors {name}"
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"```text\nactors {name} {usage}\n```"
    yield from map(_paragraph, _paragraphs(command.help))
    yield _options(command, context)
    yield from map(_paragraph, _paragraphs(command.epilog))


def _paragraphs(text: str | None) -> list[str]:
    return [each for each in re.split(r"\n\s*\n", (text or "").strip()) if each.strip()]


def _paragraph(text: str) -> str:
    """Prose, or what click is told to leave as it is: a title and lines of code."""
    kept, _, rest = text.partition("\b\n")
    if rest and not kept.strip():
        title, _, lines = rest.partition("\n")
        language = "sh" if title.startswith("Example") else "text"
        code = "\n".join(line.removeprefix("  ") for line in lines.splitlines())
        return f"{_prose(title)}\n\n```{language}\n{code}\n```"
    return _prose(" ".join(text.split()))


def _options(command: click.Command, context: click.Context) -> str:
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    told = [record for record in records if record and record[1]]
    rows = [f"| `{names}` | {_prose(text)} |" for names, text in told]
    return "\n".join(["| option | what it does |", "|---|---|", *rows])


def _prose(text: str) -> str:
    r"""Text in which nothing is taken for Markdown; options are code, pages are links.

    >>> print(_prose("With --top, border* has any ending; see docs/format.md"))
    With `--top`, border\* has any ending; see [format.md](../format.md)
    """
    safe = _OPTION.sub(r"`\1`", _SPECIAL.sub(r"\\\1", text))
    return _PAGE.sub(r"[\1](../\1)", safe)
