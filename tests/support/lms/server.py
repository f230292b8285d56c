"""The server of the fake LMS, on a free port of this machine."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.lms.profiles import Profile

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
_OURS = ("tests/", "tiers_lieu_mooc/learner/js/")
PATIENCE_S = 20
_PAGES = ("player.html", "index.html")
LOGIN = (
    b"<!DOCTYPE html><html lang=fr><title>Connexion</title><p>Votre session est finie.</p></html>"
)
ELSEWHERE = (
    b"<!DOCTYPE html><html lang=fr><title>Vos cours</title><link rel=icon href=data:,>"
    b"<p>Vos cours.</p></html>"
)
_TYPES = {"js": "text/javascript", "html": "text/html; charset=utf-8", "json": "application/json"}


class Line(Enum):
    """What becomes of what a device asks of the server."""

    OPEN = "open"
    CUT = "cut"
    """No answer at all."""
    EXPIRED = "expired"
    """The login page, with status 200, whatever is asked."""
    REFUSING = "refusing"
    """Commits are refused."""
    LYING = "lying"
    """Commits are answered as if they were kept."""


class Attempt:
    """One learner's record of one package.

    Attributes:
        kept: what the LMS really keeps.
        history: every record that was kept, one after the other.
        revision: which of the packages the next launch gets.
        lines: by device.
        sessions: by device; a new login begins the next one.
        room: characters of suspend data that it keeps of what it takes; 0 for all.
    """

    def __init__(
        self, address: str, name: str, profile: Profile, packages: Sequence[Mapping[str, bytes]]
    ) -> None:
        self.name = name
        self.profile = profile
        self.packages = packages
        self.revision = 0
        self.kept: dict[str, str] = {}
        self.history: list[dict[str, str]] = []
        self.lines: defaultdict[str, Line] = defaultdict(lambda: Line.OPEN)
        self.sessions: defaultdict[str, int] = defaultdict(int)
        self.room = 0
        self._shipped: dict[str, str] = {}
        self._address = address
        self._arrived = threading.Condition()
        self._received: defaultdict[str, set[int]] = defaultdict(set)
        self._ends = 0

    def player(self, device: str = "1", **options: str) -> str:
        """Give the address of the LMS's page for a device."""
        query = "&".join(f"{name}={value}" for name, value in options.items())
        return f"{self._address}d/{self.name}/{device}/player.html?{query}"

    @property
    def elsewhere(self) -> str:
        """The address of another page of the LMS."""
        return f"{self._address}d/{self.name}/1/elsewhere.html"

    @property
    def embedded(self) -> str:
        """The address of a page of another site that shows the package in a frame."""
        port = urlsplit(self._address).port
        return f"http://localhost:{port}/d/{self.name}/1/embedding.html"

    @property
    def state(self) -> str:
        """The suspend data that the LMS keeps."""
        return self.kept.get("cmi.suspend_data", "")

    def embedding(self) -> bytes:
        """Give that page."""
        frame = f"{self._address}d/{self.name}/1/p{self.revision}/index.html"
        return f"<!DOCTYPE html><html lang=fr><iframe src={frame} width=900 height=700>".encode()

    def receive(self, device: str, body: str) -> bytes:
        """Take one post, as the device's line lets it through."""
        message = json.loads(body)
        line = self._line(device, message["session"])
        with self._arrived:
            self._received[message["tab"]].add(message["id"])
            if line is Line.OPEN:
                self._keep(message["values"])
                self._shipped = message.get("shipped", {})
            self._ends += message["ended"]
            self._arrived.notify_all()
        return {Line.REFUSING: b"refused", Line.EXPIRED: LOGIN}.get(line, b"kept")

    def log_in(self, device: str) -> None:
        """Begin a new session on a device, as who comes back to an expired one does."""
        self.sessions[device] += 1
        if self.lines[device] is Line.EXPIRED:
            self.lines[device] = Line.OPEN

    def _line(self, device: str, session: int) -> Line:
        line = self.lines[device]
        is_old = self.profile.binds_sessions and session != self.sessions[device]
        return Line.EXPIRED if is_old and line is not Line.CUT else line

    def _keep(self, values: Mapping[str, str]) -> None:
        self.kept.update(values)
        if self.room and "cmi.suspend_data" in self.kept:
            self.kept["cmi.suspend_data"] = self.kept["cmi.suspend_data"][: self.room]
        self.history.append(dict(self.kept))

    def launch(self, device: str, tab: str, posted: int) -> bytes:
        """Tell what the LMS knows, once everything that this window posted has come."""
        self.wait_for_posts(tab, posted)
        with self._arrived:
            told = {
                "profile": asdict(self.profile),
                "kept": self.kept,
                "learner": self.name,
                "revision": self.revision,
                "session": self.sessions[device],
                "shipped": self._shipped,
                "room": self.room,
            }
            return json.dumps(told).encode()

    def wait_for_posts(self, tab: str, posted: int) -> None:
        """Wait until so many posts of a window have come, beacons included."""
        with self._arrived:
            received = self._received[tab]
            if not self._arrived.wait_for(lambda: len(received) >= posted, PATIENCE_S):
                raise TimeoutError(f"{len(received)} posts of {posted} have come")

    def forget_ends(self) -> None:
        """Count sessions that end from here on."""
        with self._arrived:
            self._ends = 0

    def wait_for_an_end(self) -> None:
        """Wait until a session has ended."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: self._ends > 0, PATIENCE_S)


class FakeLms:
    """Holds records while a test lasts.

    Attributes:
        address: with a slash at its end.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._attempts: dict[str, Attempt] = {}

    def enrol(
        self, name: str, profile: Profile, packages: Sequence[Mapping[str, bytes]]
    ) -> Attempt:
        """Begin a record.

        Args:
            name: of the learner; another begins another record.
            packages: files of the package, one revision after the other.
        """
        attempt = Attempt(self.address, name, profile, packages)
        self._attempts[name] = attempt
        return attempt

    def forget(self, attempt: Attempt) -> None:
        """Let a record go."""
        del self._attempts[attempt.name]

    def answer(self, path: str, body: str | None) -> tuple[bytes, str] | None:
        """Answer a request with a content and its name; None: not at all.

        Raises:
            LookupError: when there is nothing of that name.
        """
        address = urlsplit(path)
        name = address.path.lstrip("/")
        if name.startswith(_OURS) and ".." not in name:
            return (ROOT / name).read_bytes(), name
        if name.count("/") < 3:
            raise LookupError(name)
        _, learner, device, rest = name.split("/", 3)
        attempt = self._attempts[learner]
        line = attempt.lines[device]
        if body is not None:
            receipt = attempt.receive(device, body)
            return None if line is Line.CUT else (receipt, "record")
        if line is Line.CUT:
            return None
        if line is Line.EXPIRED:
            return LOGIN, "login.html"
        if rest == "launch":
            asked = parse_qs(address.query)
            return attempt.launch(device, asked["tab"][0], int(asked["after"][0])), "launch.json"
        return _file(attempt, rest)


