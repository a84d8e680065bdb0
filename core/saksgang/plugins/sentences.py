"""The rules of a routine's checks in its own language, as a file beside its labels (PLG-02, SIM-09).

The file ``sentences.toml`` of a routine's package has a line for each check, its id and its rule::

    lot-every-decision-is-posted = "Alle som har fått vedtak, får brev om det innen en uke."
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from saksgang.errors import PluginRefused

__all__ = ["sentences_in"]

NAME = "sentences.toml"
LARGEST = 256 * 1024  # bytes: some thousand checks


def sentences_in(package: str) -> Mapping[str, str]:
    """The sentences of a package, by check; the manifest says of which language they are.

    Raises:
        PluginRefused: the file cannot be used, in a sentence with the remedy.
    """
    try:
        with (files(package) / NAME).open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except (ImportError, TypeError, ValueError, OSError) as error:
        wrong = f"there is none that can be read ({type(error).__name__})"
        raise _refused(package, wrong, "put it into the package and see that it is installed with it") from error
    if len(raw) > LARGEST:
        raise _refused(package, f"it is larger than {LARGEST} bytes", "make it shorter")
    try:
        table = tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise _refused(package, f"it is not TOML: {error}", "correct it") from error
    if strange := [key for key, sentence in table.items() if not isinstance(sentence, str)]:
        raise _refused(package, f"{strange[0]!r} is no sentence", 'write check ids and texts: check-id = "…"')
    return table


def _refused(package: str, wrong: str, remedy: str) -> PluginRefused:
    return PluginRefused(f"sentences {package}/{NAME}: {wrong}; {remedy}.")
