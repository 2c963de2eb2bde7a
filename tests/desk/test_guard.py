"""Who may ask the desk: attacks from other sites, other machines, and with forms of any size."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors import Study
from actors.desk.guard import LARGEST_FORM
from tests.desk.conftest import Client, OpenDesk, Opened, serving

SCREENS = (
    *("/", "/documents", "/doubts", "/actors", "/ties", "/ties/disputed", "/network"),
    *("/network/page", "/stakeholders", "/search", "/history", "/api/version", "/api/documents"),
    *("/assets/desk.css", "/nowhere"),
)
CHANGES = (
    *("/doubts/answer", "/doubts/skip", "/actors/k/rename", "/actors/k/merge", "/actors/k/split"),
    *("/actors/k/retype", "/actors/k/identify", "/actors/k/ignore", "/actors/k/note"),
    *("/documents/k/somebody-else", "/documents/k/ties", "/ties/verdict", "/ties/correct"),
    *("/history/undo", "/history/redo", "/who", "/stakeholders/override"),
    "/stakeholders/influence/override",
)


@pytest.fixture(scope="module")
def desk(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """One desk for all that is refused."""
    folder = tmp_path_factory.mktemp("guarded") / "output"
    shutil.copytree(study.folder, folder)
    with serving(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(desk: Opened) -> Iterator[Client]:
    found = desk.client()
    yield found
    found.close()


def token(client: Client) -> str:
    """The token of the forms."""
    text = client.get("/history").text
    return text.split('name="token" value="')[1].split('"')[0]


@pytest.mark.parametrize("path", SCREENS)
def test_nobody_comes_in_without_the_first_address(desk: Opened, path: str) -> None:
    found = httpx.get(desk.origin + path)
    refused = 401 if path.startswith("/api/") else 403
    assert (found.status_code, "token" in found.text) == (refused, True)
    assert "Ghani" not in found.text


def test_the_first_address_gives_a_cookie_that_no_script_reads(desk: Opened) -> None:
    found = httpx.get(desk.address)
    cookie = found.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/"))
    assert desk.server.wanted.token not in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize("wrong", ["", "x", "é"])
def test_a_wrong_token_gives_nothing(desk: Opened, wrong: str) -> None:
    found = httpx.get(f"{desk.origin}/enter", params={"token": wrong})
    assert (found.status_code, "set-cookie" in found.headers) == (403, False)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", "evil.example:80", ""],
)
def test_a_foreign_name_that_leads_here_is_refused(client: Client, host: str) -> None:
    """So a page whose name is pointed at this machine (DNS rebinding) learns nothing."""
    found = client.get("/documents", headers={"host": host})
    assert (found.status_code, "<table" in found.text) == (421, False)


def test_two_hosts_are_refused(desk: Opened, client: Client) -> None:
    host, _, port = desk.server.wanted.host.partition(":")
    lines = [f"Host: {desk.server.wanted.host}", "Host: evil.example", "Connection: close"]
    with socket.create_connection((host, int(port))) as line:
        line.sendall(("GET /documents HTTP/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode())
        answer = line.recv(4096)
    assert answer.split()[1] in (b"400", b"421")


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost", "https://127.0.0.1"]
)
@pytest.mark.parametrize("path", ["/documents", "/api/version"])
def test_what_comes_from_another_site_is_refused(client: Client, origin: str, path: str) -> None:
    assert client.get(path, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_a_browser_says_comes_from_another_site_is_refused(client: Client, site: str) -> None:
    """Another port of this machine is the same site: it may be anybody's."""
    assert client.get("/documents", headers={"sec-fetch-site": site}).status_code == 403


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_needs_the_origin_and_the_token_of_the_forms(
    desk: Opened, client: Client, path: str
) -> None:
    good, own = token(client), {"origin": desk.origin}
    tries: list[tuple[dict[str, str], dict[str, str]]] = [
        ({"who": "x"}, own),
        ({"token": "x"}, own),
        ({"token": desk.server.wanted.token}, own),
        ({"token": good}, {}),
        ({"token": good}, {"origin": "http://evil.example"}),
        ({"token": good}, {"origin": "null"}),
    ]
    for data, headers in tries:
        assert client.post(path, data=data, headers=headers).status_code == 403
    assert httpx.post(desk.origin + path, data={"token": good}, headers=own).status_code == 403
    assert desk.rules() == []


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_is_no_question(client: Client, path: str) -> None:
    assert client.get(path).status_code in (404, 405)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    found = client.request(method, "/documents")
    assert (found.status_code, "access-control-allow-origin" in found.headers) == (405, False)


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"]
)
def test_a_change_is_a_form(desk: Opened, client: Client, kind: str) -> None:
    """What a page of another site may send without asking is no form of ours."""
    headers = {"origin": desk.origin, "content-type": kind}
    body = urlencode({"token": token(client)})
    assert client.post("/who", content=body, headers=headers).status_code == 415


