"""A yes or no, and the sentence that it has to stand on."""
