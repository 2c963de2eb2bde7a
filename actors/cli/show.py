"""``actors show``: the card of one actor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli import completion
from actors.cli.options import study_argument

if TYPE_CHECKING:
    from rich.console import Console

    from actors.study.card import Card, Tie

EPILOG = """\b
Examples:
  actors show output/ "Kabulov"
  actors show output/study.duckdb CSTO --sentences 10
"""


@click.command("show", epilog=EPILOG)
@study_argument
@click.argument("name", shell_complete=completion.actors)
@click.option(
    "--sentences",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="Sentences to print for each tie.",
)
def command(study: Path, name: str, sentences: int) -> None:
    """Print who NAME is in STUDY: aliases and why they were merged, ties with sentences.

    NAME is any that leads to one actor: a name, acronym, adjective (Tajik), capital or seat
    (Kremlin), identifier (Q863), or a part that no other actor has.
    """
    from rich.console import Console

    from actors.study import open_study

    card = open_study(study).card(name)
    console = Console(highlight=False, soft_wrap=True)
    _print_head(console, card)
    _print_aliases(console, card)
    for tie in card.ties:
        _print_tie(console, tie, card.actor.name, sentences)


def _print_head(console: Console, card: Card) -> None:
    from rich.markup import escape

    actor = card.actor
    kind = f"{actor.kind} ({actor.subtype})" if actor.subtype else actor.kind
    known = "; ".join(f"{scheme} {value}" for scheme, value in actor.identifiers)
    console.print(f"[bold]{escape(actor.name)}[/]  {kind}  [dim]{actor.key}[/]")
    if card.how:
        console.print(escape(card.how), style="yellow")
    console.print(f"{card.mentions} mentions in {card.documents} documents")
    if known:
        console.print(f"Identifiers: {escape(known)}")


def _print_aliases(console: Console, card: Card) -> None:
    from rich.markup import escape

    console.print("\n[bold]Called[/]")
    for alias in card.aliases:
        console.print(f"  {escape(alias.text)}  x{alias.mentions}  [dim]{escape(alias.reason)}[/]")
    if card.judgements:
        console.print("\n[bold]Joined or kept apart over documents[/]")
    for why, times in _counted(card).items():
        console.print(f"  {escape(why)}" + (f"  x{times}" if times > 1 else ""))


def _counted(card: Card) -> dict[str, int]:
    counted: dict[str, int] = {}
    for each in card.judgements:
        line = f"{each.verdict}: {each.why}"
        counted[line] = counted.get(line, 0) + 1
    return counted


def _print_tie(console: Console, tie: Tie, name: str, sentences: int) -> None:
    from rich.markup import escape

    ends = (name, tie.other) if tie.outgoing else (tie.other, name)
    label = ("not " if tie.negated else "") + tie.type
    arrow = f"-- {label} -->" if tie.directed else f"-- {label} --"
    console.print(f"\n[bold]{escape(ends[0])} {arrow} {escape(ends[1])}[/]  x{tie.weight:g}")
    for one in tie.evidence[:sentences]:
        where = ", ".join(str(one[part]) for part in ("source", "date", "name") if one.get(part))
        console.print(f"  {escape(' '.join(str(one['text']).split()))}  [dim]{escape(where)}[/]")
    if len(tie.evidence) > sentences:
        console.print(f"  [dim]and {len(tie.evidence) - sentences} more[/]")
