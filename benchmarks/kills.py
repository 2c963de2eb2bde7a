"""Whether a desk that is killed loses what its screen confirmed, or leaves something half done.

::

    python benchmarks/kills.py STUDY [--kills 50] [--seed 1]

Serves a copy of a study, decides without a pause, and kills the server with SIGKILL at a random
moment, so many times. After each kill the decisions that a screen confirmed must be in
``curation.yaml``, which has to be readable; the study has to open; and no file may be left half
written. After the last one the study must be what applying all decisions at once makes of it.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from actors.desk.desk import Desk
from actors.resolve.curation import read
from actors.store import open_store
from actors.study import open_study
from actors.study.deciding import apply
from actors.types import Actor, Judgement, Rule

LONGEST = 2.0
"""Seconds of decisions after which a server is killed at the latest."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw, confirmed, faults = random.Random(given.seed), list[str](), list[str]()
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        folder = Path(place) / "study"
        shutil.copytree(given.study, folder)
        (folder / "curation.yaml").unlink(missing_ok=True)
        with open_study(folder).store(write=True) as store:
            apply(store, folder, largest=0)
        shutil.copytree(folder, Path(place) / "whole")
        unsaid = 0
        for kill in range(given.kills):
            said = decided_until_killed(folder, draw, kill)
            confirmed += said
            rules = read(folder / "curation.yaml") if (folder / "curation.yaml").exists() else []
            faults += [f"kill {kill}: {one} is lost" for one in lost(confirmed, rules)]
            faults += [f"kill {kill}: {one}" for one in half_done(folder)]
            unsaid = len(rules) - len(confirmed)
        faults += unlike(folder, Path(place) / "whole")
    print(
        f"{given.kills} kills, {len(confirmed)} decisions confirmed, {unsaid} written unconfirmed"
    )
    print("\n".join(faults) or "none lost, none half done")
    return bool(faults)


def decided_until_killed(folder: Path, draw: random.Random, kill: int) -> list[str]:
    """Decide until the server is killed; return the decisions that it confirmed."""
    said: list[str] = []
    with serving(folder) as (process, client):
        timer = threading.Timer(draw.uniform(0.05, LONGEST), process.send_signal, [signal.SIGKILL])
        try:
            for number in itertools.count():
                because = f"kill {kill} decision {number}"
                assert decide(client, draw, because), "the desk refuses a decision"
                said.append(because)
                if not number:  # the first one has to read the study
                    timer.start()
        except httpx.TransportError:
            pass
        timer.join()
    return said


@contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    run = [sys.executable, "-u", "-m", "actors", "serve", str(folder)]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with httpx.Client(base_url=address.split("/enter")[0], timeout=120) as client:
            client.get(address).raise_for_status()
            try:
                yield process, client
            finally:
                process.kill()


def decide(client: httpx.Client, draw: random.Random, because: str) -> bool:
    """Judge a tie, or give somebody another name; whether the screen says that it is done."""
    if draw.random() < 0.5:
        page, action = client.get("/doubts?sort=tie").text, "/doubts/answer"
        fields = {"answer": draw.choice(["right", "wrong"])}
    else:
        keys = re.findall(r'href="/actors/([0-9a-f]+)"', client.get("/actors").text)
        key = draw.choice(keys)
        page, action = client.get(f"/actors/{key}").text, f"/actors/{key}/rename"
        fields = {"to": f"Name {draw.randrange(10**9)}"}
    form = page[page.index(f'action="{action}"') :].split("</form>")[0]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    origin = str(client.base_url).rstrip("/")
    data = hidden | fields | {"because": because}
    return client.post(action, data=data, headers={"origin": origin}).status_code == 303


def lost(confirmed: list[str], rules: list[Rule]) -> list[str]:
    written = {rule.because for rule in rules}
    return [one for one in confirmed if one not in written]


def half_done(folder: Path) -> list[str]:
    """What is left of something that was not finished."""
    found = [f"{one.name} is left" for one in folder.glob(".writing-*")]
    with open_store(folder / "study.duckdb", read_only=True) as store:
        homeless = store.connection.execute(
            "SELECT count(*) FROM members WHERE actor NOT IN (SELECT key FROM actors)"
        ).fetchall()
    return found + ([f"{homeless[0][0]} members without an actor"] if homeless != [(0,)] else [])


def unlike(folder: Path, whole: Path) -> list[str]:
    """How the study, once a desk has taken up what is in its file, differs from a full pass."""
    shutil.copy(folder / "curation.yaml", whole)
    desk = Desk(open_study(folder))
    with desk.at_work():
        pass
    desk.close()
    with open_study(whole).store(write=True) as store:
        apply(store, whole, largest=0)
    with open_study(folder).store() as one, open_study(whole).store() as other:
        kinds = [kind for kind in (Actor, Judgement) if [*one.all(kind)] != [*other.all(kind)]]
    return [f"{kind.__name__}s differ from those of a full pass" for kind in kinds]


if __name__ == "__main__":
    sys.exit(main())
