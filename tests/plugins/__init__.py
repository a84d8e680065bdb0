"""Tests about the routines, one folder a routine."""
