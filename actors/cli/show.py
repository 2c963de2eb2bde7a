"""``actors show``: the card of one actor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.options import format_option, sentences_option, study_argument, top_option

if TYPE_CHECKING:
    from actors.analysis.card import ActorTie, Card
    from actors.types import Evidence

EPILOG = """\b
Examples:
  actors show output/ "Kabulov"
  actors show output/ CSTO --top 3 --sentences 1
  actors show output/ Taliban --layer cooccurrence --format csv
"""


@click.command("show", cls=Command, epilog=EPILOG)
@study_argument
@click.argument("name", shell_complete=completion.actors)
@click.option(
    "--layer",
    type=click.Choice(["stated", "cooccurrence"]),
    default=None,
    help="Only ties that are stated, or only whom the actor occurs with, with the sentences.",
)
@top_option(10, "Names, and ties of each kind, to print; CSV and JSON have all.")
@sentences_option(3, "tie")
@format_option
def command(
    study: Path, name: str, layer: str | None, top: int, sentences: int, format: str
) -> None:
    """Say who an actor is: its names, its ties, the sentences.

    NAME is any that leads to one actor: a name, acronym, adjective (Tajik), capital or seat
    (Kremlin), identifier (Q863), or a part that no other actor has. Ties are grouped by kind,
    the strongest first. A sentence is printed once, with its number; below other ties that it
    states only the number stands.
    """
    from actors.cli.card import Limits, print_card
    from actors.cli.printed import print_csv, print_json
    from actors.cli.progress import working
    from actors.study import open_study

    with working("Looking up"):
        card = open_study(study).card(name)
    if format == "json":
        print_json(_record(card, layer))
    elif format == "csv":
        print_csv(_rows(card, layer), _COLUMNS)
    else:
        print_card(card, layer, Limits(top, sentences))


_COLUMNS = (
    *("source", "type", "target", "layer", "sign", "status", "directed", "negated", "weight"),
    *("sentence", "modality", "speaker", "outlet", "date", "document", "start", "end"),
)


def _rows(card: Card, layer: str | None) -> list[dict[str, object]]:
    """A row for each sentence of each tie."""
    return [
        dict(zip(_COLUMNS, (*_about(card, tie), *_place(one)), strict=True))
        for tie in card.ties
        if layer in (None, tie.layer)
        for one in tie.evidence
    ]


def _about(card: Card, tie: ActorTie) -> tuple[object, ...]:
    ends = (card.actor.name, tie.other) if tie.outgoing else (tie.other, card.actor.name)
    said = (tie.layer, tie.sign, tie.status, tie.directed, tie.negated, tie.weight)
    return (ends[0], tie.type, ends[1], *said)


def _place(one: Evidence) -> tuple[object, ...]:
    text = " ".join(str(one["text"]).split())
    told = (one.get("modality", ""), one.get("speaker", ""), one.get("source", ""))
    return (text, *told, one.get("date", ""), one["name"], one["start"], one["end"])


def _record(card: Card, layer: str | None) -> dict[str, object]:
    from dataclasses import asdict

    record = asdict(card)
    record["actor"].pop("members", None)
    record["ties"] = [tie for tie in record["ties"] if layer in (None, tie["layer"])]
    return record
