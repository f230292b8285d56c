"""The official schemas that every package carries at its root."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from scorm_export.standard import FACTS, Standard


class ControlDocumentsMissing(RuntimeError):  # noqa: N818 -- the name says what is wrong
    """The schemas were not brought in when the program was installed."""

    def __init__(self, standard: Standard, name: str) -> None:
        super().__init__(
            f"The control document {name} of {standard.value} is missing from the installation. "
            "Bring it in with: pip install -e . "
            "(with uv: uv sync --reinstall-package tiers-lieu-mooc)"
        )


@cache
def control_documents(standard: Standard) -> Mapping[str, bytes]:
    """Give the control documents of an edition, byte for byte as published, by file name.

    Raises:
        ControlDocumentsMissing: when the installation does not hold them.
    """
    folder = files("scorm_export") / "schemas" / standard.value
    documents: dict[str, bytes] = {}
    for name in FACTS[standard].control_documents:
        try:
            documents[name] = (folder / name).read_bytes()
        except OSError as fault:
            raise ControlDocumentsMissing(standard, name) from fault
    return MappingProxyType(documents)
