"""Claims are held against what was said: a claim and the tapes come in, a verdict comes out."""
