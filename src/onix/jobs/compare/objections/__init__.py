"""Who in the coverage objects to which point, in which words."""
