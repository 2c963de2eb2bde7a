"""The order of the house: no circle of imports, no SQL and no hidden import out of place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import networkx as nx

import actors

CODE = Path(actors.__file__).parent
HEAVY_ROOMS = ("extract", "languages.en", "measures", "neural", "readers", "resolve", "views")
"""Rooms that take a while to import: what seldom needs them imports them where it does."""
HEAVY = {
    *("duckdb", "igraph", "jinja2", "lxml", "matplotlib", "networkx", "numpy", "onnxruntime"),
    *("openpyxl", "pandas", "pyarrow", "pyvis", "rich", "scipy", "spacy", "yaml"),
}
LAZY = ("cli", *HEAVY_ROOMS)
"""Rooms that may import their own where they use them: a command that asks for help is quick."""


def module_of(path: Path) -> str:
    parts = path.relative_to(CODE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, ast.Module]:
    found = {path: path.read_text("utf-8") for path in sorted(CODE.rglob("*.py"))}
    return {module_of(path): ast.parse(text) for path, text in found.items()}


def room(module: str) -> str:
    """The room of a module; English, which loads a parser, is one by itself."""
    if f"{module}.".startswith("actors.languages.en."):
        return "languages.en"
    return module.split(".")[1] if "." in module else ""


def imported(node: ast.stmt) -> Iterator[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield inner if inner in modules() else node.module


def at_import(body: list[ast.stmt]) -> Iterator[str]:
    """What is imported when a module is, so neither in functions nor for types alone."""
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.dump(node.test):
            yield from at_import(node.body)
        yield from imported(node)


def where_used(tree: ast.Module) -> Iterator[str]:
    """What is imported in functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.stmt):
                    yield from imported(node)


@cache
def loaded() -> nx.DiGraph[str]:
    """Which module loads which, its packages included, at once."""
    graph = nx.DiGraph()
    for module, tree in modules().items():
        for name in at_import(tree.body):
            parts = name.split(".")
            packages = [".".join(parts[: n + 1]) for n in range(len(parts))]
            graph.add_edges_from((module, each) for each in packages)
    return graph


def is_heavy(module: str) -> bool:
    needs = {module, *nx.descendants(loaded(), module)} if module in loaded() else {module}
    return bool(needs & HEAVY) or any(room(each) in HEAVY_ROOMS for each in needs)


def test_no_module_leads_back_to_itself() -> None:
    found = grimp.build_graph("actors", cache_dir=None)
    graph = nx.DiGraph(
        (module, other)
        for module in found.modules
        for other in found.find_modules_directly_imported_by(module)
    )
    circles = [sorted(each) for each in nx.strongly_connected_components(graph) if len(each) > 1]
    assert circles == []


def test_light_modules_of_our_own_are_imported_at_the_top() -> None:
    hidden = {
        (module, name)
        for module, tree in modules().items()
        if room(module) not in LAZY
        for name in where_used(tree)
        if name in modules() and not is_heavy(name)
    }
    assert sorted(hidden) == []


def test_only_the_store_and_the_network_speak_sql() -> None:
    """What other rooms ask of a study is a function of `actors.store`."""
    asking = {
        module
        for module, tree in modules().items()
        if room(module) not in ("store", "network")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "sql")
    }
    assert asking == set()


UNSORTED = ("languages.en", "neural", "readers", "views")
"""Rooms whose names have yet to be sorted out."""
EACH_ITS_OWN = ("EPILOG", "routes")
"""What every file of a kind has: the examples of a command, the addresses of a screen."""


def public_names(tree: ast.Module) -> Iterator[str]:
    """Classes and constants of a module that other modules may import."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        for target in targets if isinstance(node, ast.Assign | ast.AnnAssign) else ():
            inner = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (each.id for each in inner if isinstance(each, ast.Name))


def test_a_name_stands_for_one_thing() -> None:
    """Classes and public constants are called differently all over the package."""
    found: dict[str, list[str]] = {}
    for module, tree in modules().items():
        for name in public_names(tree) if room(module) not in UNSORTED else ():
            if not name.startswith("_") and name not in EACH_ITS_OWN:
                found.setdefault(name, []).append(module)
    assert {name: where for name, where in found.items() if len(where) > 1} == {}
