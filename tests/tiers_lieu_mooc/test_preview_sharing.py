"""The preview on the network: whoever has the link comes in, nobody else does."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.small_course import SmallCourse
from tests.tiers_lieu_mooc.preview_process import PATIENCE_S, running_course
from tests.tiers_lieu_mooc.preview_values import HEADERS, KEY, ORIGIN, a_workbench
from tiers_lieu_mooc.preview import create_app

SECRET = "une-cle-de-cent-vingt-huit-bits"
ADDRESS = "http://192.168.1.5:8000"


class Visitor:
    """A browser of the network, with the cookies that it was given."""

    def __init__(self, cache: Path) -> None:
        self._app = create_app(a_workbench(cache), "0.0.0.0", SECRET)
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        return asyncio.run(self._all([(method, path, options)]))[0]

    def ask_at_once(self, paths: list[str]) -> list[httpx.Response]:
        return asyncio.run(self._all([("GET", path, {}) for path in paths]))

    async def _all(self, asked: list[tuple[str, str, dict[str, Any]]]) -> list[httpx.Response]:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(
            transport=transport, base_url=ADDRESS, cookies=self.cookies
        ) as client:
            given = await asyncio.gather(
                *(client.request(method, path, **options) for method, path, options in asked)
            )
            self.cookies.update(client.cookies)
            return given


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return Visitor(tmp_path / "cache")


def test_the_link_lets_in_and_leaves_the_address_at_once(visitor: Visitor) -> None:
    answer = visitor.ask("GET", f"/lecteur/{KEY}?ecran=libre&cle={SECRET}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/lecteur/{KEY}?ecran=libre"
    assert SECRET not in answer.text
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert visitor.ask("GET", f"/lecteur/{KEY}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/", f"/lecteur/{KEY}", f"/paquet/{KEY}/index.html", f"/telecharger/{KEY}.zip", "/docs"],
)
def test_without_the_key_nothing_is_shown(visitor: Visitor, path: str) -> None:
    answer = visitor.ask("GET", path)
    assert answer.status_code == 403
    assert "Lien incomplet" in answer.text
    assert "Un cours d’essai" not in answer.text


def test_without_the_key_nothing_is_written(visitor: Visitor) -> None:
    asked = visitor.ask("POST", "/api/lancements", json={"build": KEY}, headers=HEADERS)
    assert asked.status_code == 403
    visitor.ask("GET", f"/?cle={SECRET}")
    asked = visitor.ask("POST", "/api/lancements", json={"build": KEY}, headers=HEADERS)
    assert asked.status_code == 200


def test_the_refusal_has_its_style(visitor: Visitor) -> None:
    assert visitor.ask("GET", "/statique/apercu.css").status_code == 200


@pytest.mark.parametrize("path", ["//example.org/", "/\\example.org/", "/%5Cexample.org"])
def test_the_link_leads_to_no_other_host(visitor: Visitor, path: str) -> None:
    answer = visitor.ask("GET", f"{ADDRESS}{path}?cle={SECRET}")
    assert re.match(r"/[^/\\]|/$", answer.headers["location"])


def test_wrong_keys_wait_for_each_other_and_then_are_sent_away(visitor: Visitor) -> None:
    guesses = [f"/?cle=essai-{number}" for number in range(22)]

    async def first_answers() -> list[int]:
        found: list[int] = []
        tasks = [asyncio.create_task(visitor._all([("GET", path, {})])) for path in guesses]
        done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        found += [task.result()[0].status_code for task in done]
        return found

    # Nobody has waited his second yet: those who are answered are too many.
    assert set(asyncio.run(first_answers())) == {429}


@pytest.mark.parametrize("key", ["faux", "é" * 200, SECRET + "x", SECRET[:-1], ""])
def test_a_wrong_key_is_no_key(visitor: Visitor, key: str) -> None:
    answer = visitor.ask("GET", "/", params={"cle": key})
    assert answer.status_code == 403
    assert not visitor.cookies


def test_a_foreign_host_stays_outside_with_the_key(visitor: Visitor) -> None:
    answer = visitor.ask("GET", f"/?cle={SECRET}", headers={"Host": "example.org"})
    assert answer.status_code == 400


def test_the_command_shows_a_new_link_each_time_with_a_warning(tmp_path: Path) -> None:
    SmallCourse({"un": "Un texte.\n"}).write(tmp_path, "essai")
    seen = []
    for _ in range(2):
        with running_course(tmp_path, "--partager") as preview:
            address, _, key = preview.address.partition("?cle=")
            seen.append(key)
            port = httpx.URL(address).port
            own = f"http://127.0.0.1:{port}/"
            assert httpx.get(own).status_code == 403
            page = httpx.get(f"{own}?cle={key}", follow_redirects=False)
            assert page.status_code == 303
            home = httpx.get(f"{own}?cle={key}", follow_redirects=True)
            assert f'href="{preview.address}"' in home.text
            assert preview.process.stderr is not None
            assert "Attention\u00a0: sur votre réseau" in preview.process.stderr.readline()
            assert preview.stop() == 0
            assert key not in preview.process.stderr.read()
    assert len(set(seen)) == 2
    assert min(len(key) for key in seen) >= 22


def test_the_network_is_refused_to_whoever_does_not_share(tmp_path: Path) -> None:
    SmallCourse({"un": "Un texte.\n"}).write(tmp_path, "essai")
    ran = subprocess.run(
        [sys.executable, "-m", "tiers_lieu_mooc", "preview", "--host", "0.0.0.0", "--port", "0"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )
    assert ran.returncode == 1
    assert "ouvrirait l’aperçu à tout le réseau" in ran.stderr
    assert "--partager" in ran.stderr
    assert ORIGIN not in ran.stderr
