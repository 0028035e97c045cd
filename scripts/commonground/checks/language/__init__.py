"""The family ``language/``: one engine, whose rules are the entries of ``language/``."""
