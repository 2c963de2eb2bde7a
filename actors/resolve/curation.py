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

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import yaml  # type: ignore[import-untyped,unused-ignore]

from actors.errors import CurationError
from actors.resolve.composing import compose
from actors.resolve.corrections import place_of
from actors.resolve.patterns import problem
from actors.types import Kind, Modality, Rule, Sign

# Each decision, what else it must say, and what else it may.
VERBS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "merge": ((), ()),
        "split": (("off",), ()),
        "move": (("to",), ("kind",)),
        "rename": (("to",), ()),
        "retype": (("kind",), ("subtype",)),
        "identify": (("with",), ()),
        "ignore": ((), ()),
        "note": (("text",), ()),
        "unsure": ((), ("asked",)),
        "pin": (("names",), ()),
        "apart": ((), ()),
        "add_mention": (("to",), ("kind",)),
        "add_actor": (("kind",), ("subtype", "identifiers")),
        "reject": ((), ()),
        "confirm": ((), ()),
        "retype_relation": (("to",), ("sign", "turned", "negated", "modality")),
        "add_relation": (("source", "target", "type"), ("sign", "date", "quote", "document")),
    }
)
_ABOUT = ("because", "by", "on")
_TEXTS = (
    *("to", "kind", "subtype", "sign", "date", "quote", "document", "source", "target", "type"),
    *("text", "asked", "turned", "negated", "modality"),
)
"""What else a decision says in one text, whatever it is."""


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


def _items(node: Any, name: str) -> Iterator[tuple[dict[str, Any], int]]:
    """The items of the list as plain values, each with its line."""
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise _error(name, node.start_mark.line + 1, "the file must be a list: begin with “- ”")
    for item in node.value:
        line = item.start_mark.line + 1
        if not isinstance(item, yaml.MappingNode):
            raise _error(name, line, "a decision looks like “- merge: [Kabulov, Zamir Kabulov]”")
        yield _plain(item), line


def _plain(node: yaml.Node) -> Any:
    """A node's value; every scalar stays the text that was written (no is a country code)."""
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return "" if node.tag == "tag:yaml.org,2002:null" else node.value


def _rule(item: dict[str, Any], line: int, name: str) -> Rule:
    verb = next(iter(item), "")
    if verb not in VERBS:
        raise _error(name, line, f"“{verb}” is no decision; there are: {', '.join(VERBS)}")
    needed, allowed = VERBS[verb]
    about = {} if verb == "add_relation" and not item[verb] else item[verb]
    for key in (*_ABOUT, *_TEXTS):
        if not isinstance(item.get(key, ""), str):
            raise _error(name, line, f"“{verb}” needs “{key}” to be one text")
    says = {key: value for key, value in item.items() if key not in (verb, *_ABOUT)}
    missing = [key for key in needed if not says.get(key)]
    if missing:
        raise _error(name, line, f"“{verb}” needs “{missing[0]}” too")
    unknown = [key for key in says if key not in (*needed, *allowed)]
    if unknown:
        known = ", ".join((*needed, *allowed, *_ABOUT))
        raise _error(name, line, f"“{verb}” knows no “{unknown[0]}”; it knows: {known}")
    problem = _CHECKS.get(verb, _one_name)(about, says)
    if problem:
        raise _error(name, line, f"“{verb}” {problem}")
    place = f"{name}, line {line}"
    because, by, on = (item.get(name, "") for name in _ABOUT)
    return Rule(verb, about, says, because, by, place, on)


def _one_name(about: object, _: Mapping[str, object]) -> str:
    return "" if isinstance(about, str) and about.strip() else "needs the name of one actor"


def _merge(about: object, _: Mapping[str, object]) -> str:
    several = isinstance(about, list) and len(about) > 1 and all(map(_is_text, about))
    return "" if several else "needs a list of two names or more"


def _split(about: object, says: Mapping[str, object]) -> str:
    names = says["off"]
    listed = isinstance(names, list) and all(map(_is_text, names))
    return _one_name(about, says) or ("" if listed else "needs “off” to be a list of names")


