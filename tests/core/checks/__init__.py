"""Tests of the checks that judge a journal."""
