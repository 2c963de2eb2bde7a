"""From the study to networks: plain networkx graphs whose edges lead back to sentences.

================  =============================================================
`build`           the whole network, layer by layer: `build_graph`
`cooccurrence`    who is named near whom; `windows` says what near means
`stated`          what documents say, and facts imply, of one actor and another
`evidence`        the sentences behind an edge
`views`           parts of a network: by layer, type, sign, kind, period ...
`select`          parts of a network by several criteria at once
`decisions`       what people decided about relations
`roles`           who speaks for whom, and when
`rollup`          the network of organisations, or of states
`bystory`         ties taken apart into the stories that tell of them
`slices`          a network in time: periods, events of a dyad, ties that begin and end
`simple`          several ties of two actors as one, for measures
`weights`         what a number of co-occurrences is worth (PMI, Dunning ...)
`decay`           co-occurrence that fades with distance
`backbone`        the ties that matter: disparity filter, noise-corrected ...
================  =============================================================
"""

from actors.network.build import build_graph
from actors.network.rollup import LEVELS, roll_up

__all__ = ["LEVELS", "build_graph", "roll_up"]
