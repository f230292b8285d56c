"""Routes of the simulated LMS: what they keep, what they refuse, and from whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tiers_lieu_mooc.preview_values import (
    HEADERS,
    KEY,
    ORIGIN,
    Client,
    a_workbench,
    streamed,
)


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return Client(a_workbench(tmp_path / "cache"))


def launch(client: Client, attempt: str | None = None) -> dict[str, object]:
    body = {"build": KEY, "attempt": attempt}
    answer = client.post("/api/lancements", json=body, headers=HEADERS)
    assert answer.status_code == 200
    launched: dict[str, object] = answer.json()
    return launched


def message(session: object, **changes: object) -> dict[str, object]:
    return {"session": session, "sequence": 1, "values": {"cmi.location": "m1"}} | changes


def test_a_launch_gives_back_what_was_committed(client: Client) -> None:
    first = launch(client)
    assert first["record"] == {}
    address = f"/api/tentatives/{first['attempt']}"
    sent = client.post(f"{address}/valeurs", json=message(first["session"]), headers=HEADERS)
    assert sent.status_code == 200
    assert sent.json() == {"attempt": first["attempt"], "sequence": 1}
    assert client.get(address).json()["record"] == {"cmi.location": "m1"}
    again = launch(client, str(first["attempt"]))
    assert again["attempt"] == first["attempt"]
    assert again["record"] == {"cmi.location": "m1"}
    assert again["launches"] == 2


def test_attempts_survive_a_restart(tmp_path: Path) -> None:
    def session(attempt: str | None) -> dict[str, object]:
        opened = Client(a_workbench(tmp_path))
        launched = launch(opened, attempt)
        address = f"/api/tentatives/{launched['attempt']}/valeurs"
        opened.post(address, json=message(launched["session"]), headers=HEADERS)
        return launched

    first = session(None)
    assert session(str(first["attempt"]))["record"] == {"cmi.location": "m1"}


def test_a_beacon_is_kept_when_it_knows_the_session(client: Client) -> None:
    first = launch(client)
    address = f"/api/tentatives/{first['attempt']}/balise"
    body = json.dumps(message(first["session"]))
    headers = {"Origin": ORIGIN, "Content-Type": "application/json"}
    assert client.post(address, content=body, headers=headers).status_code == 204
    assert launch(client, str(first["attempt"]))["record"] == {"cmi.location": "m1"}


def test_half_a_character_is_kept_as_browsers_send_it(client: Client) -> None:
    first = launch(client)
    body = json.dumps(message(first["session"], values={"cmi.suspend_data": "a\ud800b"}))
    address = f"/api/tentatives/{first['attempt']}"
    headers = HEADERS | {"Content-Type": "application/json"}
    assert client.post(f"{address}/valeurs", content=body, headers=headers).status_code == 200
    assert client.get(address).json()["record"] == {"cmi.suspend_data": "a?b"}


@pytest.mark.parametrize("kind", ["text/plain;charset=UTF-8", "", "multipart/form-data"])
def test_a_beacon_of_a_type_that_any_page_may_send_is_refused(client: Client, kind: str) -> None:
    first = launch(client)
    answer = client.post(
        f"/api/tentatives/{first['attempt']}/balise",
        content=json.dumps(message(first["session"])),
        headers={"Origin": ORIGIN, "Content-Type": kind},
    )
    assert answer.status_code == 422
    assert client.get(f"/api/tentatives/{first['attempt']}").json()["record"] == {}


@pytest.mark.parametrize("route", ["valeurs", "balise"])
def test_an_older_session_is_told_that_it_is_over(client: Client, route: str) -> None:
    first = launch(client)
    launch(client, str(first["attempt"]))
    answer = client.post(
        f"/api/tentatives/{first['attempt']}/{route}",
        json=message(first["session"]),
        headers=HEADERS | {"Origin": ORIGIN},
    )
    assert answer.status_code == 409
    assert "reprise" in answer.json()["erreur"]


@pytest.mark.parametrize("route", ["valeurs", "balise"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 5_000,
        b"1" * 5_000,
        b'{"session": "s", "sequence": 1e400, "values": {}}',
        b'{"session": "s"}',
        b'{"session": "s", "sequence": 0, "values": {}}',
        b'{"session": "s", "sequence": 1, "values": {"a": 1}}',
        b'{"session": "s", "sequence": 1, "values": {"": "a"}}',
        b'{"session": "s", "sequence": 1, "values": {}, "more": 1}',
        b'{"session": "s", "sequence": 1, "values": {"a": "' + b"x" * 70_000 + b'"}}',
    ],
)
def test_a_broken_message_is_refused(client: Client, route: str, body: bytes) -> None:
    first = launch(client)
    headers = HEADERS | {"Origin": ORIGIN, "Content-Type": "application/json"}
    answer = client.post(
        f"/api/tentatives/{first['attempt']}/{route}", content=body, headers=headers
    )
    assert answer.status_code in {400, 422}
    assert answer.json() == {"erreur": "Envoi illisible."}
    assert client.get(f"/api/tentatives/{first['attempt']}").json()["record"] == {}


@pytest.mark.parametrize("route", ["valeurs", "balise"])
def test_a_body_over_a_megabyte_is_not_read(client: Client, route: str) -> None:
    first = launch(client)
    address = f"/api/tentatives/{first['attempt']}/{route}"
    headers = HEADERS | {"Origin": ORIGIN, "Content-Type": "application/json"}
    announced = client.post(address, content=b"x" * 5_000_000, headers=headers)
    assert announced.status_code == 413
    assert announced.json() == {"erreur": "Envoi trop long."}
    unannounced = client.post(address, content=streamed([b"x" * 600_000] * 2), headers=headers)
    assert unannounced.status_code == 413


@pytest.mark.parametrize("route", ["valeurs", "balise"])
def test_a_record_that_is_full_keeps_what_it_has(client: Client, route: str) -> None:
    first = launch(client)
    address = f"/api/tentatives/{first['attempt']}"
    headers = HEADERS | {"Origin": ORIGIN}

    def commit(sequence: int, names: range, **changes: object) -> int:
        values = dict.fromkeys((f"e{each}" for each in names), "v")
        body = message(first["session"], sequence=sequence, values=values, **changes)
        return client.post(f"{address}/{route}", json=body, headers=headers).status_code

    def size() -> int:
        return len(client.get(address).json()["record"])

    kept = {200, 204}
    assert commit(1, range(20_000)) in kept
    assert commit(2, range(20_000, 20_001)) == 413
    assert commit(3, range(10_000, 30_000)) == 413
    assert commit(4, range(20_001)) == 422
    assert size() == 20_000
    assert commit(5, range(19_999, 20_000)) in kept
    assert commit(6, range(20_000, 20_001), is_whole=True) in kept
    assert size() == 1


def test_unknown_packages_and_attempts_are_told(client: Client) -> None:
    body = {"build": "absent"}
    assert client.post("/api/lancements", json=body, headers=HEADERS).status_code == 404
    assert client.get("/api/tentatives/0123456789abcdef").status_code == 404
    answer = client.post(
        "/api/tentatives/0123456789abcdef/valeurs", json=message("s"), headers=HEADERS
    )
    assert answer.status_code == 404
    assert answer.json() == {"erreur": "Tentative inconnue."}


@pytest.mark.parametrize(
    "origin", ["http://example.org", "https://127.0.0.1:8000", "http://127.0.0.1:8001", "null"]
)
def test_a_foreign_origin_is_refused_everywhere(client: Client, origin: str) -> None:
    first = launch(client)
    address = f"/api/tentatives/{first['attempt']}"
    headers = HEADERS | {"Origin": origin}
    asked = [
        client.get("/", headers=headers),
        client.get(address, headers=headers),
        client.post("/api/lancements", json={"build": KEY}, headers=headers),
        client.post(f"{address}/valeurs", json=message(first["session"]), headers=headers),
        client.post(f"{address}/balise", json=message(first["session"]), headers=headers),
    ]
    assert [each.status_code for each in asked] == [403] * 5


def test_writes_need_the_header_and_beacons_their_origin(client: Client) -> None:
    first = launch(client)
    address = f"/api/tentatives/{first['attempt']}"
    asked = [
        client.post("/api/lancements", json={"build": KEY}),
        client.post(f"{address}/valeurs", json=message(first["session"])),
        client.post(f"{address}/balise", json=message(first["session"])),
    ]
    assert [each.status_code for each in asked] == [403] * 3
