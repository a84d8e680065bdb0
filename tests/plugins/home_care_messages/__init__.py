"""Tests of home_care_messages."""
