"""Tests that the documentation runs: its commands, its examples, its configuration."""
