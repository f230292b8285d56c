"""The workbench's own settings, with a database, media and a log in the lane's folder."""

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403
from workbench.settings import INSTALLED_APPS as _APPS

_HOME = Path(os.environ["LANE_HOME"])
LOGGING = {"version": 1, "disable_existing_loggers": False}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(_HOME / "workbench.db"),
        "OPTIONS": {"timeout": 20},
    }
}
MEDIA_ROOT, MEDIA_URL = str(_HOME / "media"), "/media/"
# djpyfs would need boto3, for storage that nobody uses here.
INSTALLED_APPS = [app for app in _APPS if app != "djpyfs"]
ROOT_URLCONF = "lane_urls"
