"""Patterns that an analyst writes: they may not take for ever, whatever the name they meet.

RE2 looks at each character once, so no pattern can go back and forth without end. What it does not
know (a back reference, a look ahead) is refused.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

__all__ = ["matches", "problem"]

_LONGEST = 1000
"""Characters of a pattern."""


def problem(pattern: str) -> str:
    """What is wrong with a pattern; empty if nothing is.

    >>> problem("^Reuters.*"), problem("(")
    ('', 'has a pattern that is no regular expression: missing ): (')
    """
    import re2

    if len(pattern) > _LONGEST:
        return f"has a pattern of more than {_LONGEST:,} characters: shorten it"
    try:
        _compiled(pattern)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        told = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        return f"has a pattern that is no regular expression: {told}"
    return ""


def matches(pattern: str, name: str) -> bool:
    """Whether a pattern is found in a name.

    >>> matches("(a+)+$", "a" * 5000 + "b"), matches("^Reut", "Reuters")
    (False, True)
    """
    return _compiled(pattern).search(name) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    import re2

    options = re2.Options()
    options.log_errors = False
    compiled: re.Pattern[str] = re2.compile(pattern, options)
    return compiled
