"""What each command takes from the command line."""

from __future__ import annotations

import argparse
from typing import Final

_FILE_HELP: Final = "a path, - for standard input, or path@original, path@final, path@by:AUTHOR"
_FOLDER_HELP: Final = "a folder stands for its drafts in their order"


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1600x1000")
    return int(width), int(height)


def one_file(command: argparse.ArgumentParser) -> None:
    """What `a command of one file` takes."""
    command.add_argument("file", metavar="FILE", help=_FILE_HELP)


def read_options(command: argparse.ArgumentParser) -> None:
    """What `read` takes."""
    one_file(command)
    command.add_argument("--as", dest="form", choices=("json", "flat", "authors"), default="json")


def align_options(command: argparse.ArgumentParser) -> None:
    """What `align` takes."""
    command.add_argument("files", metavar="FILE", nargs="+", help=f"{_FILE_HELP}; {_FOLDER_HELP}")
    command.add_argument("--shape", choices=("pair", "chain", "star"), default="")


def compare_options(command: argparse.ArgumentParser) -> None:
    """What `compare` takes."""
    files = f"the base, then what is compared with it: {_FILE_HELP}; {_FOLDER_HELP}"
    command.add_argument("files", metavar="FILE", nargs="+", help=files)
    forms = ("redline", "table", "concordance", "report", "page", "amendments", "json")
    suffixes = "all but redline and json are written as the suffix of OUT says, such as .docx or .html"
    command.add_argument("--as", dest="form", choices=forms, default="redline", help=suffixes)
    command.add_argument("--against", choices=("base", "previous"), default="base")
    tracks = "a redline between Word files also tracks what is only set otherwise: italics, styles, indents"
    command.add_argument("--formatting", action="store_true", help=tracks)
    command.add_argument("--fold", action="store_true", help="a table says in one line what did not change")


def prove_options(command: argparse.ArgumentParser) -> None:
    """What `prove` takes."""
    command.add_argument("redline", metavar="REDLINE")
    command.add_argument("--base", required=True, metavar="B")
    command.add_argument("--new", required=True, metavar="N")


def export_options(command: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    one_file(command)
    forms = ("newyork", "geneva", "akn", "html", "text")
    usual = "of a Word file: newyork or geneva, by the organ if not said; else Akoma Ntoso, a page, plain text"
    command.add_argument("--form", choices=forms, default="", help=usual)


def check_options(command: argparse.ArgumentParser) -> None:
    """What check takes."""
    command.add_argument("file", metavar="FILE", nargs="?", default="", help=_FILE_HELP)
    command.add_argument("--as", dest="form", choices=("text", "json"), default="text")
    command.add_argument("--without", metavar="RULE", action="append", default=[], help="a rule not to follow")
    command.add_argument(
        "--words", metavar="WORDS", default="", help="a file of words that are spelt right, one a line"
    )
    command.add_argument("--submission", action="store_true", help="the text is to be tabled: no labels, no brackets")
    command.add_argument("--rules", action="store_true", help="list the rules instead")


def new_options(command: argparse.ArgumentParser) -> None:
    """What `new` takes."""
    forms = "an empty form: ga, committee, ecosoc, hrc or sc"
    command.add_argument("what", metavar="FORM", nargs="?", default="", help=forms)
    for text in ("decision", "amendment"):
        command.add_argument(f"--{text}", dest="text", action="store_const", const=text, help=f"the form of a {text}")
    command.set_defaults(text="resolution")
    command.add_argument("--language", default="en", help="of the form: en, fr, es, ru, zh or ar")
    command.add_argument("--rollover", metavar="FILE", default="", help="last year's text, brought to this year")
    command.add_argument("--list", action="store_true", help="list what would be updated instead")
    command.add_argument("--refuse", type=int, metavar="N", action="append", default=[], help="an update not to make")


def compile_options(command: argparse.ArgumentParser) -> None:
    """What `compile` takes."""
    command.add_argument("base", metavar="BASE")
    command.add_argument("files", metavar="FILE", nargs="+")
    command.add_argument("--as", dest="form", choices=("tracked", "brackets", "table"), default="tracked")
    by = "the name of a delegation, once for each FILE and in their order; else its file tells it"
    command.add_argument("--by", metavar="NAME", action="append", default=[], help=by)


def verify_options(command: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    command.add_argument("clean", metavar="CLEAN")
    command.add_argument("--against", required=True, metavar="TRACKED")


def rebase_options(command: argparse.ArgumentParser) -> None:
    """What `rebase` takes."""
    command.add_argument("old", metavar="OLD")
    command.add_argument("new", metavar="NEW")
    command.add_argument("files", metavar="FILE", nargs="+")


def library_options(command: argparse.ArgumentParser) -> None:
    """What `library` takes."""
    command.add_argument("action", choices=("add", "find", "trace", "list"))
    command.add_argument("rest", nargs="*")


def languages_options(command: argparse.ArgumentParser) -> None:
    """What `languages` takes."""
    command.add_argument("files", metavar="FILE", nargs="+", help=_FILE_HELP)
    suffixes = "a table is written as the suffix of OUT says, such as .docx or .csv"
    command.add_argument("--as", dest="form", choices=("text", "table", "json"), default="text", help=suffixes)
    command.add_argument("--json", dest="form", action="store_const", const="json", help="the same as --as json")


def dossier_options(command: argparse.ArgumentParser) -> None:
    """What `dossier` takes."""
    command.add_argument("action", choices=("new", "show", "check", "export"))
    one_file(command)


def about_options(command: argparse.ArgumentParser) -> None:
    """What `about` takes."""
    command.add_argument("--confidentiality", action="store_true")


def shot_options(command: argparse.ArgumentParser) -> None:
    """What `shot` takes."""
    command.add_argument("files", metavar="FILE", nargs="*", help=_FILE_HELP)
    command.add_argument("--dossier", metavar="F", default="")
    views = ("columns", "inline", "matrix", "sheet", "editor", "import", "room", "keys", "error")
    command.add_argument("--view", choices=views, default="columns")
    command.add_argument("--at", metavar="row:N|change:N", default=None)
    command.add_argument("--size", type=_size, metavar="WxH", default=(1600, 1000))
    command.add_argument("--scale", type=float, metavar="S", default=1.0)
    command.add_argument("--theme", choices=("light", "dark", "light_contrast", "dark_contrast"), default="light")
    command.add_argument("--by-author", action="store_true", help="changes in the colours of their authors")
    done = "done before it is drawn: an action by its name, find:WORDS, filter:CLASS, zoom:FACTOR, font:FAMILY:POINTS"
    command.add_argument("--do", metavar="STEP", action="append", default=[], help=done)
