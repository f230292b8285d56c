"""A server whose page stops arriving in the middle until it is told to go on."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE_S = 30


class SlowLine:
    """A package on a line that is cut in its page.

    Attributes:
        address: of the package's page.
    """

    def __init__(self, files: Mapping[str, bytes], cut: bytes) -> None:
        self.files = files
        self.start, mark, rest = files["index.html"].partition(cut)
        assert mark, f"the page does not hold {cut!r}"
        self.rest = mark + rest
        self.address = ""
        self._go_on = threading.Event()

    def go_on(self) -> None:
        """Let the rest of the page, and every later page, arrive."""
        self._go_on.set()

    def stop_again(self) -> None:
        """Cut the pages that are asked for from now on."""
        self._go_on.clear()

    def wait(self) -> None:
        """Wait for the line to go on."""
        self._go_on.wait(PATIENCE_S)


@contextlib.contextmanager
def slow_line(files: Mapping[str, bytes], cut: bytes) -> Iterator[SlowLine]:
    """Serve the files on a free port of this machine while the block lasts.

    Args:
        cut: the page stops before this.
    """
    line = SlowLine(files, cut)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.lstrip("/").partition("?")[0]
            content = line.files.get(name)
            self.send_response(404 if content is None else 200)
            kind = "text/javascript" if name.endswith(".js") else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.end_headers()
            if name != "index.html":
                self.wfile.write(content or b"")
                return
            self.wfile.write(line.start)
            self.wfile.flush()
            line.wait()
            self.wfile.write(line.rest)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- overridden
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        line.address = f"http://127.0.0.1:{server.server_port}/index.html"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield line
        finally:
            line.go_on()
            server.shutdown()
            thread.join(PATIENCE_S)
