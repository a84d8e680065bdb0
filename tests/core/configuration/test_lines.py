"""On which line a key stands: right or not said."""

from __future__ import annotations

import pytest

from saksgang.configuration.lines import line_of, lines_of

TEXT = '''\
[municipality]
name = "x"
text = """
name = "not a key"
[[staff]]
"""

[[staff]]
id = "a"
absences = [
  { first = 1 },
  ["municipality"]
]

[[staff]]
id = "b" # [staff]

[routines."my own"]
a.b = 1
'c d' = 2
  [ routines . parking ]
  fee = 1
[[routines.parking.zones]]
name = "z"
'''


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("municipality", 1),
        ("municipality.name", 2),
        ("municipality.country", 1),
        ("staff", 8),
        ("staff[0].id", 9),
        ("staff[0].absences[0].first", 10),
        ("staff[1].id", 16),
        ("staff[1].name", 15),
        ('routines."my own".a.b', 19),
        ('routines."my own"."c d"', 20),
        ("routines.parking.fee", 22),
        ("routines.parking.zones[0].name", 24),
        ("routines.parking.zones[0].decides", 23),
        ("absent", None),
        ("", None),
    ],
)
def test_cor_20_a_key_is_found_on_its_line_or_on_that_of_its_table(key: str, line: int | None) -> None:
    """Tables, lists of tables, dotted and quoted keys count; what stands in a long text does not."""
    assert line_of(key, lines_of(TEXT)) == line


def test_cor_20_lines_count_the_same_with_other_line_ends() -> None:
    """A file written on Windows has its keys on the same lines."""
    assert lines_of(TEXT.replace("\n", "\r\n")) == lines_of(TEXT)
