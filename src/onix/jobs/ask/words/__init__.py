"""Word lists of `onix ask`, as data; each file says in its first line what it is."""
