"""Tests of the office: the corridor from a command to the journal, the routines and the services outside."""
