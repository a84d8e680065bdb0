"""``python -m saksgang``: the same as the command ``saksgang``."""

from __future__ import annotations

from saksgang.cli import main

if __name__ == "__main__":
    main()
