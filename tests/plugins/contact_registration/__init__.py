"""Tests of contact_registration."""
