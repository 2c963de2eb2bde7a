"""Show docstrings on the site as they are meant: examples as code, trees as they were drawn.

An extension of griffe, which reads docstrings for mkdocstrings.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^>>> (?:.+\n?)+", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Rewrites each docstring before it is parsed."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of an object, if it has one."""
        if obj.docstring:
            obj.docstring.value = shown(obj.docstring.value)


def shown(docstring: str) -> str:
    """A docstring whose examples are a section, as Markdown and Google's style want it.

    >>> shown("Add one.\\n\\n>>> add(1)\\n2").splitlines()
    ['Add one.', '', 'Examples:', '    >>> add(1)', '    2']
    """
    text = _EXAMPLE.sub(_section, docstring)
    return re.sub(r"^::$\n?", "", text, flags=re.MULTILINE)


def _section(found: re.Match[str]) -> str:
    return "Examples:\n" + "".join(f"    {line}" for line in found[0].splitlines(keepends=True))
