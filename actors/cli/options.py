"""Options that several commands share, and how they become `Settings`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from actors.cli import completion
from actors.names import SHOWN_LAYERS
from actors.types import Settings

WINDOWS = ("sentence", "paragraph", "document")

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def study_argument(command: Decorated) -> Decorated:
    """``STUDY``: the file that ``actors build`` left, or the folder it is in."""
    return click.argument(
        "study", type=click.Path(path_type=Path), shell_complete=completion.studies
    )(command)


def reading_options(command: Decorated) -> Decorated:
    """Everything that changes what is read from a document, and how the work is spread."""
    return document_options(engine_options(command))


def document_options(command: Decorated) -> Decorated:
    """Everything that changes what is read from a document."""
    for option in reversed(
        [
            click.option(
                "--model",
                default=Settings().model,
                show_default=True,
                metavar="NAME",
                help="An installed spaCy pipeline.",
            ),
            click.option(
                "--recogniser/--no-recogniser",
                default=True,
                show_default=True,
                help="Our own name recogniser, or the pipeline's.",
            ),
            click.option(
                "--metonymy",
                type=click.Choice(["read", "literal"]),
                default="read",
                show_default=True,
                help="'Moscow expects': the government of Russia, or the place as such.",
            ),
            click.option(
                "--recall",
                is_flag=True,
                help="Read the less certain tier of stated relations, too.",
            ),
            click.option(
                "--ontology",
                type=click.Path(path_type=Path, exists=True, dir_okay=False),
                default=None,
                help="A TOML file with types of ties of your own.",
            ),
            click.option(
                "--seconds",
                type=click.IntRange(0),
                default=Settings().seconds,
                show_default=True,
                metavar="N",
                help="Seconds that a document may take, else it is skipped. 0: no limit.",
            ),
            click.option(
                "--column",
                "columns",
                multiple=True,
                metavar="FIELD=COLUMN",
                help="Where a table keeps a field, as in text=body. May be repeated.",
            ),
            click.option(
                "--language",
                "languages",
                multiple=True,
                metavar="CODE",
                help="Documents in other languages are skipped (default: each is read in its own, "
                "if `actors languages` lists it). May be repeated.",
            ),
        ]
    ):
        command = option(command)
    return command


def engine_options(command: Decorated) -> Decorated:
    """How the work is spread."""
    for option in reversed(
        [
            click.option(
                "--engine",
                type=Plugin("engines", prefix="executor:"),
                default="auto",
                show_default=True,
                help="Where documents are read: local (this process), processes (one for each "
                "core), auto, which takes processes from 50 documents on, dask, ray, or "
                "executor:MODULE:FUNCTION.",
            ),
            click.option(
                "--workers",
                type=click.IntRange(min=1),
                default=None,
                help="Worker processes of the engine (default: one for each core).",
            ),
            click.option(
                "--address",
                metavar="ADDRESS",
                default=None,
                help="Where a cluster runs already: the address of Dask's scheduler, or of Ray.",
            ),
        ]
    ):
        command = option(command)
    return command


def format_option(command: Decorated) -> Decorated:
    """How a command prints: for the terminal, a spreadsheet or a program."""
    return click.option(
        "--format",
        type=click.Choice(["table", "csv", "json"]),
        default="table",
        show_default=True,
        help="How to print.",
    )(command)


def top_option(
    default: int | None = None, what: str = "Only the first N."
) -> Callable[[Decorated], Decorated]:
    """``--top``: how many rows, the strongest first."""
    return click.option(
        "--top",
        type=click.IntRange(min=1),
        default=default,
        show_default=default is not None,
        metavar="N",
        help=what,
    )


def filter_options(command: Decorated) -> Decorated:
    """Which ties: of kinds, of layers, of a sign, of some days, of some weight."""
    for option in reversed(
        [
            click.option(
                "--kind",
                "kinds",
                multiple=True,
                type=click.Choice(["country", "organisation", "person", "group", "place", "other"]),
                help="Actors of this kind; of ties, both ends. May be repeated.",
            ),
            click.option(
                "--layer",
                "layers",
                multiple=True,
                type=click.Choice(SHOWN_LAYERS),
                help="Ties of this layer. May be repeated.",
            ),
            click.option(
                "--sign",
                "signs",
                multiple=True,
                metavar="SIGN",
                type=click.Choice(["positive", "negative", "neutral", "+", "-", "0"]),
                help="Ties of this sign: positive (or +), negative (-), neutral (0). May be "
                "repeated.",
            ),
            click.option(
                "--period",
                metavar="FROM..TO",
                help="Of these days, both included; either may be left out.",
            ),
            click.option(
                "--min-weight",
                type=click.FloatRange(min=0),
                metavar="N",
                help="Ties of N sentences or more.",
            ),
        ]
    ):
        command = option(command)
    return command


def sentences_option(default: int, what: str) -> Callable[[Decorated], Decorated]:
    """``--sentences``: how many sentences to print for each of something."""
    return click.option(
        "--sentences",
        type=click.IntRange(min=0),
        default=default,
        show_default=True,
        metavar="N",
        help=f"Sentences to print for each {what}.",
    )


class Plugin(click.ParamType[str]):
    """The name of a plugin; the names are looked up when one is given, not at import."""

    name = "name"

    def __init__(self, group: str, *more: str, prefix: str = "") -> None:
        self.group = group
        self.more = more
        self.prefix = prefix

    def names(self) -> tuple[str, ...]:
        """All names that may be given."""
        from actors.plugins import names

        return *names(self.group), *self.more

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a plugin, or it begins as one that needs not be listed."""
        if self.prefix and str(value).startswith(self.prefix):
            return str(value)
        return click.Choice(self.names()).convert(value, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin like what was typed."""
        return click.Choice(self.names()).shell_complete(ctx, param, incomplete)


def parse_columns(columns: Iterable[str]) -> dict[str, str]:
    """Read ``FIELD=COLUMN`` pairs.

    >>> parse_columns(["text=body", "date=published at"])
    {'text': 'body', 'date': 'published at'}
    """
    pairs = {}
    for column in columns:
        field, equals, name = column.partition("=")
        if not equals or not field or not name:
            raise click.BadParameter(f"{column!r}: write it as FIELD=COLUMN, as in text=body")
        pairs[field.strip()] = name.strip()
    return pairs


def settings(
    model: str,
    recogniser: bool,
    metonymy: str,
    recall: bool,
    ontology: Path | None,
    seconds: int,
    window: str = "sentence",
) -> Settings:
    """The options of a command as one record, checked."""
    from actors.ontology import read_own

    return Settings(
        model=model,
        recogniser=recogniser,
        metonymy="literal" if metonymy == "literal" else "read",
        window=_checked_window(window),
        recall=recall,
        ontology=read_own(ontology) if ontology else "",
        seconds=seconds,
    )


def _checked_window(window: str) -> str:
    """A window that makes sense, or an error that says which do.

    >>> _checked_window("3")
    '3'
    """
    if window in WINDOWS or (window.isdecimal() and int(window) > 0):
        return window
    raise click.BadParameter(
        f"{window!r}: use {', '.join(WINDOWS)} or a number of sentences", param_hint="--window"
    )
