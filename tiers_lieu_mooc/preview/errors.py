"""What keeps the preview from running, in words for the person who started it."""

from __future__ import annotations


class PreviewError(Exception):
    """The preview cannot run; the message is a French sentence that says what to do."""
