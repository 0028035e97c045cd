"""Our Markdown features as Python-Markdown extensions: they work in every engine that uses Python-Markdown."""
