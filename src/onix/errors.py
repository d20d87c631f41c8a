"""The errors a user can mend. Each message has three parts: what happened, where, what to do."""

from __future__ import annotations


class OnixError(Exception):
    """Something a user can mend; `status` is what HTTP would answer."""

    status = 400


class InputError(OnixError):
    """What came in cannot be read: a file, a page, a question, an option."""


class FetchError(OnixError):
    """An address could not be fetched, or may not be."""

    status = 502


class RecordError(OnixError):
    """The record is missing, locked, damaged, or of a newer version."""

    status = 409


class MissingExtraError(OnixError):
    """A part that is not installed is needed; the message has the command that installs it."""

    status = 501
