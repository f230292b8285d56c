"""The preview as a program when things go wrong around it: a clear word, no stop, nothing lost."""

from __future__ import annotations

import itertools
import resource
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.small_course import SmallCourse
from tests.tiers_lieu_mooc.preview_process import PATIENCE_S, Running, running, running_course
from tests.tiers_lieu_mooc.preview_values import HEADERS

KEY = "essai-scorm12"
FEW_BYTES = 400_000


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


def launched(address: str, attempt: str = "") -> dict[str, str]:
    body = {"build": KEY, "attempt": attempt or None}
    answer = httpx.post(f"{address}api/lancements", json=body, headers=HEADERS, timeout=PATIENCE_S)
    found: dict[str, str] = answer.raise_for_status().json()
    return found


def commit(address: str, launch: dict[str, str], sequence: int, **values: str) -> int:
    answer = httpx.post(
        f"{address}api/tentatives/{launch['attempt']}/valeurs",
        json={"session": launch["session"], "sequence": sequence, "values": values},
        headers=HEADERS,
        timeout=PATIENCE_S,
    )
    return answer.status_code


def record(address: str, launch: dict[str, str]) -> dict[str, str]:
    answer = httpx.get(f"{address}api/tentatives/{launch['attempt']}", timeout=PATIENCE_S)
    held: dict[str, str] = answer.raise_for_status().json()["record"]
    return held


def allow(preview: Running, size_bytes: int) -> None:
    """Let files of the program grow so far and no further, as a full disk does."""
    resource.prlimit(preview.process.pid, resource.RLIMIT_FSIZE, (size_bytes, -1))


def test_a_full_disk_is_told_and_loses_nothing(folder: Path, tmp_path: Path) -> None:
    with running(folder, tmp_path / "cache") as preview:
        launch = launched(preview.address)
        assert commit(preview.address, launch, 1, place="avant") == 200
        allow(preview, 0)
        assert commit(preview.address, launch, 2, place="pendant", long="x" * 60_000) == 200
        assert record(preview.address, launch)["place"] == "pendant"
        with httpx.stream("GET", f"{preview.address}api/nouvelles?paquet={KEY}") as news:
            told = next(line for line in news.iter_lines() if line.startswith("data: "))
        assert "ne peuvent plus être écrites" in told
        allow(preview, -1)
        assert commit(preview.address, launch, 3, more="après") == 200
        assert preview.stop() == 0
        assert preview.process.stderr is not None
        said = preview.process.stderr.read()
        assert said.count("ne peuvent plus être écrites") == 1
        assert "Traceback" not in said
    with running(folder, tmp_path / "cache") as preview:
        assert record(preview.address, launch)["place"] == "pendant"
        assert record(preview.address, launch)["more"] == "après"


def test_a_disk_that_stays_full_until_the_end_says_what_is_lost(
    folder: Path, tmp_path: Path
) -> None:
    with running(folder, tmp_path / "cache") as preview:
        launch = launched(preview.address)
        allow(preview, 0)
        assert commit(preview.address, launch, 1, place="pendant") == 200
        assert preview.stop() == 0
        assert preview.process.stderr is not None
        assert "Tentatives perdues" in preview.process.stderr.read()


def test_an_attempt_file_cut_while_it_is_used_is_set_aside(folder: Path, tmp_path: Path) -> None:
    with running(folder, tmp_path / "cache") as preview:
        launch = launched(preview.address)
        assert commit(preview.address, launch, 1, long="x" * 60_000) == 200
        assert preview.stop() == 0
    path = tmp_path / "cache/tentatives.sqlite"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with running(folder, tmp_path / "cache") as preview:
        again = launched(preview.address, launch["attempt"])
        assert commit(preview.address, again, 1, place="ici") == 200
        assert preview.stop() == 0
        assert preview.process.stderr is not None
        said = preview.process.stderr.read()
    assert "était abîmé" in said
    assert "Traceback" not in said


def test_two_previews_of_one_course_share_the_work(folder: Path, tmp_path: Path) -> None:
    with (
        running(folder, tmp_path / "cache") as one,
        running(folder, tmp_path / "cache") as other,
    ):
        launch = launched(one.address)
        for sequence in range(1, 20):
            assert commit(one.address, launch, sequence, place=str(sequence)) == 200
            assert record(other.address, launch)["place"] == str(sequence)
        again = launched(other.address, launch["attempt"])
        assert again["attempt"] == launch["attempt"]
        assert commit(one.address, launch, 20, place="trop tard") == 409
        assert record(one.address, again)["place"] == "19"


