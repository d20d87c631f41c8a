"""Readings held against grammar, a file for each shape of question."""
