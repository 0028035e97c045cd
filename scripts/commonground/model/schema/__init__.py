"""How a kind of file is declared: what it must hold, the values it yields, and its JSON Schema."""
