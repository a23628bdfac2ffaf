"""What belongs to a page and not to a text: page numbers, job numbers, bar codes, symbols, rules of signs."""

from __future__ import annotations

import re
from typing import Final

_PAGE_NUMBER: Final = re.compile(
    r"[-–—]?\s?\d{1,4}\s?[-–—]?|\d{1,3}\s?/\s?\d{1,3}|[ivxl]{1,6}"
    r"|(?:[Pp]age )?\d{1,3} (?:of|de|sur|из) \d{1,3}|[Pp]age \d{1,3}"
)
_JOB_NUMBER: Final = re.compile(
    r"\*?\d\d-\d{5}[E*]?(?: ?\([A-Z]\))?(?:\s+\d{6})*\*?|[A-Z]{2,3}\.\d\d-\d{5}(?: ?\([A-Z]\))?(?:\s+\d{6})*"
    r"|\*[A-Z]?\d{6,9}\*|(?:\d{6}\s*){1,3}|\([A-Z]\)"
)
_REMARK: Final = re.compile(r"Please recycle.{0,3}|Merci de recycler.{0,3}|请回收.{0,3}|No Smoking", re.IGNORECASE)
_RULE_OF_SIGNS: Final = re.compile(r"[_\s]{5,}|[-–—\s]{5,}|(?:\*\s*){3,}")


def is_page_number(text: str) -> bool:
    """Whether a text at the edge of a page is its number: "3", "2/9", "4 of 54", "iv"."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_job_number(text: str) -> bool:
    """Whether a text is a job number of the Secretariat or its bar code: "25-20750 (E) 161025", "*2520750*"."""
    return _JOB_NUMBER.fullmatch(text.strip()) is not None


def is_rule_of_signs(text: str) -> bool:
    """Whether a text is a line drawn with signs."""
    return bool(text.strip()) and _RULE_OF_SIGNS.fullmatch(text) is not None


def is_print_matter(text: str) -> bool:
    """Whether a text at the edge of a page belongs to its printing."""
    return is_job_number(text) or _REMARK.fullmatch(text.strip()) is not None
