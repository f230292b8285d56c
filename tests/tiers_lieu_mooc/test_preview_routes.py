"""Every route of the preview, as a browser uses it and as nobody should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorm_export.diagnostic import Rule, Severity
from tests.tiers_lieu_mooc.preview_values import (
    BROKEN,
    FILES,
    KEY,
    ODD,
    ORIGIN,
    Client,
    Oven,
    a_build,
    a_workbench,
    finding,
)
from tiers_lieu_mooc.preview import Outcome, Workbench

BUILDS = (
    a_build(),
    a_build("essai-m1-scorm2004-4", module="Accueil", target="scorm2004-4"),
    a_build("essai-web", target="web"),
)


@pytest.fixture
def workbench(tmp_path: Path) -> Workbench:
    return a_workbench(tmp_path / "cache", BUILDS, [finding(ODD)])


@pytest.fixture
def client(workbench: Workbench) -> Client:
    return Client(workbench)


# Pages


def test_home_lists_packages_with_weight_and_findings_with_place(client: Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    text = page.text
    for build in BUILDS:
        assert f'href="/lecteur/{build.key}"' in text
    assert "SCORM 2004, 4e édition" in text
    assert "Accueil" in text
    assert re.search(r"\d+(,\d)?\u00a0(octets|ko)", text)
    assert "courses/essai/m/l.md:3" in text
    assert "text/odd" in text
    assert "1\u00a0avertissement" in text


def test_home_escapes_what_authors_write(tmp_path: Path) -> None:
    build = a_build(course="<script>alert(1)</script>")
    assert "<script>alert" not in Client(a_workbench(tmp_path, [build])).get("/").text


def test_home_sets_code_in_findings_and_escapes_the_rest(tmp_path: Path) -> None:
    rule = Rule("text/code", Severity.INFO, "Écrivez `<b>` & `---`.")
    text = Client(a_workbench(tmp_path, [a_build()], [finding(rule)])).get("/").text
    assert "Écrivez <code>&lt;b&gt;</code> &amp; <code>---</code>." in text


def test_home_tells_when_packages_are_old(tmp_path: Path) -> None:
    oven = Oven(Outcome([a_build()]))
    workbench = Workbench(oven, [], tmp_path)
    workbench.refresh()
    oven.outcome = Outcome([], [finding(BROKEN)])
    workbench.refresh()
    text = Client(workbench).get("/").text
    assert "version précédente" in text
    assert "Écrivez-la." in text


def test_home_without_any_package_says_so(tmp_path: Path) -> None:
    workbench = a_workbench(tmp_path, [], [finding(BROKEN)])
    assert "Aucun paquet n’a pu être construit" in Client(workbench).get("/").text


def test_player_names_what_it_plays(client: Client) -> None:
    text = client.get("/lecteur/essai-m1-scorm2004-4").text
    assert "<h1>Accueil</h1>" in text
    assert 'data-launch="/paquet/essai-m1-scorm2004-4/index.html"' in text
    assert 'data-standard="scorm2004-4"' in text
    assert "Journal des appels" in text


def test_player_of_a_web_package_has_no_lms(client: Client) -> None:
    text = client.get("/lecteur/essai-web").text
    assert "Journal des appels" not in text
    assert "n’attend aucun LMS" in text


@pytest.mark.parametrize("path", ["/", f"/lecteur/{KEY}", "/absent", "/docs"])
def test_pages_are_french_and_have_one_title_and_one_main(client: Client, path: str) -> None:
    text = client.get(path).text
    assert '<html lang="fr">' in text
    assert text.count("<h1>") == 1
    assert text.count("<main") == 1
    assert "<title>" in text
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]* src=)", text)
    assert not re.search(r"\son\w+=|\sstyle=", text)


@pytest.mark.parametrize("name", ["accueil.js", "apercu.css", "lecteur.js"])
def test_scripts_and_styles_are_served_with_their_type(client: Client, name: str) -> None:
    answer = client.get(f"/statique/{name}")
    assert answer.status_code == 200
    kind = "css" if name.endswith("css") else "javascript"
    assert answer.headers["content-type"] == f"text/{kind}; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    ["/absent", "/lecteur/absent", "/paquet/absent/index.html", "/statique/absent.js", "/paquet/"],
)
def test_what_is_not_there_gets_a_french_page(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Page introuvable" in answer.text
    assert 'href="/"' in answer.text


def test_routes_stay_documented(client: Client) -> None:
    manual = client.get("/docs")
    assert manual.status_code == 200
    assert "POST /api/tentatives/{attempt_id}/balise" in manual.text
    assert 'href="#forme-Commit"' in manual.text
    assert not re.search(r"https?://", manual.text)
    assert "unsafe" not in manual.headers["content-security-policy"]
    assert client.get("/redoc").status_code == 404
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/constats",
        "/api/lancements",
        "/api/nouvelles",
        "/api/tentatives/{attempt_id}",
        "/api/tentatives/{attempt_id}/balise",
        "/api/tentatives/{attempt_id}/valeurs",
    }


# Packages


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/app.js", "text/javascript; charset=utf-8"),
        ("media/son.mp3", "audio/mpeg"),
        ("media/plan.svg", "image/svg+xml"),
        ("media/inconnu.xyz", "application/octet-stream"),
    ],
)
def test_files_of_a_package_are_served_as_they_are(client: Client, path: str, kind: str) -> None:
    answer = client.get(f"/paquet/{KEY}/{path}")
    assert answer.status_code == 200
    assert answer.content == FILES[path]
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_package_may_use_its_own_files_only(client: Client) -> None:
    policy = client.get(f"/paquet/{KEY}/index.html").headers["content-security-policy"]
    assert f"default-src {ORIGIN}/paquet/{KEY}/ 'unsafe-inline' data: blob:" in policy
    assert "'self'" not in policy.replace("frame-ancestors 'self'", "")


@pytest.mark.parametrize(
    ("asked", "status", "content", "bounds"),
    [
        ("bytes=0-9", 206, bytes(range(10)), "bytes 0-9/100"),
        ("bytes=90-", 206, bytes(range(90, 100)), "bytes 90-99/100"),
        ("bytes=90-500", 206, bytes(range(90, 100)), "bytes 90-99/100"),
        ("bytes=-5", 206, bytes(range(95, 100)), "bytes 95-99/100"),
        ("bytes=100-", 416, b"", "bytes */100"),
        ("bytes=-0", 416, b"", "bytes */100"),
        (f"bytes={'9' * 5_000}-", 416, b"", "bytes */100"),
        (f"bytes=90-{'9' * 5_000}", 206, bytes(range(90, 100)), "bytes 90-99/100"),
        (f"bytes=-{'9' * 5_000}", 206, bytes(range(100)), "bytes 0-99/100"),
        (f"bytes={'0' * 5_000}9-9", 206, b"\x09", "bytes 9-9/100"),
        (f"bytes=-{'0' * 5_000}", 416, b"", "bytes */100"),
        ("bytes=-", 200, bytes(range(100)), None),
        ("bytes=٣-٥".encode(), 200, bytes(range(100)), None),
        (b"bytes=\xb2-\xb3", 200, bytes(range(100)), None),
        ("bytes=0-1,5-6", 200, bytes(range(100)), None),
        ("lines=1-2", 200, bytes(range(100)), None),
    ],
)
def test_sound_is_served_by_parts(
    client: Client, asked: str | bytes, status: int, content: bytes, bounds: str | None
) -> None:
    answer = client.get(f"/paquet/{KEY}/media/son.mp3", headers={"Range": asked})
    assert answer.status_code == status
    assert answer.content == content
    assert answer.headers.get("content-range") == bounds


@pytest.mark.parametrize(
    "path",
    [
        "..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "assets/..%2findex.html",
        "..\\index.html",
        "assets%5capp.js",
        "index.html%00",
        "%00",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "index.html/",
        "INDEX.HTML",
        "",
    ],
)
def test_no_path_leaves_the_package(client: Client, path: str) -> None:
    answer = client.get(f"/paquet/{KEY}/{path}")
    assert answer.status_code == 404
    assert "root:" not in answer.text


# Who may ask


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "127.0.0.1.example.org:8000",
        "192.168.1.5",
        "",
        "example.org@127.0.0.1:8000",
        "127.0.0.1:8000@localhost",
        "localhost/example.org",
        "localhost?example.org",
        "localhost#example.org",
        "localhost, example.org",
        "localhost;script-src *",
        "localhost:port",
        "localhost:",
        "localhost:8000:8000",
        "localhost.",
        "localhost ",
        "127.0.0.1\t",
        "::1",
        "[127.0.0.1]:8000",
        "[::1",
        "[::1]8000",
        "127.0.0.1:99999999",
        "2130706433",
        "0x7f.1",
    ],
)
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        [("Host", "127.0.0.1:8000"), ("Host", "127.0.0.1:8000")],
        [("Host", "127.0.0.1:8000"), ("Host", "example.org")],
    ],
)
def test_a_host_that_is_named_twice_is_refused(
    client: Client, headers: list[tuple[str, str]]
) -> None:
    assert client.get("/", headers=headers).status_code == 400


@pytest.mark.parametrize(
    "origins",
    [
        [ORIGIN, ORIGIN],
        [ORIGIN, "http://example.org"],
        [f"{ORIGIN}/"],
        [f"{ORIGIN} http://example.org"],
        [ORIGIN.upper()],
        [""],
    ],
)
def test_an_origin_is_this_one_once_and_to_the_letter(client: Client, origins: list[str]) -> None:
    headers = [("Origin", each) for each in origins]
    assert client.get("/", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LocalHost", "127.0.0.2", "[::1]"]
)
def test_every_name_of_this_machine_is_accepted(client: Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_bound_to_the_network_addresses_are_accepted_and_names_are_not(tmp_path: Path) -> None:
    client = Client(a_workbench(tmp_path), host="0.0.0.0")
    assert client.get("/", headers={"Host": "192.168.1.5:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "example.org"}).status_code == 400


@pytest.mark.parametrize("path", ["/", f"/lecteur/{KEY}", "/absent", "/api/tentatives/x"])
def test_the_own_pages_take_nothing_inline_and_nothing_foreign(client: Client, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_other_methods_are_refused(client: Client) -> None:
    assert client.ask("DELETE", "/").status_code == 405
    assert client.ask("PUT", f"/paquet/{KEY}/index.html").status_code == 405


# Heads


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/qualite/essai",
        f"/lecteur/{KEY}",
        "/regles/text/odd",
        "/guides/docs/index.md",
        "/statique/apercu.css",
        f"/paquet/{KEY}/index.html",
        f"/paquet/{KEY}/media/son.mp3",
        f"/telecharger/{KEY}.zip",
        "/api/constats",
        "/api/tentatives/0123456789abcdef",
        "/docs",
        "/openapi.json",
        "/rien",
    ],
)
def test_a_head_is_that_of_the_whole_answer(client: Client, path: str) -> None:
    whole, head = client.get(path), client.ask("HEAD", path)
    assert head.status_code == whole.status_code
    assert dict(head.headers) == dict(whole.headers)
    assert head.content == b""


def test_the_head_of_a_part_is_that_of_the_part(client: Client) -> None:
    path = f"/paquet/{KEY}/media/son.mp3"
    head = client.ask("HEAD", path, headers={"Range": "bytes=0-9"})
    assert (head.status_code, head.headers["content-range"]) == (206, "bytes 0-9/100")
    assert head.headers["content-length"] == "10"


def test_the_head_of_the_news_ends(client: Client) -> None:
    head = client.ask("HEAD", "/api/nouvelles")
    assert head.status_code == 200
    assert head.headers["content-type"].startswith("text/event-stream")
    assert client.ask("HEAD", f"/api/nouvelles?paquet={'x' * 400}").status_code == 422


def test_a_foreign_host_gets_no_head(client: Client) -> None:
    assert client.ask("HEAD", "/", headers={"Host": "example.org"}).status_code == 400


def test_what_is_no_page_has_no_head(client: Client) -> None:
    assert client.ask("HEAD", "/api/lancements").status_code == 405
