"""A time of a recording as players show it: seconds in, "1:02:07" out.

Its own file because whatever says where on a tape words stand needs it, and it needs nothing.
"""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Give a time of the recording as players show it: 1:02:07."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
