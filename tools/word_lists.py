"""Check the word lists: ``python -m tools.word_lists`` prints what is wrong in them.

What is looked for: rows with the wrong number of columns, unknown types, slots, classes and
options; words that can never match, because the reading looks for one word and the entry is two or
is taken apart by the tokenizer; rows that an earlier row of the same word always goes before; words
that stand twice; classes and lists that nothing asks for.
"""

from __future__ import annotations

import functools
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from actors.languages.en.relations.lexicon import Frame, frame
from actors.languages.en.relations.multiword import PREPOSITIONS
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Row", "faults", "shadowed"]

_PLACES = frozenset({"obj", "arg", "set", "dat", "own", "owner", "out_of", "amid", "among", "near"})
"""Slots that are no single preposition."""
_SLOTS = _PLACES | PREPOSITIONS | {"outside", "during", "upon"}
_OPTIONS: Mapping[str, frozenset[str]] = {
    "verbs.tsv": frozenset({"sym", "sign", "conf", "deep", "intr", "clause", "rev"}),
    "nouns.tsv": frozenset({"sym", "sign", "conf", "class"}),
    "roles.tsv": frozenset({"conf", "rev"}),
    "structural.tsv": frozenset({"conf", "rev", "list", "joiner", "passive"}),
}
"""The options that the reading of each table looks at."""
_LISTS = ("actors.tsv", "cues.tsv", "embedding.tsv", "offices.tsv")
_PHRASES = {
    "actors.tsv": ("idiom",),
    "offices.tsv": ("state_head", "minister", "head", "envoy", "member"),
}
"""Classes whose entries may be several words: the reading joins words before it looks."""
_HYPHENATED = ("state_head", "head")
"""Offices that are looked for in lists of people as well, where the letters count."""


class Row(NamedTuple):
    """A row of a table, with its place."""

    table: str
    line: int
    cells: tuple[str, ...]

    def says(self, fault: str) -> str:
        """A fault of the row with its place."""
        return f"{self.table}:{self.line}: {fault}"


def faults() -> Iterator[str]:
    """Everything that is wrong in the word lists of English, each with its file and line."""
    for table in _OPTIONS:
        rows = list(_rows(table))
        yield from _frames(table, rows)
    yield from _combinations()
    for table in _LISTS:
        yield from _list(table)
    yield from _plain_lists()


def _rows(table: str) -> Iterator[Row]:
    text = (files("actors.languages.en.relations") / "data" / table).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield Row(table, number, tuple(line.split("\t")))


def _frames(table: str, rows: Iterable[Row]) -> Iterator[str]:
    """Faults of a table of frames: type, slots, options, words."""
    before: dict[str, list[Frame]] = {}
    for row in rows:
        if len(row.cells) != 4:
            yield row.says(f"has {len(row.cells)} columns, not 4: type, slots, options, words")
            continue
        type_, slots, options, words = row.cells
        yield from _heads(row, type_, slots, options)
        yield from _words(row, words.split(), _verb if table == "verbs.tsv" else _word)
        said = frame(type_, slots, options)
        for word in dict.fromkeys(words.split()):
            if table != "structural.tsv" and any(shadowed(said, by) for by in before.get(word, ())):
                yield row.says(f"{word}: an earlier row of the word always goes before this one")
            before.setdefault(word, []).append(said)


def _heads(row: Row, type_: str, slots: str, options: str) -> Iterator[str]:
    if type_ not in ontology(""):
        yield row.says(f"{type_} is no type of relation: see actors/ontology/types.toml")
    for slot in slots.split("|"):
        if slot not in _SLOTS:
            yield row.says(f"{slot} is no slot: an object, a preposition, set, arg or dat")
    for option in filter(None, options.split(",")):
        if option.partition("=")[0] not in _OPTIONS[row.table]:
            yield row.says(f"nothing reads the option {option} in this table: take it out")


def shadowed(later: Frame, earlier: Frame) -> bool:
    """Whether an earlier frame of the same word finds whatever a later one could find.

    >>> shadowed(frame("sanction", "obj", "deep"), frame("coerce", "obj", "deep"))
    True
    >>> shadowed(frame("sanction", "obj", "deep"), frame("coerce", "obj", ""))
    False
    """
    narrow = earlier.intransitive or earlier.clause
    within = set(later.slots) <= set(earlier.slots)
    return within and not narrow and (earlier.deep or not later.deep)


