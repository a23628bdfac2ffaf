"""Days and times as the language of the interface writes them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from draftdesk.translation import ENGLISH, INTERFACE_LANGUAGES, language_in_use, tr


def used_told(used: datetime, today: date) -> str:
    """When a desk was used: the time of today, else the day."""
    if used.date() == today:
        return tr("today {time}", time=f"{used:%H:%M}")
    code = language_in_use() if language_in_use() in INTERFACE_LANGUAGES else ENGLISH
    return QLocale(code).toString(QDate(used.year, used.month, used.day), "d MMMM")
