"""What the shell offers when a name is begun: studies, and the names that a study holds.

Everything is quick and silent: a study that cannot be opened offers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

_MOST = 50
"""Names that are offered before anything is typed."""

Items = list[CompletionItem[str]]


def studies(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Folders that hold a study, and files of studies; any folder where there is none."""
    from actors.names import STUDY_FILE

    begun = Path(incomplete)
    folder = begun if incomplete.endswith("/") or not incomplete else begun.parent
    start = "" if folder == begun else begun.name
    try:
        entries = sorted(entry for entry in folder.iterdir() if entry.name.startswith(start))
    except OSError:
        return []
    found = [entry for entry in entries if entry.suffix == ".duckdb"]
    found += [entry for entry in entries if (entry / STUDY_FILE).is_file()]
    offered = [CompletionItem(_as_begun(entry, incomplete)) for entry in found]
    return offered or [CompletionItem(incomplete, type="dir")]


def actors(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Names of actors that begin as typed; else those in which a later word does."""
    from actors.store import words

    known = _read(ctx, words.names)
    if not incomplete:
        return _items(name for name, _ in known[:_MOST])
    wanted = incomplete.casefold()
    every = [name for own, aliases in known for name in (own, *aliases)]
    begun = [name for name in every if name.casefold().startswith(wanted)]
    return _items(begun or (name for name in every if f" {wanted}" in name.casefold()))


def documents(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Documents whose name, or the end of whose path, begins as typed."""
    from actors.store import words

    known = _read(ctx, words.documents)
    ends = [Path(name).name for name in known if "/" in name]
    return _items(name for name in (*known, *ends) if name.startswith(incomplete))


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Outlets that begin as typed."""
    from actors.store import words

    wanted = incomplete.casefold()
    return _items(name for name in _read(ctx, words.sources) if name.casefold().startswith(wanted))


class QuotingBash(BashComplete):
    """Bash, with names of several words quoted, as bash itself quotes names of files.

    Names come from documents. Where a quotation mark is open, one that could end it, or run
    something inside it, is not offered.
    """

    source_template = r"""
%(complete_func)s() {
    local response type value word=${COMP_WORDS[COMP_CWORD]}
    response=$(IFS=$'\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
        %(complete_var)s=bash_complete $1)
    COMPREPLY=()
    while IFS=',' read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                case $word in
                    \"*) [[ $value == *[\"\$\`\\\!]* ]] && continue ;;
                    \'*) [[ $value == *\'* ]] && continue ;;
                    *) printf -v value %%q "$value" ;;
                esac
                COMPREPLY+=("$value") ;;
        esac
    done <<< "$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


def prepare() -> None:
    """Let bash ask us in our own way."""
    add_completion_class(QuotingBash, "bash")


_Item = TypeVar("_Item")


def _read(ctx: click.Context, reader: Callable[[Path], list[_Item]]) -> list[_Item]:
    """What a study on the command line holds; nothing if it cannot be read."""
    from actors.errors import StoreError
    from actors.names import STUDY_FILE

    studies = ctx.params.get("studies") or (ctx.params.get("study"),)
    # An option without its value, which is just being typed, leaves all arguments unread.
    given = [each for each in (*studies, *ctx.args) if each]
    if not given:
        return []
    place = Path(given[0])
    try:
        return reader(place / STUDY_FILE if place.is_dir() else place)
    except StoreError:
        return []


def _items(names: Iterable[str]) -> Items:
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.isprintable()]


def _as_begun(entry: Path, incomplete: str) -> str:
    """A path as it was begun: ``./`` in front stays."""
    return f"./{entry}" if incomplete.startswith("./") else str(entry)
