"""The rules of a routine's checks in its own language, as a file beside its labels (PLG-02, SIM-09).

The file ``sentences.toml`` of a routine's package has a line for each check, its id and its rule::

    lot-every-decision-is-posted = "Alle som har fått vedtak, får brev om det innen en uke."
"""

from __future__ import annotations

from collections.abc import Mapping

from saksgang.beside import refused, texts_beside

__all__ = ["sentences_in"]

NAME = "sentences.toml"


def sentences_in(package: str) -> Mapping[str, str]:
    """The sentences of a package, by check; the manifest says of which language they are.

    Raises:
        PluginRefused: the file cannot be used, in a sentence with the remedy.
    """
    table = texts_beside(package, NAME)
    if table is None:
        wrong = "there is none that can be read there"
        raise refused(package, NAME, wrong, "put it into the package and see that it is installed with it")
    if strange := [key for key, sentence in table.items() if not isinstance(sentence, str)]:
        raise refused(package, NAME, f"{strange[0]!r} is no sentence", 'write check ids and texts: check-id = "…"')
    return table
