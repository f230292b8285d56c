"""The workbench's addresses, and what the SCORM block has in an Open edX and misses here."""

from types import SimpleNamespace
from typing import Any

from openedxscorm import ScormXBlock
from workbench import runtime, urls

SCENARIOS = "abcdefgh"

# The scenario that the block brings names a tag that is not registered: each page would be a 500.
ScormXBlock.workbench_scenarios = staticmethod(
    lambda: [(name, f"<scorm display_name='{name}'/>") for name in SCENARIOS]
)


def _locate(_runtime: Any, block: Any) -> None:
    """The folder of a package comes from its location, where the workbench has a mock."""
    block.location = SimpleNamespace(
        block_id=str(block.scope_ids.usage_id), html_id=lambda: "course-v1:x+x+x"
    )
    block.course_id = block.location.html_id()


_plain_url = runtime.WorkbenchRuntime.handler_url


def _handler_url(self: Any, block: Any, handler_name: str, *rest: Any, **more: Any) -> str:
    """The page is at this address plus « /index.html », before which « ?student= » would stand."""
    url = str(_plain_url(self, block, handler_name, *rest, **more))
    return url.partition("?")[0] if handler_name == "assets_proxy" else url


_begin = runtime.WorkBenchUserService.__init__


def _name(self: Any, uid: Any) -> None:
    """An LMS has these keys; the workbench has others, and the learner would be nobody."""
    _begin(self, uid)
    number = int.from_bytes(str(uid).encode()[-4:], "big")
    self._user.opt_attrs.update({"edx-platform.user_id": number, "edx-platform.username": uid})


runtime.WorkbenchRuntime._patch_xblock = _locate
runtime.WorkbenchRuntime.handler_url = _handler_url
runtime.WorkBenchUserService.__init__ = _name
urlpatterns = urls.urlpatterns
