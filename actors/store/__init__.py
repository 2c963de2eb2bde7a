"""The study on disk: documents, what was read from them, who is who, and the runs.

=================  ==========================================================
`base`             what every store can do, and the record of a run
`duckdb`           the study in one DuckDB file, or in memory: `open_store`
`schema`           the tables, and how an older study becomes a newer one
`history`          who was who after each run
`opening`          open the file, or say in plain words why it can't be opened
`rows`, `tables`   records to rows and back; many rows at once
=================  ==========================================================
"""

from actors.store.base import Run, Store
from actors.store.duckdb import open_store

__all__ = ["Run", "Store", "open_store"]
