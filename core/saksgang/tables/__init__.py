"""Tables of immutable records with the indexes that work lists need, and a way back.

Every change is noted in the way back until ``settle`` forgets it: a plugin's answer that is refused half way is
undone to the last row (PLG-05). Indexes keep their entries sorted, so that a list never depends on who came first
into a set.
"""

from __future__ import annotations

from saksgang.tables.owners import Owners
from saksgang.tables.table import Away, Key, Table
from saksgang.tables.way_back import Numbers, WayBack

__all__ = ["Away", "Key", "Numbers", "Owners", "Table", "WayBack"]
