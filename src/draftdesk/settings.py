"""Limits and defaults of the program, each in one place with its unit and reason."""

from __future__ import annotations

from typing import Final

MAX_FILE_BYTES: Final = 64 * 1024 * 1024
"""A received file may be this large; the largest of 348 official Word files is under 1 MB."""

MAX_UNPACKED_BYTES: Final = 512 * 1024 * 1024
"""All parts of a Word package together, unpacked."""

MAX_UNPACKED_RATIO: Final = 250
"""Unpacked to packed bytes of a part over `RATIO_APPLIES_ABOVE_BYTES`; XML seldom passes 40."""

RATIO_APPLIES_ABOVE_BYTES: Final = 8 * 1024 * 1024

MAX_PACKAGE_PARTS: Final = 4096

MAX_PDF_PAGES: Final = 1000
"""A PDF with more pages is no draft; the longest compilation met has 90."""

MAX_PDF_OBJECTS: Final = 20_000
"""Drawn things of one page that are looked at; maps and charts may hold more."""

READING_TIMEOUT_SECONDS: Final = 60.0
"""A foreign file that is not read by then is given up."""

OFFICE_TIMEOUT_SECONDS: Final = 30.0
"""LibreOffice has this long for one old Word file; shorter than the reader's own limit, so that it is ended first."""

WORKER_MEMORY_BYTES: Final = 2 * 1024 * 1024 * 1024
"""Address space of the worker process, where the system can limit it."""

LONG_STORY_BYTES: Final = 150 * 1024
"""From this size of the main story of both files on, unpacked, a redline is written beside a second process."""

SECOND_PROCESS_SECONDS: Final = 30.0
"""What the second process does not say by then is worked out in the first one."""

SECOND_PROCESS: Final = "--second-process"
"""The word by which a bundled program starts itself as that process."""

FLUSH_MILLISECONDS: Final = 300
"""Typing reaches the disk within this time."""

REFRESH_MILLISECONDS: Final = 400
"""Changes, letters and outline are worked out anew when nothing is typed for so long."""

QUICK_PARAGRAPHS: Final = 4_000
"""So many paragraphs of all drafts together are compared and put in order within 15 ms, without a thread."""

WRITE_MILLISECONDS: Final = 100
"""After which an edit of whole paragraphs of a long draft is written: it is shown first, and typing waits longer."""

QUICK_START: Final = 800
"""So many paragraphs of a new working draft are written within 20 ms, without a thread."""

TYPING_PAUSE_SECONDS: Final = 2.0
"""Typing that goes on within this time is undone in one go."""

LONGEST_BURST_SECONDS: Final = 10.0
"""Typing without a pause is undone in steps of about a line."""

DEFAULT_AUTHOR: Final = "draftdesk"
