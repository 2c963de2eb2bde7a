"""The pipeline from top to bottom. READ THIS FIRST.

::

    read  ->  extract  ->  resolve  ->  network  ->  measure  ->  view / export
    `pipeline.py`: `build` runs these       `study.py`: a `Study` makes these when asked

The command line calls nothing but what is here.
"""

from actors.errors import NothingToRead
from actors.study.pipeline import Progress, build, extracts, read, readings
from actors.study.study import Study, open_study
from actors.study.view import View

__all__ = [
    "NothingToRead",
    "Progress",
    "Study",
    "View",
    "build",
    "extracts",
    "open_study",
    "read",
    "readings",
]
