"""One table of everything that can be swapped: readers, exporters, measures, engines.

Built-ins are listed as import strings, ``"module:function"``, and are imported when they
are asked for, so that listing them costs nothing. A package adds its own with an entry
point in the group ``actors.readers`` (named by file suffix), ``actors.exporters``,
``actors.measures`` or ``actors.engines``; it cannot take the name of a built-in.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import Any

from actors.errors import NotFound
from actors.formats import suffixes

_CENTRALITIES = (
    "degree",
    "strength",
    "in_degree",
    "out_degree",
    "in_strength",
    "out_strength",
    "betweenness",
    "closeness",
    "harmonic",
    "eigenvector",
    "pagerank",
    "core_number",
    "katz",
    "hubs",
    "authorities",
    "clustering",
    "constraint",
    "effective_size",
    "net_support",
    "pn",
)

BUILT_IN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "readers": {suffix: each.reader for suffix, each in suffixes()},
        "exporters": {
            "gexf": "actors.export.gexf:write",
            "gexf-dynamic": "actors.export.gexf:write",
            "graphml": "actors.export.graphml:write",
            "json": "actors.export.node_link:write",
            "csv": "actors.export.tables:write",
            "gephi-csv": "actors.export.gephi:write",
            "graphology": "actors.export.graphology:write",
            "kumu": "actors.export.kumu:write",
            "polinode": "actors.export.polinode:write",
            "neo4j": "actors.export.neo4j:write",
            "pajek": "actors.export.pajek:write",
            "ucinet": "actors.export.ucinet:write",
            "vna": "actors.export.vna:write",
            "r": "actors.export.r:write",
            "netzschleuder": "actors.export.netzschleuder:write",
            "i2": "actors.export.i2:write",
            "ftm": "actors.export.ftm:write",
            "dna": "actors.export.dna:write",
        },
        "measures": {name: f"actors.measures.centrality:{name}" for name in _CENTRALITIES},
        "languages": {
            "en": "actors.languages.en:pack",
            "ru": "actors.languages.ru:pack",
            "fr": "actors.languages.fr:pack",
        },
        "engines": {
            "auto": "actors.engines.auto:Auto",
            "local": "actors.engines.local:Local",
            "processes": "actors.engines.processes:Processes",
        },
    }
)


def names(group: str) -> tuple[str, ...]:
    """All that can be asked for in a group: built-ins as listed, then what packages add.

    Raises:
        NotFound: there is no such group.

    >>> names("exporters")[:5]
    ('gexf', 'gexf-dynamic', 'graphml', 'json', 'csv')
    """
    built_in = _group(group)
    return *built_in, *sorted(name for name in _added(group) if name not in built_in)


def load(group: str, name: str) -> Any:
    """Import and return one plugin.

    Raises:
        NotFound: nothing in the group has the name, or what has it cannot be imported.

    >>> load("readers", ".txt").__module__
    'actors.readers.text'
    """
    built_in = _group(group)
    if name in built_in:
        return _resolve(built_in[name], group, name)
    added = _added(group)
    if name in added:
        return _resolve(added[name].value, group, name)
    known = ", ".join(names(group))
    raise NotFound(f"no {group.removesuffix('s')} is called {name!r}; there are: {known}")


def _group(group: str) -> Mapping[str, str]:
    if group not in BUILT_IN:
        raise NotFound(f"no kind of plugin is called {group!r}; there are: {', '.join(BUILT_IN)}")
    return BUILT_IN[group]


def _added(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=f"actors.{group}")}


def _resolve(target: str, group: str, name: str) -> Any:
    module, _, attribute = target.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        kind = group.removesuffix("s")
        message = f"the {kind} {name!r} ({target}) cannot be imported: {error}"
        raise NotFound(message) from error
