"""python -m draftdesk."""

import sys

from draftdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
