"""The analyst's word: reading ``curation.yaml``, the decisions of people about who is who.

The file is a list; each item is one decision, and later ones win. It is made to be written
by hand, commented and kept in git::

    - merge: [Zamir Kabulov, Kabulov]
      because: the same envoy, see both reports of 14 July
    - split: George Bush
      off: [George H. W. Bush]
    - move: 1f0c72a9d4e85b36c7a1:e4
      to: Zamir Kabulov
    - move: {document: reports/may.txt, at: 120-126, words: Sharif}
      to: Shehbaz Sharif
    - ignore: {document: reports/may.txt, at: 240-246, words: Reuter}
    - add_mention: {document: reports/may.txt, at: 300-309, words: the envoy}
      to: Zamir Kabulov
    - rename: RIA
      to: RIA Novosti
    - retype: Taliban
      kind: organisation
      subtype: armed_group
    - identify: Taliban
      with: {wikidata: Q42418}
    - ignore: Reuters
    - pin: Zamir Kabulov
      names: [Zamir Kabulov, Kabulov]
    - apart: [Ashraf Ghani, Abdul Ghani Baradar]
    - unsure: [Ghani, Ashraf Ghani]
    - note: Taliban
      text: in power since 15 August 2021
    - reject: {source: Russia, target: Taliban, type: accuse}

Actors are called by name, by key, or by identifier (``iso3166:TJ``); what one document says of
an actor, the entity, by its key; a single mention by its document, its characters, counted from 0,
and its words. ``kind`` beside ``to`` makes a new actor of that kind and name of the mention.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml  # type: ignore[import-untyped,unused-ignore]

from actors.errors import CurationError
from actors.resolve.composing import compose
from actors.resolve.decision_checks import REASONS, VERBS, fault
from actors.types import Rule


def read(path: Path) -> list[Rule]:
    """The decisions in a file, in order; none if there is no file.

    Raises:
        CurationError: something in the file can't be understood; says which line.
    """
    return parse(text_of(path), path.name)


def text_of(path: Path) -> str:
    """The text of a file of decisions; empty if there is no file.

    Raises:
        CurationError: it is not UTF-8
    """
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise CurationError(f"{path.name} is not UTF-8: save it as UTF-8 ({error})") from error


def parse(text: str, name: str = "curation.yaml") -> list[Rule]:
    """The decisions in a text, in order.

    Raises:
        CurationError: something can't be understood; says which line and what is expected.

    >>> [rule.verb for rule in parse("- merge: [RIA, RIA Novosti]\\n- ignore: Reuters")]
    ['merge', 'ignore']
    >>> parse("- merg: [RIA, RIA Novosti]")
    Traceback (most recent call last):
    ...
    actors.errors.CurationError: curation.yaml, line 1: “merg” is no decision; there are: \
merge, split, move, rename, retype, identify, ignore, note, unsure, pin, apart, add_mention, \
add_actor, reject, confirm, retype_relation, add_relation
    """
    try:
        items = list(_items(compose(text, name), name))
        return [_rule(item, line, name) for item, line in items]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error)
        raise CurationError(f"{name}, line {line}: this is not YAML: {problem}") from error


def _items(node: yaml.Node | None, name: str) -> Iterator[tuple[dict[str, object], int]]:
    """The items of the list as plain values, each with its line."""
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise _error(name, node.start_mark.line + 1, "the file must be a list: begin with “- ”")
    for item in node.value:
        line = item.start_mark.line + 1
        if not isinstance(item, yaml.MappingNode):
            raise _error(name, line, "a decision looks like “- merge: [Kabulov, Zamir Kabulov]”")
        yield _fields(item), line


def _fields(node: yaml.MappingNode) -> dict[str, object]:
    return {str(_plain(key)): _plain(value) for key, value in node.value}


def _plain(node: yaml.Node) -> object:
    """A node's value; every scalar stays the text that was written (no is a country code)."""
    if isinstance(node, yaml.MappingNode):
        return _fields(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return "" if node.tag == "tag:yaml.org,2002:null" else node.value


def _rule(item: dict[str, object], line: int, name: str) -> Rule:
    verb = next(iter(item), "")
    if verb not in VERBS:
        raise _error(name, line, f"“{verb}” is no decision; there are: {', '.join(VERBS)}")
    about = {} if verb == "add_relation" and not item[verb] else item[verb]
    says = {key: value for key, value in item.items() if key not in (verb, *REASONS)}
    problem = fault(verb, about, item, says)
    if problem:
        raise _error(name, line, f"“{verb}” {problem}")
    place = f"{name}, line {line}"
    because, by, on = (str(item.get(name, "")) for name in REASONS)
    return Rule(verb, about, says, because, by, place, on)


def _error(name: str, line: int, problem: str) -> CurationError:
    return CurationError(f"{name}, line {line}: {problem}")
