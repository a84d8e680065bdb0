"""Tests of the casework: what is decided, what is refused, what becomes of it."""
