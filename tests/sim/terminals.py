"""The program in a process of its own whose stderr is a terminal, and Ctrl-C when something is shown there."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys

from tests.sim.running import Said

__all__ = ["on_a_terminal"]

PATIENCE = 60


def on_a_terminal(*arguments: object, interrupt_at: str = "") -> Said:
    """Run one command line; ``err`` is what the terminal showed. Ctrl-C is pressed when ``interrupt_at`` is shown."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "saksgang", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
        encoding="utf-8",
    )
    os.close(theirs)
    shown, pressed = "", False
    while chunk := _read(ours):
        shown += chunk
        if interrupt_at and interrupt_at in shown and not pressed:
            child.send_signal(signal.SIGINT)
            pressed = True
    out, _ = child.communicate(timeout=PATIENCE)
    os.close(ours)
    return Said(child.returncode, out, shown)


def _read(terminal: int) -> str:
    """What comes next; nothing once the program has closed its end, which Linux tells as an error."""
    try:
        return os.read(terminal, 4096).decode("utf-8", "replace")
    except OSError:
        return ""
