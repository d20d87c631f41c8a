"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes says more of what else the machine does than of the code.
settings.register_profile("onix", deadline=None)
settings.load_profile("onix")
