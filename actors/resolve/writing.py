"""Writing decisions into ``curation.yaml`` without touching what a person wrote there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped,unused-ignore]

from actors.atomic import write_text
from actors.errors import CurationError
from actors.resolve.curation import parse, read
from actors.types import Rule

HEADER = (
    "# Decisions about who is who, and about what was said; later ones win.\n"
    "# This file is yours: edit it, comment it, keep it in git.\n"
)


def add(
    path: Path,
    verb: str,
    about: Any,
    *,
    because: str = "",
    by: str = "",
    says: Mapping[str, Any] | None = None,
) -> Rule:
    """Write one more decision at the end of the file; it is checked before it is written.

    Raises:
        CurationError: the decision, or what the file holds already, can't be understood.
    """
    item = {verb: about, **(says or {})}
    item.update({key: value for key, value in (("because", because), ("by", by)) if value})
    text = yaml.safe_dump([item], allow_unicode=True, sort_keys=False, default_flow_style=None)
    before = _text(path) or HEADER
    (rule,) = parse(text, path.name)
    parse(before, path.name)
    separator = "" if before.endswith("\n") else "\n"
    write_text(path, before + separator + text)
    return rule


def undo(path: Path) -> Rule:
    """Take the newest decision out of the file again, with the comments inside it.

    Raises:
        CurationError: there is nothing to undo, or the file can't be understood.
    """
    rules = read(path)
    if not rules:
        raise CurationError(f"{path.name} holds no decision to undo")
    text = _text(path)
    last = yaml.compose(text, Loader=yaml.SafeLoader).value[-1]
    # The dash is before the item, on its line or on an earlier one.
    start = text.rindex("-", 0, last.start_mark.index)
    write_text(path, text[:start] + text[last.end_mark.index :])
    return rules[-1]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""
