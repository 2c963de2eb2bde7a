"""What a measure means, its formula and its source: read from its docstring, where they live."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

_MARKS = re.compile(r"\b(Formula|Source): ")
_OTHER = ("Args:", "Returns:", "Raises:", ">>>")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A measure in words: what it means, how it is computed, who defined it."""

    name: str
    meaning: str
    formula: str
    source: str


def explain(name: str) -> Explanation:
    """Explain a measure that `actors.plugins` knows.

    Args:
        name: such as ``"betweenness"``

    Raises:
        NotFound: there is no such measure

    >>> explain("degree").formula[:22]
    'd(v) = |{u : u ~ v}|. '
    """
    from actors.plugins import load

    return parse(name, inspect.getdoc(load("measures", name)) or "")


def parse(name: str, text: str) -> Explanation:
    """Read the explanation of a measure from its docstring.

    >>> told = "How many.\\n\\nFormula: Σ 1.\\n\\nSource: Euler (1736),\\n*Solutio*.\\n\\n>>> 1"
    >>> parse("count", told)
    Explanation(name='count', meaning='How many.', formula='Σ 1.', source='Euler (1736), Solutio.')
    """
    prose = [part for part in text.split("\n\n") if not part.lstrip().startswith(_OTHER)]
    meaning, *marked = _MARKS.split(" ".join(" ".join(prose).split()).translate(_PLAIN))
    parts = dict(zip(marked[::2], map(str.strip, marked[1::2]), strict=True))
    return Explanation(name, meaning.strip(), parts.get("Formula", ""), parts.get("Source", ""))


_PLAIN = str.maketrans("", "", "*`")
"""Marks of a docstring that mean nothing to a reader of the screen."""
