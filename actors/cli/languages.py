"""``actors languages``: which languages are read, and what can be read in each."""

from __future__ import annotations

import click

from actors.cli.command import Command
from actors.cli.options import format_option

EPILOG = """\b
Examples:
  actors languages
  actors languages --check ru
"""


@click.command("languages", cls=Command, epilog=EPILOG)
@click.option(
    "--check", "code", metavar="CODE", help="Look for mistakes in the pack of a language."
)
@format_option
def command(code: str | None, format: str) -> None:
    """List the languages that are read, and what is read in each.

    What a language can't do is left out of a study, never guessed. Other packages may add
    languages.
    """
    if code is not None:
        _check(code)
        return
    import pandas as pd

    from actors.cli.frames import print_frame
    from actors.languages import packs

    frame = pd.DataFrame(
        {
            "code": pack.code,
            "language": pack.name,
            "reads": ", ".join(pack.can),
            "leaves out": ", ".join(pack.cannot) or "-",
            "installed": "no: pip install 'actor-networks[" + pack.extra + "]'"
            if pack.missing
            else "yes",
        }
        for pack in packs()
    )
    print_frame(frame, format, words=frame.columns)


def _check(code: str) -> None:
    """Print what is wrong with a pack; nothing wrong is said too."""
    from actors.cli.screen import say
    from actors.errors import NotFound, SettingsError
    from actors.languages import codes, find_pack
    from actors.languages.check import problems

    pack = find_pack(code)
    if pack is None:
        raise NotFound(f"no language pack has the code {code!r}; there are {', '.join(codes())}")
    found = list(problems(pack))
    if found:
        raise SettingsError("\n".join(found))
    say(f"{pack.name} ({code}): nothing is wrong with its pack")
