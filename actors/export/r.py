"""Two tables and a script that loads them into R, for igraph and statnet (network)."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors.export import delimited, rows
from actors.types import Key

_SCRIPT = """\
# Loads the network that `actors export --format r` wrote. Run it in this folder:
#   source("load.R")
# It makes
#   actors, ties  data frames as in nodes.csv and ties.csv
#   g             an igraph graph, every tie from its source to its target
#   g_both        the same, where ties that hold both ways run in both directions
#   net           a network of the package network (statnet), as g_both
# Negated ties and those that are not asserted are in all of them. To leave them out:
#   ties <- subset(ties, status %in% c("asserted", "implied", "unstated"))

read_table <- function(file) {
  read.csv(file, encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "",
           colClasses = c(id = "character"), check.names = FALSE)
}
truth <- function(values) tolower(as.character(values)) == "true"

actors <- read_table("nodes.csv")
ties <- read_table("ties.csv")
for (column in c("directed", "negated")) ties[[column]] <- truth(ties[[column]])
ties$source <- as.character(ties$source)
ties$target <- as.character(ties$target)
ends <- c("source", "target")
ties <- ties[, c(ends, setdiff(names(ties), ends))]

back <- ties[!ties$directed, ]
back[, ends] <- back[, rev(ends)]
both <- rbind(ties, back)

if (requireNamespace("igraph", quietly = TRUE)) {
  vertices <- actors
  names(vertices)[names(vertices) == "name"] <- "label"
  g <- igraph::graph_from_data_frame(ties, directed = TRUE, vertices = vertices)
  g_both <- igraph::graph_from_data_frame(both, directed = TRUE, vertices = vertices)
}

if (requireNamespace("network", quietly = TRUE)) {
  net <- network::network.initialize(nrow(actors), directed = TRUE, multiple = TRUE)
  network::set.vertex.attribute(net, "vertex.names", actors$name)
  for (column in setdiff(names(actors), "name")) {
    network::set.vertex.attribute(net, column, actors[[column]])
  }
  tails <- match(both$source, actors$id)
  heads <- match(both$target, actors$id)
  network::add.edges(net, as.list(tails), as.list(heads))
  for (column in setdiff(names(both), ends)) {
    network::set.edge.attribute(net, column, both[[column]])
  }
}
"""


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write ``nodes.csv``, ``ties.csv`` and ``load.R`` into a folder; return them.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    written = [
        delimited.write(path / "nodes.csv", actors.columns, actors.rows),
        delimited.write(path / "ties.csv", ties.columns, ties.rows),
    ]
    script = path / "load.R"
    script.write_text(_SCRIPT, encoding="utf-8")
    return [*written, script]
