"""Every figure and claim leads to a recorded finding that says the same."""
