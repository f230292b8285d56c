"""The preview as a program: it answers, rebuilds on save, and stops when told to."""

from __future__ import annotations

import http.client
import json
import shutil
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.tiers_lieu_mooc.preview_process import PATIENCE_S, Running, running, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cours"
    made.mkdir()
    (made / "index.html").write_text("<h1>Un</h1>", "utf-8")
    return made


@pytest.fixture
def preview(folder: Path, tmp_path: Path) -> Iterator[Running]:
    with running(folder, tmp_path / "cache") as started:
        yield started


class News:
    """An open stream of news, read one message after the other."""

    def __init__(self, address: str, key: str) -> None:
        self._stream = httpx.stream("GET", f"{address}api/nouvelles?paquet={key}", timeout=20)
        self._lines: Iterator[str] = iter(())

    def __enter__(self) -> News:
        self._lines = self._stream.__enter__().iter_lines()
        return self

    def __exit__(self, *failure: Any) -> None:
        self._stream.__exit__(*failure)

    def next(self) -> dict[str, Any]:
        for line in self._lines:
            if line.startswith("data: "):
                told: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return told
        raise AssertionError("the stream ended")


def test_a_save_is_told_to_whoever_waits(preview: Running, folder: Path) -> None:
    with News(preview.address, "essai-scorm12") as news:
        first = news.next()
        (folder / "index.html").write_text("<h1>Deux</h1>", "utf-8")
        second = news.next()
        assert second["fingerprint"] != first["fingerprint"]
        assert second["stale"] is False
    page = httpx.get(f"{preview.address}paquet/essai-scorm12/index.html")
    assert page.text == "<h1>Deux</h1>"


def test_a_broken_save_keeps_the_package_and_shows_what_is_wrong(
    preview: Running, folder: Path
) -> None:
    with News(preview.address, "essai-scorm12") as news:
        first = news.next()
        (folder / "index.html").write_text("<h1>raté</h1>", "utf-8")
        second = news.next()
        assert second == first | {"since": first["fingerprint"], "stale": True, "errors": 1}
        assert "text/broken" in httpx.get(preview.address).text
        page = httpx.get(f"{preview.address}paquet/essai-scorm12/index.html")
        assert page.text == "<h1>Un</h1>"
        (folder / "index.html").write_text("<h1>Trois</h1>", "utf-8")
        assert news.next()["stale"] is False


def test_a_folder_that_is_removed_and_comes_back_is_followed(
    preview: Running, folder: Path
) -> None:
    with News(preview.address, "essai-scorm12") as news:
        news.next()
        shutil.move(folder, folder.with_name("ailleurs"))
        assert "n’existe plus" in news.next()["trouble"]
        assert "n’existe plus" in httpx.get(preview.address).text
        (folder.with_name("ailleurs") / "index.html").write_text("<h1>Quatre</h1>", "utf-8")
        shutil.move(folder.with_name("ailleurs"), folder)
        assert news.next()["trouble"] == ""
        (folder / "index.html").write_text("<h1>Cinq</h1>", "utf-8")
        news.next()
    page = httpx.get(f"{preview.address}paquet/essai-scorm12/index.html")
    assert page.text == "<h1>Cinq</h1>"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_with_a_page_open(preview: Running, number: signal.Signals) -> None:
    with News(preview.address, "essai-web") as news:
        news.next()
        assert preview.stop(number) == 0
    assert preview.process.stderr is not None
    assert preview.process.stderr.read() == ""


def test_a_port_that_is_taken_is_told_in_french(folder: Path, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with start(folder, tmp_path / "cache", port) as process:
            _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2
    assert f"Le port {port} est déjà pris" in said
    assert "Traceback" not in said


def test_a_folder_that_is_missing_is_told_in_french(tmp_path: Path) -> None:
    with start(tmp_path / "absent", tmp_path / "cache") as process:
        _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2
    assert "absent\u00a0» n’existe pas" in said


@pytest.mark.parametrize(
    "path",
    [
        "/paquet/essai-web/../../../../etc/passwd",
        "/paquet/essai-web/%2e%2e/%2e%2e/etc/passwd",
        "/paquet/essai-web/..%2f..%2fetc%2fpasswd",
        "/paquet/essai-web/..\\..\\etc\\passwd",
        "/paquet/essai-web/index.html%00.txt",
        "/paquet/../statique/../app.py",
        "/statique/../app.py",
        "/statique/%2e%2e%2fapp.py",
    ],
)
def test_no_raw_path_reaches_the_disk(preview: Running, path: str) -> None:
    address = httpx.URL(preview.address)
    connection = http.client.HTTPConnection(address.host, address.port or 80, timeout=PATIENCE_S)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 404
    body = answer.read()
    assert b"root:" not in body
    assert b"create_app" not in body
    connection.close()


def test_the_answer_to_a_broken_host_header_is_a_refusal(preview: Running) -> None:
    for host in ("[", "a:b:c", "exemple.org\x7f"):
        answer = httpx.get(preview.address, headers={"Host": host})
        assert answer.status_code == 400


def test_a_window_that_goes_away_while_it_sends_leaves_no_traceback(preview: Running) -> None:
    host = preview.address.removeprefix("http://").rstrip("/")
    name, _, port = host.partition(":")
    request = (
        f"POST /api/lancements HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        f"X-Apercu: 1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{"
    )
    for _ in range(3):
        with socket.create_connection((name, int(port))) as window:
            window.sendall(request.encode())
    # It still answers, after the broken sends, and has nothing to say of them.
    assert httpx.get(preview.address).status_code == 200
    assert preview.stop() == 0
    assert preview.process.stderr is not None
    assert preview.process.stderr.read() == ""
