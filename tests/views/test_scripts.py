"""The scripts of the page are modules that are put into one script: what that asks of them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from actors.views import assets

SCRIPTS = {name: assets.template(name) for name in assets.SCRIPTS}


def test_every_module_is_part_of_the_page() -> None:
    folder = Path(assets.__file__).parent / "templates"
    assert sorted(SCRIPTS) == sorted(file.name for file in folder.glob("*.js"))


def test_each_is_checked_documented_and_small() -> None:
    for name, script in SCRIPTS.items():
        lines = script.splitlines()
        assert lines[0] == "// @ts-check", name
        assert lines[1].startswith("// "), name
        assert len(lines) < 300, name
        assert max(map(len, lines)) < 120, name


def test_no_name_stands_for_two_things() -> None:
    """In one script the names of all modules are neighbours."""
    names: Counter[str] = Counter()
    for script in SCRIPTS.values():
        bare = re.sub(r"^export ", "", script, flags=re.MULTILINE)
        names.update(re.findall(r"^(?:async )?function\*? (\w+)", bare, re.MULTILINE))
        names.update(re.findall(r"^(?:const|let) (\w+)", bare, re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []


def test_one_script_holds_no_import_and_no_export() -> None:
    script = assets.own_script()
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert not re.search(r"^\s*//", script, re.MULTILINE)
