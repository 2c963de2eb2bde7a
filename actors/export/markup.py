"""XML written line by line: a tree of a million elements takes far longer.

Texts that come here hold only what XML allows (`actors.export.text.xml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

__all__ = ["DECLARATION", "attribute", "content", "opening"]

DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"

_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#09;"}
)


def content(text: str) -> str:
    """A text as it stands between two tags.

    >>> content('Johnson & "Sons" <1999>')
    'Johnson &amp; "Sons" &lt;1999&gt;'
    """
    return text.translate(_CONTENT)


@lru_cache(maxsize=10_000)
def attribute(text: str) -> str:
    """A text as it stands between the quotes of an attribute.

    >>> attribute('Johnson & "Sons"')
    'Johnson &amp; &quot;Sons&quot;'
    """
    return text.translate(_ATTRIBUTE)


def opening(name: str, attributes: Mapping[str, str]) -> str:
    """What stands in the first tag of an element, without its brackets.

    >>> opening("node", {"id": "a", "label": "A & B"})
    'node id="a" label="A &amp; B"'
    """
    return " ".join([name, *(f'{key}="{attribute(value)}"' for key, value in attributes.items())])
