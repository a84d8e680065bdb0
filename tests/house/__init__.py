"""Tests about the code base itself: its size, its habits, what it may not read."""
