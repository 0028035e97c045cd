"""The family ``translation/``."""
