"""A page that was made, as Python and Jupyter hold it."""

from __future__ import annotations

from pathlib import Path


class View:
    """A page that was made: its text, and where it was written, if it was."""

    def __init__(self, html: str, path: Path | None) -> None:
        self.html = html
        self.path = path

    def __repr__(self) -> str:
        return f"<View: {self.path or 'a page in memory'}>"

    def _repr_html_(self) -> str:
        from actors.views.page import frame

        return frame(self.html)
