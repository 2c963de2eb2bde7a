"""What each decision has to say, and what is wrong with one that does not say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from actors.resolve.corrections import place_of
from actors.resolve.patterns import problem
from actors.types import Kind, Modality, Sign

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
"""Each decision, what else it must say, and what else it may."""
REASONS = ("because", "by", "on")
"""What every decision may say: why, who decided, and when."""
_TEXTS = (
    *("to", "kind", "subtype", "sign", "date", "quote", "document", "source", "target", "type"),
    *("text", "asked", "turned", "negated", "modality"),
)
"""What else a decision says in one text, whatever it is."""


def fault(verb: str, about: object, item: Mapping[str, object], says: Mapping[str, object]) -> str:
    """Tell what is wrong with a decision, or nothing.

    Args:
        verb: one of `VERBS`
        about: whom or what it is about
        item: all that was written
        says: what was written besides the verb and its reasons

    >>> fault("rename", "RIA", {"rename": "RIA"}, {})
    'needs “to” too'
    """
    needed, allowed = VERBS[verb]
    for key in (*REASONS, *_TEXTS):
        if not isinstance(item.get(key, ""), str):
            return f"needs “{key}” to be one text"
    for key in needed:
        if not says.get(key):
            return f"needs “{key}” too"
    for key in says:
        if key not in (*needed, *allowed):
            known = ", ".join((*needed, *allowed, *REASONS))
            return f"knows no “{key}”; it knows: {known}"
    return _CHECKS.get(verb, _one_name)(about, says)


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
