"""Where a process begins: `chronotope`, and `python -m chronotope`.

The command line takes a moment to load, and Ctrl-C may come within it: up here next to nothing is imported.
"""

from __future__ import annotations

import signal
import sys
from typing import NoReturn


def main() -> None:
    """Run the command line in a process of its own."""
    signal.signal(signal.SIGTERM, _end)
    try:
        from chronotope.cli import main as run  # noqa: PLC0415

        run()
    except KeyboardInterrupt:
        sys.stderr.write("chronotope: interrupted; nothing was changed\n")
        sys.exit(130)


def _end(number: int, _frame: object) -> NoReturn:
    """End as on Ctrl-C: what is under way is cleaned up. The code is what a shell gives for this signal."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
