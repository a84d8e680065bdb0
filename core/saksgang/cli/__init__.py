"""The command line ``saksgang`` (CLI-01 to CLI-03); nothing but the entry points imports it."""

from __future__ import annotations

from saksgang.cli.main import main

__all__ = ["main"]
