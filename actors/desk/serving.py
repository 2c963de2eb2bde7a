"""The server: on this machine alone, until it is stopped."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import uvicorn

from actors.desk.app import application
from actors.desk.desk import Desk
from actors.desk.guard import Pass
from actors.errors import SettingsError

__all__ = ["serve"]

_LOOPBACK = "127.0.0.1"


def serve(desk: Desk, port: int = 0, opened: Callable[[str], None] = lambda _: None) -> None:
    """Serve a study until somebody stops it with Ctrl-C.

    Args:
        desk: the study
        port: of this machine; any that is free if 0
        opened: is called with the first address once the server answers

    Raises:
        SettingsError: another program has the port
        StudyBusy: another program writes to the study
    """
    with _listening(port) as listening:
        wanted = Pass(f"{_LOOPBACK}:{listening.getsockname()[1]}")
        with desk.at_work():
            pass  # what is wrong with the study is told before the browser opens
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
        server = uvicorn.Server(config)
        threading.Thread(target=desk.prepare, daemon=True).start()
        opened(wanted.address)
        try:
            server.run(sockets=[listening])
        finally:
            desk.close()


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError as error:
        raise SettingsError(
            f"port {port} of this machine is taken ({error.strerror}): choose another --port, or "
            "leave it out"
        ) from error
