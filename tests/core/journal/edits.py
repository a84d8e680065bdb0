"""What somebody may change in the tables of a journal, whichever the database, and the last good event then."""

from __future__ import annotations

__all__ = ["EDITS", "OUT_OF_ORDER"]

# Of a journal of twenty events.
EDITS = [
    ("UPDATE journal SET id = 'ppt_intake:99' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET at = replace(at, '2026', '2025') WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET case_number = 'PPT-2026-00009' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET type = 'CaseOpened' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET chain = '' WHERE position = 20", "ppt_intake:19"),
    ("UPDATE journal SET position = 21 WHERE position = 20", "ppt_intake:19"),
    ("UPDATE journal SET position = 0 WHERE position = 1", ""),
    ("DELETE FROM journal WHERE position = 20", "ppt_intake:19"),
    ("DELETE FROM journal WHERE position = 5", "ppt_intake:4"),
    ("DELETE FROM journal WHERE position = 1", ""),
    ("DELETE FROM journal", ""),
    ("INSERT INTO journal VALUES (21, 'x:1', '', '', '', '', '')", "ppt_intake:20"),
    ("UPDATE head SET events = 19", "ppt_intake:20"),
    ("UPDATE head SET digest = replace(digest, 'a', 'b')", "ppt_intake:20"),
    ("DELETE FROM head", "ppt_intake:20"),
    ("INSERT INTO head VALUES (19, '')", "ppt_intake:20"),
    ("DROP TABLE head", "ppt_intake:20"),
    ("DROP TABLE journal", ""),
]

# Met by whoever looks up event 5 or its case, as ``ppt_intake:98`` where it is called so.
OUT_OF_ORDER = [
    ("UPDATE journal SET line = '' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET chain = '' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET at = '' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET id = 'ppt_intake:98' WHERE position = 5", "ppt_intake:4"),
    ("UPDATE journal SET chain = 'text' WHERE position = 4", "ppt_intake:3"),
]
