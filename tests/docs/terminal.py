"""What stands on a terminal in the end, after progress bars were drawn, moved and wiped."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\x1b\[(\??[0-9;]*)([A-Za-z])|([\r\n])|([^\x1b\r\n]+)")


def left_on_screen(written: str) -> list[str]:
    r"""The lines that a terminal shows once everything was written to it.

    >>> left_on_screen("0 %\r50 %\n\x1b[1A\x1b[2KDone\n")
    ['Done']
    """
    screen = _Screen()
    for found in _PIECE.finditer(written):
        number, control, move, text = found.groups()
        if control:
            screen.obey(control, int(number) if number.isdigit() else 1)
        elif move:
            screen.move(move)
        else:
            screen.write(text)
    return screen.shown()


class _Screen:
    def __init__(self) -> None:
        self.lines = [""]
        self.row = self.column = 0

    def obey(self, control: str, number: int) -> None:
        if control == "A":
            self.row = max(self.row - number, 0)
        elif control == "K":
            self.lines[self.row] = ""

    def move(self, move: str) -> None:
        self.column = 0
        if move == "\n":
            self.row += 1
            self.lines.extend([""] * (self.row + 1 - len(self.lines)))

    def write(self, text: str) -> None:
        line = self.lines[self.row].ljust(self.column)
        self.lines[self.row] = line[: self.column] + text + line[self.column + len(text) :]
        self.column += len(text)

    def shown(self) -> list[str]:
        text = "\n".join(line.rstrip() for line in self.lines)
        return text.strip("\n").split("\n") if text.strip() else []
