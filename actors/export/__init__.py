"""A network leaves as a file: one format a module, each with ``write(graph, path)``.

A format of several files takes a folder as its path and returns the files. ``docs/exports.md``
says for each program what to click and what the format merges.

* `gexf`: Gephi, with looks, measures, and the days of each tie; `gephi`: its spreadsheets
* `graphml`: igraph, Cytoscape, yEd
* `node_link`: JSON for D3, with all the evidence; `graphology`: JSON for sigma.js
* `tables`: spreadsheets (CSV), one file each for actors, relations, mentions, measures
* `kumu`, `polinode`: workbooks; `neo4j`, `netzschleuder`, `i2`, `r`: CSV with their columns
* `pajek`, `ucinet`, `vna`: the programs of network analysts
* `ftm`: FollowTheMoney entities; `dna`: statements for Discourse Network Analyzer
* `jsonl`: what was read in each document, the contract for machines (``docs/format.md``)

They share `flat` and `rows` (a network with plain values), `text` (what is safe in XML and in
spreadsheets), `delimited` and `workbook` (CSV and Excel).
"""
