"""Tests about the routine ``ppt_intake``: each rule as a plain function, and through a real office."""
