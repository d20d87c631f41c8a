"""What happened, to whom and when, read from trees when somebody asks for it."""
