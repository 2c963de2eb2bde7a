"""Every answer under /api/ is what the OpenAPI file says it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from actors import Study
from actors.desk import api
from tests.desk.conftest import Opened, serving

SPEC = json.loads((files("actors.desk") / "openapi.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def desk(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("asked") / "output"
    shutil.copytree(study.folder, folder)
    (folder / "curation.yaml").write_text("- rename: CSTO\n  to: The bloc\n  by: A.\n")
    with serving(folder, read_only=True) as opened:
        with opened.desk.lock:
            opened.desk.read_only = False
            opened.desk.catch_up()
            opened.desk.read_only = True
        yield opened


@pytest.fixture(scope="module")
def ask(desk: Opened) -> Iterator[httpx.Client]:
    bearer = {"authorization": f"Bearer {desk.server.wanted.token}"}
    with httpx.Client(base_url=desk.origin, headers=bearer, timeout=60) as client:
        yield client


def check(path: str, found: httpx.Response) -> Any:
    """The answer, if it is as the file says."""
    said = SPEC["paths"][path]["get"]["responses"]
    assert str(found.status_code) in said, found.text
    schema = said[str(found.status_code)]["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": SPEC["components"]}).validate(found.json())
    return found.json()


def test_the_file_has_every_address_and_no_other() -> None:
    served = {route.path for route in api.routes} - {"/api/{rest:path}"}
    assert served == set(SPEC["paths"])


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/api/version", "/api/version"),
        ("/api/documents", "/api/documents?sort=newest"),
        ("/api/actors", "/api/actors?q=Tajik"),
        ("/api/actors/{key}", "/api/actors/Kabulov"),
        ("/api/actors/{key}", "/api/actors/nobody-atall"),
        ("/api/documents/{key}", "/api/documents/nothing"),
        ("/api/ties", "/api/ties?actor=Russia&sign=%2B"),
        ("/api/ties", "/api/ties?actor=nobody-atall"),
        ("/api/doubts", "/api/doubts?sort=tie"),
        ("/api/search", "/api/search?q=border*"),
        ("/api/search", "/api/search?q=%22"),
        ("/api/search", "/api/search?q=border&actor=nobody-atall"),
        ("/api/history", "/api/history"),
        ("/api/openapi.json", "/api/openapi.json"),
    ],
)
def test_an_answer_is_as_the_file_says(ask: httpx.Client, path: str, address: str) -> None:
    check(path, ask.get(address))


def test_a_document_with_its_mentions_and_statements(ask: httpx.Client) -> None:
    [line] = check("/api/documents", ask.get("/api/documents?q=barbs"))["items"]
    found = check("/api/documents/{key}", ask.get(f"/api/documents/{line['key']}"))
    first = found["mentions"][0]
    assert found["text"][first["start"] : first["end"]] == first["text"] == "Afghan"
    assert len(found["statements"]) == 20
    said = [one["text"] for one in found["statements"] if one["type"] == "accuse"]
    assert said[0].startswith("Afghan President Ashraf Ghani accused Pakistan")


def test_numbers_are_those_of_the_command_line(ask: httpx.Client, desk: Opened) -> None:
    study = desk.study()
    card = study.card("Taliban")
    found = check("/api/actors/{key}", ask.get("/api/actors/Taliban"))
    assert (found["mentions"], found["documents"]) == (card.mentions, card.documents)
    sentences = {one["text"] for tie in card.ties if tie.layer == "stated" for one in tie.evidence}
    assert {one["text"] for one in found["statements"]} == {" ".join(s.split()) for s in sentences}
    assert [one["verb"] for one in check("/api/history", ask.get("/api/history"))] == ["rename"]


def test_an_unknown_address_is_told(ask: httpx.Client) -> None:
    found = ask.get("/api/nowhere")
    assert (found.status_code, found.json()) == (404, {"error": "there is no such address"})


ASKED = [
    (path, [one["name"] for one in about["get"]["parameters"] if one["in"] == "query"])
    for path, about in SPEC["paths"].items()
    if "{" not in path
]


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_asked_is_answered_as_the_file_says(ask: httpx.Client, data: Any) -> None:
    path, names = data.draw(st.sampled_from(ASKED))
    values = st.one_of(
        st.text(max_size=12), st.sampled_from(["Russia", "-", "yes", "1", "0", "border*"])
    )
    given_ = data.draw(st.dictionaries(st.sampled_from(names), values, max_size=4)) if names else {}
    texts = {name: each.encode("utf-8", "replace").decode() for name, each in given_.items()}
    check(path, ask.get(path, params=texts))


@pytest.mark.parametrize(
    "asked",
    ["/api/ties?page=0", "/api/actors?page=x", "/api/ties?unsure=perhaps", "/api/doubts?page=1e3"],
)
def test_what_the_file_rules_out_is_refused(ask: httpx.Client, asked: str) -> None:
    found = ask.get(asked)
    told = check(asked.split("?")[0], found)
    assert (found.status_code, "can't be" in told["error"]) == (422, True)
