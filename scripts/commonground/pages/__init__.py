"""Parts of pages that are Markdown made from data."""
