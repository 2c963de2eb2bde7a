"""``actors merge``, ``split``, ``rename`` ...: decisions, written to curation.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.options import Decorated, format_option, study_argument
from actors.types import Json, Kind

if TYPE_CHECKING:
    from actors.store import Store
    from actors.study import Study


def decision(*examples: str) -> Callable[..., click.Command]:
    """A command that writes a decision; ``examples`` are what follows ``actors`` in its help."""
    listed = "\n".join(f"  actors {example}" for example in examples)
    return click.command(
        cls=Command,
        epilog=f"\b\nExample{'s' if len(examples) > 1 else ''}:\n{listed}",
        stopped="A decision that is in curation.yaml stays there and is applied by the next one, "
        "or by `actors build`; `actors undo {study}` takes it back.",
    )


def _reasoned(command: Decorated) -> Decorated:
    """``--because`` and ``--by``: the reason, and who decides."""
    because = click.option("--because", default="", help="The reason; the actor's card shows it.")
    by = click.option("--by", default="", help="Who decides.")
    return because(by(format_option(command)))


def _decide(
    study: Path,
    verb: str,
    about: Json | Callable[[Store], Json],
    because: str,
    by: str,
    format: str,
    **says: Json,
) -> None:
    from actors.cli.named import in_own_names
    from actors.cli.progress import working
    from actors.study import open_study
    from actors.study.deciding import decide

    opened = open_study(study)
    with opened.store(write=True) as store:
        about = about(store) if callable(about) else about
        about, says = in_own_names(store, verb, about, says)
        with working("Applying the decision"):
            warnings = decide(store, opened.folder, verb, about, because=because, by=by, says=says)
    said = f"Written to {opened.curation}; `actors undo {study}` takes it back."
    said += _about_files(opened, study)
    _tell(said, {"written": str(opened.curation), "decision": verb}, warnings, format)


def _about_files(opened: Study, study: Path) -> str:
    """What is said where the files are not yet written anew: those of a large study are not."""
    if not opened.outdated:
        return ""
    return (
        "\nEvery command knows it now. The page and the tables in the folder are written anew "
        f"by `actors view {study}` or the next build."
    )


def _tell(said: str, facts: Mapping[str, object], warnings: Iterable[str], format: str) -> None:
    from actors.cli.printed import print_facts
    from actors.cli.screen import warn

    for warning in warnings:
        warn(warning)
    print_facts(facts, said, format)


@decision('merge output/ UNHCR "Babar Baloch" --because "its spokesman"')
@study_argument
@click.argument("actors", nargs=-1, required=True, shell_complete=completion.actors)
@_reasoned
def merge(study: Path, actors: tuple[str, ...], because: str, by: str, format: str) -> None:
    """Make several ACTORS one; the first gives the name."""
    if len(actors) < 2:
        raise click.UsageError("name at least two actors")
    _decide(study, "merge", list(actors), because, by, format)


@decision('split output/ "Sergei Shoigu" 09-shoigu-in-dushanbe.txt')
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("off", nargs=-1, required=True, shell_complete=completion.documents)
@_reasoned
def split(
    study: Path, actor: str, off: tuple[str, ...], because: str, by: str, format: str
) -> None:
    """Take OFF out of ACTOR and make it an actor of its own.

    OFF is one of its names, or a document in which it is somebody else: the name of the document,
    or the end of its path.
    """
    _decide(study, "split", actor, because, by, format, off=list(off))


@decision('rename output/ CSTO "The bloc"')
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("name")
@_reasoned
def rename(study: Path, actor: str, name: str, because: str, by: str, format: str) -> None:
    """Give ACTOR another NAME."""
    _decide(study, "rename", actor, because, by, format, to=name)


@decision("retype output/ Taliban organisation --subtype armed_group")
@study_argument
@click.argument("actor", shell_complete=completion.actors)
@click.argument("kind", type=click.Choice(get_args(Kind)))
@click.option("--subtype", default=None, help="igo, ngo, company, party, armed_group ...")
@_reasoned
def retype(
    study: Path, actor: str, kind: str, subtype: str | None, because: str, by: str, format: str
) -> None:
    """Say of what KIND an ACTOR is."""
    says = {"subtype": subtype} if subtype else {}
    _decide(study, "retype", actor, because, by, format, kind=kind, **says)


def _one_mention(command: Decorated) -> Decorated:
    """The arguments and options of decisions about one mention; see `_decide_mention`."""
    study = study_argument
    document = click.argument("document", shell_complete=completion.documents)
    words = click.argument("words")
    actor = click.argument("actor", shell_complete=completion.actors)
    kind = click.option(
        "--kind", type=click.Choice(get_args(Kind)), default=None, help="Of a new actor: its kind."
    )
    return study(document(words(actor(_nth(kind(_reasoned(command)))))))


def _nth(command: Decorated) -> Decorated:
    """``--nth``: of the places in a document that have the same words."""
    return click.option(
        "--nth", type=click.IntRange(1), default=None, help="Which of the places with these words."
    )(command)


def _words(
    document: str, words: str, nth: int | None, *, new: bool = False
) -> Callable[[Store], Json]:
    """The place that words name, once the study is open."""
    from actors.analysis.words import mention_of_words

    return lambda store: mention_of_words(store, document, words, nth, new=new)


def _decide_mention(
    verb: str,
    study: Path,
    document: str,
    words: str,
    actor: str,
    nth: int | None,
    kind: str | None,
    **reasoned: str,
) -> None:
    """Decide whom the words of a document mean; ``reasoned`` is what `_reasoned` gives."""
    says = {"to": actor} | ({"kind": kind} if kind else {})
    about = _words(document, words, nth, new=verb == "add_mention")
    _decide(study, verb, about, **reasoned, **says)


@decision("move output/ 03-taliban-in-moscow.txt Moscow Russia --nth 1")
@_one_mention
def move(**told: Any) -> None:
    """Say that one mention means another ACTOR.

    The mention is where WORDS stand in DOCUMENT. With --kind, ACTOR is the name of a new actor.
    """
    _decide_mention("move", **told)


@decision('add-mention output/ 03-taliban-in-moscow.txt "its word" Taliban')
@_one_mention
def add_mention(**told: Any) -> None:
    """Say that WORDS in DOCUMENT mention an ACTOR."""
    _decide_mention("add_mention", **told)


@decision(
    "ignore output/ Pentagon",
    'ignore output/ --pattern "^Sher "',
    "ignore output/ Interfax --in 03-taliban-in-moscow.txt",
)
@study_argument
@click.argument("actor", required=False, shell_complete=completion.actors)
@click.option("--pattern", default=None, help="A regular expression instead of a name.")
@click.option(
    "--in",
    "document",
    default=None,
    shell_complete=completion.documents,
    help="Only the one mention by these words, in this document.",
)
@_nth
@_reasoned
def ignore(
    study: Path,
    actor: str | None,
    pattern: str | None,
    document: str | None,
    nth: int | None,
    because: str,
    by: str,
    format: str,
) -> None:
    """Leave out ACTOR, what fits a pattern, or one mention."""
    if (actor is None) == (pattern is None) or (document and actor is None):
        raise click.UsageError("name an actor, or give a --pattern")
    about = _words(document, actor, nth) if document and actor else actor
    _decide(study, "ignore", {"pattern": pattern} if pattern else about, because, by, format)


@decision('reject output/ Ghani Pakistan --type accuse --because "a quote"')
@study_argument
@click.argument("source", shell_complete=completion.actors)
@click.argument("target", shell_complete=completion.actors)
@click.option("--type", "type_", default=None, help="Only ties of this type.")
@_reasoned
def reject(
    study: Path, source: str, target: str, type_: str | None, because: str, by: str, format: str
) -> None:
    """Take ties from SOURCE to TARGET out of the network."""
    about = {"source": source, "target": target} | ({"type": type_} if type_ else {})
    _decide(study, "reject", about, because, by, format)


@decision("undo output/")
@study_argument
@format_option
def undo(study: Path, format: str) -> None:
    """Take the newest decision back."""
    from actors.cli.progress import working
    from actors.study import open_study

    opened = open_study(study)
    with working("Taking the decision back"):
        rule = opened.undo()
    said = f"Taken back: {rule.verb} {rule.about}{_about_files(opened, study)}"
    _tell(said, {"taken_back": rule.verb, "about": str(rule.about)}, (), format)
