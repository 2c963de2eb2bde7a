"""The study on disk: documents, what was read from them, who is who, and the runs.

=================  ==========================================================
`duckdb`           the study in one DuckDB file, or in memory: `Store`, `open_store`
`records`          the record of a run, and others that only the store keeps
`queries`          what other rooms ask of it, each question by its name
`schema`           the tables, and how an older study becomes a newer one
`history`          who was who after each run
`opening`          open the file, or say in plain words why it can't be opened
`rows`, `tables`   records to rows and back; many rows at once
=================  ==========================================================
"""

from actors.store.duckdb import Store, open_store
from actors.store.records import Run

__all__ = ["Run", "Store", "open_store"]
