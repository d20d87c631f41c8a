"""The Ask box on other sites: which pages may show it, what it answers from, what it is given."""
