"""Word lists by which jobs compare words, as data; each file says in its first line what it is."""
