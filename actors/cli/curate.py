"""``actors merge``, ``split``, ``rename`` ...: decisions, written to curation.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from actors.cli import completion
from actors.cli.options import study_argument
from actors.types import Kind

if TYPE_CHECKING:
    from actors.study import Study

Command = TypeVar("Command", bound=Callable[..., Any])


def reasoned(command: Command) -> Command:
    """``--because`` and ``--by``: the reason, and who decides."""
    because = click.option("--because", default="", help="The reason; the actor's card shows it.")
    by = click.option("--by", default="", help="Who decides.")
    return because(by(command))


def _decide(study: Path, verb: str, about: Any, because: str, by: str, **says: Any) -> None:
    from actors.cli.named import decision
    from actors.study import open_study
    from actors.study.curating import decide

    opened = open_study(study)
    about, says = decision(opened, verb, about, says)
    for warning in decide(opened, verb, about, because=because, by=by, says=says):
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"Written to {opened.curation}; `actors undo {study}` takes it back.")
    _tell_of_files(opened, study)


def _tell_of_files(opened: Study, study: Path) -> None:
    """The files of a large study are not written anew with each decision."""
    if opened.outdated:
        click.echo(
            "Every command knows it now. The page and the tables in the folder are written anew "
            f"by `actors view {study}` or the next build."
        )


@click.command(
    epilog='\b\nExample:\n  actors merge output/ "RIA" "RIA Novosti" --because "the same agency"'
)
@study_argument
@click.argument("actors", nargs=-1, required=True, shell_complete=completion.actors)
@reasoned
def merge(study: Path, actors: tuple[str, ...], because: str, by: str) -> None:
    """Make several ACTORS one; the first gives the name."""
    if len(actors) < 2:
        raise click.UsageError("name at least two actors")
    _decide(study, "merge", list(actors), because, by)


@click.command(
    epilog='\b\nExamples:\n  actors split output/ "George Bush" "George H. W. Bush"\n'
    '  actors split output/ "George Bush" reports/1991.txt'
)
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("off", nargs=-1, required=True, shell_complete=completion.documents)
@reasoned
def split(study: Path, actor: str, off: tuple[str, ...], because: str, by: str) -> None:
    """Take OFF out of ACTOR and make it an actor of its own.

    OFF is what it is called, or the document in which it is another: its name, or the end of
    its path.
    """
    _decide(study, "split", actor, because, by, off=list(off))


@click.command(epilog='\b\nExample:\n  actors rename output/ RIA "RIA Novosti"')
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("name")
@reasoned
def rename(study: Path, actor: str, name: str, because: str, by: str) -> None:
    """Give ACTOR another NAME."""
    _decide(study, "rename", actor, because, by, to=name)


@click.command(
    epilog="\b\nExample:\n  actors retype output/ Taliban organisation --subtype armed_group"
)
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("kind", type=click.Choice(get_args(Kind)))
@click.option("--subtype", default=None, help="igo, ngo, company, party, armed_group ...")
@reasoned
def retype(study: Path, actor: str, kind: str, subtype: str | None, because: str, by: str) -> None:
    """Say of what KIND an ACTOR is."""
    says = {"subtype": subtype} if subtype else {}
    _decide(study, "retype", actor, because, by, kind=kind, **says)


@click.command(
    epilog='\b\nExamples:\n  actors ignore output/ AFP\n  actors ignore output/ --pattern "^Photo"'
)
@study_argument
@click.argument("actor", required=False, shell_complete=completion.actors)
@click.option("--pattern", default=None, help="A regular expression instead of a name.")
@reasoned
def ignore(study: Path, actor: str | None, pattern: str | None, because: str, by: str) -> None:
    """Leave ACTOR, or whatever fits a pattern, out of the network."""
    if (actor is None) == (pattern is None):
        raise click.UsageError("name an actor, or give a --pattern")
    _decide(study, "ignore", {"pattern": pattern} if pattern else actor, because, by)


@click.command(
    epilog="\b\nExample:\n  actors reject output/ Russia Taliban --type accuse --because 'a quote'"
)
@study_argument
@click.argument("source", shell_complete=completion.actors)
@click.argument("target", shell_complete=completion.actors)
@click.option("--type", "type_", default=None, help="Only ties of this type.")
@reasoned
def reject(study: Path, source: str, target: str, type_: str | None, because: str, by: str) -> None:
    """Take what is stated from SOURCE to TARGET out of the network."""
    about = {"source": source, "target": target} | ({"type": type_} if type_ else {})
    _decide(study, "reject", about, because, by)


@click.command(epilog="\b\nExample:\n  actors undo output/")
@study_argument
def undo(study: Path) -> None:
    """Take the newest decision back."""
    from actors.study import open_study
    from actors.study.curating import undo as take_back

    opened = open_study(study)
    rule = take_back(opened)
    click.echo(f"Taken back: {rule.verb} {rule.about}")
    _tell_of_files(opened, study)
