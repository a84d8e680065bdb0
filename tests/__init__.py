"""The tests: a mirror of the source, and tests about the house itself."""
