"""What a study holds, as pandas data frames: a function for each, from records or a network.

=================  ============================================================
`columns`          the columns of every frame, their types and what they mean
`documents`        what was read
`mentions`         where the texts refer to an actor
`who`              the actors
`ties`             the ties of a network, a row each
`statements`       the sentences that state a tie
`stances`          who leans towards whom in a document
`search`           sentences that hold some words
`doubts`           who may have been joined, or kept apart, wrongly
`timelines`        actors, pairs and ties by period; changes
`comparison`       what differs between two sides
`stakeholders`     who has a stake in an issue
`matrices`         actors by actors, by documents, by issues
`listing`          actors, documents and ties that fit some criteria
`info`             what is in a study; `reading` is one document as it was read
=================  ============================================================

Actors are named; their keys stand in columns that end with ``key``. A text that is not known is
empty, a day that is not known is `NaT`.
"""
