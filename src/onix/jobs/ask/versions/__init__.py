"""What outlets or a text itself tell in more than one way."""
