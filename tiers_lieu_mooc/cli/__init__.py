"""The ``tiers-lieu`` command: arguments, printing, exit codes; no logic."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module

from scorm_export.interruptions import INTERRUPTED
from tiers_lieu_mooc.cli.parser import MISUSE, parse, parser

__all__ = ["main"]


def main(
    arguments: Sequence[str] | None = None,
    around: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> int:
    """Run one command; data goes to standard output, talk to standard error.

    Args:
        around: what a command runs in, once it is loaded.

    Returns:
        0 clean, 1 findings or a failure, 2 misuse, 130 when it was interrupted.
    """
    chosen = parse(sys.argv[1:] if arguments is None else arguments)
    if chosen.command is None and not chosen.version:
        parser().print_help(sys.stderr)
        return MISUSE
    try:
        code = _version() if chosen.version else _run(chosen, around)
        # Here, where a full disk can still be told: Python's own way is a traceback at its end.
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 1
    except Exception as failure:
        if chosen.debug:
            raise
        return _fail(failure)
    return code


def _version() -> int:
    print(import_module("importlib.metadata").version("tiers-lieu-mooc"))
    return 0


def _run(chosen: Namespace, around: Callable[[], AbstractContextManager[None]]) -> int:
    # A command loads what it needs itself: « --help » and « check » never wait for a web server.
    command = import_module(f"tiers_lieu_mooc.cli.{chosen.command}_command")
    with around():
        return int(command.run(chosen))


def _fail(failure: Exception) -> int:
    """Say a failure in one French sentence; only our own mistakes need more."""
    sentence, code = import_module("tiers_lieu_mooc.cli.failures").sentence_for(failure)
    import_module("tiers_lieu_mooc.cli.printing").complain(sentence)
    return int(code)
