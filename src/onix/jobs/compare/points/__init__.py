"""The points of a plan: found by its layout, its numbers and its headings."""
