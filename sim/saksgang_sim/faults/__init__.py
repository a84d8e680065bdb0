"""Disturbed worlds: what goes wrong around an office, by name, drawn from the seed, and over before the end (SIM-05).

A fault draws from luck of its own, so that one that is off changes nobody's luck; with none on, nothing here runs.
"""
