"""What statements go back to, and how sure a text is of them."""
