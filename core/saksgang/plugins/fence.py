"""A fence around code of others: whatever it raises becomes one sentence, whatever it prints is kept off stdout."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Callable
from typing import TypeVar

from saksgang.errors import PluginRefused
from saksgang.plugins.records import Fault

__all__ = ["Crashed", "described", "fenced", "guarded", "sentences"]

T = TypeVar("T")
_LONGEST = 300


class Crashed(PluginRefused):
    """Code of a plugin raised where it was expected to answer."""


def fenced(act: Callable[[], T]) -> tuple[T, str]:
    """The result of calling code of a plugin, and what it printed; raises as ``guarded`` does."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        return guarded(act), printed.getvalue()


def guarded(act: Callable[[], T]) -> T:
    """The result of calling code of a plugin; what it prints goes where it went.

    Also ``sys.exit``, and whatever else is no ``Exception``, stays inside; only the user's own interrupt (Ctrl-C) comes
    through.

    Raises:
        Crashed: the error in one line, with the place where it was raised.
        PluginRefused: raised by one of our own functions that the plugin called, such as ``letters_in``.
    """
    try:
        return act()
    except (PluginRefused, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise Crashed(described(error)) from error


def sentences(plugin: str, key: str, doing: str, error: PluginRefused) -> tuple[str, ...]:
    """What ``fenced`` raised, in sentences that name the plugin; ``doing`` says what could not be done."""
    if isinstance(error, Crashed):
        return (Fault(key, f"{doing}: {error}", "mend the plugin, or do not enable it").sentence(plugin),)
    return tuple(f"Plugin {plugin}, {line}" for line in str(error).splitlines())


def described(error: BaseException) -> str:
    """An error in one line: type, message, and file and line where it was raised."""
    message = " ".join(traceback.format_exception_only(error)[-1].split())
    if len(message) > _LONGEST:
        message = f"{message[:_LONGEST]}…"
    place = _place(error)
    return f"{message} ({place})" if place else message


def _place(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if not frame.filename.startswith("<") and frame.filename != __file__]
    return f"{ours[-1].filename}:{ours[-1].lineno}" if ours else ""