def test_ten_megabytes_are_refused_and_nothing_is_kept(desk: Opened, client: Client) -> None:
    large = {"token": token(client), "who": "x" * 10_000_000}
    try:
        found = client.post("/who", data=large, headers={"origin": desk.origin})
    except httpx.TransportError:  # the line was cut, since nobody reads so much
        found = None
    assert found is None or found.status_code == 413
    assert client.get("/documents").status_code == 200


def test_a_large_form_that_does_not_say_how_large_it_is(desk: Opened, client: Client) -> None:
    def parts() -> Any:
        yield f"token={token(client)}&who=".encode()
        for _ in range(40):
            yield b"x" * (LARGEST_FORM // 16)

    headers = {"origin": desk.origin, "content-type": "application/x-www-form-urlencoded"}
    with suppress(httpx.TransportError):  # the line was cut
        assert client.post("/who", content=parts(), headers=headers).status_code == 413
    assert client.get("/documents").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../desk.py",
        "/assets/..%2f..%2fdesk.py",
        "/assets/%2e%2e/app.py",
        "/assets/openapi.json",
    ],
)
def test_no_file_is_reached_but_three(desk: Opened, client: Client, path: str) -> None:
    host, _, port = desk.server.wanted.host.partition(":")
    cookie = f"{desk.server.wanted.name}={desk.server.wanted.cookie}"
    lines = [f"GET {path} HTTP/1.1", f"Host: {desk.server.wanted.host}", f"Cookie: {cookie}"]
    with socket.create_connection((host, int(port))) as line:
        line.sendall(("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.split()[1] == b"404"
    assert b"import" not in answer


@pytest.mark.parametrize("path", SCREENS)
def test_every_answer_has_its_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert path == "/network/page" or "unsafe-inline" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'self'" in policy


def test_no_other_machine_is_listened_to(desk: Opened) -> None:
    assert desk.server.listening.getsockname()[0] == "127.0.0.1"


def test_a_program_shows_the_token_and_may_only_ask_under_api(desk: Opened) -> None:
    bearer = {"authorization": f"Bearer {desk.server.wanted.token}"}
    assert httpx.get(f"{desk.origin}/api/version", headers=bearer).status_code == 200
    assert httpx.get(f"{desk.origin}/documents", headers=bearer).status_code == 403
    wrong = {"authorization": "Bearer x"}
    assert httpx.get(f"{desk.origin}/api/version", headers=wrong).status_code == 401


def test_read_only_has_no_forms_and_takes_none(open_desk: OpenDesk) -> None:
    desk = open_desk(read_only=True)
    client = desk.client()
    for path in SCREENS:
        assert 'method="post"' not in client.get(path).text
    sent = {"token": desk.server.wanted.form, "who": "x"}
    found = client.post("/who", data=sent, headers={"origin": desk.origin})
    assert found.status_code == 403


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.sampled_from(CHANGES),
    fields=st.dictionaries(
        st.sampled_from(["key", "answer", "to", "kind", "other", "entity", "relation", "number",
                         "back", "who", "type", "actor", "score", "value", "because", "issue"]),
        st.text(max_size=40), max_size=6,
    ),
)  # fmt: skip
def test_whatever_a_form_says_is_answered_without_an_error_of_ours(
    desk: Opened, client: Client, path: str, fields: dict[str, str]
) -> None:
    version = desk.desk.at_work
    with version() as now:
        sent = fields | {"token": desk.server.wanted.form, "version": now.version}
    body = urlencode({k: v.encode("utf-8", "replace") for k, v in sent.items()})
    headers = {"origin": desk.origin, "content-type": "application/x-www-form-urlencoded"}
    found = client.post(path, content=body, headers=headers)
    assert found.status_code in (303, 404, 409, 422)
    if found.status_code == 303:
        assert found.headers["location"].startswith("/")
        assert not found.headers["location"].startswith("//")
