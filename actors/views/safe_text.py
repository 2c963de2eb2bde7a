"""Texts that are safe on a page: names that cannot mislead, JSON that cannot leave its element."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


# Direction overrides and isolates can make a name read as another; controls have no shape.
_MISLEADING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def to_json(data: object) -> str:
    r"""JSON that cannot leave its script element, in plain ASCII.

    >>> to_json({"name": "</script><b>"})
    '{"name":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    written = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return re.sub("[<>&]", lambda found: _ESCAPES[found[0]], written)


def legible(name: object) -> str:
    """A name without what only serves to mislead the reader.

    >>> legible("Rahmon\\u202egpj.exe")
    'Rahmongpj.exe'
    """
    return " ".join(_MISLEADING.sub("", " ".join(str(name).split())).split())
