"""The family ``plain/``: whether readers can follow."""
