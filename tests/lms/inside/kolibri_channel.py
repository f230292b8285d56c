"""Run by ``kolibri manage shell``: brings packages in as one channel, without Kolibri Studio.

``LANE_ZIPS``: paths, ``:`` between them. ``LANE_LEARNERS``: names, blanks between them. Writes
``nodes.json`` in the home of Kolibri: for each file the identifiers of node and content, made
from that name, so that a changed package under the same name keeps learners' work.
"""

import hashlib
import json
import os
import shutil
import uuid
from pathlib import Path

from django.contrib.auth.hashers import make_password
from kolibri.core.auth.models import Facility, FacilityUser
from kolibri.core.content.utils.annotation import set_content_visibility_from_disk
from kolibri.core.content.utils.channel_import import import_channel_from_data
from kolibri.core.content.utils.paths import get_content_storage_file_path

EXPLORE = "UNZz8QjI"  # Kolibri's code of the learning activity
SCHEMA = "5"


def identifier(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("lane", *parts))).hex


CHANNEL, ROOT = identifier("channel"), identifier("root")


def stored(package: Path) -> str:
    """Put a package where Kolibri keeps files, and give its sum."""
    md5 = hashlib.md5(package.read_bytes()).hexdigest()
    target = Path(get_content_storage_file_path(f"{md5}.zip"))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(package, target)
    return md5


def node(**own: object) -> dict[str, object]:
    """Give a row of the tree of contents."""
    return {
        "channel_id": CHANNEL,
        "available": False,
        "coach_content": False,
        "license_name": "CC BY-SA",
        "license_owner": "x",
        "author": "",
        "description": "",
        "tree_id": 1,
        "lang_id": "fr",
        "options": "{}",
        "learning_activities": EXPLORE,
        "sort_order": 1.0,
        **own,
    }


def shelf(count: int) -> dict[str, object]:
    """Give the root of the tree, above so many packages."""
    own = {"id": ROOT, "content_id": ROOT, "title": "Recette", "kind": "topic"}
    return node(**own, level=0, lft=1, rght=2 * count + 2, parent_id=None)


def activity(package: Path, place: int) -> dict[str, object]:
    """Give the node of a package; ``place`` from 1."""
    return node(
        id=identifier("node", package.name),
        content_id=identifier("content", package.name),
        title=package.stem,
        kind="html5",
        level=1,
        lft=2 * place,
        rght=2 * place + 1,
        parent_id=ROOT,
        sort_order=float(place),
    )


def file(package: Path, md5: str) -> dict[str, object]:
    """Give the file of a node."""
    return {
        "id": identifier("file", package.name),
        "local_file_id": md5,
        "contentnode_id": identifier("node", package.name),
        "preset": "html5_zip",
        "lang_id": None,
        "supplementary": False,
        "thumbnail": False,
        "priority": 1,
    }


def rows(packages: list[Path]) -> dict[str, object]:
    """Give the tables of a channel whose root holds the packages."""
    sums = [stored(package) for package in packages]
    nodes = [activity(package, place) for place, package in enumerate(packages, 1)]
    return {
        "content_contentnode": [shelf(len(packages)), *nodes],
        "content_file": [file(*each) for each in zip(packages, sums, strict=True)],
        "content_localfile": [
            {"id": md5, "extension": "zip", "available": False, "file_size": package.stat().st_size}
            for package, md5 in zip(packages, sums, strict=True)
        ],
    }


def bring_in(packages: list[Path]) -> None:
    """Make the channel and show it to learners."""
    channel = {
        "id": CHANNEL,
        "name": "Recette",
        "description": "",
        "author": "",
        "version": 1,
        "thumbnail": "",
        "last_updated": None,
        "min_schema_version": SCHEMA,
        "root_id": ROOT,
    }
    language = {
        "id": "fr",
        "lang_code": "fr",
        "lang_subcode": None,
        "lang_name": "Français",
        "lang_direction": "ltr",
    }
    tables = {
        **rows(packages),
        "content_channelmetadata": [channel],
        "content_language": [language],
        "schema_version": SCHEMA,
    }
    import_channel_from_data(tables, force_upgrade=True)
    set_content_visibility_from_disk(CHANNEL)


def enrol(names: list[str]) -> None:
    """Make learners with one password, whose slow sum is made once."""
    facility, password = Facility.get_default_facility(), make_password("Lab-user-1")
    for name in names:
        FacilityUser(
            username=name, full_name=f"{name} Œuvré", facility=facility, password=password
        ).save()


PACKAGES = [Path(each) for each in os.environ["LANE_ZIPS"].split(":")]
bring_in(PACKAGES)
enrol(os.environ["LANE_LEARNERS"].split())
Path(os.environ["KOLIBRI_HOME"], "nodes.json").write_text(
    json.dumps(
        {p.name: [identifier("node", p.name), identifier("content", p.name)] for p in PACKAGES}
    )
)
