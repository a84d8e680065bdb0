"""The routine ``ppt_intake``: receive and distribute inquiries to the educational-psychological service (PPT)."""

from __future__ import annotations
