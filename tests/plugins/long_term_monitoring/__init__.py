"""Tests of long_term_monitoring."""
