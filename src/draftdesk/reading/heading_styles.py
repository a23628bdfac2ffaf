"""What the name of a paragraph style says: those of the templates of New York and Geneva, and Word's own."""

from __future__ import annotations

from typing import Final

from draftdesk.model.paragraph import Mark
from draftdesk.reading.seen import Seen

LONGEST_HEADING: Final = 250


def is_title_style(style: str) -> bool:
    """Whether a style is for the title of a resolution."""
    plain = style.lower().replace(" ", "_")
    return plain.startswith(("title", "_h__m")) and not is_report_title_style(style)


def is_report_title_style(style: str) -> bool:
    """Whether a style is for the title of a report; a resolution tells in it how it was adopted."""
    return style.lower().replace(" ", "_").startswith("title_h_ch")


def is_heading_style(style: str) -> bool:
    """Whether a style is for headings; documents of the conventions on climate put "Reg_" before those of Geneva."""
    plain = style.lower()
    return plain.startswith(("_ h", "_h_", "reg_h_", "heading", "title")) and "single" not in plain


def is_heading(seen: Seen) -> bool:
    """Whether style or bold letters throughout make a paragraph a heading."""
    if is_heading_style(seen.style):
        return True
    text = seen.source_text.strip()
    return 0 < len(text) < LONGEST_HEADING and not text.endswith((",", ";")) and seen.marked_share(Mark.BOLD) > 0.95
