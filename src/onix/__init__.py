"""Onix answers questions about the news from the record, word for word."""

__version__ = "0.1.0"
