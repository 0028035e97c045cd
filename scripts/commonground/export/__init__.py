"""Corpus in, text or (path, bytes) out: nothing here needs a site engine, and nothing here writes."""