def _file(attempt: Attempt, name: str) -> tuple[bytes, str]:
    if name == "player.html":
        return (HERE / name).read_bytes(), name
    if name == "embedding.html":
        return attempt.embedding(), name
    if name == "elsewhere.html":
        return ELSEWHERE, name
    revision, file = name.removeprefix("p").split("/", 1)
    return _instrumented(file, attempt.packages[int(revision)][file]), file


def _instrumented(name: str, content: bytes) -> bytes:
    if name != "index.html":
        return content
    return content.replace(
        b"<head>", b'<head><script src="/tests/support/lms/world.js"></script>', 1
    )


def _handler(lms: FakeLms) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        # HTTP/1.0: browsers ask again by themselves when a connection that was kept open is cut.

        def do_GET(self) -> None:
            self._reply(None)

        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", "0"))
            self._reply(self.rfile.read(size).decode())

        def _reply(self, body: str | None) -> None:
            try:
                answer = lms.answer(self.path, body)
            except LookupError:
                self.send_error(404)
                return
            if answer is None:
                self.close_connection = True
                return
            content, name = answer
            self.send_response(200)
            kind = _TYPES.get(name.rpartition(".")[2], "text/plain; charset=utf-8")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", _keeping(name))
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- overridden
            """Say nothing."""

    return Handler


def _keeping(name: str) -> str:
    """What a browser may keep: Firefox brings no page with ``no-store`` back as it was left."""
    if name.startswith(_OURS):
        return "max-age=3600"
    return "no-cache" if name in _PAGES else "no-store"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of windows that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def fake_lms() -> Iterator[FakeLms]:
    """Serve while the block lasts."""
    lms = FakeLms("")
    with _Server(("127.0.0.1", 0), _handler(lms)) as server:
        lms.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield lms
        finally:
            server.shutdown()
            thread.join(PATIENCE_S)
