"""Whom the novices of a monastery liked most and least, as printed in a table.

Sampson, S. F. (1968). *A Novitiate in a Period of Change: An Experimental and Case Study of
Social Relationships*. PhD thesis, Cornell University, table D13 (affect at the fourth time), p.
469: 3 for the first choice, -3 for the least liked. The sums of each column are printed below
the table there and are checked in ``test_blocks.py``.
"""

from __future__ import annotations

import networkx as nx

NAMES = (
    *("John", "Gregory", "Basil", "Peter", "Bonaventure", "Berthold", "Mark", "Victor", "Ambrose"),
    *("Romuald", "Louis", "Winfrid", "Amand", "Hugh", "Boniface", "Albert", "Elias", "Simplicius"),
)

CHOICES = """
 0 -2  3  0  0  0 -3  0  0 -1  0  1  0  2  0  0  0  0
 3  0  0 -3  0  0  1 -2  0  0  0  2 -1  0  0  0  0  0
 3 -2  0 -3  0 -2  0  0  0  0  0  0  2  0  0 -1  1  2
-2 -3  0  0  3  1  0  0  0  0  2  0  0 -1  0  0  0  0
 0  0  0  3  0  0  0  0  1  0  2  0  0  0  0  0  0  0
 0 -1 -3  3  1  0 -2  0  2  0  0  0  0  0  0  0 -2  0
 0  3  0 -3  0 -2  0 -1  0  0  0  1  0  0  0  2  0  0
 0 -3 -2  3  0  2  0  0  1  0  0  0  0 -1  0  0  0  0
 0  0 -3  0  1  0  0  3  0  0  0  2  0  0  0  0 -2 -1
 0  0  0  3  1  0  0  0  1  0  0  0  2  0  0  0  0  0
-1 -3 -2  0  2  0  0  3  0  0  0  0  0  1  0  0  0  0
 3  2  0  0  0  0  1  0  0  0  0  0  0  0  0  0  0  0
 0 -3  0  0  2 -2  1  0  0  0  0 -1  0  0  0  0  0  3
 3  0  0 -3  0  0  0 -2  0  0  0  1  0  0  2  0 -1  0
 0  3 -2 -1  0  0  1  0  0  0  0  2 -3  0  0  0  0  0
 0  3 -1 -3  0  0  2  0  0  0  0  0  0  0  1  0 -2  0
 0  1  2 -1  0 -3  0 -2  0  0  0  0  0  0  0  0  0  3
 0  1  2 -1  0  0  0 -3  0 -2  0  0  0  0  0  0  3  0
"""

LIKED = (12, 13, 7, 12, 10, 3, 6, 6, 5, 0, 4, 9, 4, 3, 3, 2, 4, 8)
DISLIKED = (3, 17, 13, 18, 0, 9, 5, 10, 0, 3, 0, 1, 4, 2, 0, 1, 7, 1)

YOUNG_TURKS = {"John", "Gregory", "Mark", "Winfrid", "Hugh", "Boniface", "Albert"}
OUTCASTS = {"Basil", "Amand", "Elias", "Simplicius"}
"""With Amand, whom Sampson saw as wavering."""


def monastery() -> nx.DiGraph[str]:
    """Who chose whom, with the sign and the strength of the choice."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(NAMES)
    for one, row in zip(NAMES, CHOICES.strip().splitlines(), strict=True):
        for other, choice in zip(NAMES, map(int, row.split()), strict=True):
            if choice:
                sign = "+" if choice > 0 else "-"
                graph.add_edge(one, other, sign=sign, weight=float(abs(choice)))
    return graph
