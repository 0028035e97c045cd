"""The family ``input/``."""
