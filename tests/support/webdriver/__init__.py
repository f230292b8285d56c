"""Browsers other than Chromium, driven by the commands of W3C WebDriver.

Firefox takes them over Marionette, which is built in: geckodriver, which turns HTTP into it, is in
none of the registries that this project sets itself up from. WebKitGTK takes them over HTTP, from
Debian's ``WebKitWebDriver``. Selenium would need both drivers, and brings a downloader of drivers
for three systems and an event loop; the dozen commands that tests need are a table.
"""

from tests.support.webdriver.engine import Engine
from tests.support.webdriver.firefox import Firefox
from tests.support.webdriver.session import Element, RefusedError, Session
from tests.support.webdriver.webkit import WebKit

__all__ = ["Element", "Engine", "Firefox", "RefusedError", "Session", "WebKit"]
