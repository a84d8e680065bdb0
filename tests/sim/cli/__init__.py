"""Tests of the verbs that the simulation adds: ``simulate`` and ``scenarios``."""
