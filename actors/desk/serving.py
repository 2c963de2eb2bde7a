"""The server: on this machine alone, until it is stopped."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from actors.desk.app import application
from actors.desk.desk import Desk
from actors.desk.guard import Pass
from actors.errors import SettingsError

__all__ = ["Served", "serve", "served"]

_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that listens already; `run` answers until it is stopped."""

    desk: Desk
    wanted: Pass
    server: uvicorn.Server
    listening: socket.socket

    @property
    def running(self) -> bool:
        """Whether it answers, or will."""
        return self.listening.fileno() != -1

    def run(self) -> None:
        """Answer until the process is told to stop, or `stop` is called."""
        try:
            self.server.run(sockets=[self.listening])
        finally:
            self.desk.close()
            self.listening.close()

    def stop(self) -> None:
        """Answer what was asked, then end."""
        self.server.should_exit = True


def served(desk: Desk, port: int = 0) -> Served:
    """A server for a study, which listens on this machine alone.

    Args:
        desk: the study
        port: of this machine; any that is free if 0

    Raises:
        SettingsError: another program has the port
        StudyBusy: another program writes to the study
    """
    with desk.at_work():
        pass  # what is wrong with the study is told before anybody asks
    listening = _listening(port)
    wanted = Pass(f"{_LOOPBACK}:{listening.getsockname()[1]}")
    config = uvicorn.Config(
        application(desk, wanted),
        access_log=False,  # it would write the token
        log_level="error",
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    return Served(desk, wanted, uvicorn.Server(config), listening)


def serve(desk: Desk, port: int = 0, opened: Callable[[str], None] = lambda _: None) -> None:
    """Serve a study until somebody stops it with Ctrl-C.

    Args:
        desk: the study
        port: as in `served`
        opened: is called with the first address

    Raises:
        SettingsError, StudyBusy: as in `served`
    """
    server = served(desk, port)
    threading.Thread(target=desk.prepare, daemon=True).start()
    opened(server.wanted.address)
    server.run()


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        raise SettingsError(
            f"port {port} of this machine is taken ({error.strerror}): choose another --port, or "
            "leave it out"
        ) from error
