"""Course → page: one HTML document for a whole course or for some of its modules."""

from __future__ import annotations

from tiers_lieu_mooc.rendering.document import Page, render_page
from tiers_lieu_mooc.rendering.filling import Memory
from tiers_lieu_mooc.rendering.sections import Sections, render_sections

__all__ = ["Memory", "Page", "Sections", "render_page", "render_sections"]
