"""Tests of the evaluation: its gold and its scripts."""
