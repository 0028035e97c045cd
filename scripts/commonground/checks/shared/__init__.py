"""What checks of one or several families share; no rules."""