def _mention(about: object, says: Mapping[str, object]) -> str:
    """A decision about one mention."""
    told = (
        isinstance(about, dict)
        and set(about) == {"document", "at", "words"}
        and all(map(_is_text, about.values()))
        and place_of(about["at"]) != (0, 0)
    )
    if not told:
        return "needs a mention such as {document: may.txt, at: 120-126, words: Sharif}"
    known = says.get("kind", "other") in get_args(Kind)
    return "" if known else f"needs “kind” to be one of: {', '.join(get_args(Kind))}"


def _move(about: object, says: Mapping[str, object]) -> str:
    if isinstance(about, dict):
        return _mention(about, says)
    if "kind" in says:
        return "knows “kind” only for a single mention"
    listed = isinstance(about, list) and bool(about) and all(map(_is_text, about))
    return "" if listed or _is_text(about) else "needs the key of an entity, or a list of them"


def _pin(about: object, says: Mapping[str, object]) -> str:
    names = says["names"]
    listed = isinstance(names, list) and all(map(_is_text, names))
    return _one_name(about, says) or ("" if listed else "needs “names” to be a list of names")


def _retype(about: object, says: Mapping[str, object]) -> str:
    kinds = get_args(Kind)
    known = says["kind"] in kinds
    return _one_name(about, says) or ("" if known else f"needs one of: {', '.join(kinds)}")


def _identify(about: object, says: Mapping[str, object]) -> str:
    pairs = says["with"]
    return _one_name(about, says) or (
        "" if _pairs(pairs) else "needs “with” to be like {wikidata: Q42418}"
    )


def _add_actor(about: object, says: Mapping[str, object]) -> str:
    pairs = says.get("identifiers") or {}
    return _retype(about, says) or (
        "" if _pairs(pairs) else "needs “identifiers” to be like {wikidata: Q42418}"
    )


def _pairs(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _ignore(about: object, says: Mapping[str, object]) -> str:
    if not isinstance(about, dict):
        return _one_name(about, says)
    if "words" in about:
        return _mention(about, {})
    if set(about) not in ({"string"}, {"pattern"}) or not all(map(_is_text, about.values())):
        return "needs a name, {string: ...} or {pattern: ...}"
    return problem(about["pattern"]) if "pattern" in about else ""


def _relation(about: object, says: Mapping[str, object]) -> str:
    told = (
        isinstance(about, dict)
        and ("relation" in about or {"source", "target"} <= set(about))
        and all(map(_is_text, about.values()))
    )
    return "" if told else "needs {source: A, target: B} or {relation: its id}"


def _retyped(about: object, says: Mapping[str, object]) -> str:
    choices = {"sign": get_args(Sign), "modality": get_args(Modality)}
    choices |= {"turned": ("yes", "no"), "negated": ("yes", "no")}
    wrong = (name for name in choices if says.get(name, choices[name][0]) not in choices[name])
    told = (f"needs “{name}” to be one of: {', '.join(choices[name])}" for name in wrong)
    return _relation(about, says) or next(told, "")


def _unsure(about: object, says: Mapping[str, object]) -> str:
    """Two that may be one, a relation, a mention, or one actor."""
    if isinstance(about, dict):
        return _mention(about, {}) if "words" in about else _relation(about, says)
    return _merge(about, says) if isinstance(about, list) else _one_name(about, says)


def _new_relation(about: object, says: Mapping[str, object]) -> str:
    ends = all(map(_is_text, (says["source"], says["target"], says["type"])))
    return "" if ends else "needs names for “source” and “target”, and a type"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _error(name: str, line: int, problem: str) -> CurationError:
    return CurationError(f"{name}, line {line}: {problem}")


_CHECKS: Mapping[str, Callable[[object, Mapping[str, object]], str]] = {
    "merge": _merge,
    "apart": _merge,
    "unsure": _unsure,
    "move": _move,
    "add_mention": _mention,
    "split": _split,
    "pin": _pin,
    "retype": _retype,
    "add_actor": _add_actor,
    "identify": _identify,
    "ignore": _ignore,
    "reject": _relation,
    "confirm": _relation,
    "retype_relation": _retyped,
    "add_relation": _new_relation,
}
