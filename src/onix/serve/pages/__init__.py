"""The pages, a file for each: a request comes in, one job is called, a page goes out."""
