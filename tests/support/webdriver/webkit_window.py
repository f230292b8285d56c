#!/usr/bin/python3
"""A window of WebKitGTK that keeps what sites store in the folder that is its argument.

Debian's MiniBrowser forgets all of it when a driver has opened it. Run by ``WebKitWebDriver`` with
the system's Python, to which Debian adds GTK; outside of this project's environment.
"""

import importlib
import sys

gi = importlib.import_module("gi")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
Gtk = importlib.import_module("gi.repository.Gtk")
WebKit2 = importlib.import_module("gi.repository.WebKit2")


def main(folder: str) -> None:
    """Wait for a driver, and open what windows it asks for."""
    kept = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
    context = WebKit2.WebContext(website_data_manager=kept)
    context.set_automation_allowed(True)

    def open_window(*_: object) -> object:
        view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
        view.get_settings().set_enable_page_cache(True)
        window = Gtk.Window()
        window.set_default_size(1280, 900)
        window.add(view)
        window.show_all()
        view.grab_focus()
        return view

    context.connect(
        "automation-started", lambda _, driver: driver.connect("create-web-view", open_window)
    )
    Gtk.main()


main(sys.argv[1])
