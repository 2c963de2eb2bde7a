"""Measures: free functions from a graph to a number for each actor, one family a file.

* `graphs`: from a study's multigraph to the simple graph measured; strength and distance
* `degree`, `paths`, `spectral`, `status`, `cores`, `clustering`, `brokerage`, `signs`:
  numbers for one actor, all of them also in `centrality`
* `communities`, `balance`, `blocks`: groups of actors: dense ones, two camps for and against,
  any number of camps; `support`: whether communities survive if other stories are told
* `groups`: how central a group is as one actor, such as all countries
* `nearness`: closeness and harmonic of a large graph in one pass
* `engine`: networkx is the reference; igraph counts where the graph is large
* `table`: many measures side by side
* `uncertainty`: intervals on measures and ranks (`resampling` draws, `quick` measures many
  networks at once, `intervals` reads them off)
* `contrast`, `changes`: whether two sides differ, and when a rate changes
"""

from __future__ import annotations

from actors.measures.graphs import arcs, undirected
from actors.measures.table import table

__all__ = ["arcs", "table", "undirected"]
