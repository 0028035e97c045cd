"""Bytes in, the model out: the only layer that opens files and makes positions."""
