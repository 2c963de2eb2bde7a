"""What is worked out from a study: functions over its records, its decisions and its network.

================  =================================================================
`networks`        the network as documents and decisions make it, and parts of it
`whole`           the network with all its sentences, for numbers that count stories
`counting`        how much a study holds, and what was left out
`measuring`       measures of several layers side by side
`bootstrap`       measures with intervals, by drawing stories with replacement
`sensitivity`     how ranks and communities move with the choice of a backbone
`periods`         periods as they are typed, and as the documents need them
`timeline`        measures by period, the story of a dyad, ties that begin and end
`sides`           the two sides of a comparison; `compare` tests what differs
`contradictions`  pairs of which both cooperation and conflict are stated
`difference`      which actors merged, split, came or went between two runs
`documents`       documents by their names
`finding`         actors by any of their names; `card` is all that is known of one
`review`          the queue of decisions that a person should look at
`stakeholders`    who has a stake in an issue
`stances`         who leans towards whom in each document
================  =================================================================

A function takes a store, the analyst's decisions or a graph, and opens no file.
"""
