"""
The block ``/// chart``: a figure card with a drawing, its sources, a table and a file of the same numbers.

Drawings are elements of Python-Markdown's own tree: it escapes and writes them as it does the page, so no SVG library is needed.
"""
