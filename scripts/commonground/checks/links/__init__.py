"""The family ``links/``."""
