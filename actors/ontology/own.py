"""Read and check a file of types of the user's own; docs/howto/add-a-type-of-tie.md shows one."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

from actors.errors import SettingsError
from actors.ontology.table import ACTOR, QUADS, STRUCTURAL, TRAITS, ontology

__all__ = ["read_own"]

_KINDS = (*ACTOR, "actor")
_DEFAULTS: Mapping[str, object] = {
    "quad": STRUCTURAL,
    "sign": "0",
    "symmetric": False,
    "ends": ["actor > actor"],
}
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_PHRASE = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_PHRASES = ("verbs", "nouns", "acts")
"""The fields whose words state a type."""
_LAYERS = ("cooccurrence", "stated", "background")
"""Names that the columns of a study use for something else."""
_MENDED = "docs/howto/add-a-type-of-tie.md shows a file that works"


def read_own(path: str | Path) -> str:
    """Read a file of types of the user's own, a table for each type.

    Args:
        path: a TOML file; the how-to lists its fields

    Returns:
        the checked types as text, the same for the same types whatever their order and whatever
        the comments of the file: `actors.ontology.ontology` reads it, `Settings.ontology` holds it

    Raises:
        SettingsError: the file can't be read or says what makes no sense; the message names the
            line of each fault and says what to write
    """
    try:
        text = Path(path).read_text("utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}\n{_MENDED}") from error
    faults = sorted(
        (_line(text, name, field), f"[{name}] {fault}")
        for name, table in tables.items()
        for field, fault in _faults(name, table)
    )
    if faults:
        told = (f"{path}:{line}: {fault}" for line, fault in faults)
        raise SettingsError("\n".join([*told, _MENDED]))
    checked = {name: _filled(table) for name, table in tables.items()}
    return json.dumps(checked, sort_keys=True, ensure_ascii=False)


def _filled(table: Mapping[str, object]) -> dict[str, object]:
    """The fields of a type with what is left out; words in lower case, without double spaces."""
    filled = {**_DEFAULTS, **table}
    if filled["quad"] == STRUCTURAL:
        filled.setdefault("traits", ["still"])
    for field in _PHRASES:
        filled[field] = [
            " ".join(each.lower().split()) for each in cast("list[str]", table.get(field, []))
        ]
    return filled


def _faults(name: str, table: object) -> Iterator[tuple[str, str]]:
    """What is wrong with a type: the field, or nothing for its name, and what to do."""
    if not isinstance(table, dict):
        yield name, "is no type: put each type in a table of its own, under a line [name]"
        return
    if not _NAME.fullmatch(name):
        yield "", "write the name in small letters a-z, words joined by _, as in [invests_in]"
    elif name in ontology("") or name in _LAYERS:
        yield "", "is a name that is taken: choose another, as in [my_" + name + "]"
    for field in table:
        if field not in _CHECKS:
            near = difflib.get_close_matches(field, _CHECKS, 1)
            known = f"did you mean {near[0]}?" if near else f"fields are {', '.join(_CHECKS)}"
            yield field, f"has no field {field!r}: {known}"
    for field, fault in _CHECKS.items():
        if field in table and (said := fault(table[field])):
            yield field, f"{field}: {said}"
    if "definition" not in table:
        yield "", 'definition is missing: say in a sentence what the type means, definition = "..."'
    if not any(table.get(field) for field in _PHRASES):
        yield "", 'no words state it: add verbs = ["..."], nouns = ["..."] or acts = ["..."]'
    yield from _contradiction(table)


def _contradiction(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    quad, sign = str(table.get("quad", "")), table.get("sign", "0")
    if (quad.endswith("cooperation") and sign == "-") or (
        quad.endswith("conflict") and sign == "+"
    ):
        yield "sign", f"sign: {sign!r} does not go with {quad}: change the one or the other"


def _sentence(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "write a sentence in quotes"


def _one_of(*choices: str) -> Callable[[object], str]:
    listed = ", ".join(map(repr, choices))
    return lambda value: "" if value in choices else f"{value!r}: write one of {listed}"


def _yes_or_no(value: object) -> str:
    return "" if isinstance(value, bool) else f"{value!r}: write true or false, without quotes"


def _ends(value: object) -> str:
    advice = 'write a list as in ["person, group > organisation", "country > organisation"]'
    if not isinstance(value, list) or not value:
        return advice
    for line in value:
        if not isinstance(line, str) or line.count(">") != 1:
            return f"{line!r}: {advice}"
        for kind in re.split("[,>]", line):
            if kind.strip() not in _KINDS:
                return f"{kind.strip()!r} is no kind of actor: choose from {', '.join(_KINDS)}"
    return ""


def _words(value: object) -> str:
    if not isinstance(value, list):
        return 'write a list in brackets, as in ["invest in", "fund"]'
    for each in value:
        if not isinstance(each, str) or not _PHRASE.fullmatch(" ".join(each.split())):
            return f"{each!r}: write one to four words in quotes, without marks, as in 'invest in'"
    return ""


def _traits(value: object) -> str:
    listed = ", ".join(TRAITS)
    if not isinstance(value, list):
        return f"write a list in brackets; traits are {listed}"
    unknown = [each for each in value if each not in TRAITS]
    return f"{unknown[0]!r} is no trait: choose from {listed}" if unknown else ""


_CHECKS: Mapping[str, Callable[[object], str]] = {
    "definition": _sentence,
    "example": _sentence,
    "counter_example": _sentence,
    "verbs": _words,
    "nouns": _words,
    "acts": _words,
    "ends": _ends,
    "sign": _one_of("+", "-", "0"),
    "symmetric": _yes_or_no,
    "quad": _one_of(*QUADS),
    "traits": _traits,
}
"""What may be said of a type, and what is wrong with a value, if anything."""


def _line(text: str, name: str, field: str) -> int:
    """The line of a field of a type, of its header where the field is empty or not found.

    >>> _line('[a]\\nsign = "0"\\n\\n[b]\\nsign = "+"', "b", "sign")
    5
    """
    lines = text.splitlines()
    header = re.compile(rf"\s*\[\s*[\"']?{re.escape(name)}[\"']?\s*\]")
    key = re.compile(rf"\s*[\"']?{re.escape(field)}[\"']?\s*=")
    start = next((at for at, line in enumerate(lines) if header.match(line)), -1)
    for at in range(start + 1, len(lines) if field else 0):
        if start >= 0 and lines[at].lstrip().startswith("["):
            break
        if key.match(lines[at]):
            return at + 1
    return max(start, 0) + 1
