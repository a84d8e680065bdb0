"""Tests about finding, checking, ordering and asking plugins."""
