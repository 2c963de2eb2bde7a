"""Runs commands one after the other in one process, so that libraries are loaded once.

Started by `tests.cli.screens` with its output on a terminal or in a pipe; each line of the
file that is named is a JSON object: the folder to work in, the arguments, and standard input.
"""

from __future__ import annotations

import io
import json
import os
import sys
import traceback

import click

from actors.cli import main

END = "<end of the command: exit code "


def serve(commands: str) -> None:
    """Run commands until there are no more; none of them opens a browser.

    Each imports from the folder it works in, where a page may have put a package.
    """
    click.launch = lambda *_, **__: 0
    sys.path.insert(1, "")
    with open(commands, encoding="utf-8") as lines:
        for line in lines:
            wanted = json.loads(line)
            os.chdir(wanted["folder"])
            sys.path[1] = wanted["folder"]
            sys.stdin = io.TextIOWrapper(io.BytesIO(wanted["input"].encode()), "utf-8")
            print(f"{END}{_run(wanted['argv'])}>", flush=True)


def _run(argv: list[str]) -> object:
    try:
        main(argv)
    except SystemExit as ended:
        return ended.code
    except BaseException:  # noqa: BLE001 - told to the test, which fails
        traceback.print_exc()
    return "crashed"


if __name__ == "__main__":
    serve(sys.argv[1])
