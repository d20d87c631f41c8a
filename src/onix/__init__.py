"""Onix answers questions about the news from the record, word for word."""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Give `onix.check`, which is imported only when it is wanted."""
    if name != "check":
        raise AttributeError(f"module 'onix' has no attribute {name!r}")
    from importlib import import_module

    return import_module("onix.jobs.check").check
