"""The whole API under requests made from its own description: nothing breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.tiers_lieu_mooc.preview_process import Running, running
from tests.tiers_lieu_mooc.preview_values import HEADERS

NEWS = "/api/nouvelles"
"""A stream that never ends: asked by itself, below."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
LIMITS = settings(
    max_examples=40,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview that has nothing to say of all that it is asked."""
    root = tmp_path_factory.mktemp("fuzz")
    (root / "cours").mkdir()
    (root / "cours/index.html").write_text("<h1>Un</h1>", "utf-8")
    with running(root / "cours", root / "cache") as started:
        yield started
        assert started.stop() == 0
        assert started.process.stderr is not None
        assert started.process.stderr.read() == ""


@pytest.fixture(scope="module")
def attempt(preview: Running) -> str:
    """An attempt that exists, for the requests that name one."""
    launched = httpx.post(
        f"{preview.address}api/lancements", json={"build": "essai-scorm12"}, headers=HEADERS
    )
    return str(launched.json()["attempt"])


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_no_request_breaks_the_api(preview: Running, attempt: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{preview.address}openapi.json")
    headers = HEADERS | {"Origin": preview.address.rstrip("/")}
    seen = set()
    for found in schema.exclude(path=NEWS).get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not operation.body:
            continue  # without a body there is nothing to get wrong
        named = operation.as_strategy(mode)
        if "attempt_id" in operation.path:
            named |= operation.as_strategy(mode, path_parameters={"attempt_id": attempt})

        @LIMITS
        @given(named)
        def ask(case: Case[Any]) -> None:
            case.call_and_validate(checks=CHECKS, headers=headers)

        ask()
        seen.add(operation.label)
    assert len(seen) == (3 if mode is GenerationMode.NEGATIVE else 5)


@LIMITS
@given(key=st.text(max_size=400), last=st.text(st.characters(codec="latin-1"), max_size=150))
def test_no_question_breaks_the_news(preview: Running, key: str, last: str) -> None:
    headers = {b"Last-Event-ID": last.encode("latin-1")}
    try:
        with httpx.stream(
            "GET", f"{preview.address}api/nouvelles", params={"paquet": key}, headers=headers
        ) as answer:
            assert answer.status_code in {200, 400, 422}
            if answer.status_code == 200:
                assert next(answer.iter_lines()).startswith("retry:")
    except httpx.LocalProtocolError:
        pass  # no header that a browser could send
