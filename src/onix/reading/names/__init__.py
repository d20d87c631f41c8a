"""Who and where is named, what kind of name it is, and what each mention stands for."""
