"""Finds the forms of word rules in texts, and what fits in their place; the browser's twin is ``overrides/assets/js/language``."""
