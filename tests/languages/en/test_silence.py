"""Nothing that is read leaves the machine: ONNX Runtime keeps no id and reports nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

READ = """
from actors.neural.name_reader import NameReader
from actors.languages.en.networks import WEIGHTS
print([name.kind for name in NameReader(WEIGHTS).names("Rahmon met Putin in Dushanbe.")])
"""


def test_the_recogniser_leaves_no_device_id_and_no_reports(tmp_path: Path) -> None:
    """ONNX Runtime writes what it sends into a cache first; where CI is set, it never does."""
    kept = {name: value for name, value in os.environ.items() if name not in _SILENCING}
    places = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", READ],
        env=kept | places,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['PER', 'PER', 'LOC']"
    assert [path.name for path in tmp_path.rglob("*") if "icrosoft" in path.name] == []


_SILENCING = ("ORT_DISABLE_TELEMETRY", "CI", "TF_BUILD", "GITHUB_ACTIONS", "XDG_CACHE_HOME")
