"""The folder of a study inside a folder of documents: its files are no documents."""

from __future__ import annotations

import os
from fnmatch import fnmatch

from actors.types import Skipped

__all__ = ["is_of_study", "is_study", "skipped", "skipped_files"]

STUDY = "study.duckdb"
FILES = (
    *("study.duckdb*", "network.*", "report.html", "report.md", "run.json", "curation.yaml"),
    *("actors.csv", "relations.csv", "mentions.csv", "measures.csv"),
)
"""What `actors build`, `report` and the decisions leave beside a study."""


def is_study(folder: str, output: str | None) -> bool:
    """Whether a folder is that of a study: of the one that is being built, or of another."""
    if output is not None and os.path.realpath(folder) == os.path.realpath(output):
        return True
    return os.path.isfile(os.path.join(folder, STUDY))


def is_of_study(name: str) -> bool:
    """Whether a file of a study's folder is the study's.

    >>> is_of_study("network.gexf"), is_of_study("networks.txt"), is_of_study("actors.csv")
    (True, False, True)
    """
    return any(fnmatch(name, pattern) for pattern in FILES)


def skipped(name: str) -> Skipped:
    """What is told of a folder that is passed over."""
    return Skipped(name, "the folder of a study: point at a file in it if it is to be read")


def skipped_files(name: str) -> Skipped:
    """What is told of a folder of documents that holds a study too."""
    return Skipped(name, "it holds a study: what the study has left there is not read")
