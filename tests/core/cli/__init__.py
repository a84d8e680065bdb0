"""Tests about the command line."""
