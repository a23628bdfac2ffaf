"""What the name of a paragraph style says: those of the templates of New York and Geneva, and Word's own."""

from __future__ import annotations


def is_title_style(style: str) -> bool:
    """Whether a style is for the title; Title_H_CH is for the line that tells of the adoption."""
    plain = style.lower().replace(" ", "_")
    return plain.startswith(("title", "_h__m")) and not plain.startswith("title_h_ch")


def is_heading_style(style: str) -> bool:
    """Whether a style is for headings; documents of the conventions on climate put "Reg_" before those of Geneva."""
    plain = style.lower()
    return plain.startswith(("_ h", "_h_", "reg_h_", "heading", "title")) and "single" not in plain
