"""Front matter: YAML between lines of ``---``, or TOML between lines of ``+++``, before a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n")
_LONGEST = 10_000
_DEEP = re.compile(r"[&*][A-Za-z0-9_]")
_LINE = re.compile(r"([A-Za-z][\w -]{0,20}?)[ \t]*:[ \t]*(.*)")


def front_matter(text: str) -> tuple[Mapping[str, object], int] | None:
    r"""What the front matter of a text says, decoded, and where it ends.

    >>> front_matter('---\ntitle: "Talks: \\u201cno deal\\u201d"\n---\nText.')
    ({'title': 'Talks: “no deal”'}, 44)
    >>> front_matter("---\nA line between rules.\n---\n") is None
    True
    """
    opening = _FENCE.match(text)
    if opening is None:
        return None
    fence = re.compile(rf"^{re.escape(opening.group(1))}[ \t]*(?:\n|$)", re.MULTILINE)
    closing = fence.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return None
    written = text[opening.end() : closing.start()]
    said = _toml(written) if opening.group(1) == "+++" else _yaml(written)
    return (said, closing.end()) if said else None


def _yaml(written: str) -> Mapping[str, object]:
    """YAML, or where it is not quite that, its lines of ``key: value``."""
    import yaml

    if not _DEEP.search(written):
        try:
            said = yaml.load(written, Loader=yaml.CSafeLoader)
        except (yaml.YAMLError, ValueError, RecursionError):
            said = None
        if isinstance(said, dict):
            return said
        if said is not None:
            return {}
    lines = (_LINE.fullmatch(line) for line in written.split("\n"))
    return {line[1]: line[2].strip().strip("\"'") for line in lines if line}


def _toml(written: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
