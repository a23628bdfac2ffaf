"""The languages whose texts can be rolled over: all six official ones."""

from __future__ import annotations

from typing import Final

from draftdesk.drafting.rollover_latin import ENGLISH, FRENCH, SPANISH
from draftdesk.drafting.rollover_scripts import ARABIC, CHINESE, RUSSIAN

ROLLOVER_WORDS: Final = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ar": ARABIC}
