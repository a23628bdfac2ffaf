"""Where the data files are: in the installed package, a bundle, or the checkout's `resources/` folder.

An editable install does not see force-included data, hence the fall-back to the repository.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """The folder that holds phrases, templates, fonts, icons and samples; raises FileNotFoundError."""
    bundle = getattr(sys, "_MEIPASS", None)
    places = [_PACKAGE / "resources_data", _PACKAGE.parent.parent / "resources"]
    if bundle is not None:
        places.insert(0, Path(bundle) / "draftdesk" / "resources_data")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(str(places[0]))


def resource(*names: str) -> Path:
    """The path of a data file, its folder and name given in turn."""
    return resources_folder().joinpath(*names)