def test_a_course_folder_that_is_removed_leaves_the_server_up(tmp_path: Path) -> None:
    folder = SmallCourse({"un": "Un texte.\n"}).write(tmp_path, "essai")
    with running_course(tmp_path) as preview:
        address = f"{preview.address}api/nouvelles?paquet={KEY}"
        with httpx.stream("GET", address, timeout=PATIENCE_S) as news:
            lines = (line for line in news.iter_lines() if line.startswith("data: "))
            next(lines)
            shutil.rmtree(folder)
            assert any("n’existe plus" in line for line in itertools.islice(lines, 3))
        page = httpx.get(f"{preview.address}paquet/{KEY}/index.html")
        assert "Un texte." in page.text
        SmallCourse({"un": "Un autre texte.\n"}).write(tmp_path, "essai")
        with httpx.stream("GET", address, timeout=PATIENCE_S) as news:
            lines = (line for line in news.iter_lines() if line.startswith("data: "))
            assert any('"trouble":""' in line for line in itertools.islice(lines, 20))


def test_ten_thousand_files_are_served(folder: Path, tmp_path: Path) -> None:
    (folder / "index.html").write_text("<h1>Beaucoup</h1>", "utf-8")
    for number in range(10_000):
        (folder / f"fichier-{number}.txt").write_text(str(number), "utf-8")
    with running(folder, tmp_path / "cache") as preview:
        last = httpx.get(f"{preview.address}paquet/{KEY}/fichier-9999.txt", timeout=PATIENCE_S)
        assert last.text == "9999"
        with httpx.stream(
            "GET", f"{preview.address}api/nouvelles?paquet={KEY}", timeout=PATIENCE_S
        ) as news:
            lines = (line for line in news.iter_lines() if line.startswith("data: "))
            first = next(lines)
            (folder / "index.html").write_text("<h1>Encore</h1>", "utf-8")
            assert next(lines) != first


def test_a_file_that_is_saved_without_end_shows_as_it_ends(folder: Path, preview: Running) -> None:
    address = f"{preview.address}api/nouvelles?paquet={KEY}"
    with httpx.stream("GET", address, timeout=PATIENCE_S) as news:
        lines = (line for line in news.iter_lines() if line.startswith("data: "))
        next(lines)
        for number in range(300):
            # Whole at once, as editors do.
            (folder.parent / "neuf").write_text(f"<h1>{number}</h1>", "utf-8")
            (folder.parent / "neuf").replace(folder / "index.html")
        page = f"{preview.address}paquet/{KEY}/index.html"
        assert any(httpx.get(page).text == "<h1>299</h1>" for _ in lines)
    assert preview.stop() == 0
    assert preview.process.stderr is not None
    assert preview.process.stderr.read() == ""


@pytest.mark.parametrize("body", [b"{", b"x" * 5_000_000, b"\x00" * 100])
def test_a_broken_beacon_is_refused_and_changes_nothing(preview: Running, body: bytes) -> None:
    launch = launched(preview.address)
    answer = httpx.post(
        f"{preview.address}api/tentatives/{launch['attempt']}/balise",
        content=body,
        headers={"Origin": preview.address.rstrip("/"), "Content-Type": "application/json"},
    )
    assert answer.status_code in {400, 413, 422}
    assert answer.json()["erreur"].startswith("Envoi")
    assert record(preview.address, launch) == {}
    assert httpx.get(preview.address).status_code == 200


def test_a_body_without_end_is_cut_off(preview: Running) -> None:
    launch = launched(preview.address)
    host = preview.address.removeprefix("http://").rstrip("/")
    name, _, port = host.partition(":")
    head = (
        f"POST /api/tentatives/{launch['attempt']}/balise HTTP/1.1\r\nHost: {host}\r\n"
        f"Origin: http://{host}\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"%x\r\n%s\r\n" % (FEW_BYTES, b"x" * FEW_BYTES)
    with socket.create_connection((name, int(port)), PATIENCE_S) as window:
        window.sendall(head.encode())
        for _ in range(4):
            window.sendall(chunk)
        assert window.recv(100).startswith(b"HTTP/1.1 413 ")
