"""How fast the page is in headless Chromium: 50, 500 and 5,000 actors.

::

    python benchmarks/page.py [--sizes 50 500 5000] [--chromium PROGRAM] [--seconds 3] [--runs 3]

Needs playwright and Chromium (on the path, or named here or in ``ACTORS_CHROMIUM``). The networks
are random, with five ties an actor and two sentences a tie. Time to the first picture runs from
the start of navigation to the second frame after the page says it is ready. Frames are counted
while the mouse drags an actor, and then the whole drawing; without a graphics card Chromium
draws by processor, and never more than 60 frames a second. The heap is JavaScript's after
dragging, not tidied up before. A view is switched by its button; the slowest of them counts, until
the second frame after the click. A large network opens on its backbone: the last columns are
after a click on "Show everything", how long until the second frame after it, and dragging again.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import networkx as nx

from actors.views import page

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
TIES, SENTENCES = 5, 2
KINDS = ("country", "organisation", "person", "person", "group")
FIRST_PICTURE = """
new MutationObserver(() => {
  if (document.documentElement?.dataset.ready && !window.began) {
    window.began = true;
    const seen = () => { window.picture = performance.now(); };
    requestAnimationFrame(() => requestAnimationFrame(seen));
  }
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"""
PRESS = """(words) => new Promise((done) => {
  const began = performance.now(), buttons = [...document.querySelectorAll("button")];
  buttons.find((one) => one.textContent === words).click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""
VIEWS = """() => {
  return [...document.querySelectorAll("#views [aria-pressed]")].map((one) => one.textContent);
}"""
COLUMNS = (
    *("actors", "ties", "drawn at first", "file MB", "first picture s", "fps, actor dragged"),
    *("fps, drawing dragged", "heap MB", "view switched s"),
    *("everything s", "fps, actor", "fps, drawing", "heap"),
)
COUNT_FRAMES = """() => {
  window.frames_seen = 0; window.counting = true;
  const count = () => { window.frames_seen++; if (window.counting) requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


def main() -> None:
    """Print a row for each size."""
    given = parsed()
    from playwright.sync_api import sync_playwright

    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(ARGUMENTS))
        for size in given.sizes:
            file = Path(folder) / f"{size}.html"
            graph = network(size)
            page.write(graph, file)
            for _ in range(given.runs):
                row(browser, graph, file, given.seconds)
        browser.close()


def parsed() -> argparse.Namespace:
    found = os.environ.get("ACTORS_CHROMIUM") or shutil.which("chromium")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=(50, 500, 5_000))
    parser.add_argument("--chromium", default=found, required=found is None)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long to drag")
    parser.add_argument("--runs", type=int, default=1, help="how often each size is measured")
    return parser.parse_args()


def network(actors: int, seed: int = 1) -> nx.MultiDiGraph[Any]:
    """Groups of about twenty, with most ties inside them."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for i in range(actors):
        about = {"aliases": (), "mentions": i, "documents": 1}
        graph.add_node(f"a{i}", name=f"Actor number {i}", kind=KINDS[i % len(KINDS)], **about)
    for number in range(TIES * actors):
        one = min(chance.randrange(actors), chance.randrange(actors))
        near = one // 20 * 20 + chance.randrange(20)
        other = (near if chance.random() < 0.85 else chance.randrange(actors)) % actors
        if one != other:
            graph.add_edge(f"a{one}", f"a{other}", **tie(number, chance))
    return graph


def tie(number: int, chance: random.Random) -> dict[str, Any]:
    """The attributes of an edge, with its sentences."""
    kind = chance.choice(("cooccurrence", "cooccurrence", "consult", "accuse", "support"))
    return {
        "layer": "cooccurrence" if kind == "cooccurrence" else "stated",
        "type": kind,
        "sign": {"accuse": "-", "support": "+"}.get(kind, "0"),
        "directed": kind != "cooccurrence",
        "negated": False,
        "weight": float(chance.choice((1, 1, 1, 2, 3, 8))),
        "evidence": tuple(sentence(number, turn) for turn in range(SENTENCES)),
    }


def sentence(number: int, turn: int) -> dict[str, Any]:
    """One piece of evidence of a usual length."""
    text = (
        f"Report {number}: officials of both sides met on the border to speak of water and trade."
    )
    return {
        "document": f"d{number}", "name": f"{number}.txt", "title": f"Report {number}",
        "source": "Hill Courier", "date": f"2021-07-{1 + turn:02d}", "url": "",
        "start": 0, "end": len(text), "text": text, "quote_start": 0, "quote_end": 20,
        "modality": "asserted", "speaker": "", "relation": f"r{number}",
    }  # fmt: skip


def row(browser: Any, graph: nx.MultiDiGraph[Any], file: Path, seconds: float) -> None:
    """Open the page, drag in it, show everything, drag again, and print what was measured."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    tab = context.new_page()
    tab.add_init_script(FIRST_PICTURE)
    tab.goto(file.as_uri())
    tab.wait_for_function("window.picture", timeout=60_000)
    first = tab.evaluate("window.picture") / 1000
    drawn = tab.evaluate("actorsPage.shown()")
    names = [name for _, name in graph.nodes(data="name")]
    actor = names.index(drawn["actors"][0])
    cells = [len(graph), graph.number_of_edges(), f"{len(drawn['actors'])} / {len(drawn['ties'])}"]
    cells += [f"{file.stat().st_size / 1e6:.1f}", f"{first:.2f}"]
    cells += frames(tab, actor, seconds)
    cells.append(heap(context, tab))
    cells.append(f"{switched(tab):.2f}")
    cells.append(f"{tab.evaluate(PRESS, 'Show everything') / 1000:.2f}")
    cells += frames(tab, actor, seconds)
    print("|", " | ".join(map(str, [*cells, heap(context, tab)])), "|", flush=True)
    context.close()


def switched(tab: Any) -> float:
    """Seconds until the slowest view stands; the page ends in the view that it opened with."""
    opened, *others = tab.evaluate(VIEWS)
    return max(tab.evaluate(PRESS, words) for words in (*others, opened)) / 1000


def frames(tab: Any, actor: int, seconds: float) -> list[str]:
    """Frames a second while an actor is dragged, and while the drawing is."""
    tab.click("#fit")
    at = tab.evaluate(f"actorsPage.actorAt({actor})")
    of_actor = dragging(tab, at["x"], at["y"], seconds)
    stage = tab.evaluate("document.querySelector('canvas').getBoundingClientRect().toJSON()")
    of_drawing = dragging(tab, stage["x"] + 8, stage["y"] + stage["height"] - 8, seconds)
    return [f"{of_actor:.0f}", f"{of_drawing:.0f}"]


def heap(context: Any, tab: Any) -> str:
    """Megabytes of JavaScript's heap."""
    session = context.new_cdp_session(tab)
    session.send("Performance.enable")
    told = session.send("Performance.getMetrics")["metrics"]
    (used,) = [one["value"] for one in told if one["name"] == "JSHeapUsedSize"]
    return f"{used / 1e6:.0f}"


def dragging(tab: Any, x: float, y: float, seconds: float) -> float:
    """Frames a second while the mouse is down and moves to and fro."""
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(COUNT_FRAMES)
    began, step = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        step += 1
        tab.mouse.move(x + abs(step % 60 - 30) * 6, y - abs(step % 40 - 20) * 6)
    frames = tab.evaluate("() => { window.counting = false; return window.frames_seen; }")
    elapsed = time.perf_counter() - began
    tab.mouse.up()
    return float(frames) / elapsed


if __name__ == "__main__":
    main()
