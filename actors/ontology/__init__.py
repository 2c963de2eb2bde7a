"""The types of relations: one table, read by every room, and types of the user's own.

`table`      what is known of each type: sign, quad class, ends, traits, words for people
`own`        reads and checks a file of types of the user's own (``actors build --ontology``)
`types.toml` the table
"""

from actors.ontology.own import read_own
from actors.ontology.table import (
    MARK,
    OWN_TYPES,
    STRUCTURAL,
    Ontology,
    Type,
    having,
    in_use,
    in_words,
    of_graph,
    ontology,
    using,
)

__all__ = [
    "MARK",
    "OWN_TYPES",
    "STRUCTURAL",
    "Ontology",
    "Type",
    "having",
    "in_use",
    "in_words",
    "of_graph",
    "ontology",
    "read_own",
    "using",
]
