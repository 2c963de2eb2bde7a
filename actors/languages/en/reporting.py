"""Verbs that report what somebody says, kept once for who is who and for relations.

==============  ===================================================================================
``clause``      what stands in the clause below the verb is said, not stated by the text itself
``subject``     the verb tells that its subject is a person or a body, and introduces who speaks
``quotation``   the verb tells whose words stand in quotation marks beside it
``silence``     "declined to ...": nothing is rejected where nothing is said
==============  ===================================================================================
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["reporting_verbs"]


@cache
def reporting_verbs(use: str) -> frozenset[str]:
    """The verbs of one use, as lemmas.

    >>> "say" in reporting_verbs("clause"), "vow" in reporting_verbs("subject")
    (True, False)
    """
    text = files(__package__).joinpath("data", "reporting.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return frozenset(verb for verb, uses in rows if use in uses.split("|"))
