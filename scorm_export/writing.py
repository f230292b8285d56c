"""Package × Standard → files → zip."""

from __future__ import annotations

from pathlib import Path

from scorm_export.archive import pack, write_atomically
from scorm_export.control_documents import control_documents
from scorm_export.manifest import manifest_for, serialise
from scorm_export.package import Package
from scorm_export.standard import MANIFEST_NAME, Standard


def files_for(package: Package, standard: Standard) -> dict[str, bytes]:
    """List what goes into the zip: manifest, control documents at the root, assets.

    Raises:
        ControlDocumentsMissing: when the installation does not hold the schemas.
    """
    return {
        MANIFEST_NAME: serialise(manifest_for(package, standard)),
        **control_documents(standard),
        **{asset.path: asset.content for asset in package.assets},
    }


def write_package(package: Package, standard: Standard, path: Path) -> None:
    """Write the zip, whole or not at all.

    Raises:
        ControlDocumentsMissing: when the installation does not hold the schemas.
        OSError: when it cannot be written; an older file stays.
    """
    write_atomically(path, pack(files_for(package, standard)))
