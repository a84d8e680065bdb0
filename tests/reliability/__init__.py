"""Tests of the judge itself: planted bugs, and the checks that find them."""
