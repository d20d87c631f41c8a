"""Sentences, marked strings and words without a parser: what all other reading stands on."""
