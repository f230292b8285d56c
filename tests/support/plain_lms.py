"""The plainest LMS there is: a package in a window whose own object keeps what it is told.

It refuses to commit while ``window.line`` is ``login``: nobody is logged in any more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

from playwright.sync_api import Page, Route

ADDRESS = "http://lms.example/"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml"}
_OBJECT = """
(() => {
  const record = Object.assign({
    'cmi.core.student_id': 'ada', 'cmi.core.student_name': 'Lovelace, Ada',
    'cmi.core.lesson_status': 'not attempted', 'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal', 'cmi.core.score._children': 'raw,min,max',
    'cmi.interactions._children':
      'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
    'cmi.objectives._children': 'id,score,status',
  }, KEPT);
  record['cmi.core.entry'] = record['cmi.suspend_data'] ? 'resume' : 'ab-initio';
  const count = table => String(Object.keys(record).filter(
    name => name.startsWith(table) && name.endsWith('.id') && name.split('.').length === 4).length);
  const told = element =>
    element.endsWith('._count') ? count(element.slice(0, -6)) : record[element];
  window.record = record;
  window.API = {
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSCommit: () => (window.line === 'login' ? 'false' : 'true'),
    LMSGetValue: element => told(element) || '',
    LMSSetValue: (element, value) => { record[element] = String(value); return 'true'; },
    LMSGetLastError: () => (window.line === 'login' ? '101' : '0'),
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  };
})();
"""


def launch(page: Page, files: Mapping[str, bytes], kept: Mapping[str, str] | None = None) -> None:
    """Open a package for SCORM 1.2.

    Args:
        page: a new window, which may ask for ``ADDRESS``.
        files: of the package, by path.
        kept: values that the LMS has from an earlier session.
    """

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS).partition("?")[0]
        if path in files:
            kind = _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
            route.fulfill(body=files[path], content_type=f"{kind}; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    page.add_init_script(_OBJECT.replace("KEPT", json.dumps(dict(kept or {}))))
    page.route(f"{ADDRESS}**", answer)
    page.goto(f"{ADDRESS}index.html")


def held(page: Page) -> dict[str, str]:
    """Give what the LMS holds."""
    record: dict[str, str] = page.evaluate("record")
    return record
