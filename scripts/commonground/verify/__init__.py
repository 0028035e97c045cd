"""A built site, read as a reader gets it: files in, problems out. Nothing here knows what built them."""
