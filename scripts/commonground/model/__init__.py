"""The one truth: frozen values for articles, sources, figures, term rules and problems. No input or output."""
