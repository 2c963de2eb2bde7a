"""Stakeholders of an issue: who has power, interest, a claim; who moves whom; who stands where.

* `issues`: an issue as words, the passages near them, and the actor-issue network
* `scores`: a score that keeps what was computed when an analyst overrides it
* `power_interest`: the grid (Eden & Ackermann 1998)
* `salience`: power, legitimacy, urgency (Mitchell, Agle & Wood 1997)
* `influence`: MICMAC and MACTOR (Godet)
* `overrides`: the analyst's own scores, from a CSV, each with its reason
* `assessment`: all of them, an actor at a time

Every formula stands in ``docs/stakeholders.md``.
"""

from __future__ import annotations

from actors.stakeholders.assessment import Stakeholder, assess
from actors.stakeholders.issues import Issue, Passage, parse_issue, read_issues
from actors.stakeholders.overrides import Override, read_overrides

__all__ = [
    "Issue",
    "Override",
    "Passage",
    "Stakeholder",
    "assess",
    "parse_issue",
    "read_issues",
    "read_overrides",
]
