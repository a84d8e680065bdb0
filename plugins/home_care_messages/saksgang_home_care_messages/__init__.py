"""The routine ``home_care_messages``: digital messages to and from those who receive home care."""

from __future__ import annotations
