"""A list of known actors changes what is read, not only who is joined."""

from __future__ import annotations

from pathlib import Path

from actors import Study, build

TEXT = "Officials of Lantern Quay met in Accra. Ghana thanked Lantern Quay on Monday."


def kinds(study: Study) -> dict[str, str]:
    return {about["name"]: about["kind"] for _, about in study.graph().nodes(data=True)}


def test_a_name_of_the_list_is_read_as_the_list_says(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    known = tmp_path / "my.csv"
    known.write_text("name,kind,subtype\nLantern Quay,organisation,company\n", encoding="utf-8")
    before = build([tmp_path / "note.txt"], tmp_path / "study")
    assert kinds(before).get("Lantern Quay") != "organisation"
    after = build([tmp_path / "note.txt"], tmp_path / "study", known=known)
    assert kinds(after)["Lantern Quay"] == "organisation"
