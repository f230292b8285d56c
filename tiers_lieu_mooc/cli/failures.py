"""What a failure is called in French."""

from __future__ import annotations

import errno

from scorm_export.control_documents import ControlDocumentsMissing
from tiers_lieu_mooc.cli.courses import NoCourse, typed_command
from tiers_lieu_mooc.cli.parser import MISUSE
from tiers_lieu_mooc.learner import FrontEndMissing

_MACHINE = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "votre espace disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.EACCES: "l’accès est refusé",
    errno.EPERM: "l’accès est refusé",
    errno.ENOENT: "le fichier ou le dossier n’existe pas",
    errno.EEXIST: "un fichier se trouve là où il faut un dossier",
    errno.ENOTDIR: "un fichier se trouve là où il faut un dossier",
    errno.EISDIR: "un dossier se trouve là où il faut un fichier",
    errno.EFBIG: "le fichier est trop grand pour ce disque",
    errno.ENAMETOOLONG: "le nom est trop long",
}

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
_OUTPUT = "là où va ce qui s’affiche"
"""Whatever else is written has a name."""


def sentence_for(failure: Exception) -> tuple[str, int]:
    """Give the sentence and the exit code for a failure."""
    if isinstance(failure, NoCourse):
        return str(failure), MISUSE
    if isinstance(failure, FrontEndMissing):
        return str(failure), 1
    if isinstance(failure, ControlDocumentsMissing):
        again = "réinstallez le projet («\u00a0pip install -e .\u00a0»)"
        return f"les documents officiels SCORM manquent\u00a0: {again}", 1
    if isinstance(failure, OSError):
        return _of_machine(failure), 1
    return (
        f"panne du programme ({type(failure).__name__}\u00a0: {failure}). "
        f"Relancez avec «\u00a0{typed_command()} --debug …\u00a0» et envoyez-nous ce qui s’affiche."
    ), 1


def _of_machine(failure: OSError) -> str:
    what = _MACHINE.get(failure.errno or 0, failure.strerror or str(failure))
    where = failure.filename or (_OUTPUT if failure.errno in _NO_ROOM else "")
    return f"{where}\u00a0: {what}" if where else what
