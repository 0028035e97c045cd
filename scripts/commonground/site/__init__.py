"""The MkDocs adapter: it hands corpus, pages and templates to the engine, and can be taken out when the engine goes."""
