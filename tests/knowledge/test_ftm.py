"""Known actors from FollowTheMoney entities and from CSV."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from actors.errors import SettingsError
from actors.knowledge.ftm import read_known
from actors.knowledge.own import Known


def written(tmp_path: Path, *lines: Any) -> Path:
    path = tmp_path / "entities.ftm.json"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def entity(schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": "x1", "schema": schema, "properties": properties}


def test_a_person_with_other_names_and_an_identifier(tmp_path: Path) -> None:
    person = entity(
        "Person",
        name=["Anna Alieva", "Анна Алиева"],
        alias=["A. Alieva"],
        country=["tj"],
        wikidataId=["Q42"],
    )
    (found,) = read_known(written(tmp_path, person))
    assert found == Known(
        "Anna Alieva", "person", "", (), ("Анна Алиева", "A. Alieva"), "TJ", "Q42", "x1"
    )
    assert ("ftm", "x1") in found.identifiers


@pytest.mark.parametrize(
    ("schema", "kind", "subtype"),
    [
        ("Company", "organisation", "company"),
        ("PublicBody", "organisation", "government"),
        ("Organization", "organisation", ""),
        ("Country", "country", ""),
    ],
)
def test_schemas_are_kinds(tmp_path: Path, schema: str, kind: str, subtype: str) -> None:
    (found,) = read_known(written(tmp_path, entity(schema, name=["Pamir Relief"])))
    assert (found.kind, found.subtype) == (kind, subtype)


def test_what_is_no_actor_or_has_no_name_is_left_out(tmp_path: Path) -> None:
    address, nameless = entity("Address", full=["1 Main St"]), entity("Person")
    assert read_known(written(tmp_path, address, "", nameless)) == ()


@pytest.mark.parametrize("line", ["not json", "[]", '{"schema": "Person"}', '"text"'])
def test_a_line_that_is_no_entity_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SettingsError, match="line 2: no FollowTheMoney entity"):
        read_known(written(tmp_path, entity("Person", name=["A B"]), line))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_known(tmp_path / "none.json")


def test_a_csv_is_read_as_such(tmp_path: Path) -> None:
    path = tmp_path / "list.CSV"
    path.write_text("name,kind\nPamir Relief,organisation\n", encoding="utf-8")
    assert [known.name for known in read_known(path)] == ["Pamir Relief"]
