"""Text as XML 1.0 can hold it."""

from __future__ import annotations

import re

__all__ = ["xml_text"]

# Control signs and halves of surrogate pairs, which no escape can write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with the replacement sign in the place of each sign that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
