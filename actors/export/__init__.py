"""A network leaves as a file: one format a module, each with ``write(graph, path)``.

* `gexf`: Gephi, with dates for its timeline
* `graphml`: igraph, Cytoscape, yEd
* `node_link`: JSON for D3 and sigma, with all the evidence
* `tables`: spreadsheets (CSV), one file each for actors, relations, mentions, measures
* `jsonl`: what was read in each document, the contract for machines (``docs/format.md``)
"""
