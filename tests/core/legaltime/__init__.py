"""Tests of legal time and of the second opinion on it."""
