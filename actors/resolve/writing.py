"""Writing decisions into ``curation.yaml`` without touching what a person wrote there."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml  # type: ignore[import-untyped,unused-ignore]

from actors.atomic import replacing
from actors.errors import CurationError
from actors.resolve.curation import parse, read, text_of
from actors.types import Rule

HEADER = (
    "# Decisions about who is who, and about what was said; later ones win.\n"
    "# This file is yours: edit it, comment it, keep it in git.\n"
)


def add(
    path: Path,
    verb: str,
    about: object,
    *,
    because: str = "",
    by: str = "",
    on: str = "",
    says: Mapping[str, object] | None = None,
) -> Rule:
    """Write one more decision at the end of the file; it is checked before it is written.

    Raises:
        CurationError: the decision, or what the file holds already, can't be understood.
    """
    text, rules = added(path, verb, about, because=because, by=by, on=on, says=says)
    write(path, text)
    return rules[-1]


def added(
    path: Path,
    verb: str,
    about: object,
    *,
    because: str = "",
    by: str = "",
    on: str = "",
    says: Mapping[str, object] | None = None,
    read: Callable[[str], Sequence[Rule]] | None = None,
) -> tuple[str, list[Rule]]:
    """The text of the file with one more decision at its end, and the decisions in it.

    Args:
        path, verb, about, because, by, on, says: as in `add`
        read: gives the decisions of a text, if not `actors.resolve.curation.parse`

    Raises:
        CurationError: as in `add`
    """
    item = {verb: about, **(says or {})}
    told = (("because", because), ("by", by), ("on", on))
    item.update({key: value for key, value in told if value})
    text = yaml.safe_dump([item], allow_unicode=True, sort_keys=False, default_flow_style=None)
    before = text_of(path) or HEADER
    before += "" if before.endswith("\n") else "\n"
    (rule,) = parse(text, path.name)
    rules = read(before) if read else parse(before, path.name)
    if rules and not _is_block(before):
        raise CurationError(f"{path.name} is written in brackets: write it with “- ” a decision")
    place = f"{path.name}, line {before.count(chr(10)) + 1}"
    return before + text, [*rules, replace(rule, place=place)]


def _is_block(text: str) -> bool:
    """Whether a list has its items below each other, so that one can be added at the end.

    >>> _is_block("# mine\\n- ignore: A\\n"), _is_block("[{ignore: A}]")
    (True, False)
    """
    lines = (line for line in text.splitlines() if not line.startswith(("#", "---")))
    return next((line for line in lines if line.strip()), "-").lstrip().startswith("-")


def write(path: Path, text: str) -> None:
    """Put a text in the place of the file, in one move; it is on the disk at the end."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def undo(path: Path) -> Rule:
    """Take the newest decision out of the file again, with the comments inside it.

    Raises:
        CurationError: there is nothing to undo, or the file can't be understood.
    """
    return remove(path, -1)


def remove(path: Path, number: int) -> Rule:
    """Take a decision out of the file, with the comments inside it; return it.

    Args:
        path: the file
        number: which one, counted from 0; -1 is the newest

    Raises:
        CurationError: there is no such decision, or the file can't be understood.
    """
    rules = read(path)
    if not -len(rules) <= number < len(rules):
        which = "to undo" if number == -1 else f"{number + 1}"
        raise CurationError(f"{path.name} holds no decision {which}")
    text = text_of(path)
    items = yaml.compose(text, Loader=yaml.SafeLoader)
    if items.flow_style:
        raise CurationError(f"{path.name} is written in brackets: take the decision out by hand")
    item = items.value[number]
    # The dash is before the item, on its line or on an earlier one.
    start = text.rindex("-", 0, item.start_mark.index)
    newest = item is items.value[-1]
    end = item.end_mark.index if newest else _without_comments(text, item.end_mark.index)
    write(path, text[:start] + text[end:])
    return rules[number]


def _without_comments(text: str, end: int) -> int:
    """Where an item ends that another follows: comments before that belong to it.

    >>> text = "- ignore: A\\n# about B\\n- ignore: B\\n"
    >>> text[_without_comments(text, text.rindex("-")):]
    '# about B\\n- ignore: B\\n'
    """
    lines = text[:end].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return len("".join(lines))
