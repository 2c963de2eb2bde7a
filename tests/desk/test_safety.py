"""One writer, nothing lost, nothing half done: kills, two tabs, edits by hand, other programs."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from actors import open_study
from actors.desk.desk import Desk
from actors.errors import StudyBusy
from actors.resolve.curation import read
from actors.store import open_store
from tests.desk.conftest import Client, Opened

KILLS = int(os.environ.get("ACTORS_KILLS", "3"))


@contextmanager
def command(*arguments: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A command that serves, and the address that it prints."""
    run = [sys.executable, "-u", "-m", "actors", *map(str, arguments)]
    with subprocess.Popen(
        run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout is not None
        try:
            yield started, started.stdout.readline().strip()
        finally:
            if started.poll() is None:
                started.kill()
            started.wait(20)


def entered(address: str) -> Client:
    client = Client(base_url=address.split("/enter")[0], timeout=120)
    assert client.get(address).status_code == 200
    return client


def answer_one(client: Client, said: str) -> bool:
    """Answer the first doubt; whether the screen says that it was done."""
    found = client.send_form("/doubts?sort=tie", "/doubts/answer", answer="right", because=said)
    return found.status_code == 303


def test_nothing_that_was_confirmed_is_lost_by_a_kill(copied: Path) -> None:
    """Killed at random moments; what the screen confirmed is there, and the study is whole."""
    draw, confirmed = random.Random(1), list[str]()
    with open_study(copied).store() as store:
        actors = store.connection.execute("SELECT count(*) FROM actors").fetchone()
    for kill in range(KILLS):
        with command("serve", copied) as (started, address):
            client = entered(address)
            until = time.monotonic() + draw.uniform(0.2, 3.0)
            number = 0
            killer = subprocess.Popen(
                ["sh", "-c", f"sleep {until - time.monotonic():.3f}; kill -9 {started.pid}"]
            )
            try:
                while True:
                    said = f"kill {kill} decision {number}"
                    number += 1
                    if not answer_one(client, said):
                        break
                    confirmed.append(said)
            except (httpx.TransportError, AssertionError):
                pass
            killer.wait()
        rules = read(copied / "curation.yaml") if (copied / "curation.yaml").exists() else []
        assert {*confirmed} <= {rule.because for rule in rules}
        with open_study(copied).store() as store:
            told = store.connection.execute("SELECT count(*) FROM actors").fetchone()
            assert told == actors


def test_what_a_killed_desk_left_half_written_is_taken_away(copied: Path) -> None:
    left = copied / ".writing-4194305-0a1b.yaml"  # no process has so high a number
    left.write_text("- ign")
    Desk(open_study(copied), read_only=True)
    assert left.exists()
    Desk(open_study(copied))
    assert not left.exists()


def test_ctrl_c_ends_the_desk_and_leaves_its_files(copied: Path) -> None:
    with command("serve", copied) as (started, address):
        client = entered(address)
        assert answer_one(client, "seen")
        started.send_signal(signal.SIGINT)
        assert started.wait(60) in (0, 130)
    study = open_study(copied)
    assert not study.outdated
    assert study.runs()[-1].started > study.runs()[0].started


def test_a_second_tab_is_told_what_was_decided(desk: Opened, client: Client) -> None:
    card = f"/actors/{desk.study().find('CSTO').key}"
    page = client.get(card).text
    version = page.split('name="version" value="')[1].split('"')[0]
    client.send_form(card, f"{card}/rename", to="The bloc")
    late = client.send_form(card, f"{card}/rename", to="The alliance", version=version)
    assert late.status_code == 409
    assert "Collective Security Treaty Organization is called The bloc" in late.text
    assert [rule.says["to"] for rule in desk.rules()] == ["The bloc"]
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', late.text))
    again = client.post(f"{card}/rename", data=fields, headers={"origin": desk.origin})
    assert again.status_code == 303
    assert [rule.says["to"] for rule in desk.rules()] == ["The bloc", "The alliance"]


def test_a_file_that_is_edited_by_hand_is_taken_in(desk: Opened, client: Client) -> None:
    card = f"/actors/{desk.study().find('CSTO').key}"
    (desk.folder / "curation.yaml").write_text("# by hand\n- rename: CSTO\n  to: The bloc\n")
    assert ">The bloc</bdi></h1>" in client.get(card).text
    client.send_form(card, f"{card}/note", text="six members")
    assert (desk.folder / "curation.yaml").read_text().startswith("# by hand\n- rename: CSTO\n")
    (desk.folder / "curation.yaml").unlink()
    assert ">Collective Security Treaty Organization</bdi></h1>" in client.get(card).text


def test_a_file_that_makes_no_sense_stops_decisions_and_says_where(
    desk: Opened, client: Client
) -> None:
    card = f"/actors/{desk.study().find('CSTO').key}"
    (desk.folder / "curation.yaml").write_text("- ignore: Pentagon\n- renam: CSTO\n")
    assert "curation.yaml, line 2" in client.get(card).text
    found = client.send_form(card, f"{card}/rename", to="The bloc")
    assert (found.status_code, "line 2" in found.text) == (422, True)
    assert (desk.folder / "curation.yaml").read_text() == "- ignore: Pentagon\n- renam: CSTO\n"
    (desk.folder / "curation.yaml").write_text("- ignore: Pentagon\n")
    assert client.send_form(card, f"{card}/rename", to="The bloc").status_code == 303


def test_other_programs_may_read_and_those_that_write_are_told(copied: Path) -> None:
    with command("serve", copied) as (_, address):
        client = entered(address)
        shown = _run("show", copied, "Kabulov", "--top", "1")
        assert (shown.returncode, "Zamir Kabulov" in shown.stdout) == (0, True)
        refused = _run("rename", copied, "CSTO", "The bloc")
        assert refused.returncode == 1
        assert "in use by another process" in refused.stderr
        assert answer_one(client, "after the others")


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "actors", *map(str, arguments)]
    return subprocess.run(run, capture_output=True, text=True, check=False)


def test_while_another_program_reads_nothing_is_written_and_the_screen_says_so(
    copied: Path,
) -> None:
    with command("serve", copied) as (_, address):
        client = entered(address)
        with open_store(copied / "study.duckdb", read_only=True):
            found = client.send_form("/doubts?sort=tie", "/doubts/answer", answer="right")
            assert found.status_code == 503
            assert "another process" in found.text
        assert not (copied / "curation.yaml").exists()
        assert answer_one(client, "now")


def test_two_desks_of_one_study(copied: Path) -> None:
    """Both show it; each decides where the other lets go, so the second is told to close one."""
    with command("serve", copied) as (_, address), command("serve", copied) as (_, second):
        one, other = entered(address), entered(second)
        assert one.get("/documents").status_code == other.get("/documents").status_code == 200
        found = one.send_form("/doubts?sort=tie", "/doubts/answer", answer="right")
        assert found.status_code == 503


def test_a_study_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = _run("desk", tmp_path, "--no-open")
    assert (found.returncode, "no study there" in found.stderr) == (1, True)


def test_a_port_that_is_taken_is_told(desk: Opened, copied: Path) -> None:
    port = desk.server.wanted.host.partition(":")[2]
    found = _run("serve", copied, "--read-only", "--port", port)
    assert (found.returncode, "choose another --port" in found.stderr) == (2, True)


def test_nobody_writes_while_the_desk_reads(desk: Opened) -> None:
    """In the process of the desk itself too: nothing goes behind its back."""
    with desk.desk.at_work(), pytest.raises(StudyBusy):
        open_store(desk.folder / "study.duckdb")
