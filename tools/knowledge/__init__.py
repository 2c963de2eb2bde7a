"""Builds the tables of `actors.knowledge` from the sources named in docs/knowledge.md."""
