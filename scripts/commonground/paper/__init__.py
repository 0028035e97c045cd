"""What is printed, put on a picture, or taken along: made of the same texts that checks read."""
