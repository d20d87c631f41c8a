"""Which point became which: what two have in common, and who goes with whom."""
