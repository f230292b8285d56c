"""Runs the preview until it is told to stop."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator

import uvicorn

from tiers_lieu_mooc.preview.app import create_app
from tiers_lieu_mooc.preview.errors import PreviewError
from tiers_lieu_mooc.preview.findings import editor_form
from tiers_lieu_mooc.preview.guard import is_loopback
from tiers_lieu_mooc.preview.pages import check_installation
from tiers_lieu_mooc.preview.sharing import PARAMETER, new_key, own_address
from tiers_lieu_mooc.preview.watching import Bell
from tiers_lieu_mooc.preview.workbench import Workbench

_IDLE_S = 75
"""How long a browser may keep an unused line, as other web servers allow: where the server hangs up
just as a commit is sent on it, the commit has to be sent again."""

_PATIENCE_S = 3
"""Requests that are not answered by then are cut off at shutdown."""


def serve(
    workbench: Workbench,
    host: str = "127.0.0.1",
    port: int = 8000,
    on_ready: Callable[[str], None] | None = None,
    *,
    is_shared: bool = False,
    editor: str = "",
) -> None:
    """Serve the preview until Ctrl+C or a request to terminate, then return.

    Args:
        host: one of this machine's own addresses; the network's only when it is shared.
        port: 0 takes any free one.
        on_ready: told the address once pages can be opened, with the key when it is shared.
        is_shared: whoever has the link with its key may come in from the network.
        editor: a name of ``EDITORS`` or the form of an editor's addresses; "" for none.

    Raises:
        PreviewError: when the port cannot be had, a watched folder is missing, the editor is
            unknown, or the installation is not whole.
    """
    check_installation()
    _check(workbench, host, is_shared=is_shared)
    with contextlib.closing(_bound(host, port)) as listener:
        key = new_key() if is_shared else ""
        address = _address(host, listener.getsockname()[1], key)
        opened_with, told = ("", address) if is_shared else (editor_form(editor), "")
        app = create_app(workbench, host, key, opened_with, told)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE_S,
            timeout_keep_alive=_IDLE_S,
        )
        server = _Server(config, app.state.bell, lambda: on_ready(address) if on_ready else None)
        server.run(sockets=[listener])


def _check(workbench: Workbench, host: str, *, is_shared: bool) -> None:
    if not is_shared and not is_loopback(host):
        raise PreviewError(
            f"L’adresse « {host} » ouvrirait l’aperçu à tout le réseau. "
            "Ajoutez --partager : seules les personnes qui ont le lien entreront."
        )
    for path in workbench.watched:
        if not path.exists():
            raise PreviewError(f"Le dossier « {path} » n’existe pas.")


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on: small answers would wait 40 ms for the
    # other side to acknowledge what came before them.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        # Elsewhere the option would let two previews share a port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        raise PreviewError(_why_not(host, port, error)) from error
    return listener


def _why_not(host: str, port: int, error: OSError | OverflowError) -> str:
    if isinstance(error, OverflowError):
        return f"Le port {port} n’existe pas : choisissez un nombre de 1 à 65535."
    if error.errno == errno.EADDRINUSE:
        return f"Le port {port} est déjà pris : choisissez-en un autre, par exemple --port 8001."
    if error.errno == errno.EACCES:
        return f"Le port {port} est réservé au système : choisissez-en un au-dessus de 1023."
    return f"L’adresse « {host} » ne peut pas être utilisée sur cet ordinateur."


def _address(host: str, port: int, key: str) -> str:
    shown = host
    if host in {"0.0.0.0", "::"}:  # noqa: S104 -- compared only
        shown = own_address() if key else "127.0.0.1"
    bracketed = f"[{shown}]" if ":" in shown and not shown.startswith("[") else shown
    return f"http://{bracketed}:{port}/" + (f"?{PARAMETER}={key}" if key else "")


class _Server(uvicorn.Server):
    """Tells when it is ready, ends the streams of news at shutdown, and swallows the signals."""

    def __init__(self, config: uvicorn.Config, bell: Bell, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._bell = bell
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Uvicorn waits for open answers, and a stream of news never ends by itself.
        self._bell.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # Uvicorn raises the signal again when it is done; for a preview the stop is the purpose.
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {
            number: signal.signal(number, self.handle_exit)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
