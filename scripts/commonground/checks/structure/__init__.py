"""The family ``structure/``."""
