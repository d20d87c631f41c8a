"""What a question asks: its kind, its words, whose words it wants, the statement in it."""
