"""Who is said to have said what: verbs of saying, marked strings, and what is reported."""
