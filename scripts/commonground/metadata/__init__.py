"""What a page tells programs of itself, and what its server tells browsers."""
