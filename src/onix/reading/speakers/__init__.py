"""Who a source is: pronouns, descriptions and family names, each led to a full name."""
