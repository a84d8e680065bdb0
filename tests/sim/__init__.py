"""Tests of the simulation, file by file as in the source."""
