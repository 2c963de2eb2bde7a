"""Take YAML apart within limits: a file of decisions is small and flat.

The limits are checked on events, before anything is built, so that nesting without end, or names
that stand for one another until memory is full, is refused at once.
"""

from __future__ import annotations

import yaml  # type: ignore[import-untyped,unused-ignore]

from actors.errors import CurationError

__all__ = ["compose"]

_DEEPEST = 10
"""Lists and mappings inside one another."""
_LONGEST = 10_000_000
"""Characters of the file."""


def compose(text: str, name: str) -> yaml.Node | None:
    """The node of a text, as ``yaml.compose`` gives it; nothing if there is none.

    Raises:
        CurationError: the text is too long, nested too deeply, or refers to parts of itself.
        YAMLError: it is not YAML.

    >>> compose("- &a [*a]", "curation.yaml")
    Traceback (most recent call last):
    ...
    actors.errors.CurationError: curation.yaml, line 1: “*a” refers to another place: write it out
    """
    if len(text) > _LONGEST:
        raise CurationError(f"{name}, line 1: more than {_LONGEST:,} characters: split the file")
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _refused(name, event, f"“*{event.anchor}” refers to another place: write it out")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _refused(name, event, f"more than {_DEEPEST} lists inside one another")
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _refused(name: str, event: yaml.Event, problem: str) -> CurationError:
    return CurationError(f"{name}, line {event.start_mark.line + 1}: {problem}")
