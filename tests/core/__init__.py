"""Tests of the core, file by file as in the source."""
