"""Install the built wheel into a fresh environment, run the demo there, compare its tables.

    python tools/try_wheel.py DIST OUTPUT

DIST holds the wheel; OUTPUT is what ``actors build seeds/ -o OUTPUT`` left in the checkout. The
wheel is installed outside the checkout and reads a copy of the seeds: the same bytes must come out.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLES = ("actors.csv", "relations.csv", "mentions.csv", "measures.csv")
GRAPHS = ("network.gexf", "network.graphml", "network.json", "network.html")


def main(dist: Path, output: Path) -> None:
    """Try the wheel in ``dist``; exit with a message if a file differs from ``output``."""
    (wheel,) = dist.glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        actors = _install(wheel.resolve(), place / "environment")
        shutil.copytree(ROOT / "seeds", place / "seeds")
        _run([actors, "build", "seeds/", "-o", "output/"], place)
        _run([actors, "show", "output/", "Kabulov"], place)
        compared = [name for name in (*TABLES, *GRAPHS) if (output / name).exists()]
        # The page is called after its folder, so that has the same name.
        _, unlike, missing = filecmp.cmpfiles(output, place / "output", compared, shallow=False)
    if unlike or missing or not set(TABLES) <= set(compared):
        sys.exit(f"the wheel gives other files: {unlike}; none of: {missing}; of {compared}")
    print(f"the wheel gives the same bytes as the checkout: {', '.join(compared)}")


def _install(wheel: Path, environment: Path) -> str:
    """Install a wheel into a new environment; return the path of its command."""
    venv.create(environment, with_pip=True)
    _run([str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel)])
    return str(environment / "bin" / "actors")


def _run(command: list[str], place: Path | None = None) -> None:
    """Run a command as a user would: in ``place``, knowing nothing of the checkout."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=place, env=clean, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
