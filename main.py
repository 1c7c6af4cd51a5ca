"""Starts Angry Caller from a checkout: ``python main.py`` opens the window, ``python main.py VERB ...`` is the command line."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # From any current directory, and under every interpreter option: the package stands beside this file.
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from simulator.__main__ import main

    sys.exit(main())
