"""The routine benefits."""
