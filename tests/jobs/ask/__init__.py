"""Tests of the job that answers questions."""