def _words(row: Row, words: list[str], sound: Callable[[str], bool]) -> Iterator[str]:
    """Words that stand twice, or can never match."""
    for word, times in Counter(words).items():
        if times > 1:
            yield row.says(f"{word} stands there {times} times")
        if not sound(word):
            yield row.says(f"{word} can never match: the text has several words there")


def _word(word: str) -> bool:
    """Whether the tokenizer leaves a word in one piece."""
    return "_" not in word and len(_tokenizer().make_doc(word)) == 1


def _verb(entry: str) -> bool:
    """Whether each part of an entry of the verbs is a word."""
    return all(map(_word, entry.split("_")))


@functools.cache
def _tokenizer() -> Language:
    import spacy

    return spacy.blank("en")


def _combinations() -> Iterator[str]:
    """Faults of verb and noun classes, and of what they say together."""
    classes, combos = list(_rows("classes.tsv")), list(_rows("combos.tsv"))
    known = {kind: {row.cells[1] for row in classes if row.cells[0] == kind} for kind in _KINDS}
    known["noun"] |= {group for row in _rows("nouns.tsv") if (group := _group(row))}
    used = {kind: {row.cells[at] for row in combos} for at, kind in enumerate(_KINDS)}
    for row in classes:
        kind, name, words = row.cells
        if name not in used[kind]:
            yield row.says(f"no row of combos.tsv names the class {name} of {kind}s")
        yield from _words(row, words.split(), _particle_verb if kind == "verb" else _word)
    seen: set[tuple[str, str]] = set()
    for row in combos:
        verb, noun, type_, _, slots, *_ = row.cells
        if (verb, noun) in seen:
            yield row.says(f"{verb} and {noun}: an earlier row has them")
        seen.add((verb, noun))
        for kind, name in (("verb", verb), ("noun", noun)):
            if name not in known[kind] | {"*"}:
                yield row.says(f"no class of {kind}s is called {name}")
        if type_ != "=" and type_ not in ontology(""):
            yield row.says(f"{type_} is no type of relation")
        yield from (
            row.says(f"{slot} is no slot") for slot in slots.split("|") if slot not in _SLOTS
        )


_KINDS = ("verb", "noun")


def _group(row: Row) -> str:
    """The class that a row of event nouns gives its nouns."""
    return frame(*row.cells[:3]).group


def _particle_verb(entry: str) -> bool:
    """Whether an entry is a verb, or a verb with a particle: more is not looked for."""
    verb, *rest = entry.split("_")
    return _word(verb) and len(rest) < 2 and PREPOSITIONS.issuperset(rest)


def _list(table: str) -> Iterator[str]:
    """Faults of a table of word classes."""
    source = _source()
    for row in _rows(table):
        if len(row.cells) != 2:
            yield row.says(f"has {len(row.cells)} columns, not 2: class, words")
            continue
        name, words = row.cells
        if f'"{name}"' not in source:
            yield row.says(f"nothing asks for the class {name}: take the row out")
        phrases = _verb if name in _PHRASES.get(table, ()) else _word
        yield from _words(row, words.split(), bool if name in _HYPHENATED else phrases)


def _plain_lists() -> Iterator[str]:
    """Faults of the lists of names and descriptions, an entry a line."""
    for path in sorted(
        (files("actors.languages.en") / "data").iterdir(), key=lambda each: each.name
    ):
        name, _, ending = path.name.rpartition(".")
        if ending != "txt":
            continue
        if f'"{name}"' not in _source():
            yield f"{path.name}:1: nothing asks for this list: take it out"
        lines = path.read_text(encoding="utf-8").splitlines()
        seen: set[str] = set()
        for number, line in enumerate(lines, start=1):
            entry = line.partition("#")[0].strip()
            if entry and entry in seen:
                yield f"{path.name}:{number}: {entry} stands above already"
            seen.add(entry)


@functools.cache
def _source() -> str:
    """The code of the package, in which the classes are named."""
    root = files("actors") / "languages" / "en"
    found = [path for path in _walk(root) if path.name.endswith(".py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


def _walk(folder: Any) -> Iterator[Any]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def main() -> int:
    """Print the faults; return 1 if there are any."""
    found = list(faults())
    for fault in found:
        print(fault)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
