"""Names that rooms share: files, layers, measures."""

from __future__ import annotations

import sys

STUDY_FILE = "study.duckdb"
PAGE_FILE = "network.html"
CURATION_FILE = "curation.yaml"
SHARDS_FOLDER = ".shards"

LAYERS = ("cooccurrence", "stated", "background")
SHOWN_LAYERS = LAYERS[:2]
"""What documents say; the background is what tables of facts imply."""

MEASURES = (
    *("degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank"),
    *("core_number", "clustering", "constraint", "effective_size"),
    *("in_degree", "out_degree", "in_strength", "out_strength", "katz", "hubs", "authorities"),
    *("net_support", "pn"),
)

USUAL = (None, False, (), "person")
"""Values of options that leave the network, or its page, as the files of a study show it."""

MOST_TIES = 50_000
"""How many ties of a layer the files of a study show at most, the strongest first."""

TIES_LEFT_OUT = "ties_left_out"
"""What a network has that shows its strongest ties alone: how many others there are."""

KEPT_SENTENCES, EVERY = 50, sys.maxsize
"""How many sentences a co-occurrence keeps: the usual number, and all that there are."""
