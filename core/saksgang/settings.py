"""How a routine declares its settings: an attrs class whose fields have a type, a default and a help text (PLG-02)."""

from __future__ import annotations

from typing import Any

from attrs import NOTHING, field, frozen

__all__ = ["Finding", "setting"]


@frozen
class Finding:
    """Something that a routine's own look at its settings found.

    Attributes:
        key: within the routine's table, such as ``directory[2].to``.
        sentence: what is wrong and what was expected.
        suggestion: what to do about it.
        refuses: whether it keeps the municipality from opening; a warning else.
    """

    key: str
    sentence: str
    suggestion: str
    refuses: bool = True


def setting(
    *,
    help: str,  # noqa: A002 - the word that everybody looks for
    default: Any = NOTHING,  # noqa: ANN401 - a setting has whatever type its field says
    factory: Any = None,  # noqa: ANN401 - as above
    **more: Any,  # noqa: ANN401 - as above
) -> Any:  # noqa: ANN401 - as above
    """A field of a settings class; ``help`` is the sentence that docs, schema and error messages show."""
    if factory is not None:
        return field(factory=factory, metadata={"help": help}, **more)
    return field(default=default, metadata={"help": help}, **more)
