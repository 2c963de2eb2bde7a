"""Write the columns of every frame into docs/python.md, from the one place that lists them.

python tools/frame_columns.py
"""

from __future__ import annotations

from pathlib import Path

from actors.frames.columns import as_markdown

PAGE = Path(__file__).parents[1] / "docs" / "python.md"
BEGIN, END = "<!-- columns: made by tools/frame_columns.py -->", "<!-- columns end -->"


def written(page: str) -> str:
    """The page with its tables of columns as they are now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{as_markdown()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
